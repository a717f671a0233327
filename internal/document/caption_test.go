package document

import "testing"

func TestCaptionOnOneLine(t *testing.T) {
	for _, c := range []struct {
		caption    Caption
		text, tail string
		empty      bool
	}{
		{Caption{}, "", "", true},
		{Caption{Message: Words("Een.")}, "Een.", "", false},
		{Caption{Rest: Words("Twee.")}, "Twee.", "Twee.", false},
		{Caption{Words("Een."), Words("Twee.")}, "Een. Twee.", " Twee.", false},
		{Caption{Words("Een."), []Inline{Emph{Words("Twee.")}}}, "Een. Twee.", " Twee.", false},
	} {
		if got := Plain(c.caption.Text()); got != c.text {
			t.Errorf("Text() = %q, want %q", got, c.text)
		}
		if got := Plain(c.caption.Tail()); got != c.tail {
			t.Errorf("Tail() = %q, want %q", got, c.tail)
		}
		if c.caption.Empty() != c.empty {
			t.Errorf("Empty() of %q is %v", c.text, !c.empty)
		}
	}
}
