package analysis

import (
	"math"
	"strconv"
	"strings"

	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
	"slotmemo/internal/prose"
)

// telling is the printer of claims.
type telling struct{ *printer }

// first tells who comes first by each criterion, how firmly, and who else if
// a word is moved.
func (p telling) first() {
	rows := [][]string{p.heads("criterion", "first", "points", "lead", "kept", "else")}
	for i := range p.claims.Singles {
		if c := &p.claims.Singles[i]; len(c.Standings) > 0 {
			rows = append(rows, p.contest(c))
		}
	}
	if len(rows) > 1 {
		p.table(p.words.Get("first_singles"), rows)
	} else if len(p.claims.Cut) > 0 {
		p.out.WriteString("\n")
		p.line("first_none")
	}
	for _, m := range p.claims.Cut {
		p.line("cut_"+m.Reason.String(), p.names(m.Interventions), p.missing(m))
	}
	switch a := p.claims.Agreement; {
	case a.Unanimous && a.Partial:
		p.line("unanimous_part", p.names(a.Winners[0].Interventions))
	case a.Unanimous:
		p.line("unanimous", p.names(a.Winners[0].Interventions))
	case len(a.Winners) > 1:
		var names []string
		for _, w := range a.Winners {
			names = append(names, p.names(w.Interventions))
		}
		p.line("divided", strings.Join(names, ", "))
	}
	if p.claims.Nothing {
		p.line("nothing")
	}
}

func (p telling) missing(m claims.Missing) string {
	switch m.Reason {
	case claims.Runaway:
		return p.number(m.Until, 1)
	case claims.OpenRelations:
		return strings.Join(m.Relations, ", ")
	}
	return m.Factor
}

// contest writes one row.
func (p telling) contest(c *claims.Contest) []string {
	row, top := []string{p.criterion(c.Criterion)}, c.Standings[0]
	switch c.Outcome {
	case claims.Tied:
		var names []string
		for _, s := range c.Standings[:c.Near] {
			names = append(names, p.names(s.Interventions))
		}
		row = append(row, p.words.Format("tie", strings.Join(names, ", ")))
	case claims.NothingHelps:
		row = append(row, p.words.Get("nobody"))
	default:
		row = append(row, p.names(top.Interventions))
	}
	lead := "–"
	if !math.IsNaN(c.Lead) {
		lead = p.number(c.Lead, 1)
	}
	row = append(row, p.signed(top.Value, 1), lead)
	if f := c.Firmness; f.Tried > 0 {
		row = append(row, p.words.Format("robust_of", f.Kept, f.Tried), p.others(f.Turns))
	} else {
		row = append(row, "–", "")
	}
	if computed := c.Computed(); computed < c.Field() {
		row = append(row, p.words.Format("of_field", computed, c.Field()))
	}
	return row
}

// others tells who comes first after how many of the steps that change it.
func (p telling) others(turns []claims.Turn) string {
	var names []string
	counts := map[string]int{}
	for _, t := range turns {
		name := p.words.Get("lost")
		if len(t.Lost) == 0 {
			name = p.names(t.First)
		}
		if counts[name]++; counts[name] == 1 {
			names = append(names, name)
		}
	}
	for i, name := range names {
		names[i] = name + " " + strconv.Itoa(counts[name]) + "×"
	}
	return strings.Join(names, ", ")
}

func (p telling) criterion(c claims.Criterion) string {
	switch c.Measure {
	case claims.ForGoal:
		return p.words.Format("by_for_goal", c.Goal, prose.Loose(p.prose.After(c.At)))
	case claims.OnAverage:
		return p.words.Format("by_on_average", prose.Loose(p.prose.Years(c.At)))
	}
	return p.words.Format("by_"+c.Measure.String(), prose.Loose(p.prose.After(c.At)))
}

// combinations tells which combinations are more or less than their parts.
func (p telling) combinations() {
	var rows [][]string
	adds := 0
	last := len(p.result.Options.Moments) - 1
	for _, c := range p.claims.Combinations {
		switch part := c.At[last]; part.Verdict {
		case claims.AddsUp:
			adds++
		case claims.Stronger, claims.Weaker:
			rows = append(rows, []string{p.names(c.Interventions), p.signed(part.Value, 1), p.signed(part.Sum, 1), p.words.Get(part.Verdict.String())})
		}
	}
	if adds+len(rows) == 0 {
		return
	}
	p.out.WriteString("\n")
	p.line("adds_up", adds, adds+len(rows))
	if len(rows) > 0 {
		p.table(p.words.Get("sum_of_parts"), append([][]string{p.heads("intervention", "whole", "parts", "verdict")}, rows...))
	}
}

// disputes tells what the differences of view decide.
func (p telling) disputes() {
	if len(p.claims.Disputes) == 0 {
		return
	}
	rows := [][]string{p.heads("relation", "step", "effect_of")}
	for _, d := range p.claims.Disputes {
		if !d.Matters {
			rows = append(rows, []string{p.relation(d.Relation), "", p.words.Get("no_first")})
			continue
		}
		for _, s := range d.Steps {
			for _, t := range s.Turns {
				criterion := p.criterion(p.claims.Singles[t.Contest].Criterion)
				rows = append(rows, []string{p.relation(d.Relation), p.step(s.Step), criterion + ": " + p.after(t.Turn)})
			}
		}
	}
	p.table(p.words.Get("disputes"), rows)
}

// after tells who comes first after a step, and who has no number any more.
func (p telling) after(t claims.Turn) string {
	first := p.names(t.First)
	switch {
	case len(t.First) == 0:
		return p.words.Get("lost")
	case t.Tied():
		first = p.words.Format("tie", p.all(t.Near))
	}
	if len(t.Lost) > 0 {
		first += "; " + p.words.Get("lost") + ": " + p.all(t.Lost)
	}
	return first
}

// all joins the names of interventions and combinations.
func (p *printer) all(sets [][]string) string {
	var names []string
	for _, ids := range sets {
		names = append(names, p.names(ids))
	}
	return strings.Join(names, ", ")
}

func (p *printer) step(s marvel.Shift) string {
	kind := marvel.StrengthWord
	if s.Speed {
		kind = marvel.SpeedWord
	}
	return p.wording(kind, s.From) + " → " + p.wording(kind, s.To)
}

// relation names a relation by its id and what it joins.
func (p *printer) relation(id string) string {
	r := p.model.Relation(id)
	if r == nil {
		return id
	}
	return id + " (" + p.factor(r.From) + " → " + p.factor(r.To) + ")"
}

func (p *printer) factor(id string) string {
	if f := p.model.Factor(id); f != nil && f.Label != "" {
		return f.Label
	}
	return id
}
