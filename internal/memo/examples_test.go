package memo

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"slotmemo/internal/marvel"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// TestExamples builds each edition of both examples: no problem, and the same
// document twice.
func TestExamples(t *testing.T) {
	for _, name := range []string{"softwarerelease", "mensenhandel"} {
		t.Run(name, func(t *testing.T) {
			p, _, err := project.Read("../../examples/" + name) // its problems are its own test's
			if err != nil {
				t.Fatal(err)
			}
			r := marvel.Analyse(p.Model, marvel.Options{Horizon: p.Memo.Horizon, Moments: p.Memo.Moments, Combine: p.Memo.Combine})
			editions := []Edition{{}, {Internal: true}}
			for _, to := range p.Memo.To {
				editions = append(editions, Edition{For: to.ID})
			}
			for _, e := range editions {
				doc, problems := Write(p, viewsOf(t, p), r, e)
				silent(t, problems)
				checkIDs(t, doc)
				if e == (Edition{}) {
					again, _ := Write(p, viewsOf(t, p), r, e)
					if d := cmp.Diff(doc, again, equateNaN); d != "" {
						t.Errorf("the second document differs from the first:\n%s", d)
					}
				}
				if path := os.Getenv("SLOTMEMO_DUMP"); path != "" {
					if err := os.WriteFile(path+"/"+name+"-"+e.For+".txt", []byte(dump(doc)), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

var equateNaN = cmpopts.EquateNaNs()

func silent(t *testing.T, problems []source.Problem) {
	t.Helper()
	for _, p := range problems {
		if p.Severity != source.Note {
			t.Errorf("%s: %s", p.Pos, p.Text("en"))
		}
	}
}
