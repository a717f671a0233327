package project

import (
	"fmt"
	"strings"
	"testing"

	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// sound holds that problems have a place and a sentence in both languages.
func sound(t *testing.T, text string, problems []source.Problem) {
	t.Helper()
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	for _, p := range problems {
		if p.Pos.Path == "" || p.Pos.Line < 0 || p.Pos.Line > lines+1 || p.Pos.Column < 0 {
			t.Errorf("%s is no place in a text of %d lines: %s", p.Pos, lines, p.Text("en"))
		}
		for _, language := range []string{"nl", "en"} {
			if s := p.Text(language); strings.Contains(s, "%!") && !strings.Contains(fmt.Sprint(p.Args...), "%!") {
				t.Errorf("%s: verbs and facts differ: %s", p.Pos, s)
			}
		}
	}
}

func FuzzMemo(f *testing.F) {
	for _, a := range archive(f, "testdata/whole.txtar").Files {
		if strings.HasSuffix(a.Name, ".yaml") {
			f.Add(string(a.Data))
		}
	}
	for _, s := range []string{
		"", "- a", "a", "title: [", "title: \"", "to: {a: b}", "to: [[[[{}]]]]", "a: &x b\nc: *x\n<<: *x", "? a\n: b", "---\n---\n",
		"scales: {strength: {a: 1, b: 2}, speed: {a: -1}}\nhorizon: 1e9\nmoments: [1, 2,\n 3]\ncombine: 99",
		"snapshots:\n  - id: a\n    show: {factor: [{id: a}, b], path: {from: a, to: b}, effect: {of: a, at: 3}, change: x, all: yes}\n    hide: a",
		"title: |\n  a\n\n  b\nsubject: >-\n  c\ndate: 2026-02-30\nmarking: TLP:RED\n\ttab: x", "!!map {a: !!str 0.10}", "a: \xff", "\ufeffa: \u202e\x00b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		root, problems := yamltree.Parse(source.Pos{Path: "memo.yaml"}, text)
		sound(t, text, problems)
		m, scales, problems := readMemo(root)
		sound(t, text, problems)
		if len(scales.Strengths) == 0 || len(scales.Speeds) == 0 || m.Horizon <= 0 || m.Combine < 1 || m.Language == "" {
			t.Errorf("%+v %v", m, scales)
		}
	})
}

func FuzzSession(f *testing.F) {
	for _, s := range []string{
		"", "---", "---\n---\n", "---\nsession: 2\nparticipants: [om, \"a, b\"]\n---\n\n## Hoofdlijnen\n", "---\r\nsessie: 1\r\n---\r\ntekst",
		"---\nsession: 1\n...\n---\n", "---\n- a\n---\n", "---\ndate: x\ndeelnemers: {a: b}\n", "\ufeff---\nplaats: \u200bx\n--- \nx\xff", "a\n---\nb: c\n---\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, problems := readSession("sessions/1-a.md", text)
		sound(t, text, problems)
		if s.Body.Pos.Line < 1 || len(s.places) != len(s.Participants) {
			t.Errorf("%+v", s)
		}
	})
}
