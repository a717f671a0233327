package analysis_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"slotmemo/internal/analysis"
	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// small is a model with one of everything: a loop, an unknown sign, a goal
// that no number follows for.
func small() *model.Model {
	return &model.Model{
		Factors: []model.Factor{
			{ID: "a", Level: model.Known(0.5)},
			{ID: "b", Level: model.Known(0.5), Goal: model.Higher, Weight: 1},
			{ID: "c", Level: model.Known(0.5), Goal: model.Lower, Weight: 1},
		},
		Relations: []model.Relation{
			{ID: "ab", From: "a", To: "b", Sign: model.Plus, Strength: "average", Speed: "high"},
			{ID: "ba", From: "b", To: "a", Sign: model.Minus, Strength: "weak", Speed: "high"},
			{ID: "bc", From: "b", To: "c", Strength: "weak", Speed: "high"},
		},
		Interventions: []model.Intervention{{ID: "i", Factor: "a", Target: 0.8, AdjustmentYears: 1}},
	}
}

// TestJSONShape holds the keys that other programs rely on, and null for what
// doesn't follow.
func TestJSONShape(t *testing.T) {
	m := small()
	r := marvel.Analyse(m, marvel.Options{})
	var out bytes.Buffer
	if err := analysis.JSON(&out, m, r, claims.Make(m, r)); err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		"factors", "relations", "loops.count", "loops.complete", "loops.reinforcing", "loops.balancing", "loops.undetermined",
		"loops.list.0.id", "loops.list.0.kind", "loops.list.0.name", "loops.list.0.factors.1", "loops.list.0.relations.1",
		"loops.list.0.gain", "loops.list.0.delay", "loops.independent.0",
		"effects.0.interventions", "effects.0.score", "effects.1.interventions.0", "effects.1.unstable",
		"effects.1.goals.0.goal", "effects.1.goals.0.moments.0.t", "effects.1.goals.0.moments.0.level",
		"effects.1.goals.0.moments.0.change", "effects.1.goals.0.long_run",
		"ranking.0.t", "ranking.0.order", "ranking.0.unranked.0.0",
		"paths.0.intervention", "paths.0.goal", "paths.0.count", "paths.0.negative", "paths.0.gain_sum", "paths.0.complete",
		"paths.0.shortest.relations.0", "paths.0.shortest.gain", "paths.0.shortest.delay", "paths.0.quickest", "paths.0.strongest",
		"robustness.tried", "robustness.possible", "robustness.stable.best_single", "robustness.stable.directions",
	} {
		if v := at(t, got, path); v == nil {
			t.Errorf("%s is null or missing", path)
		}
	}
	for _, path := range []string{
		"effects.1.score", "effects.1.goals.1.moments.0.level", "effects.1.goals.1.moments.0.change", "effects.1.goals.1.moments.0.trend",
		"effects.1.goals.1.long_run", "paths.1.gain_sum",
	} {
		if v := at(t, got, path); v != nil {
			t.Errorf("%s is %v, want null: the sign of bc isn't known", path, v)
		}
	}
	if n := len(at(t, got, "loops.list.0.factors").([]any)); n != 2 {
		t.Errorf("a loop of two factors lists %d", n)
	}
}

// at walks to a value; it fails if a step isn't there.
func at(t *testing.T, v any, path string) any {
	t.Helper()
	for _, key := range strings.Split(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			value, ok := in[key]
			if !ok {
				t.Fatalf("%s: no key %s", path, key)
			}
			v = value
		case []any:
			i := int(key[0] - '0')
			if i >= len(in) {
				t.Fatalf("%s: only %d items", path, len(in))
			}
			v = in[i]
		default:
			t.Fatalf("%s: %v has no %s", path, v, key)
		}
	}
	return v
}

func TestTextSaysUndetermined(t *testing.T) {
	m := small()
	r := marvel.Analyse(m, marvel.Options{})
	for language, want := range map[string][]string{
		"nl": {"Verbanden met onbekend teken: bc", "onbepaald", "Zonder plaats: i", "+0,", "balancerend (B) 1"},
		"en": {"Relations with an unknown sign: bc", "undetermined", "Without a place: i", "balancing (B) 1"},
	} {
		var out bytes.Buffer
		if err := analysis.Text(&out, m, r, claims.Make(m, r), language); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: %q isn't in\n%s", language, w, out.String())
			}
		}
		if strings.Contains(out.String(), "NaN") || strings.Contains(out.String(), "%!") {
			t.Errorf("%s: a number or a verb went wrong in\n%s", language, out.String())
		}
	}
}

// unstable is a model that grows: two interventions, one of which stays out of
// it, and one word that mends it.
func unstable() *model.Model {
	m := small()
	m.Factors = append(m.Factors, model.Factor{ID: "d", Label: "Druk", Level: model.Known(0.5)})
	m.Relations = []model.Relation{
		{ID: "da", From: "d", To: "a", Sign: model.Plus, Strength: "average", Speed: "high"},
		{ID: "ab", From: "a", To: "b", Sign: model.Plus, Strength: "strong", Speed: "high", Dissent: "half disagreed"},
		{ID: "ba", From: "b", To: "a", Sign: model.Plus, Strength: "very strong", Speed: "high"},
		{ID: "bc", From: "b", To: "c", Sign: model.Minus, Strength: "weak", Speed: "high"},
	}
	m.Interventions = []model.Intervention{
		{ID: "i", Factor: "a", Target: 0.8, AdjustmentYears: 1},
		{ID: "j", Factor: "d", Target: 0.8, AdjustmentYears: 1},
	}
	return m
}

// TestTextOfAnUnstableModel: how long the numbers hold, why, what to ask, and
// who comes first of how many; no number after a run has left the scale.
func TestTextOfAnUnstableModel(t *testing.T) {
	m := unstable()
	r := marvel.Analyse(m, marvel.Options{})
	c := claims.Make(m, r)
	for language, want := range map[string][]string{
		"nl": {
			"Zo lang zijn de uitkomsten bruikbaar", "j            3,34 jaar", "verdubbelt uiteindelijk iedere 3,6 jaar", "Zonder een van deze verbanden groeit er niets meer: ab, ba",
			"Vraag de groep: klopt een van deze woorden?", "ab (a → b)  sterkte  sterk → gemiddeld", "tot jaar 3,3", "(1 van 2 door te rekenen)", "Niet tot het einde door te rekenen: j (tot jaar 3,3).",
		},
		"en": {"How long the results can be used", "Ask the group: is one of these words right?", "ab (a → b)  strength  strong → average", "to year 3.3", "(1 of 2 computed)"},
	} {
		var out bytes.Buffer
		if err := analysis.Text(&out, m, r, c, language); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: %q isn't in\n%s", language, w, out.String())
			}
		}
		if strings.Contains(out.String(), "NaN") || strings.Contains(out.String(), "%!") {
			t.Errorf("%s: a number or a verb went wrong in\n%s", language, out.String())
		}
	}
	var out bytes.Buffer
	if err := analysis.JSON(&out, m, r, c); err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		"effects.2.until", "effects.2.growth", "instability.growth", "instability.causes.0.loop", "instability.repairs.0.words.0.relation",
		"claims.singles.0.order.0.points", "claims.singles.2.missing.0.until", "claims.disputes.0.relation", "settling.known",
	} {
		if at(t, got, path) == nil {
			t.Errorf("%s is null", path)
		}
	}
	if v := at(t, got, "effects.2.goals.0.moments.2.change"); v != nil {
		t.Errorf("a change of %v at year 10, after the run has left the scale", v)
	}
}
