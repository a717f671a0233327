package source

import "testing"

func TestNear(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"pakans", []string{"pakkans", "aangifte"}, "pakkans"},
		{"pakans", []string{"Pakkans", "pakkans"}, "pakkans"},
		{"pakkasn", []string{"pakkans"}, "pakkans"},
		{"PAKKANS", []string{"pakkans"}, "pakkans"},
		{"ab", []string{"xy"}, ""},
		{"a", []string{"b"}, ""},
		{"c9", []string{"c2", "c1"}, "c1"},
		{"één", []string{"een"}, ""},
		{"geëikt", []string{"geeikt"}, "geeikt"},
		{"", []string{"a"}, ""},
		{"training", []string{"vervolging"}, ""},
	}
	for _, test := range tests {
		if got := Near(test.word, test.candidates); got != test.want {
			t.Errorf("Near(%q, %q) = %q, want %q", test.word, test.candidates, got, test.want)
		}
	}
}

func TestVisible(t *testing.T) {
	tests := []struct{ in, visible, hidden string }{
		{"één\ttwee\r\n", "één\ttwee\r\n", ""},
		{"a\u200bb\u202ec", "abc", "U+200B"},
		{"a\x00b", "ab", "U+0000"},
		{"co\u00adop 👩\u200d👩", "co\u00adop 👩\u200d👩", ""},
		{"\u2067x\u2069", "x", "U+2067"},
	}
	for _, test := range tests {
		if visible, hidden := Visible(test.in); visible != test.visible || hidden != test.hidden {
			t.Errorf("Visible(%q) = %q, %q; want %q, %q", test.in, visible, hidden, test.visible, test.hidden)
		}
	}
}

// TestPosIsOneLine holds that a name of a file can't write to the terminal.
func TestPosIsOneLine(t *testing.T) {
	p := Pos{Path: "a\x1b[31m\nb\u202e.csv", Line: 3, Column: 1}
	if got := p.String(); got != "a?[31m?b?.csv:3:1" {
		t.Errorf("%q", got)
	}
}

func TestPhrases(t *testing.T) {
	p := Problem{
		Message: Message{NL: "%[2]s van %[1]v", EN: "%v of %s"},
		Args:    []any{Number(0.5), Choice{"a", "b", "c"}},
		Near:    "d", See: Pos{Path: "x.csv", Line: 2, Column: 3},
	}
	for language, want := range map[string]string{
		"nl": `a, b of c van 0,5; bedoelde u "d"? (zie x.csv:2:3)`,
		"en": `0.5 of a, b or c; did you mean "d"? (see x.csv:2:3)`,
	} {
		if got := p.Text(language); got != want {
			t.Errorf("%s: got %s, want %s", language, got, want)
		}
	}
}
