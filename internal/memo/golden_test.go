package memo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/marvel"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// A golden file is a project: what it leaves out is taken from base. With
// "-- text.md --" as a short name for the text of the background, "-- edition --"
// for the edition ("JenV", "intern"), and what comes out in "-- document --" and
// "-- problems --". Only the part of the document from "h1" of the chapters
// named in "-- show --" on is kept, to keep a golden readable.
var base = map[string]string{
	"memo.yaml": `title: Proefmemo
subject: De proef
from: Projectteam
to: [{id: JenV, name: Justitie}, {id: SZW, name: Sociale Zaken}]
date: 2018-09-06
status: concept
version: 0.9
chapters: [background]
`,
	"model/factors.csv": `id,label,domain,level,goal
a,Aandacht,Beleid,0.5,
b,Budget,Beleid,0.4,
c,Pakkans,Opsporing,0.3,+
`,
	"model/relations.csv": `from,to,sign,strength,speed,argument,session,dissent
a,b,+,strong,high,Wie kijkt betaalt,1,
b,c,+,average,average,Geld helpt,1,Een deelnemer twijfelt
c,a,-,weak,low,Succes stelt gerust,1,
`,
	"model/interventions.csv": `id,label,factor,target
i1,Meer aandacht,a,0.8
`,
	"model/loops.csv": `id,factors,name,story
kring,a > b > c,De kring,Het gaat rond.
`,
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			golden(t, file)
		})
	}
}

func golden(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	e, show := Edition{}, []string{"background"}
	for _, f := range a.Files {
		s := string(f.Data)
		switch f.Name {
		case "text.md":
			files["text/02-background.md"] = s
		case "edition":
			if e.For = strings.TrimSpace(s); e.For == "intern" {
				e = Edition{Internal: true}
			}
		case "show":
			show = strings.Fields(s)
		case "document", "problems":
		default:
			files[f.Name] = s
		}
	}
	text, problems := build(t, files, e)
	got := map[string]string{"document": parts(text, show), "problems": problems}
	if os.Getenv("SLOTMEMO_UPDATE") == "1" {
		accept(t, file, a, got)
		return
	}
	for name, s := range got {
		want := ""
		for _, f := range a.Files {
			if f.Name == name {
				want = string(f.Data)
			}
		}
		if s != want {
			t.Errorf("%s of %s:\n%s\nwant:\n%s", name, file, s, want)
		}
	}
}

func accept(t *testing.T, file string, a *txtar.Archive, got map[string]string) {
	out := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		if _, ok := got[f.Name]; !ok {
			out.Files = append(out.Files, f)
		}
	}
	for _, name := range []string{"document", "problems"} {
		if got[name] != "" {
			out.Files = append(out.Files, txtar.File{Name: name, Data: []byte(got[name])})
		}
	}
	if err := os.WriteFile(file, txtar.Format(out), 0o600); err != nil {
		t.Fatal(err)
	}
}

// build reads a project of these files over base and writes an edition of it.
func build(t *testing.T, files map[string]string, e Edition) (text, problems string) {
	t.Helper()
	p := read(t, files)
	r := marvel.Analyse(p.Model, marvel.Options{Horizon: p.Memo.Horizon, Moments: p.Memo.Moments, Combine: p.Memo.Combine})
	doc, found := Write(p, viewsOf(t, p), r, e)
	checkIDs(t, doc)
	return dump(doc), list(found)
}

func list(found []source.Problem) string {
	var b strings.Builder
	for _, x := range found {
		b.WriteString(x.Pos.String() + ": " + [...]string{"error", "warning", "note"}[x.Severity] + ": " + x.Text("en") + "\n")
	}
	return b.String()
}

// read makes a project folder of files over base and reads it.
func read(t *testing.T, files map[string]string) *project.Project {
	t.Helper()
	dir := t.TempDir()
	write := func(name, s string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, s := range base {
		if _, ok := files[name]; !ok {
			write(name, s)
		}
	}
	for name, s := range files {
		write(name, s)
	}
	p, problems, err := project.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range problems {
		if x.Severity == source.Error {
			t.Errorf("reading: %s: %s", x.Pos, x.Text("en"))
		}
	}
	return p
}

// parts keeps the chapters with these ids, and "head" and "notes".
func parts(text string, show []string) string {
	var b strings.Builder
	keep, box := false, false
	for _, line := range strings.SplitAfter(text, "\n") {
		switch {
		case strings.HasPrefix(line, "title "), strings.HasPrefix(line, "head "), strings.HasPrefix(line, "message "), strings.HasPrefix(line, "remark "):
			keep = contains(show, "head")
		case strings.HasPrefix(line, "contents "):
			keep = contains(show, "contents")
		case strings.HasPrefix(line, "h1 #"):
			id, _, _ := strings.Cut(strings.TrimPrefix(line, "h1 #"), " ")
			keep = contains(show, id)
		case strings.HasPrefix(line, "note note-"):
			keep = true
		}
		switch { // the standard box is the same everywhere
		case strings.HasPrefix(line, "box "):
			box = !contains(show, "box")
		case !strings.HasPrefix(line, " "):
			box = false
		}
		if keep && !box {
			b.WriteString(line)
		}
	}
	return b.String()
}
