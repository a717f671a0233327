package page

import (
	"strings"
	"unicode"
)

// fewLetters is how long a word may be that is never divided.
const fewLetters = 4

// firmest is the width up to which numbers and the like stay whole, whatever
// the rest of the table needs.
const firmest Pt = 110

// firm reports whether a word of a cell is never divided: a number, an amount, a
// date, a word of a few letters. Half a number is another number.
func (w cellWord) firm() bool {
	letters, figures := 0, 0
	for _, p := range w {
		for _, r := range p.text {
			switch {
			case unicode.IsLetter(r):
				letters++
			case unicode.IsDigit(r):
				figures++
			}
		}
	}
	return letters+figures <= fewLetters || figures > 0 && letters <= 2 && !strings.Contains(w.text(), "/")
}

func (w cellWord) text() string {
	var b strings.Builder
	for _, p := range w {
		b.WriteString(p.text)
	}
	return b.String()
}

// fairWord is the width that a long word without a place to divide it, such as
// an address, may ask for before others have what they need.
const fairWord Pt = 90

// floor gives the width below which a column can't be read.
func (c *tableColumn) floor() Pt { return max(min(c.firm, firmest), min(c.least, fairWord)) }

// squeeze divides a width that is too small for the undivided parts of all
// columns: each gets its floor first, and what is left goes to the narrowest,
// so that only the longest words are divided anywhere. From there on the table
// is made as low as it can be.
func (t *tabling) squeeze(room Pt) {
	floors := Pt(0)
	for i := range t.columns {
		floors += t.columns[i].floor()
	}
	if floors >= room {
		for i := range t.columns {
			t.columns[i].w = t.columns[i].floor() * room / floors
		}
		return
	}
	low, high := Pt(0), room
	for range 40 { // halves room to nothing
		level := (low + high) / 2
		if t.level(level) > room {
			high = level
		} else {
			low = level
		}
	}
	t.level(low)
	for i := range t.columns {
		t.columns[i].least = t.columns[i].floor()
	}
	t.settle()
}

// level gives each column its least width, but no more than level unless its
// floor is higher, and returns the sum.
func (t *tabling) level(level Pt) Pt {
	sum := Pt(0)
	for i := range t.columns {
		c := &t.columns[i]
		c.w = max(c.floor(), min(c.least, level))
		sum += c.w
	}
	return sum
}
