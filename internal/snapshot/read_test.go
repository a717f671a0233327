package snapshot_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/internal/source"
)

// TestBroken reads each project of testdata/broken, put over that of
// internal/project, and compares what is told of it with its file "want". The
// comment of the archive says what it shows.
func TestBroken(t *testing.T) {
	files, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d broken projects: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			broken, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, language, problems := readProject(t, broken)
			compareGolden(t, file, broken, told(problems, language))
		})
	}
}

// readProject reads the project of internal/project's tests with these files
// over it.
func readProject(t *testing.T, over *txtar.Archive) ([]snapshot.View, string, []source.Problem) {
	t.Helper()
	whole, err := txtar.ParseFile("../project/testdata/whole.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range append(whole.Files, over.Files...) {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, problems, err := project.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	views, problems, err := snapshot.Read(p, problems)
	if err != nil {
		t.Fatal(err)
	}
	return views, p.Memo.Language, problems
}

// told puts errors and warnings into the lines that the program prints, and
// ends with its exit code.
func told(problems []source.Problem, language string) []byte {
	var b bytes.Buffer
	code := 0
	for _, p := range problems {
		word := ""
		switch p.Severity {
		case source.Error:
			code = 1
		case source.Warning:
			word = source.Message{NL: "let op: ", EN: "warning: "}.In(language)
		default:
			continue
		}
		fmt.Fprintf(&b, "%s: %s%s\n", p.Pos, word, p.Text(language))
	}
	fmt.Fprintf(&b, "exit %d\n", code)
	return b.Bytes()
}

// compareGolden compares got with the file "want" of an archive, or writes it
// there if SLOTMEMO_UPDATE is set.
func compareGolden(t *testing.T, file string, a *txtar.Archive, got []byte) {
	t.Helper()
	at := -1
	for i, f := range a.Files {
		if f.Name == "want" {
			at = i
		}
	}
	if os.Getenv("SLOTMEMO_UPDATE") != "" {
		if at < 0 {
			a.Files = append(a.Files, txtar.File{Name: "want"})
			at = len(a.Files) - 1
		}
		a.Files[at].Data = got
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if at < 0 {
		t.Fatalf("%s has no file want; run again with SLOTMEMO_UPDATE=1", file)
	}
	if want := a.Files[at].Data; !bytes.Equal(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// snapshotsOf is memo.yaml of a project with these snapshots.
func snapshotsOf(yaml string) *txtar.Archive {
	head := "title: T\nlanguage: en\nfrom: F\nto: A\ndate: 2026-03-12\nsubject: S\nstatus: draft\nversion: '1'\n"
	return &txtar.Archive{Files: []txtar.File{{Name: "memo.yaml", Data: []byte(head + "snapshots:\n" + yaml)}}}
}

// TestEverySelector reads each selector in each way that it can be written;
// labels become ids.
func TestEverySelector(t *testing.T) {
	views, _, problems := readProject(t, snapshotsOf(`  - id: a
    caption: A
    message: M
    show:
      factor: [{id: Pakkans, in: 2}, druk]
      path: {from: Meer trainen, to: pakkans}
      loop: Drukte
      domain: [opsporing]
      actor: Openbaar Ministerie
      effect: {of: c1, at: 3}
    hide: [Training]
    layout: fresh
    alt: Kort
    description: Lang
  - {id: b, caption: B, show: alles}
  - {id: c, caption: C, show: [{loops: [L7, drukte]}, {all: ja}, {all: nee}, {actor: [om, politie]}]}
  - {id: d, caption: D, show: {path: [{from: training, to: pakkans}], domains: Opsporing}}
`))
	if got := string(told(problems, "en")); got != "exit 0\n" {
		t.Fatal(got)
	}
	want := []snapshot.View{
		{
			ID: "a", Caption: "A", Message: "M", Hide: []string{"training"}, Layout: "fresh", Alt: "Kort", Description: "Lang",
			Show: []snapshot.Selector{
				&snapshot.Factor{ID: "pakkans", In: 2, Out: 1},
				&snapshot.Factor{ID: "druk", In: 1, Out: 1},
				&snapshot.Path{From: "c1", To: "pakkans"},
				&snapshot.Loop{IDs: []string{"drukte"}},
				&snapshot.Domain{Names: []string{"Opsporing"}},
				&snapshot.Actor{ID: "om"},
				&snapshot.Effect{Of: []string{"c1"}, At: 3},
			},
		},
		{ID: "b", Caption: "B", Layout: "map", Show: []snapshot.Selector{&snapshot.All{}}},
		{ID: "c", Caption: "C", Layout: "map", Show: []snapshot.Selector{
			&snapshot.Loop{IDs: []string{"L7", "drukte"}}, &snapshot.All{}, &snapshot.Actor{ID: "om"}, &snapshot.Actor{ID: "politie"},
		}},
		{ID: "d", Caption: "D", Layout: "map", Show: []snapshot.Selector{
			&snapshot.Path{From: "training", To: "pakkans"}, &snapshot.Domain{Names: []string{"Opsporing"}},
		}},
	}
	if diff := cmp.Diff(want, views, cmpopts.IgnoreTypes(source.Pos{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestEmptySelectors holds that a selector without a name in it shows nothing,
// which is said.
func TestEmptySelectors(t *testing.T) {
	for _, show := range []string{"{domain: []}", "{loop: }", "{actor: ''}", "{change: ''}", "{all: no}", "[]", "{}"} {
		_, _, problems := readProject(t, snapshotsOf("  - {id: a, caption: A, show: "+show+"}\n"))
		if got := string(told(problems, "en")); !strings.Contains(got, `the snapshot "a" shows nothing`) {
			t.Errorf("show: %s: %s", show, got)
		}
	}
}

// TestHomes holds where a snapshot stands that no text places.
func TestHomes(t *testing.T) {
	all, loop := &snapshot.All{}, &snapshot.Loop{IDs: []string{"x"}}
	domain, change := &snapshot.Domain{Names: []string{"D"}}, &snapshot.Change{Since: "versions/1"}
	for _, c := range []struct {
		show       []snapshot.Selector
		home, kind string
	}{
		{[]snapshot.Selector{all}, "landscape", ""},
		{[]snapshot.Selector{domain}, "domains", ""},
		{[]snapshot.Selector{change}, "changes", ""},
		{[]snapshot.Selector{loop}, "effects", "loop"},
		{[]snapshot.Selector{&snapshot.Path{}}, "effects", "path"},
		{[]snapshot.Selector{&snapshot.Effect{}}, "effects", "effect"},
		{[]snapshot.Selector{&snapshot.Factor{}, &snapshot.Actor{}}, "effects", ""},
		{[]snapshot.Selector{domain, all}, "landscape", ""},
		{[]snapshot.Selector{loop, domain}, "domains", "loop"},
		{[]snapshot.Selector{domain, change}, "changes", ""},
		{[]snapshot.Selector{domain, loop}, "domains", "loop"},
	} {
		v := snapshot.View{Show: c.show}
		if v.Home() != c.home || v.Kind() != c.kind {
			t.Errorf("%T…: at home in %q, section %q; want %q and %q", c.show[0], v.Home(), v.Kind(), c.home, c.kind)
		}
	}
}

// TestDocumented holds that docs/memo-yaml.md knows every selector.
func TestDocumented(t *testing.T) {
	b, err := os.ReadFile("../../docs/memo-yaml.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range snapshot.Forms()[1:] {
		if key, _, _ := strings.Cut(form[1:], ":"); !strings.Contains(string(b), "`"+key+": ") {
			t.Errorf("docs/memo-yaml.md doesn't say what show: %s does", form)
		}
	}
}

// FuzzRead reads any text under snapshots: what is wrong has a place and a
// sentence, and each view shows something.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"  - {id: a, show: all}", "  - id: a\n    show: {factor: [{id: a}, b], path: {from: a, to: b}, effect: {of: a, at: 3}, change: x, all: yes}\n    hide: a",
		"  - {id: a, show: {loop: [L1], domain: x, actor: [a, b]}}\n  - {id: a, show: 3}", "  a: b", "  - - - a", "  - {id: a, show: {effect: {of: [], at: 1e9}}}",
		"  - id: &x a\n    show: *x\n", "  - {id: a, show: {change: {since: ../..}}}", "  - {show: all, id: {a: b}}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		views, _, problems := readProject(t, snapshotsOf(text))
		for _, p := range problems {
			if p.Pos.Path == "" || p.Text("nl") == "" || strings.Contains(p.Text("en"), "%!") && !strings.Contains(text, "%!") {
				t.Errorf("%#v", p)
			}
		}
		for _, v := range views {
			if v.ID == "" || len(v.Show) == 0 {
				t.Errorf("view %+v", v)
			}
		}
	})
}
