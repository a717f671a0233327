package snapshot

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/source"
)

// A role says how much of the reader's attention a factor or relation asks.
type role int

const (
	neighbour role = iota + 1 // a ghost
	quiet                     // thin, with a soft label: the rest of a landscape
	core
)

// A choice grows while the selectors of a view are read. Selectors add by
// union: what one shows in full, another can't make faint.
type choice struct {
	in        Input
	factors   map[string]role
	relations map[string]role
	hidden    map[string]bool
	loops     []marvel.Loop
	groups    bool   // domains are drawn as areas
	route     *route // of a path view
	routes    map[*Path]*route
	effect    *effect
	change    *change
	overview  *overview
	subjects  []subject
	lit       *Lit // once the choice is made
	problems  []source.Problem
}

// A subject is what one selector shows, for the words: a key of the templates
// with its arguments.
type subject struct {
	key  string
	args []string
}

func newChoice(in Input) *choice {
	return &choice{
		in: in, factors: map[string]role{}, relations: map[string]role{},
		hidden: map[string]bool{}, routes: map[*Path]*route{},
	}
}

func (c *choice) show() {
	for _, s := range c.in.View.Show {
		s.choose(c)
	}
}

func (c *choice) addFactor(id string, r role)   { c.factors[id] = max(c.factors[id], r) }
func (c *choice) addRelation(id string, r role) { c.relations[id] = max(c.relations[id], r) }

func (c *choice) tell(key string, args ...string) {
	c.subjects = append(c.subjects, subject{key, args})
}

func (c *choice) report(pos source.Pos, severity source.Severity, m source.Message, args ...any) {
	c.problems = append(c.problems, source.Problem{Pos: pos, Severity: severity, Message: m, Args: args})
}

// addInduced adds the relations of which both ends are shown in full.
func (c *choice) addInduced() {
	for _, r := range c.in.Model.Relations {
		if c.factors[r.From] == core && c.factors[r.To] == core {
			c.addRelation(r.ID, core)
		}
	}
}

func (c *choice) hide() {
	for _, id := range c.in.View.Hide {
		if c.in.Model.Factor(id) == nil {
			c.problems = append(c.problems, unknown(c.in.View.Pos, noFactor, id, factorIDs(c.in.Model)))
			continue
		}
		if c.factors[id] == 0 {
			continue
		}
		c.hidden[id] = true
		delete(c.factors, id)
	}
	for _, r := range c.in.Model.Relations {
		if c.hidden[r.From] || c.hidden[r.To] {
			delete(c.relations, r.ID)
		}
	}
	c.loops = slices.DeleteFunc(c.loops, func(l marvel.Loop) bool {
		return slices.ContainsFunc(l.Factors, func(id string) bool { return c.hidden[id] })
	})
}

// layoutOf turns the word of the view into a Layout. All stand as on the map:
// "pinned" says no more than "map".
func layoutOf(word string) document.Layout {
	if word == "fresh" {
		return document.FreshLayout
	}
	return document.MapLayout
}

// and returns the word between the last two names of a title.
func (c *choice) and() string { return newWriter(c.in, &part{}).words.Get("and") }
