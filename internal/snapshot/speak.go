package snapshot

import (
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/templates"
)

// speak makes the choice what is lit: of the rest of the model picture, words and
// table say nothing. The other ends of quiet relations stay ghosts.
func (c *choice) speak(l *Lit) {
	c.lit = l
	if c.overview != nil {
		return
	}
	c.factors, c.relations = map[string]role{}, map[string]role{}
	for _, id := range slices.Concat(l.Factors, l.Marked) {
		c.factors[id] = core
	}
	for _, id := range l.Soft {
		c.factors[id] = quiet
	}
	for _, id := range l.Relations {
		c.relations[id] = core
	}
	for _, id := range l.Quiet {
		c.relations[id] = quiet
		r := c.in.Model.Relation(id)
		c.addFactor(r.From, neighbour)
		c.addFactor(r.To, neighbour)
	}
}

// value returns the triangle of a factor in an effect view; nil under one point.
func (c *choice) value(f model.Factor) *document.Value {
	points, known := c.effect.change[f.ID]
	if !known || !moves(points) {
		return nil
	}
	v := &document.Value{Points: math.Round(100*points) / 100}
	if slices.Contains(c.lit.Marked, f.ID) {
		return v
	}
	v.Text = signed(points, c.in.Language)
	if f.Goal == model.NoGoal {
		return v
	}
	key := "verdict_further"
	v.Verdict = document.Further
	if points*float64(f.Goal) > 0 {
		key, v.Verdict = "verdict_nearer", document.Nearer
	}
	v.Word = templates.Texts(c.in.Language, "snapshot").Get(key)
	return v
}

// chips names the partners of the actor whose factors a view shows.
func (c *choice) chips(f model.Factor) []document.Chip {
	i := slices.IndexFunc(c.in.View.Show, func(s Selector) bool { _, ok := s.(*Actor); return ok })
	if i < 0 || len(c.in.View.Show) > 1 || !slices.Contains(f.Owners, c.in.View.Show[i].(*Actor).ID) {
		return nil
	}
	if len(f.Owners) == 1 {
		alone := templates.Texts(c.in.Language, "snapshot").Format("owner_alone", labelOfActor(c.in.Model, f.Owners[0]))
		return []document.Chip{{Text: alone, Filled: true}}
	}
	var chips []document.Chip
	for _, id := range f.Owners {
		if id != c.in.View.Show[i].(*Actor).ID {
			chips = append(chips, document.Chip{Text: labelOfActor(c.in.Model, id)})
		}
	}
	return chips
}

// sizeOf says how high a view is drawn.
func sizeOf(show []Selector) document.Size {
	size := document.ViewSize
	for _, s := range show {
		switch s.(type) {
		case *All:
			return document.WholeSize
		case *Actor:
			size = document.ChipSize
		case *Effect:
			size = max(size, document.EffectSize)
		}
	}
	return size
}
