package wording

import (
	"math"

	"slotmemo/internal/prose"
)

// Short names for what prose says of numbers.

// Points writes a change on [0,1] in points on a scale of 0–100.
func (w *Words) Points(change float64) string { return w.Change(change) }

// GainText writes a signed gain with two decimals; what rounds to nothing but
// isn't is "≈ 0".
func (w *Words) GainText(v float64) string { return w.Gain(v) }

// OrDash writes a number, or a dash if there is none.
func (w *Words) OrDash(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return w.T("dash")
	}
	return w.Decimal(v, decimals)
}

// Many chooses between the singular and the plural of a text and puts the
// number in words in it: keys KEY.one and KEY.many.
func (w *Words) Many(key string, n int) string {
	switch {
	case n == 1:
		return w.T(key + ".one")
	case n == 0 && w.Has(key+".none"):
		return w.T(key + ".none")
	}
	return w.T(key+".many", w.Count(n))
}

// PluralKey returns KEY.one or KEY.many.
func PluralKey(key string, n int) string {
	if n == 1 {
		return key + ".one"
	}
	return key + ".many"
}

// Word names a step of a scale, "strength" or "speed".
func (w *Words) Word(scale, name string) string { return w.Step(prose.Scale(scale), name) }
