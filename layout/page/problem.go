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

func (s *setter) overfull(l text.Line) {
	s.problem(source.Warning, Overfull, float64(l.Over), strings.TrimSpace(l.Text()))
}
