package snapshot

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// mostChanges is how many changes are numbered.
const mostChanges = 5

// Shift tells what a change of the model did to the effects at the last moment:
// before is what followed from the older model. changes are those that the maps
// above number, in their order. It returns false where the effects of either model
// aren't known.
func (t *Teller) Shift(c document.Common, before *marvel.Result, changes []document.NumberedChange) (*document.Shift, bool) {
	head := "shift_effect"
	if len(t.goals) == 1 {
		head = "shift_effect_one"
	}
	d := &document.Shift{
		Common: c, Changes: changes[:min(len(changes), mostChanges)],
		Effect: t.words.Format(head, t.after(t.last())),
	}
	known, last := 0, slices.Index(before.Options.Moments, t.last())
	if last < 0 {
		return nil, false
	}
	for _, i := range t.m.Interventions {
		row := document.Dumbbell{
			ID: i.ID, Label: t.intervention(i.ID),
			Before: gainOf(before, i.ID, last), Now: gainOf(t.r, i.ID, len(t.r.Options.Moments)-1),
		}
		if math.IsNaN(row.Before) || math.IsNaN(row.Now) {
			continue
		}
		known++
		if row.Text = t.points(row.Now); math.Abs(row.Now-row.Before) >= leastTold {
			d.Rows = append(d.Rows, row)
		}
	}
	slices.SortStableFunc(d.Rows, func(a, b document.Dumbbell) int {
		return -cmp.Compare(math.Abs(a.Now-a.Before), math.Abs(b.Now-b.Before))
	})
	d.Rest = t.unmoved(known, len(d.Rows))
	for _, mark := range []struct {
		cue  document.Cue
		word string
	}{{document.CueBefore, "before"}, {document.CueAfter, "after"}} {
		if len(d.Rows) > 0 {
			d.Key = append(d.Key, document.KeyEntry{Cue: mark.cue, Text: t.words.Get(mark.word)})
		}
	}
	return d, known > 0
}

// unmoved says of how many interventions the effect stays about as it was.
func (t *Teller) unmoved(known, moved int) string {
	switch n := known - moved; {
	case n == 0:
		return ""
	case moved == 0:
		return t.words.Get("shift_rest_all")
	case n == 1:
		return t.words.Get("shift_rest_one")
	default:
		return t.words.Format("shift_rest_many", t.number(n))
	}
}
