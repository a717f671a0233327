package page

import (
	"strings"

	"slotmemo/internal/source"
	"slotmemo/layout/text"
)

// What can go wrong in setting the user's text.
var (
	NoGlyph = source.Message{
		NL: "geen lettertype heeft het teken %s; het staat er als een leeg vakje",
		EN: "no face has the character %s; it is set as an empty box",
	}
	RightToLeft = source.Message{
		NL: "tekst van rechts naar links (%s) kan niet worden gezet; schrijf haar in Latijns schrift",
		EN: "text from right to left (%s) can't be set; write it in Latin script",
	}
	Overfull = source.Message{
		NL: "een regel steekt %.1f punten uit: %q",
		EN: "a line sticks out by %.1f points: %q",
	}
	NoSize = source.Message{
		NL: "van de figuur %q is geen afbeelding gemaakt",
		EN: "no picture was made of the figure %q",
	}
	Hole = source.Message{
		NL: "pagina %d is maar voor %d %% gevuld: wat hier begint past er niet meer op",
		EN: "page %d is filled for %d %% only: what begins here doesn't fit on it",
	}
	Far = source.Message{
		NL: "de figuur %q staat %d pagina's na haar tekst; toon minder, of plaats haar elders",
		EN: "the figure %q stands %d pages after its text; show less, or place it elsewhere",
	}
	InParts = source.Message{
		NL: "de tabel heeft te veel kolommen voor de pagina (%d); zij staat in %d delen onder elkaar, elk met de eerste kolom",
		EN: "the table has too many columns for the page (%d); it is set in %d parts, each with the first column",
	}
	TightTable = source.Message{
		NL: "woorden van de tabel steken uit hun kolom; gebruik minder kolommen of kortere woorden",
		EN: "words of the table stick out of their column; use fewer columns or shorter words",
	}
	Small = source.Message{
		NL: "de figuur %q past alleen op %d %% van haar grootte; toon minder",
		EN: "the figure %q only fits at %d %% of its size; show less",
	}
)

func (s *setter) problem(severity source.Severity, m source.Message, args ...any) {
	s.problems = append(s.problems, source.Problem{Pos: s.pos, Severity: severity, Message: m, Args: args})
}

// gravity of what a draft may still have, and a final memo may not.
func (s *setter) gravity() source.Severity {
	if s.doc.Draft {
		return source.Warning
	}
	return source.Error
}

// overfull reports a line that sticks out; of a table, once.
func (s *setter) overfull(l text.Line) {
	if s.tabling != nil {
		s.tabling.over = true
		return
	}
	s.problem(source.Warning, Overfull, float64(l.Over), strings.TrimSpace(l.Text()))
}
