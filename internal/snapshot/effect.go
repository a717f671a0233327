package snapshot

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/prose"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// An Effect shows what interventions together do at a moment.
type Effect struct {
	Pos source.Pos
	Of  []string // ids of interventions
	At  float64  // years; negative: not given
}

func readEffect(d *yamltree.Decoder, e yamltree.Entry) Selector {
	s := &Effect{Pos: e.Val.Pos, At: -1}
	if !d.IsMap(e, "of, at") {
		return s
	}
	d.Fields(e.Val, []yamltree.Field{
		{Key: "of", Read: func(e yamltree.Entry) { s.Of = d.Texts(e) }},
		{Key: "at", Read: func(e yamltree.Entry) { s.At = d.Number(e, 0, project.MaxHorizon, 0) }},
	})
	d.Need(e, "of", strings.Join(s.Of, " "))
	if s.At < 0 {
		d.Need(e, "at", "")
	}
	return s
}

func (s *Effect) check(c *checker) {
	c.many(s.Pos, s.Of, &c.interventions, unknownIntervention)
	if s.At > c.horizon {
		c.report(s.Pos, project.MomentBeyond, source.Number(s.At), source.Number(c.horizon))
	}
}

func (*Effect) home() string    { return HomeEffects }
func (*Effect) section() string { return "effect" }

// An effect is what an effect view shows: the change of each factor at a
// moment, in points on a scale of 0 to 100.
type effect struct {
	at     float64            // years
	change map[string]float64 // by factor; empty if nothing can be computed
	levers map[string]bool    // factors on which the interventions act
}

func (s *Effect) choose(c *choice) {
	e := &effect{at: s.At, change: map[string]float64{}, levers: map[string]bool{}}
	var names []string
	for _, id := range s.Of {
		i := c.in.Model.Intervention(id)
		if i == nil {
			c.problems = append(c.problems, unknown(s.Pos, noIntervention, id, interventionIDs(c.in.Model)))
			continue
		}
		names = append(names, i.Label)
		e.levers[i.Factor] = true
	}
	if len(names) < len(s.Of) {
		return
	}
	c.tell("subject_effect", joined(quoted(names), c.and()), years(e.at, c.in.Language))
	if !e.read(c.in.Answers, s.Of) {
		c.report(s.Pos, source.Warning, noNumbers, c.in.View.ID)
	}
	c.effect = e
	for _, f := range c.in.Model.Factors {
		c.addFactor(f.ID, core)
	}
}

// read looks the changes up in what was asked of the model; false if no numbers
// follow.
func (e *effect) read(a *marvel.Answers, of []string) bool {
	found, moment := a.EffectAt(of, e.at)
	if found == nil || found.Unstable || len(found.Change) != len(a.Structure) {
		return false
	}
	for f, place := range a.Structure {
		if v := found.Change[f][moment]; !math.IsNaN(v) && !math.IsInf(v, 0) {
			e.change[place.Factor] = 100 * v
		}
	}
	return len(e.change) > 0
}

// still reports whether a change is zero as printed, with one decimal.
func still(points float64) bool { return math.Abs(points) < 0.05 }

func signed(v float64, language string) string {
	return prose.New(language).Signed(v, 1)
}

// years returns "3 jaar", "0,5 jaar".
func years(v float64, language string) string {
	return prose.Loose(prose.New(language).Years(v))
}

// valueBlocks tells each change as a sentence, the largest first.
func (w *writer) valueBlocks() []document.Block {
	e := w.p.effect
	if e == nil || len(e.change) == 0 {
		return nil
	}
	var lines []string
	for _, n := range w.byChange() {
		v := e.change[n.ID]
		key := "value_rises"
		switch {
		case still(v):
			lines = append(lines, w.words.Format("value_still", n.Label))
			continue
		case v < 0:
			key = "value_falls"
		}
		lines = append(lines, w.words.Format(key, n.Label, w.points(math.Abs(v))))
	}
	head := w.words.Format("values_head", years(e.at, w.in.Language))
	return []document.Block{w.paragraph(head), w.list(lines)}
}

// byChange returns the nodes with a value, the largest change first.
func (w *writer) byChange() []document.Node {
	var nodes []document.Node
	for _, n := range w.p.nodes {
		if n.Value != nil {
			nodes = append(nodes, n)
		}
	}
	size := func(n document.Node) float64 { return math.Abs(w.p.effect.change[n.ID]) }
	slices.SortStableFunc(nodes, func(a, b document.Node) int { return -cmp.Compare(size(a), size(b)) })
	return nodes
}

func (w *writer) points(v float64) string {
	return prose.Loose(prose.New(w.in.Language).PointsInFigures(v))
}

// values returns the changes as a table; nil if the view shows none.
func (w *writer) values() *document.Table {
	if w.p.effect == nil || len(w.p.effect.change) == 0 {
		return nil
	}
	t := &document.Table{Columns: []document.Column{
		{Head: document.Words(w.words.Get("factor_column")), Scope: true},
		{Head: document.Words(w.words.Get("value_column")), Align: document.Decimal},
	}}
	for _, n := range w.byChange() {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: document.Words(n.Label)}, {Text: document.Words(signed(n.Value.Points, w.in.Language))},
		}})
	}
	return t
}

// moves reports whether a change is a point or more as printed.
func moves(points float64) bool { return math.Abs(points) >= 0.95 }

// light labels the goals and the nine others that move most, of those that move a
// point or more; the rest of these are marked. Lit are the relations between labels
// over which a point or more travels.
func (s *Effect) light(l *lighting) {
	e := l.c.effect
	if e == nil {
		return
	}
	if len(e.change) == 0 {
		s.lightReached(l, e)
		return
	}
	moved := l.moved(e)
	if len(moved) == 0 { // where the interventions act, so that there is something to see
		l.alone(maxLit, e.levers)
		l.words = append(l.words, newWriter(l.c.in, &part{}).words.Get("lit_still"))
		return
	}
	for _, id := range moved {
		switch {
		case l.goals[id] || l.room(maxLit, id):
			l.addFactor(id)
		default:
			l.marked[id] = true
		}
	}
	l.points = map[string]float64{}
	for _, r := range l.offered(func(r model.Relation) bool { return l.factors[r.From] && l.factors[r.To] }) {
		travels := math.Abs(e.change[r.From]) * valueOf(l.c.in.Model.Strengths, r.Strength)
		if moves(travels) {
			l.add(r)
			l.points[r.ID] = math.Round(travels*100) / 100
		}
	}
	if len(l.marked) > 0 {
		l.say("lit_effect", maxLit, len(moved))
	}
}

// moved returns the factors that move a point or more, the largest change first.
func (l *lighting) moved(e *effect) []string {
	var all []string
	for id, change := range e.change {
		if moves(change) && l.seen(id) {
			all = append(all, id)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(-cmp.Compare(math.Abs(e.change[a]), math.Abs(e.change[b])), cmp.Compare(a, b))
	})
	return all
}

// lightReached lights what the interventions reach, where there are no numbers.
func (s *Effect) lightReached(l *lighting, e *effect) {
	reached := map[string]bool{}
	for id := range e.levers {
		if l.seen(id) {
			l.addFactor(id)
			maps.Copy(reached, within(l.c.in.Model, id, len(l.c.in.Model.Factors), false))
		}
	}
	l.grow(maxLit, l.offered(func(r model.Relation) bool { return reached[r.From] && reached[r.To] }))
	l.tell(reached)
}
