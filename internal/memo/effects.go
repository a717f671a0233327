package memo

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// Sizes of a change in points on a scale of 0–100. They only choose the symbol
// and the word; the number stands beside them. Under half a point a change is
// smaller than what a group can tell apart when it gives levels.
const (
	smallChange = 0.5
	largeChange = 5
)

// symbol marks the direction and size of a change.
func symbol(points float64) string {
	switch size := math.Abs(math.Round(points*10) / 10); {
	case size < smallChange:
		return "·"
	case size < largeChange && points > 0:
		return "▲"
	case size < largeChange:
		return "▼"
	case points > 0:
		return "▲▲"
	}
	return "▼▼"
}

// movement says a change in words: "stijgt sterk".
func (w *writer) movement(points float64) string {
	return w.t("move." + map[string]string{"·": "still", "▲": "up", "▲▲": "up.much", "▼": "down", "▼▼": "down.much"}[symbol(points)])
}

func (w *writer) trendWord(t marvel.Trend) string {
	return w.t("trend." + [...]string{"unclear", "rises", "falls", "still"}[t])
}

// cell writes a change in a table: "▲ +1,2", or the direction if there is no number.
func (w *writer) cell(e *marvel.Effect, g, m int) string {
	if c, ok := w.goalChange(e, g, m); ok {
		return symbol(c*100) + hard + w.points(c)
	}
	if e.Unstable {
		return w.t("unstable")
	}
	return w.trendWord(w.trend(e, g, m))
}

func (w *writer) momentColumns(align document.Align) []document.Column {
	var columns []document.Column
	for _, t := range w.moments() {
		columns = append(columns, document.Column{Head: document.Words(w.capital(w.after(t))), Align: align})
	}
	return columns
}

// effectTable is the matrix interventions × goals × moments, by goal.
func (w *writer) effectTable() *document.Table {
	singles := w.singles()
	if len(singles) == 0 || len(w.r.Goals) == 0 || !w.hasTrends() {
		return nil
	}
	align := document.Decimal
	if !w.hasNumbers() {
		align = document.Left
	}
	t := &document.Table{Caption: document.Words(joinSentences([]string{w.bestSentence(), w.t("caption.effects")}))}
	t.Columns = append(w.columns("effects", "intervention"), w.momentColumns(align)...)
	if w.hasNumbers() {
		t.Columns = append(t.Columns, w.columns("effects", "intervention", "words")[1])
		t.Note = document.Words(w.t("note.effects"))
	} else {
		t.Note = document.Words(w.t("note.trends"))
	}
	for g, id := range w.r.Goals {
		t.Rows = append(t.Rows, groupRow(w.goalTitle(id)))
		for _, e := range singles {
			cells := []string{w.intervention(e.Interventions[0])}
			for m := range w.moments() {
				cells = append(cells, w.cell(e, g, m))
			}
			if w.hasNumbers() {
				cells = append(cells, w.inWords(e, g))
			}
			t.Rows = append(t.Rows, row("", cells...))
		}
	}
	return t
}

// goalTitle names a goal with the direction that is wanted.
func (w *writer) goalTitle(id string) string {
	f := w.m.Factor(id)
	if f != nil && f.Goal == model.Lower {
		return w.t("goal.lower", f.Label)
	}
	return w.t("goal.higher", w.factor(id))
}

// inWords says what an intervention does to a goal at the last moment, and
// whether it first does the opposite.
func (w *writer) inWords(e *marvel.Effect, g int) string {
	m := len(w.moments()) - 1
	c, ok := w.goalChange(e, g, m)
	if !ok {
		if e.Unstable {
			return w.t("unstable.words")
		}
		return w.trendWord(w.trend(e, g, m))
	}
	words := w.movement(c * 100)
	if d := dipOf(e, w.r.Goals[g]); d != nil {
		words += "; " + w.t("dip.short", w.after(roundHalf(d.Time)))
	}
	return words
}

// leastDip is the smallest setback that is told, on a scale of 0–1: a tenth of
// a point, the smallest number in the tables.
const leastDip = 0.001

func dipOf(e *marvel.Effect, goal string) *marvel.Dip {
	for i := range e.Dips {
		if e.Dips[i].Goal == goal && e.Dips[i].Depth >= leastDip {
			return &e.Dips[i]
		}
	}
	return nil
}

// dipSentences tell where a goal gets worse before it gets better.
func (w *writer) dipSentences() []string {
	var all []string
	for _, e := range w.singles() {
		for _, goal := range w.r.Goals {
			d := dipOf(e, goal)
			if d == nil {
				continue
			}
			depth := w.decimal(d.Depth*100, 1)
			s := w.t("dip", w.interventionQ(e.Interventions[0]), w.factorQ(goal), depth, w.years(roundHalf(d.Time)))
			if !math.IsNaN(d.Until) && !math.IsInf(d.Until, 0) && d.Until > d.Time {
				s += " " + w.t("dip.until", w.years(roundHalf(d.Until)))
			}
			all = append(all, s)
		}
	}
	return all
}

// roundHalf rounds years to halves: the model knows no months.
func roundHalf(years float64) float64 { return math.Max(0.5, math.Round(years*2)/2) }

// rankingTable orders the single interventions at each moment.
func (w *writer) rankingTable() *document.Table {
	if len(w.r.Rankings) == 0 || len(w.r.Rankings[0].Singles) < 2 {
		return nil
	}
	t := &document.Table{
		Caption: document.Words(joinSentences([]string{w.rankingSentence(), w.t("caption.ranking")})),
		Note:    document.Words(w.t("note.ranking")),
	}
	t.Columns = append(w.columns("ranking", "rank"), w.momentColumns(document.Left)...)
	byPush := w.r.Rankings[0].ByPush
	if !byPush {
		t.Rows = append(t.Rows, groupRow(w.t("ranking.gain")))
		t.Rows = append(t.Rows, w.rankRows(func(x marvel.Ranked) float64 { return x.Gain / 100 })...)
	}
	if perPush := w.rankRows(perPush); len(perPush) > 0 {
		t.Rows = append(append(t.Rows, groupRow(w.t("ranking.push"))), perPush...)
	}
	return t
}

// perPush is the gain per point of push.
func perPush(x marvel.Ranked) float64 { return x.PerPush / 1e4 }

// rankRows sorts each moment by a value, best first, and puts the moments side
// by side.
func (w *writer) rankRows(value func(marvel.Ranked) float64) []document.Row {
	var columns [][]string
	rows := 0
	for _, r := range w.r.Rankings {
		order := slices.DeleteFunc(slices.Clone(r.Singles), func(x marvel.Ranked) bool { return math.IsNaN(value(x)) })
		slices.SortStableFunc(order, func(a, b marvel.Ranked) int {
			switch x, y := value(a), value(b); {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return strings.Compare(w.idOf(a), w.idOf(b))
		})
		var column []string
		for _, x := range order {
			column = append(column, w.intervention(w.idOf(x))+" "+w.signed(value(x), 2))
		}
		columns = append(columns, column)
		rows = max(rows, len(column))
	}
	var out []document.Row
	for i := range rows {
		cells := []string{strconv.Itoa(i + 1)}
		for _, column := range columns {
			s := w.t("dash")
			if i < len(column) {
				s = column[i]
			}
			cells = append(cells, s)
		}
		out = append(out, row("", cells...))
	}
	return out
}

func (w *writer) idOf(x marvel.Ranked) string {
	if x.Effect < len(w.r.Effects) && len(w.r.Effects[x.Effect].Interventions) > 0 {
		return w.r.Effects[x.Effect].Interventions[0]
	}
	return ""
}

// rankingSentence says whether the order depends on the moment.
func (w *writer) rankingSentence() string {
	first := w.topAt(0)
	if first == "" {
		return ""
	}
	early := w.after(w.r.Rankings[0].Moment)
	if len(w.r.Rankings) == 1 {
		return w.t("ranking.single", w.interventionQ(first), early)
	}
	for i := len(w.r.Rankings) - 1; i > 0; i-- {
		if top := w.topAt(i); top != "" && top != first {
			return w.t("ranking.differs", early, w.interventionQ(first), w.after(w.r.Rankings[i].Moment), w.interventionQ(top))
		}
	}
	return w.t("ranking.same", w.interventionQ(first))
}

func (w *writer) topAt(i int) string {
	if i < 0 || i >= len(w.r.Rankings) || len(w.r.Rankings[i].Singles) == 0 {
		return ""
	}
	return w.idOf(w.r.Rankings[i].Singles[0])
}

// combinationRows is how many combinations the table prints.
const combinationRows = 10

// combinationTable gives the best combinations by score.
func (w *writer) combinationTable() *document.Table {
	all := w.combinations()
	if len(all) == 0 {
		return nil
	}
	t := &document.Table{
		Caption: document.Words(joinSentences([]string{w.combinationSentence(), w.t("caption.combinations")})),
	}
	t.Columns = append(w.columns("combinations", "combination"), w.momentColumns(document.Decimal)...)
	t.Columns = append(t.Columns, w.columns("combinations", "combination", "score.")[1])
	for i, e := range all {
		if i == combinationRows {
			break
		}
		cells := []string{w.together(e.Interventions)}
		for m := range w.moments() {
			cells = append(cells, w.signed(gain(e, m), 2))
		}
		t.Rows = append(t.Rows, row("", append(cells, w.signed(w.meanGain(e), 2))...))
	}
	note := w.t("note.combinations")
	if len(all) > combinationRows {
		note = w.t("note.combinations.shown", w.count(combinationRows), w.count(len(all))) + " " + note
	}
	t.Note = document.Words(note)
	return t
}

// combinations gives the effects of two or more interventions, best score first.
func (w *writer) combinations() []*marvel.Effect {
	var all []*marvel.Effect
	for i := range w.r.Effects {
		e := &w.r.Effects[i]
		if len(e.Interventions) > 1 && !math.IsNaN(w.meanGain(e)) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *marvel.Effect) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return all
}

// sideRows is how many side effects the table prints for each intervention.
const sideRows = 3

func (w *writer) sideEffectTable() *document.Table {
	t := &document.Table{
		Caption: document.Words(joinSentences([]string{w.sideSentence(), w.t("caption.side-effects")})),
		Note:    document.Words(w.t("note.effects")),
	}
	t.Columns = append(w.columns("side-effects", "factor"), w.momentColumns(document.Decimal)...)
	for _, e := range w.singles() {
		var rows []document.Row
		for _, s := range e.Side {
			if len(rows) == sideRows || len(s.Change) == 0 || math.IsNaN(last(s.Change)) || symbol(last(s.Change)*100) == "·" {
				break
			}
			cells := []string{w.factor(s.Factor)}
			for _, c := range s.Change {
				cells = append(cells, symbol(c*100)+hard+w.points(c))
			}
			rows = append(rows, row("", cells...))
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(w.intervention(e.Interventions[0]))), rows...)
		}
	}
	return t
}

// sideSentence names the largest side effect.
func (w *writer) sideSentence() string {
	var best *marvel.SideEffect
	var lever string
	for _, e := range w.singles() {
		for i := range e.Side {
			s := &e.Side[i]
			if c := last(s.Change); !math.IsNaN(c) && (best == nil || math.Abs(c) > math.Abs(last(best.Change))) {
				best, lever = s, e.Interventions[0]
			}
		}
	}
	if best == nil {
		return ""
	}
	return w.t("side.largest", w.factorQ(best.Factor), w.interventionQ(lever), w.after(w.lastMoment()), w.movedBy(last(best.Change)))
}

// movedBy says a change with its number: "stijgt met 12,4 punten".
func (w *writer) movedBy(change float64) string {
	p := change * 100
	rounded := math.Abs(math.Round(p*10) / 10)
	key := "moved.up"
	switch {
	case rounded == 0:
		return w.t("moved.still")
	case p < 0:
		key = "moved.down"
	}
	unit := w.t("points")
	if rounded == 1 {
		unit = w.t("point")
	}
	return w.t(key, w.decimal(rounded, 1)+hard+unit)
}

// pathTable tells how the interventions reach the goals.
func (w *writer) pathTable() *document.Table {
	t := &document.Table{
		Caption: document.Words(joinSentences([]string{w.pathSentence(), w.t("caption.paths")})),
		Columns: w.columns("paths", "intervention", "count>", "negative>", "shortest", "quickest", "strongest"),
		Note:    document.Words(w.t("note.paths")),
	}
	for _, goal := range w.r.Goals {
		var rows []document.Row
		for _, c := range w.m.Interventions {
			i := slices.IndexFunc(w.r.Paths, func(p marvel.Paths) bool { return p.Goal == goal && p.Intervention == c.ID })
			if i < 0 {
				continue
			}
			p := &w.r.Paths[i]
			if p.Count == 0 {
				rows = append(rows, row("", w.intervention(p.Intervention), "0", w.t("dash"), w.t("dash"), w.t("dash"), w.t("dash")))
				continue
			}
			count := w.decimal(float64(p.Count), 0)
			if !p.Complete {
				count = "≥" + hard + count
			}
			name := w.intervention(p.Intervention)
			if p.Opposite {
				name += " *"
			}
			rows = append(rows, row("", name, count, w.decimal(float64(p.Negative), 0), w.pathCell(p.Shortest), w.otherPath(p.Quickest, p.Shortest), w.otherPath(p.Strongest, p.Shortest)))
		}
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, groupRow(w.goalTitle(goal))), rows...)
		}
	}
	return t
}

// otherPath tells a path, or that it is the shortest one again.
func (w *writer) otherPath(p, shortest marvel.Path) string {
	if len(p.Relations) > 0 && slices.Equal(p.Relations, shortest.Relations) {
		return w.t("path.same")
	}
	return w.pathCell(p)
}

// pathCell tells a path: gain, steps, delay.
func (w *writer) pathCell(p marvel.Path) string {
	if len(p.Relations) == 0 {
		if len(p.Factors) > 0 { // the intervention acts on the goal itself
			return w.t("path.direct")
		}
		return w.t("dash")
	}
	s := w.many("steps", len(p.Relations))
	if len(p.Relations) > 10 {
		s = w.t("steps.many", strconv.Itoa(len(p.Relations)))
	}
	if !math.IsNaN(p.Gain) {
		s = w.gainText(p.Gain) + "; " + s
	}
	if !math.IsNaN(p.Delay) {
		s += "; " + w.years(p.Delay)
	}
	return s
}

// pathSentence says how many paths work against each other.
func (w *writer) pathSentence() string {
	pairs, opposite, unknown := 0, 0, 0
	var example *marvel.Paths
	for i := range w.r.Paths {
		p := &w.r.Paths[i]
		if p.Count == 0 {
			continue
		}
		pairs++
		unknown += p.Undetermined
		if p.Opposite {
			opposite++
			if example == nil {
				example = p
			}
		}
	}
	switch {
	case pairs == 0:
		return w.t("paths.none")
	case opposite == 0 && unknown > 0:
		return w.t("paths.unknown")
	case opposite == 0:
		return w.t("paths.same")
	}
	return w.t("paths.opposite", w.interventionQ(example.Intervention), w.factorQ(example.Goal))
}

// robustnessTable says how much the results depend on the words chosen.
func (w *writer) robustnessTable() *document.Table {
	r := &w.r.Robustness
	if r.Tried == 0 {
		return nil
	}
	t := &document.Table{
		Caption: document.Words(joinSentences([]string{w.robustSentence(), w.t("caption.robustness")})),
		Columns: w.columns("robustness", "result", "stable>"),
	}
	add := func(what string, stable int) {
		t.Rows = append(t.Rows, row("", what, w.t("of", w.decimal(float64(stable), 0), w.decimal(float64(r.Tried), 0))))
	}
	add(w.t("robust.single"), r.StableSingle)
	if w.bestCombination() != nil {
		add(w.t("robust.combination"), r.StableCombination)
	}
	for m, n := range r.StableRankings {
		if m < len(w.moments()) {
			add(w.t("robust.ranking", w.after(w.moments()[m])), n)
		}
	}
	add(w.t("robust.directions"), r.StableDirections)
	note := w.t("note.robustness")
	if r.Tried < r.Possible {
		note = w.t("note.robustness.tried", w.decimal(float64(r.Tried), 0), w.decimal(float64(r.Possible), 0)) + " " + note
	}
	t.Note = document.Words(note)
	return t
}

func (w *writer) robustSentence() string {
	r := &w.r.Robustness
	if r.Tried == 0 {
		return ""
	}
	switch share := float64(r.StableSingle) / float64(r.Tried); {
	case share == 1:
		return w.t("robust.always")
	case share >= 0.9:
		return w.t("robust.mostly", w.decimal(float64(r.StableSingle), 0), w.decimal(float64(r.Tried), 0))
	}
	return w.t("robust.depends", w.decimal(float64(r.Tried-r.StableSingle), 0), w.decimal(float64(r.Tried), 0))
}

// shifts is how many words that matter the memo names.
const shifts = 5

// matters lists the words whose choice decides a result.
func (w *writer) matters() []document.Block {
	list := &document.List{Tight: true}
	for i, s := range w.r.Robustness.Matter {
		if i == shifts {
			break
		}
		r := w.m.Relation(s.Relation)
		if r == nil {
			continue
		}
		scale := "strength"
		if s.Speed {
			scale = "speed"
		}
		text := w.t("shift."+scale, w.factorQ(r.From), w.factorQ(r.To), w.word(scale, s.From), w.word(scale, s.To), w.list(w.consequences(s.Changes)))
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: document.Words(w.capital(text))}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{say(w.t("shift.intro")), list}
}

// consequences say what a shifted word changes.
func (w *writer) consequences(changes []string) []string {
	var all []string
	add := func(s string) {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	var rankings, goals []string
	for _, c := range changes {
		kind, arg, _ := strings.Cut(c, ":")
		kind, at, _ := strings.Cut(kind, "@")
		switch kind {
		case "unstable":
			add(w.t("shift.unstable"))
		case "best_single":
			add(w.t("shift.single"))
		case "best_combination":
			add(w.t("shift.combination"))
		case "ranking":
			if years, err := strconv.ParseFloat(at, 64); err == nil {
				rankings = append(rankings, w.after(years))
			}
		case "direction":
			if f := w.m.Factor(arg); f != nil {
				goals = append(goals, quoted(f.Label))
			}
		}
	}
	single, combination := w.t("shift.single"), w.t("shift.combination")
	if i, j := slices.Index(all, single), slices.Index(all, combination); i >= 0 && j >= 0 {
		all[i] = w.t("shift.both")
		all = slices.Delete(all, j, j+1)
	}
	switch {
	case len(rankings) == 0:
	case len(rankings) == len(w.moments()) && len(rankings) > 1:
		add(w.t("shift.ranking.all"))
	default:
		add(w.t("shift.ranking", w.list(rankings)))
	}
	if len(goals) > 0 {
		add(w.t("shift.direction", w.list(goals)))
	}
	return all
}

// effectOf tells the computed effect of interventions on the goals, for beside a
// recommendation; empty if there are none.
func (w *writer) effectOf(ids []string) string {
	if len(ids) == 0 || len(w.r.Goals) == 0 {
		return ""
	}
	e := w.run(ids)
	if e == nil {
		return ""
	}
	if e.Unstable {
		return w.t("effect.unstable", w.withEachOther(ids))
	}
	m := len(w.moments()) - 1
	var parts []string
	numbers := false
	for g, goal := range w.r.Goals {
		if c, ok := w.goalChange(e, g, m); ok {
			numbers = true
			parts = append(parts, fmt.Sprintf("%s %s", w.factorQ(goal), w.points(c)))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %s", w.factorQ(goal), w.trendWord(w.trend(e, g, m))))
	}
	key := "effect.trend"
	if numbers {
		key = "effect.points"
	}
	s := w.t(key, w.withEachOther(ids), w.after(w.lastMoment()), w.list(parts))
	for _, goal := range w.r.Goals {
		if d := dipOf(e, goal); d != nil {
			s += " " + w.t("effect.dip", w.factorQ(goal), w.decimal(d.Depth*100, 1))
		}
	}
	return s
}

// gainAtEnd is the mean effect on the goals at the last moment, for a table.
func (w *writer) gainAtEnd(ids []string) string {
	if len(ids) == 0 {
		return w.t("dash")
	}
	e := w.run(ids)
	switch {
	case e == nil:
		return w.t("dash")
	case e.Unstable:
		return w.t("unstable")
	}
	g := gain(e, len(w.moments())-1)
	if math.IsNaN(g) {
		return w.t("undetermined")
	}
	return w.signed(g, 1)
}
