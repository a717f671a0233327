package model

import (
	"slices"
	"strings"

	"slotmemo/internal/source"
)

var (
	duplicateID = source.Message{
		NL: "de id %q komt twee keer voor",
		EN: "the id %q is given twice",
	}
	selfLoop = source.Message{
		NL: "het verband gaat van %q naar zichzelf; verwacht een andere factor",
		EN: "the relation goes from %q to itself; expected another factor",
	}
	equalRelations = source.Message{
		NL: "het verband van %q naar %q staat er al met hetzelfde teken, dezelfde sterkte en snelheid",
		EN: "the relation from %q to %q is there already with the same sign, strength and speed",
	}
	unreachableGoal = source.Message{
		NL: "geen interventie heeft via de verbanden invloed op doel %q",
		EN: "no intervention reaches the goal %q along the relations",
	}
	shortLoop = source.Message{
		NL: "de lus %q telt %d factor; verwacht er ten minste twee",
		EN: "the loop %q has %d factor; expected at least two",
	}
	factorTwice = source.Message{
		NL: "de lus %q noemt factor %q twee keer; verwacht elke factor één keer",
		EN: "the loop %q names factor %q twice; expected each factor once",
	}
	openChain = source.Message{
		NL: "de lus %q is geen gesloten keten; er is geen verband van %q naar %q",
		EN: "the loop %q is no closed chain; there is no relation from %q to %q",
	}
	equalLoops = source.Message{
		NL: "de lus %q heeft dezelfde factoren als een andere lus",
		EN: "the loop %q has the same factors as another loop",
	}
)

// CheckRows gives the problems of rows beside each other: ids given twice, and
// relations that are equal or lead back to their own factor. It may be asked of
// a model that lacks rows.
func (m *Model) CheckRows() []source.Problem {
	c := &check{m: m}
	c.ids()
	c.relations()
	return c.problems
}

// CheckWhole gives the problems of the model as a whole: named loops that are
// no closed chain, and goals that no intervention can reach (a warning). Where
// a row couldn't be read it would blame what isn't to blame.
func (m *Model) CheckWhole() []source.Problem {
	c := &check{m: m}
	c.loops()
	c.goals()
	return c.problems
}

type check struct {
	m        *Model
	problems []source.Problem
}

func (c *check) report(pos source.Pos, m source.Message, args ...any) {
	c.problems = append(c.problems, source.Problem{Pos: pos, Message: m, Args: args})
}

func (c *check) twice(pos, first source.Pos, m source.Message, args ...any) {
	c.problems = append(c.problems, source.Problem{Pos: pos, Message: m, Args: args, See: first})
}

func (c *check) ids() {
	unique := func(n int, at func(int) (string, source.Pos)) {
		seen := make(map[string]source.Pos, n)
		for i := range n {
			id, pos := at(i)
			if first, ok := seen[id]; ok {
				c.twice(pos, first, duplicateID, id)
				continue
			}
			seen[id] = pos
		}
	}
	m := c.m
	unique(len(m.Factors), func(i int) (string, source.Pos) { return m.Factors[i].ID, m.Factors[i].Pos })
	unique(len(m.Relations), func(i int) (string, source.Pos) { return m.Relations[i].ID, m.Relations[i].Pos })
	unique(len(m.Interventions), func(i int) (string, source.Pos) { return m.Interventions[i].ID, m.Interventions[i].Pos })
	unique(len(m.Actors), func(i int) (string, source.Pos) { return m.Actors[i].ID, m.Actors[i].Pos })
	unique(len(m.Loops), func(i int) (string, source.Pos) { return m.Loops[i].ID, m.Loops[i].Pos })
}

func (c *check) relations() {
	type same struct {
		from, to        string
		sign            Sign
		strength, speed string
		force           bool
	}
	seen := map[same]source.Pos{}
	for _, r := range c.m.Relations {
		if r.From == r.To {
			c.report(r.Pos, selfLoop, r.From)
			continue
		}
		key := same{r.From, r.To, r.Sign, r.Strength, r.Speed, r.Force}
		if first, ok := seen[key]; ok {
			c.twice(r.Pos, first, equalRelations, r.From, r.To)
			continue
		}
		seen[key] = r.Pos
	}
}

func (c *check) loops() {
	next := c.m.next()
	seen := map[string]source.Pos{}
	for _, l := range c.m.Loops {
		if !c.chain(l, next) {
			continue
		}
		key := strings.Join(turned(l.Factors), "\x00")
		if first, ok := seen[key]; ok {
			c.twice(l.Pos, first, equalLoops, l.ID)
			continue
		}
		seen[key] = l.Pos
	}
}

// chain tells whether a loop is a closed chain of relations.
func (c *check) chain(l NamedLoop, next map[string][]string) bool {
	if len(l.Factors) < 2 {
		c.report(l.Pos, shortLoop, l.ID, len(l.Factors))
		return false
	}
	seen := map[string]bool{}
	for i, from := range l.Factors {
		if seen[from] {
			c.report(l.Pos, factorTwice, l.ID, from)
			return false
		}
		seen[from] = true
		if to := l.Factors[(i+1)%len(l.Factors)]; !slices.Contains(next[from], to) {
			c.report(l.Pos, openChain, l.ID, from, to)
			return false
		}
	}
	return true
}

// turned gives the factors of a loop from the smallest id on.
func turned(factors []string) []string {
	at := slices.Index(factors, slices.Min(factors))
	return append(slices.Clone(factors[at:]), factors[:at]...)
}

// next gives the factors that each factor has a relation to.
func (m *Model) next() map[string][]string {
	next := map[string][]string{}
	for _, r := range m.Relations {
		next[r.From] = append(next[r.From], r.To)
	}
	return next
}

// goals warns for goals that no intervention can reach. A model without
// interventions has nothing to reach them with, and says so by itself.
func (c *check) goals() {
	if len(c.m.Interventions) == 0 {
		return
	}
	next, reached := c.m.next(), map[string]bool{}
	var open []string
	for _, v := range c.m.Interventions {
		open = append(open, v.Factor)
	}
	for len(open) > 0 {
		f := open[len(open)-1]
		open = open[:len(open)-1]
		if !reached[f] {
			reached[f] = true
			open = append(open, next[f]...)
		}
	}
	for _, f := range c.m.Factors {
		if f.Goal != NoGoal && !reached[f.ID] {
			c.problems = append(c.problems, source.Problem{
				Pos: f.Pos, Severity: source.Warning, Message: unreachableGoal, Args: []any{f.ID},
			})
		}
	}
}
