package tables

import (
	"os"
	"strings"
	"testing"

	"slotmemo/internal/source"
)

// TestDocumented holds that docs/tables.md says what is accepted.
func TestDocumented(t *testing.T) {
	const name, mark = "../../docs/tables.md", "<!-- The rest is made by tables.Describe and held by its test. -->\n\n"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(b), mark)
	if !found {
		t.Fatalf("%s lacks the line %q", name, mark)
	}
	if os.Getenv("SLOTMEMO_UPDATE") != "" {
		if err := os.WriteFile(name, []byte(before+mark+Describe()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if after != Describe() {
		t.Errorf("%s differs from what is accepted; run again with SLOTMEMO_UPDATE=1", name)
	}
}

// TestNamesAreClear holds that no name means two columns of a table, and no word
// two values.
func TestNamesAreClear(t *testing.T) {
	for _, table := range Known() {
		seen := map[string]string{}
		for _, c := range table.Columns {
			for _, name := range append([]string{c.Key}, c.Also...) {
				if other, twice := seen[foldName(name)]; twice {
					t.Errorf("%s: %q means both %s and %s", table.Key, name, other, c.Key)
				}
				seen[foldName(name)] = c.Key
			}
		}
	}
	for _, v := range Vocabularies() {
		seen := map[string]string{}
		for _, w := range v.Words {
			for _, name := range append([]string{w.Name}, w.Also...) {
				if other, twice := seen[fold(name)]; twice {
					t.Errorf("%s: %q means both %s and %s", v.Column, name, other, w.Name)
				}
				seen[fold(name)] = w.Name
			}
		}
	}
}

// TestEverySynonym reads a table under each name of each column, in capitals
// and with other separators.
func TestEverySynonym(t *testing.T) {
	for _, table := range Known() {
		for _, c := range table.Columns {
			for _, name := range append([]string{c.Key}, c.Also...) {
				for _, written := range []string{name, strings.ToUpper(name), strings.ReplaceAll(name, " ", "_")} {
					rd := newReader(StandardScales())
					head := []cell{{written, source.Pos{}}, {"something else", source.Pos{}}}
					keys, ok := rd.headings(&table, head)
					if at, found := keys[c.Key]; !ok || !found || at != 0 {
						t.Errorf("%s: %q isn't read as %s", table.Key, written, c.Key)
					}
				}
			}
		}
	}
}

// TestWords reads every word of cells.
func TestWords(t *testing.T) {
	for _, v := range Vocabularies() {
		for _, w := range v.Words {
			for _, name := range append([]string{w.Name}, w.Also...) {
				for _, written := range []string{name, strings.ToUpper(name)} {
					if got, ok := look(v.Words, written); !ok || got != w.Name {
						t.Errorf("%s: %q is read as %q; want %q", v.Column, written, got, w.Name)
					}
				}
			}
		}
	}
}
