package audit

import (
	"slices"
	"strings"
	"testing"
)

func TestEverySentenceIsThereInBothLanguages(t *testing.T) {
	var want []string
	for id := range rules {
		want = append(want, "rule."+id)
	}
	for _, id := range remarkRules {
		want = append(want, "remark."+id)
	}
	for language, m := range words() {
		for _, key := range want {
			if m[key] == "" {
				t.Errorf("%s has no sentence %s", language, key)
			}
		}
		for key := range m {
			kind, _, _ := strings.Cut(key, ".")
			if (kind == "rule" || kind == "remark") && !slices.Contains(want, key) {
				t.Errorf("%s has a sentence %s that nobody says", language, key)
			}
			if _, ok := words()["en"][key]; !ok {
				t.Errorf("only %s has %s", language, key)
			}
			if _, ok := words()["nl"][key]; !ok {
				t.Errorf("only %s has %s", language, key)
			}
		}
	}
}

// Each rule is spoken of somewhere in the code: a rule that nobody checks would
// count as implemented.
func TestEveryRuleIsChecked(t *testing.T) {
	source := readSources(t)
	for id := range rules {
		if !strings.Contains(source, `"`+id+`"`) {
			t.Errorf("no code checks %s", id)
		}
	}
	for _, id := range remarkRules {
		if !strings.Contains(source, `"`+id+`"`) {
			t.Errorf("no code makes the remark %s", id)
		}
	}
}

func TestRanges(t *testing.T) {
	if got := ranges([]int{1, 2, 3, 5, 7, 8}); got != "1–3, 5, 7–8" {
		t.Error(got)
	}
}
