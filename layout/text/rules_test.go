package text_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/layout/text"
)

// TestRules sets the text of each testdata/rules/*.txtar: one rule of breaking
// lines a file, in which its lines stand as they should be. The comment of the
// file tells the rule.
func TestRules(t *testing.T) {
	files, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d rules, %v", len(files), err)
	}
	fonts := text.NewFonts()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 3 || len(a.Comment) == 0 {
				t.Fatalf("want a comment and the files set, text and lines: %v", err)
			}
			run, setting := settingOf(t, string(a.Files[0].Data))
			run.Text = strings.TrimSuffix(string(a.Files[1].Data), "\n")
			got := shown(fonts.Break([]text.Run{run}, setting))
			diff := cmp.Diff(string(a.Files[2].Data), got)
			switch {
			case diff == "":
			case os.Getenv("SLOTMEMO_UPDATE") == "1":
				a.Files[2].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("%s%s", a.Comment, diff)
			}
		})
	}
}

// settingOf reads "measure 160, ragged, language en". Without more, text is
// Dutch and justified, in the size of the body.
func settingOf(t *testing.T, words string) (text.Run, text.Setting) {
	t.Helper()
	run, s := text.Run{Face: text.Serif, Size: 10.5, Language: "nl"}, text.Setting{}
	for _, word := range strings.Split(strings.TrimSpace(words), ", ") {
		name, value, _ := strings.Cut(word, " ")
		switch name {
		case "measure":
			points, err := strconv.ParseFloat(value, 64)
			if err != nil {
				t.Fatal(err)
			}
			s.Measure = text.Pt(points)
		case "ragged":
			s.Ragged = true
		case "whole":
			s.Whole = true
		case "fixed":
			run.Fixed, run.Face, run.Language = true, text.Mono, ""
		case "language":
			run.Language = strings.TrimPrefix(value, "none")
		default:
			t.Fatalf("no setting %q", word)
		}
	}
	return run, s
}

// shown writes lines so that their rules can be seen: "-" is a hyphen that isn't
// in the text, "_" a no-break space. A line that is too wide by less than a point
// is so by the kerning of its hyphen, which nobody sees.
func shown(lines []text.Line) string {
	var b strings.Builder
	for _, l := range lines {
		words := strings.TrimRight(strings.NewReplacer("\u00ad", "-", "\u00a0", "_").Replace(l.Text()), " ")
		b.WriteString(words)
		if l.Over >= 1 {
			fmt.Fprintf(&b, "    [%.0f pt beyond the measure]", l.Over)
		}
		if strings.HasSuffix(words, "-") && !l.Hyphen {
			b.WriteString("    [its own hyphen]")
		}
		b.WriteString("\n")
	}
	return b.String()
}
