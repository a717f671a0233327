package snapshot

import (
	"maps"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// A role says how much of the reader's attention a factor or relation asks.
type role int

const (
	neighbour role = iota + 1 // drawn faint
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
	cut       map[string]bool // factors of which the reader must know that they have more relations
	trimmed   int             // neighbours that were left out, since they were too many
	groups    bool            // domains are drawn as areas
	route     *route          // of a path view
	effect    *effect
	change    *change
	overview  *overview
	subjects  []subject
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
		hidden: map[string]bool{}, cut: map[string]bool{},
	}
}

func (c *choice) show() {
	for _, s := range c.in.View.Show {
		switch {
		case s.All:
			c.showAll()
		case len(s.Domains) > 0:
			c.showDomains(s)
		case len(s.Loops) > 0:
			c.showLoops(s)
		case s.Factor != nil:
			c.showNeighbourhood(s)
		case s.Path != nil:
			c.showPath(s)
		case s.Actor != "":
			c.showActor(s)
		case s.Effect != nil:
			c.showEffect(s)
		case s.Change != "":
			c.showChange(s)
		}
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

// addBorder adds what stands next to the factors given: their neighbours, and
// the relations that cross the border, both faint.
func (c *choice) addBorder(inside map[string]bool) {
	for _, r := range c.in.Model.Relations {
		switch {
		case inside[r.From] && inside[r.To]:
			c.addRelation(r.ID, core)
		case inside[r.From]:
			c.addFactor(r.To, neighbour)
			c.addRelation(r.ID, neighbour)
		case inside[r.To]:
			c.addFactor(r.From, neighbour)
			c.addRelation(r.ID, neighbour)
		}
	}
}

// maxBordered is the largest picture with neighbours: with more names none of
// them can be read on one page.
const maxBordered = 40

// trimBorder leaves the neighbours out where they are too many. A number at each
// factor says how many relations lead out of the picture.
func (c *choice) trimBorder() {
	if len(c.factors) <= maxBordered {
		return
	}
	for id, r := range c.factors {
		if r == neighbour {
			delete(c.factors, id)
			c.trimmed++
		} else {
			c.cut[id] = true
		}
	}
	for _, r := range c.in.Model.Relations {
		if c.factors[r.From] == 0 || c.factors[r.To] == 0 {
			delete(c.relations, r.ID)
		}
	}
}

func (c *choice) showAll() {
	c.tell("subject_all")
	c.groups = true
	if o := newOverview(c.in); o != nil && len(c.in.View.Show) == 1 {
		c.overview = o
		return
	}
	for _, f := range c.in.Model.Factors {
		c.addFactor(f.ID, core)
	}
	for _, r := range c.in.Model.Relations {
		c.addRelation(r.ID, core)
	}
}

func (c *choice) showDomains(s model.Selector) {
	c.groups = true
	inside := map[string]bool{}
	var names []string
	for _, name := range s.Domains {
		domain, ok := findDomain(c.in.Model, name)
		if !ok {
			c.problems = append(c.problems, unknown(s.Pos, noDomain, name, c.in.Model.Domains()))
			continue
		}
		names = append(names, domain)
		for _, f := range c.in.Model.Factors {
			if f.Domain == domain {
				inside[f.ID] = true
				c.addFactor(f.ID, core)
			}
		}
	}
	c.addBorder(inside)
	c.trimBorder()
	if len(names) == 1 {
		c.tell("subject_domain", names[0])
	} else {
		c.tell("subject_domains", joined(names, c.and()))
	}
}

// findDomain finds a domain by its name, whatever the case of its letters.
func findDomain(m *model.Model, name string) (string, bool) {
	domains := m.Domains()
	if slices.Contains(domains, name) {
		return name, true
	}
	for _, d := range domains {
		if strings.EqualFold(d, strings.TrimSpace(name)) {
			return d, true
		}
	}
	return "", false
}

// and gives the word between the last two names of a title.
func (c *choice) and() string { return newWriter(c.in, &part{}).words.Get("and") }

func (c *choice) showLoops(s model.Selector) {
	var names []string
	for _, id := range s.Loops {
		loop, ok := findLoop(c.in, id)
		if !ok {
			c.problems = append(c.problems, unknown(s.Pos, noLoop, id, loopIDs(c.in)))
			continue
		}
		names = append(names, loopName(loop))
		if !slices.ContainsFunc(c.loops, func(l marvel.Loop) bool { return l.ID == loop.ID }) {
			c.loops = append(c.loops, loop)
		}
		for _, f := range loop.Factors {
			c.addFactor(f, core)
		}
		for _, r := range loop.Relations {
			c.addRelation(r, core)
		}
	}
	if len(names) == 1 {
		c.tell("subject_loop", names[0])
	} else {
		c.tell("subject_loops", joined(quoted(names), c.and()))
	}
}

func (c *choice) showNeighbourhood(s model.Selector) {
	f := c.in.Model.Factor(s.Factor.ID)
	if f == nil {
		c.problems = append(c.problems, unknown(s.Pos, noFactor, s.Factor.ID, factorIDs(c.in.Model)))
		return
	}
	c.tell("subject_factor", f.Label)
	shown := map[string]bool{f.ID: true}
	maps.Copy(shown, within(c.in.Model, f.ID, s.Factor.In, true))
	maps.Copy(shown, within(c.in.Model, f.ID, s.Factor.Out, false))
	for id := range shown {
		c.addFactor(id, core)
		c.cut[id] = true
	}
	// Every relation between two factors of the picture is in it: a reader
	// takes two names without an arrow for "the group sees no relation".
	for _, r := range c.in.Model.Relations {
		if shown[r.From] && shown[r.To] {
			c.addRelation(r.ID, core)
		}
	}
}

// within gives the factors at most so many steps before (or after) one.
func within(m *model.Model, id string, steps int, before bool) map[string]bool {
	found := map[string]bool{id: true}
	edge := []string{id}
	for range min(steps, len(m.Factors)) {
		var next []string
		for _, r := range m.Relations {
			from, to := r.From, r.To
			if before {
				from, to = to, from
			}
			if slices.Contains(edge, from) && !found[to] {
				found[to] = true
				next = append(next, to)
			}
		}
		edge = next
	}
	return found
}

func (c *choice) showActor(s model.Selector) {
	a := c.in.Model.Actor(s.Actor)
	if a == nil {
		c.problems = append(c.problems, unknown(s.Pos, noActor, s.Actor, actorIDs(c.in.Model)))
		return
	}
	c.tell("subject_actor", a.Label)
	inside := map[string]bool{}
	for _, f := range c.in.Model.Factors {
		if slices.Contains(f.Owners, a.ID) {
			inside[f.ID] = true
		}
	}
	for _, i := range c.in.Model.Interventions {
		if slices.Contains(i.Owners, a.ID) {
			inside[i.Factor] = true
		}
	}
	if len(inside) == 0 {
		c.report(s.Pos, source.Warning, ownsNothing, a.ID)
	}
	for id := range inside {
		c.addFactor(id, core)
	}
	c.addBorder(inside)
	c.trimBorder()
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

// layoutOf turns the word of the view into a Layout.
func layoutOf(word string) document.Layout {
	switch word {
	case "pinned":
		return document.PinnedLayout
	case "fresh":
		return document.FreshLayout
	}
	return document.MapLayout
}
