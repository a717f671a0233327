package project

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"slotmemo/internal/kept"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// readText reads a project given as txtar text on top of the whole one.
func readText(t *testing.T, text string) (*Project, string) {
	t.Helper()
	dir := t.TempDir()
	unpack(t, dir, archive(t, "testdata/whole.txtar"))
	unpack(t, dir, txtar.Parse([]byte(text)))
	p, problems, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return p, string(told(problems, "en"))
}

// TestMemo reads every field of memo.yaml.
func TestMemo(t *testing.T) {
	p, problems := readText(t, `
-- memo.yaml --
title: >
  Twee
  regels
subtitle: Onder
subject: Ergens over
language: en
client: Klant
facilitator: Begeleider
from: Projectteam
to: [{id: JenV, name: Justitie}, SZW, "Board of directors"]
cc: Leden
date: 2026-03-12
reference: 1/2
version: 0.10
status: Definitief
marking: {label: TLP:AMBER, set_by: iemand, until: 2030}
contact: a@b.example
reply_by: '2026-04-01'
horizon: 7,5
moments: [0.5, 2]
combine: 3
scales: {strength: {zwak: 0.3}, speed: {traag: 4, vlot: 0,5}}
chapters: [samenvatting, aanleiding, summary-of-ours, effects]
snapshots:
  - id: a
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
previous: versions/0.8
-- text/03-summary-of-ours.md --
# Ours
-- versions/0.8/factoren.csv --
naam
Een
-- versions/0.8/relaties.csv --
van;naar
-- model/relations.csv --
id,from,to,sign,strength,speed
r2,training,signalen,+,zwak,vlot
r3,signalen,pakkans,+,gemiddeld,traag
r4,signalen,druk,+,sterk,
r5,druk,signalen,-,sterk,?
`)
	// In a flow map a decimal comma separates fields, and the message says so.
	if want := "memo.yaml:22:57:"; !strings.HasPrefix(problems, want) || !strings.Contains(problems, "memo.yaml:22:59") {
		t.Fatalf("got %s, want %s…", problems, want)
	}
	p, problems = readText(t, strings.Replace(memoOf(t, p.Dir), "0,5}}", "0.5}}", 1))
	if problems != "exit 0\n" {
		t.Fatal(problems)
	}
	m := p.Memo
	want := Memo{
		Title: "Twee regels", Subtitle: "Onder", Subject: "Ergens over", Language: "en", Client: "Klant",
		Facilitator: "Begeleider", From: "Projectteam",
		To:   []Recipient{{"JenV", "Justitie"}, {"SZW", "SZW"}, {"Board of directors", "Board of directors"}},
		CC:   []string{"Leden"},
		Date: "2026-03-12", Reference: "1/2", Version: "0.10", Status: "final",
		Marking: Marking{"TLP:AMBER", "iemand", "2030"}, Contact: "a@b.example", ReplyBy: "2026-04-01",
		Horizon: 7.5, Moments: []float64{0.5, 2}, Combine: 3,
		Chapters: []string{"summary", "background", "summary-of-ours", "effects"}, Previous: "versions/0.8",
	}
	if diff := cmp.Diff(want, m, cmpopts.IgnoreTypes(source.Pos{}), cmpopts.IgnoreFields(Memo{}, "Fields", "Snapshots")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	strengths := model.Scale{{Name: "weak", Value: 0.3}, {Name: "average", Value: 0.5}, {Name: "strong", Value: 1}, {Name: "very strong", Value: 1.2}}
	speeds := model.Scale{{Name: "low", Value: 4}, {Name: "vlot", Value: 0.5}}
	if !slices.Equal(p.Model.Strengths, strengths) || !slices.Equal(p.Model.Speeds, speeds) {
		t.Errorf("scales %v %v", p.Model.Strengths, p.Model.Speeds)
	}
	if p.Previous == nil || p.Previous.Model.Factor("een") == nil || p.Version("versions/0.8") != p.Previous {
		t.Errorf("previous: %+v", p.Previous)
	}
	if pos := m.Fields["title"].String(); pos != "memo.yaml:1:1" {
		t.Errorf("title stands at %s", pos)
	}
}

// memoOf gives the files of a project read before, as txtar text.
func memoOf(t *testing.T, dir string) string {
	t.Helper()
	var a txtar.Archive
	for _, name := range []string{"memo.yaml", "text/03-summary-of-ours.md", "versions/0.8/factoren.csv", "versions/0.8/relaties.csv", "model/relations.csv"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		a.Files = append(a.Files, txtar.File{Name: name, Data: b})
	}
	return string(txtar.Format(&a))
}

// TestNotes reads notes and texts in both languages, in the order of their numbers.
func TestNotes(t *testing.T) {
	p, problems := readText(t, "-- sessions/10-laatste.md --\r\n---\r\nsessie: 10\r\ntitel: Laatste\r\ndatum: 2026-01-02\r\nplaats: Utrecht\r\ndeelnemers: om, Nationale Politie\r\n---\r\nTekst\r\n"+`
-- sessions/2.md --
Geen velden bovenaan.
-- sessions/notes.txt --
Not a note.
-- text/10-implicaties.md --
# Implicaties
-- text/slot.md --
# Slot
`)
	if problems != "exit 0\n" {
		t.Fatal(problems)
	}
	var got []string
	for _, s := range p.Sessions {
		got = append(got, fmt.Sprintf("%d %s %s %v %s", s.Number, s.Title, s.Place, s.Participants, s.Body.Pos))
	}
	for _, x := range p.Texts {
		got = append(got, fmt.Sprintf("%d %s→%s", x.Number, x.Name, x.Chapter))
	}
	want := []string{
		"1 Het landschap  [om politie] sessions/1-landschap.md:7:1",
		"2   [] sessions/2.md:1:1",
		"10 Laatste Utrecht [om politie] sessions/10-laatste.md:8:1",
		"0 slot→", "2 aanleiding→background", "10 implicaties→implications",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTooLarge holds that files over their limit are named with it.
func TestTooLarge(t *testing.T) {
	for name, want := range map[string]string{
		"memo.yaml":               "memo.yaml: the file is larger than the limit of 256 kB",
		"sessions/1-landschap.md": "sessions/1-landschap.md: the file is larger than the limit of 2 MB",
		"text/02-aanleiding.md":   "text/02-aanleiding.md: the file is larger than the limit of 2 MB",
		"layout/loops.csv":        "layout/loops.csv: the file is larger than the limit of 4 MB",
	} {
		dir := t.TempDir()
		unpack(t, dir, archive(t, "testdata/whole.txtar"))
		if err := os.MkdirAll(filepath.Join(dir, "layout"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, 5<<20), 0o644); err != nil {
			t.Fatal(err)
		}
		_, problems, err := Read(dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(told(problems, "en")); !strings.Contains(got, want+"\n") {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
}

// TestKept holds that kept ids of loops come back as they were written.
func TestKept(t *testing.T) {
	p, problems := readText(t, "-- layout/loops.csv --\nid,relations\nL1,r1 > r2\nL10,\"a>b > b>a\"\nL2,r3\n")
	if problems != "exit 0\n" {
		t.Fatal(problems)
	}
	want := kept.Loops{"r1 > r2": "L1", "a>b > b>a": "L10", "r3": "L2"}
	if diff := cmp.Diff(want, p.Kept.Loops); diff != "" {
		t.Error(diff)
	}
	if got, want := string(p.Kept.Loops.File().Bytes), "id,relations\nL1,r1 > r2\nL2,r3\nL10,a>b > b>a\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, problems = readText(t, "-- layout/loops.csv --\nid,relations\nL1\nL2,r1\nL2,r2\n"); problems != "layout/loops.csv:2: warning: this row can't be read; expected \"id,relations\"\nlayout/loops.csv:4: warning: this row can't be read; expected \"id,relations\"\nexit 0\n" {
		t.Error(problems)
	}
}
