package snapshot

import (
	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// All shows the whole model, or its domains where it is too large for one picture.
type All struct{}

var yesNo = map[string]string{"true": "yes", "yes": "yes", "ja": "yes", "false": "no", "no": "no", "nee": "no"}

func readAll(d *yamltree.Decoder, e yamltree.Entry) Selector {
	if d.OneOf(e, yesNo, source.Choice{"true"}, "no") != "yes" {
		return nil
	}
	return &All{}
}

func (*All) check(*checker)  {}
func (*All) home() string    { return HomeLandscape }
func (*All) section() string { return "" }

func (*All) choose(c *choice) {
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

// maxSpine bounds the spine of a landscape: the relations that matter most to the
// goals, a third of all.
const maxSpine = 26

// maxNamed is the largest landscape in which every factor has a label.
const maxNamed = 60

// light lights the spine of the landscape, if nothing else is lit.
func (*All) light(l *lighting) {
	if len(l.factors) > 0 {
		return
	}
	all := l.offered(func(model.Relation) bool { return true })
	spine := all[:min((len(all)+2)/3, maxSpine)]
	for i, r := range spine {
		if l.importance[r.ID] == 0 { // it has nothing to do with a goal
			spine = spine[:i]
			break
		}
		l.add(r)
	}
	for id, goal := range l.goals {
		if goal && l.seen(id) {
			l.addFactor(id)
		}
	}
	if len(spine) > 0 && len(spine) < len(all) {
		l.say("lit_spine", len(spine), len(all))
	}
}

// landscape draws the rest of the model quietly, rather than as ghosts.
func (l *lighting) landscape() {
	for _, r := range l.offered(func(r model.Relation) bool { return !l.relations[r.ID] }) {
		l.quiet[r.ID] = true
	}
	levers := leverFactors(l.c.in.Model)
	for _, f := range l.c.in.Model.Factors {
		if l.seen(f.ID) && !l.factors[f.ID] && (len(l.c.in.Model.Factors) <= maxNamed || levers[f.ID]) {
			l.soft[f.ID] = true
		}
	}
}
