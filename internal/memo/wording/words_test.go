package wording_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
)

// TestCaptions holds where the message of a caption ends: each line of
// testdata/captions.txtar is a caption, told as "message | the rest".
func TestCaptions(t *testing.T) {
	t.Parallel()
	const file = "testdata/captions.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil || len(a.Files) != 4 {
		t.Fatalf("want a language and what it becomes, twice: %v", err)
	}
	for i := 0; i < len(a.Files); i += 2 {
		words := wording.In(a.Files[i].Name)
		var told strings.Builder
		for line := range strings.Lines(string(a.Files[i].Data)) {
			c := words.CaptionOf(document.Words(strings.TrimSpace(line)))
			told.WriteString(strings.TrimSpace(document.Plain(c.Message)+" | "+document.Plain(c.Rest)) + "\n")
		}
		diff := cmp.Diff(string(a.Files[i+1].Data), told.String())
		switch {
		case diff == "":
		case os.Getenv("SLOTMEMO_UPDATE") == "1":
			a.Files[i+1].Data = []byte(told.String())
		default:
			t.Errorf("%s", diff)
		}
	}
	if os.Getenv("SLOTMEMO_UPDATE") == "1" {
		if err := os.WriteFile(file, txtar.Format(a), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSentencesAreJoined(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		say  []string
		want string
	}{
		{nil, ""},
		{[]string{"", " "}, ""},
		{[]string{"Een.", "", " Twee. "}, "Een. Twee."},
	} {
		if got := wording.JoinSentences(c.say); got != c.want {
			t.Errorf("%q: %q, want %q", c.say, got, c.want)
		}
	}
}

// TestCounts holds that a text has its own words for none and one, and that a
// number that doesn't follow is a dash.
func TestCounts(t *testing.T) {
	t.Parallel()
	w := wording.In("nl")
	for n, want := range map[int]string{1: w.T("effects.intro.one"), 2: w.T("effects.intro.many", "twee"), 12: w.T("effects.intro.many", "12")} {
		if got := w.Many("effects.intro", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	for _, c := range []struct {
		number float64
		want   string
	}{{math.NaN(), w.T("dash")}, {math.Inf(1), w.T("dash")}, {1234.56, "1234,6"}, {-2, wording.Minus + "2,0"}} {
		if got := w.OrDash(c.number, 1); got != c.want {
			t.Errorf("%v: %q, want %q", c.number, got, c.want)
		}
	}
}
