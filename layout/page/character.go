package page

import (
	"fmt"

	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

// characters remembers what was found of characters that can't be set as they
// should.
type characters struct {
	fine    map[rune]bool       // looked at, and nothing to say
	told    map[rune]bool       // reported
	refused map[source.Pos]bool // blocks whose text from right to left was reported
	waiting []odd
}

// An odd character stood in words of the program's own making, such as a
// sentence with a name of the user's. The name stands in a file too, and that is
// the place to tell.
type odd struct {
	r        rune
	severity source.Severity
	message  source.Message
}

// A speller tells of characters that the fonts don't have or that nobody sees.
type speller struct{ *setter }

// check reports each character that can't be set as it should: one that no face
// has once, text from right to left once for each block.
func (s speller) check(str string) {
	for _, r := range str {
		if r < 0x180 || s.chars.fine[r] {
			continue
		}
		switch {
		case text.RightToLeft(r):
			s.odd(odd{r, source.Error, RightToLeft})
		case s.fonts.Lacks(r):
			s.odd(odd{r, s.gravity(), NoGlyph})
		default:
			s.chars.fine[r] = true
		}
	}
}

func (s speller) odd(o odd) {
	c := &s.chars
	if s.pos == (source.Pos{}) {
		c.waiting = append(c.waiting, o)
		return
	}
	again := c.told[o.r]
	if o.message == RightToLeft {
		again = c.refused[s.pos]
		c.refused[s.pos] = true
	}
	c.told[o.r] = true
	if !again {
		s.tell(o)
	}
}

func (s speller) tell(o odd) {
	s.problem(o.severity, o.message, fmt.Sprintf("%c (U+%04X)", o.r, o.r))
}

// tellWaiting reports what was found at no place of its own and nowhere else.
func (s speller) tellWaiting() {
	s.pos = source.Pos{}
	refused := len(s.chars.refused) > 0
	for _, o := range s.chars.waiting {
		if s.chars.told[o.r] || o.message == RightToLeft && refused {
			continue
		}
		s.chars.told[o.r] = true
		refused = refused || o.message == RightToLeft
		s.tell(o)
	}
}
