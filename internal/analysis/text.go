package analysis

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
	"slotmemo/templates"
)

// How much of a long list is printed; JSON has all of it.
const (
	shownLoops  = 12
	shownRanks  = 12
	shownShifts = 12
	shownSide   = 5
)

// Text writes a result as tables for a terminal, in a language ("nl" or "en").
func Text(w io.Writer, m *model.Model, r *marvel.Result, c *claims.Claims, language string) error {
	p := &printer{model: m, result: r, claims: c, words: templates.Texts(language, "analysis"), prose: prose.New(language)}
	ask, tell := asking{p}, telling{p}
	for _, part := range []func(){p.head, ask.instability, ask.settling, tell.first, tell.disputes, p.effects, p.rankings, tell.combinations, p.dips, p.leaves, p.side, p.loops, p.paths, p.robustness, ask.session} {
		part()
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

type printer struct {
	model  *model.Model
	result *marvel.Result
	claims *claims.Claims
	words  templates.Words
	prose  prose.Prose
	out    strings.Builder
}

func (p *printer) line(key string, args ...any) {
	p.out.WriteString(p.words.Format(key, args...) + "\n")
}

// table writes rows in columns, under a heading.
func (p *printer) table(heading string, rows [][]string) {
	fmt.Fprintf(&p.out, "\n%s\n", heading)
	t := tabwriter.NewWriter(&p.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		// The last cell of a row has no tab behind it, so no blanks either.
		fmt.Fprintln(t, "  "+strings.Join(row, "\t"))
	}
	t.Flush() // a strings.Builder doesn't fail
}

// head gives the heads of columns.
func (p *printer) heads(keys ...string) []string {
	row := make([]string, len(keys))
	for i, k := range keys {
		row[i] = p.words.Get(k)
	}
	return row
}

// number writes a number, or that it is undetermined.
func (p *printer) number(v float64, decimals int) string {
	if math.IsNaN(v) {
		return p.words.Get("undetermined")
	}
	return p.prose.Decimal(v, decimals)
}

// signed puts + before what rises.
func (p *printer) signed(v float64, decimals int) string {
	if math.IsNaN(v) {
		return p.number(v, decimals)
	}
	return p.prose.Signed(v, decimals)
}

// short writes a number with as many decimals as it needs, at most two.
func (p *printer) short(v float64) string { return p.prose.Short(v) }

func (p *printer) years(v float64) string { return p.words.Format("years", p.number(v, 2)) }

// names joins interventions; none is the base run.
func (p *printer) names(ids []string) string {
	if len(ids) == 0 {
		return p.words.Get("base")
	}
	return strings.Join(ids, " + ")
}

func (p *printer) head() {
	r := p.result
	p.line("model", len(p.model.Factors), len(p.model.Relations), len(p.model.Interventions), len(r.Goals), p.short(r.Options.Horizon))
	n := r.Numbers
	for _, open := range []struct {
		key string
		ids []string
	}{{"missing_levels", n.MissingLevels}, {"unknown_signs", n.UnknownSigns}, {"unknown_words", n.UnknownWords}} {
		if len(open.ids) > 0 {
			p.line(open.key, strings.Join(open.ids, ", "))
		}
	}
	if n.NoLevels {
		p.line("no_levels")
	}
	if r.CombineCut {
		p.line("combine_cut", r.Options.Combine)
	}
}

var kindLetters = map[marvel.Kind]string{marvel.Reinforcing: "R", marvel.Balancing: "B", marvel.Undetermined: "?"}

func (p *printer) loops() {
	l := p.result.Loops
	p.out.WriteString("\n")
	switch {
	case l.Count == 0:
		p.line("loops_none")
		return
	case l.Complete:
		p.line("loops_count", l.Count, l.Reinforcing, l.Balancing, l.Unknown)
	default:
		p.line("loops_bounded", l.Count, l.Reinforcing, l.Balancing, l.Unknown, l.MaxLength)
	}
	p.line("independent", len(l.Independent))
	rows := [][]string{p.heads("loop", "kind", "gain", "delay", "factors")}
	for _, loop := range l.List[:min(len(l.List), shownLoops)] {
		rows = append(rows, []string{loop.ID, kindLetters[loop.Kind], p.signed(loop.Gain, 3), p.number(loop.Delay, 2), strings.Join(loop.Factors, " > ")})
	}
	p.table(p.words.Get("loops"), rows)
	if more := l.Count - shownLoops; more > 0 {
		p.line("loops_more", more)
	}
}

func (p *printer) effects() {
	r := p.result
	head := p.heads("intervention", "score", "goal")
	for _, at := range r.Options.Moments {
		head = append(head, p.words.Format("year", p.short(at)))
	}
	rows := [][]string{append(head, p.words.Get("long_run"))}
	for _, e := range r.Effects {
		if len(e.Interventions) == 0 {
			rows = append(rows, []string{p.names(nil), p.score(e)})
			continue
		}
		for g, id := range r.Goals {
			row := []string{"", "", id}
			if g == 0 {
				row[0], row[1] = p.names(e.Interventions), p.score(e)
			}
			for t, at := range r.Options.Moments {
				if at > e.Until {
					row = append(row, p.words.Get("beyond"))
					continue
				}
				row = append(row, p.change(e.Change[r.Factor(id)][t], e.Trends[g][t]))
			}
			rows = append(rows, append(row, p.signed(100*e.LongRun[g], 2)))
		}
	}
	p.table(p.words.Get("effects"), rows)
}

// score writes the score of a run, or how far an unstable one holds.
func (p *printer) score(e marvel.Effect) string {
	switch {
	case !e.Unstable:
		return p.number(e.Score, 1)
	case math.IsInf(e.Until, 1):
		return p.words.Get("unstable")
	}
	return p.words.Format("until_year", p.number(e.Until, 1))
}

// change writes a change in points, or its direction if only that follows.
func (p *printer) change(v float64, t marvel.Trend) string {
	if !math.IsNaN(v) {
		return p.signed(100*v, 2)
	}
	return p.words.Get(map[marvel.Trend]string{
		marvel.Unclear: "undetermined", marvel.Rises: "rises", marvel.Falls: "falls", marvel.Still: "still",
	}[t])
}

func (p *printer) rankings() {
	r := p.result
	for _, k := range r.Rankings {
		if len(k.All)+len(k.Unranked) == 0 {
			continue
		}
		heading := "ranking"
		if k.ByPush {
			heading = "ranking_push"
		}
		rows := [][]string{p.heads("intervention", "contribution", "per_push")}
		for _, place := range k.All[:min(len(k.All), shownRanks)] {
			rows = append(rows, []string{p.names(r.Effects[place.Effect].Interventions), p.signed(place.Gain, 1), p.signed(place.PerPush, 1)})
		}
		if len(k.All) > 0 {
			p.table(p.words.Format(heading, p.short(k.Moment)), rows)
		} else {
			p.out.WriteString("\n" + p.words.Format(heading, p.short(k.Moment)) + "\n")
		}
		var order []string
		for _, i := range k.Order {
			order = append(order, p.names(r.Effects[i].Interventions))
		}
		if len(order) > 0 {
			p.line("order_only", strings.Join(order, " > "))
		}
		var unranked []string
		for _, i := range k.Unranked {
			unranked = append(unranked, p.names(r.Effects[i].Interventions))
		}
		if len(unranked) > 0 {
			p.line("unranked", strings.Join(unranked, ", "))
		}
	}
	p.out.WriteString("\n")
	if i := r.Best.Single; i >= 0 {
		p.line("best_single", p.names(r.Effects[i].Interventions))
	}
	if i := r.Best.Combination; i >= 0 {
		p.line("best_combination", p.names(r.Effects[i].Interventions))
	}
}

// some prints a table of the single interventions, if it has rows.
func (p *printer) some(heading string, head []string, rows func(e marvel.Effect) [][]string) {
	all := [][]string{append(p.heads("intervention"), head...)}
	for _, e := range p.result.Effects {
		if len(e.Interventions) != 1 {
			continue
		}
		for _, row := range rows(e) {
			all = append(all, append([]string{p.names(e.Interventions)}, row...))
		}
	}
	if len(all) > 1 {
		p.table(p.words.Get(heading), all)
	}
}

func (p *printer) dips() {
	p.some("dips", p.heads("goal", "depth", "deepest", "until"), func(e marvel.Effect) (rows [][]string) {
		for _, d := range e.Dips {
			rows = append(rows, []string{d.Goal, p.number(100*d.Depth, 2), p.years(d.Time), p.years(d.Until)})
		}
		return rows
	})
}

func (p *printer) leaves() {
	p.some("leaves", p.heads("factor", "time", "level"), func(e marvel.Effect) (rows [][]string) {
		for _, l := range e.Excursions {
			rows = append(rows, []string{l.Factor, p.years(l.Time), p.number(100*l.Level, 1)})
		}
		return rows
	})
}

func (p *printer) side() {
	p.some("side", p.heads("factor", "change"), func(e marvel.Effect) (rows [][]string) {
		for _, s := range e.Side[:min(len(e.Side), shownSide)] {
			rows = append(rows, []string{s.Factor, p.signed(100*s.Change[len(s.Change)-1], 2)})
		}
		return rows
	})
}

func (p *printer) paths() {
	if len(p.result.Paths) == 0 {
		return
	}
	rows := [][]string{p.heads("intervention", "goal", "count", "negative", "gain_sum", "shortest", "quickest", "strongest")}
	for _, a := range p.result.Paths {
		count := strconv.Itoa(a.Count)
		if !a.Complete {
			count = p.words.Format("at_least", a.Count)
		}
		row := []string{a.Intervention, a.Goal, count, strconv.Itoa(a.Negative)}
		if a.Count > 0 {
			row = append(row, p.signed(a.GainSum, 3))
			for _, path := range []marvel.Path{a.Shortest, a.Quickest, a.Strongest} {
				row = append(row, fmt.Sprintf("%d: %s, %s", len(path.Relations), p.signed(path.Gain, 3), p.years(path.Delay)))
			}
			if a.Opposite {
				row = append(row, p.words.Get("opposite"))
			}
		}
		rows = append(rows, row)
	}
	p.table(p.words.Get("paths"), rows)
}

func (p *printer) robustness() {
	b := p.result.Robustness
	if b.Tried == 0 {
		return
	}
	of := func(n int) string { return p.words.Format("robust_of", n, b.Tried) }
	rows := [][]string{
		{p.words.Format("robust_tried", b.Tried, b.Possible)},
		{p.words.Get("robust_single"), of(b.StableSingle)},
		{p.words.Get("robust_combination"), of(b.StableCombination)},
	}
	for i, at := range p.result.Options.Moments {
		rows = append(rows, []string{p.words.Format("robust_ranking", p.short(at)), of(b.StableRankings[i])})
	}
	rows = append(rows, []string{p.words.Get("robust_directions"), of(b.StableDirections)})
	p.table(p.words.Get("robustness"), rows)
	rows = nil
	for _, s := range b.Matter[:min(len(b.Matter), shownShifts)] {
		scale := prose.Strength
		if s.Speed {
			scale = prose.Speed
		}
		var changes []string
		for _, c := range s.Changes {
			changes = append(changes, p.changed(c))
		}
		rows = append(rows, []string{s.Relation, p.prose.Step(scale, s.From) + " → " + p.prose.Step(scale, s.To), strings.Join(changes, ", ")})
	}
	if len(rows) > 0 {
		p.table(p.words.Get("robust_matter"), rows)
	}
}

// changed puts what a shift changed into words.
func (p *printer) changed(c marvel.Consequence) string {
	switch c.Kind {
	case marvel.RankingChanged:
		return p.words.Format("change_ranking", p.short(c.Moment))
	case marvel.DirectionTurned:
		return p.words.Format("change_direction", c.Goal)
	}
	return p.words.Get("change_" + c.String())
}
