package prose

import (
	"math"
	"strconv"
	"strings"
)

const minus = "\u2212"

// Decimal writes a number with so many decimals, rounded half to even as
// strconv does: "12,40", "−0,3", "12.345". Four digits stay closed up, more are
// grouped. What rounds to zero has no sign.
func (p Prose) Decimal(v float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	if len(whole) > 4 {
		whole = group(whole, p.words.Get("number.thousands"))
	}
	if fraction != "" {
		whole += p.words.Get("number.decimal") + fraction
	}
	if v < 0 && !zero(s) {
		return minus + whole
	}
	return whole
}

// zero reports whether a number as written is nothing: "0", "0.00".
func zero(s string) bool { return strings.Trim(s, "0.,") == "" }

// group puts a separator before each three digits from the right.
func group(digits, separator string) string {
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, parts...), separator)
}

// Number writes a whole number in figures: "7", "12.345".
func (p Prose) Number(n int) string { return p.Decimal(float64(n), 0) }

// Short writes a number with at most two decimals and no zeros at its end.
func (p Prose) Short(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	_, fraction, _ := strings.Cut(s, ".")
	return p.Decimal(v, len(fraction))
}

// Signed writes a change with its sign: "+12,4", "−0,3", "0,0".
func (p Prose) Signed(v float64, decimals int) string {
	s := p.Decimal(v, decimals)
	if v > 0 && !zero(s) {
		return "+" + s
	}
	return s
}

// Gain writes a signed gain with two decimals; what rounds to nothing but isn't
// nothing is "≈ 0".
func (p Prose) Gain(v float64) string {
	if v != 0 && math.Abs(v) < 0.005 {
		return "≈" + hard + "0"
	}
	return p.Signed(v, 2)
}

// Change writes a change on [0,1] as signed points on a scale of 0–100: "+12,4".
func (p Prose) Change(v float64) string { return p.Signed(v*100, 1) }

// Level writes a level on [0,1] on a scale of 0–100, with at most one decimal.
func (p Prose) Level(v float64) string { return p.Short(math.Round(v*1000) / 10) }

// PointsInFigures writes a size in points with one decimal and its unit: "12,4
// punten", "1,0 punt".
func (p Prose) PointsInFigures(points float64) string {
	unit := "points"
	if math.Abs(math.Round(points*10)) == 10 {
		unit = "point"
	}
	return p.Decimal(points, 1) + hard + p.words.Get(unit)
}
