package audit

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

const accessibility = "../../docs/accessibility.md"

// TestTheDocumentListsEveryClause holds the lists in docs/accessibility.md to
// the code.
func TestTheDocumentListsEveryClause(t *testing.T) {
	b, err := os.ReadFile(accessibility)
	if err != nil {
		t.Fatal(err)
	}
	want := replaceBetween(t, string(b), "gaps", gapTable())
	want = replaceBetween(t, want, "rules", ruleTable())
	if want == string(b) {
		return
	}
	if os.Getenv("SLOTMEMO_UPDATE") != "1" {
		t.Fatalf("%s doesn't list what the code checks; SLOTMEMO_UPDATE=1 writes it", accessibility)
	}
	if err := os.WriteFile(accessibility, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func replaceBetween(t *testing.T, s, what, with string) string {
	t.Helper()
	start, end := "<!-- "+what+": written by the test TestTheDocumentListsEveryClause -->\n", "<!-- end "+what+" -->"
	before, rest, ok := strings.Cut(s, start)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for %s", accessibility, what)
	}
	return before + start + with + end + after
}

func gapTable() string {
	var b strings.Builder
	b.WriteString("| standard | clause | what isn't checked of it |\n|---|---|---|\n")
	for _, g := range NotImplemented() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", g.Standard, g.Clause, g.What)
	}
	return b.String()
}

func ruleTable() string {
	var lines []string
	for id, r := range rules {
		a := r.a
		if a != "" {
			a += map[byte]string{'a': " (level a)", 'u': " (levels u, a)"}[r.level]
			if r.only != "" {
				a += " (part " + r.only + ")"
			}
		}
		order := clauseOrder(r.ua)
		if r.ua == "" {
			order = "~" + clauseOrder(r.a)
		}
		lines = append(lines, order+"\x00"+fmt.Sprintf("| %s | %s | %s |\n", r.ua, a, say("en", "rule."+id)))
	}
	slices.Sort(lines)
	var b strings.Builder
	b.WriteString("| PDF/UA-1 | PDF/A-2, -3 | finding |\n|---|---|---|\n")
	for _, l := range lines {
		_, line, _ := strings.Cut(l, "\x00")
		b.WriteString(line)
	}
	return b.String()
}
