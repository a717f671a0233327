package audit

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slotmemo/internal/testenv"
)

// corpus is where the files with a known verdict are. They are other people's,
// and not in the repository.
const corpus = "pdfua" // below ../shared/data

type sample struct {
	path, clause, test string
	profile            Profile
	pass               bool
}

func readCorpus(t *testing.T) []sample {
	t.Helper()
	dir := testenv.NeedsData(t, corpus)
	f, err := os.Open(filepath.Join(dir, "INDEX.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []sample
	for _, r := range rows[1:] {
		p := UA1
		if level, ok := strings.CutPrefix(r[1], "PDF_A-"); ok {
			p = Profile("a" + level)
		}
		out = append(out, sample{filepath.Join(dir, r[0]), r[2], r[3], p, r[4] == "pass"})
	}
	return out
}

// TestCorpus holds the bars of the checker: no false alarm; 95 % of the files
// of clauses that we implement; 85 % of all faulty files of PDF/UA-1.
func TestCorpus(t *testing.T) {
	var uaFaulty, uaFound, right, all int
	for _, s := range readCorpus(t) {
		b, err := os.ReadFile(s.path)
		if err != nil {
			t.Fatal(err)
		}
		r := CheckBytes(b, []Profile{s.profile})
		found := r.Breaks(s.profile)
		name := filepath.Base(s.path)
		switch {
		case s.pass && found:
			t.Errorf("false alarm in %s:", name)
			for _, f := range r.Findings {
				t.Logf("    %+v", f)
			}
		case !s.pass && !found:
			t.Logf("not found: %s %s-%s %s", s.profile, s.clause, s.test, name)
		}
		all++
		if found != s.pass {
			right++
		}
		if s.profile == UA1 && !s.pass {
			uaFaulty++
			if found {
				uaFound++
			}
		}
	}
	t.Logf("%d of %d files right; %d of %d faulty files of PDF/UA-1 found", right, all, uaFound, uaFaulty)
	if uaFound*100 < uaFaulty*85 {
		t.Errorf("found only %d of %d faulty files of PDF/UA-1", uaFound, uaFaulty)
	}
	if right*100 < all*95 {
		t.Errorf("only %d of %d files right", right, all)
	}
}

// readSources gives the code of this package without its list of rules.
func readSources(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range files {
		if f == "rules.go" || strings.HasSuffix(f, "_test.go") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	return all.String()
}
