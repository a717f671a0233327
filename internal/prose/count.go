package prose

import (
	"math"
	"strconv"
)

// Count writes a count in running text, to ten in words: "geen", "één", "tien",
// "11".
func (p Prose) Count(n int) string {
	if words := p.row("number.words"); n >= 0 && n < len(words) {
		return words[n]
	}
	return p.Number(n)
}

// Ordinal writes a place in a row, to ten in words: "eerste", "tiende", "11e";
// "first", "tenth", "11th", "22nd".
func (p Prose) Ordinal(n int) string {
	if words := p.row("number.ordinals"); n >= 1 && n <= len(words) {
		return words[n-1]
	}
	if p.language == "en" {
		return p.Number(n) + englishEnding(n)
	}
	return p.Number(n) + "e"
}

func englishEnding(n int) string {
	if tens := n / 10 % 10; tens == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// Points says the size of a change in points as running text does: in whole
// points, to ten in words. What would be no whole point is said by the nearest
// half: "minder dan een half punt", "een half punt", "minder dan één punt", "één
// punt", "zeven punten", "43 punten". The sign is the verb's.
func (p Prose) Points(points float64) string {
	size := math.Abs(points)
	switch {
	case size < 0.5:
		return p.words.Get("points.under-half")
	case size < 0.75:
		return p.words.Get("points.half")
	case size < 0.95: // with one decimal the rest is 1.0
		return p.words.Get("points.under-one")
	}
	return p.counted(int(math.Round(size)), "point", "points")
}

// counted writes a count and its unit. Figures hold on to their unit; words may
// be parted from it by the end of a line.
func (p Prose) counted(n int, one, many string) string {
	unit := p.words.Get(many)
	if n == 1 {
		unit = p.words.Get(one)
	}
	count := p.Count(n)
	if _, err := strconv.Atoi(count[:1]); err == nil {
		return count + hard + unit
	}
	return count + " " + unit
}
