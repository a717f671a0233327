package snapshot

import (
	"cmp"
	"maps"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// A Change shows what is new, gone or changed since an older state.
type Change struct {
	Pos   source.Pos
	Since string // its folder, as written: "versions/0.8"
}

func readChange(d *yamltree.Decoder, e yamltree.Entry) Selector {
	s := &Change{Pos: e.Val.Pos}
	if e.Val.Kind == yamltree.Scalar {
		if s.Since = d.Text(e); s.Since == "" {
			return nil
		}
		return s
	}
	if !d.IsMap(e, "since") {
		return s
	}
	d.Fields(e.Val, []yamltree.Field{{Key: "since", Read: func(e yamltree.Entry) { s.Since, s.Pos = d.Text(e), e.Val.Pos }}})
	d.Need(e, "since", s.Since)
	return s
}

func (*Change) check(*checker)  {} // whether the folder is there is found when it is read
func (*Change) home() string    { return HomeChanges }
func (*Change) section() string { return "" }

// A change is what a change view shows: what is new, gone or changed since an
// older model, matched by id.
type change struct {
	since     string
	factors   map[string]document.Change
	relations map[string]document.Change
}

func (s *Change) choose(c *choice) {
	old := c.in.Previous
	since := cmp.Or(c.in.PreviousName, s.Since)
	c.tell("subject_change", since)
	if old == nil {
		c.report(s.Pos, source.Error, nothingToCompare, s.Since)
		return
	}
	c.change = compare(c.in.Model, old)
	c.change.since = since
	if len(c.change.factors)+len(c.change.relations) == 0 {
		c.report(s.Pos, source.Warning, nothingChanged, s.Since)
		for _, f := range c.in.Model.Factors {
			c.addFactor(f.ID, core)
		}
		c.addInduced()
		return
	}
	c.showChanged()
}

// showChanged shows what changed, with the other ends of changed relations faint.
func (c *choice) showChanged() {
	for id, ch := range c.change.factors {
		if ch != document.Gone {
			c.addFactor(id, core)
		}
	}
	for _, m := range []*model.Model{c.in.Model, c.in.Previous} {
		for _, r := range m.Relations {
			ch := c.change.relations[r.ID]
			if ch == document.Same || (ch == document.Gone) != (m == c.in.Previous) {
				continue
			}
			if ch != document.Gone {
				c.addRelation(r.ID, core)
			}
			for _, end := range []string{r.From, r.To} {
				if c.in.Model.Factor(end) != nil {
					c.addFactor(end, neighbour)
				}
			}
		}
	}
}

func compare(now, old *model.Model) *change {
	ch := &change{factors: map[string]document.Change{}, relations: map[string]document.Change{}}
	for _, f := range now.Factors {
		switch was := old.Factor(f.ID); {
		case was == nil:
			ch.factors[f.ID] = document.New
		case was.Label != f.Label || was.Goal != f.Goal || was.Domain != f.Domain:
			ch.factors[f.ID] = document.Changed
		}
	}
	for _, f := range old.Factors {
		if now.Factor(f.ID) == nil {
			ch.factors[f.ID] = document.Gone
		}
	}
	for _, r := range now.Relations {
		switch was := old.Relation(r.ID); {
		case was == nil:
			ch.relations[r.ID] = document.New
		case !sameRelation(now, old, r, *was):
			ch.relations[r.ID] = document.Changed
		}
	}
	for _, r := range old.Relations {
		if now.Relation(r.ID) == nil {
			ch.relations[r.ID] = document.Gone
		}
	}
	return ch
}

// sameRelation compares what a picture and its words show. Words on a scale are
// compared as they are drawn and as they are called.
func sameRelation(now, old *model.Model, r, was model.Relation) bool {
	return r.From == was.From && r.To == was.To && r.Sign == was.Sign && r.Force == was.Force &&
		r.Strength == was.Strength && r.Speed == was.Speed &&
		weightOf(now, r) == weightOf(old, was) && barriersOf(now, r) == barriersOf(old, was)
}

// addGone puts the factors and relations that are no more into the picture.
func (ch *change) addGone(c *choice, p *part) {
	old := c.in.Previous
	for _, f := range old.Factors {
		if ch.factors[f.ID] == document.Gone && !c.hides(f.ID) {
			n := c.node(f, core, false)
			p.nodes = append(p.nodes, n)
		}
	}
	for _, r := range old.Relations {
		if ch.relations[r.ID] == document.Gone && !c.hides(r.From) && !c.hides(r.To) {
			l := link{edge: edgeOf(old, r), relation: r, scales: old}
			l.edge.Change = document.Gone
			p.links = append(p.links, l)
		}
	}
}

func (c *choice) hides(id string) bool {
	for _, h := range c.in.View.Hide {
		if h == id {
			return true
		}
	}
	return false
}

// changeBlocks tells what happened to the factors; the relations tell their own.
func (w *writer) changeBlocks() []document.Block {
	ch := w.p.change
	if ch == nil {
		return nil
	}
	if len(ch.factors)+len(ch.relations) == 0 {
		return []document.Block{w.paragraph(w.words.Format("change_none", ch.since))}
	}
	key := map[document.Change]string{document.New: "factor_new", document.Gone: "factor_gone", document.Changed: "factor_changed"}
	var lines []string
	for _, n := range w.p.nodes {
		if k := key[n.Change]; k != "" {
			lines = append(lines, w.words.Format(k, n.Label))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []document.Block{w.paragraph(w.words.Get("change_head")), w.list(lines)}
}

// maxChanges is how many changes are lit at once.
const maxChanges = 5

// light lights the five most important changes, relations before factors.
func (s *Change) light(l *lighting) {
	if l.c.change == nil {
		return
	}
	relations, factors := l.changed(), l.changedAlone()
	lit := 0
	for _, r := range relations {
		if lit < maxChanges && l.room(maxLit, r.From, r.To) {
			l.add(r)
			lit++
		}
	}
	for _, id := range factors {
		if lit < maxChanges && l.room(maxLit, id) {
			l.addFactor(id)
			lit++
		}
	}
	if all := len(relations) + len(factors); lit < all {
		l.say("lit_changes", lit, all)
	}
}

// changed returns the relations that changed, the most important first; those that
// are no more come last, as they were.
func (l *lighting) changed() []model.Relation {
	var all []model.Relation
	for id, ch := range l.c.change.relations {
		r := l.c.in.Model.Relation(id)
		if ch == document.Gone {
			r = l.c.in.Previous.Relation(id)
		}
		if l.seen(r.From) && l.seen(r.To) {
			all = append(all, *r)
		}
	}
	was := marvel.Importance(l.c.in.Previous, &marvel.Result{})
	slices.SortFunc(all, func(a, b model.Relation) int {
		goneA, goneB := l.c.in.Model.Relation(a.ID) == nil, l.c.in.Model.Relation(b.ID) == nil
		switch {
		case goneA != goneB && goneB:
			return -1
		case goneA != goneB:
			return 1
		case goneA:
			return marvel.CompareImportance(was, a.ID, b.ID)
		}
		return l.moreImportant(a, b)
	})
	return all
}

// changedAlone returns the factors that changed and are no end of a relation that
// did.
func (l *lighting) changedAlone() []string {
	told := ends(l.changed())
	return slices.DeleteFunc(slices.Sorted(maps.Keys(l.c.change.factors)), func(id string) bool { return !l.seen(id) || told[id] })
}
