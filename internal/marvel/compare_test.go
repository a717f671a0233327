package marvel

import (
	"slices"
	"testing"

	"slotmemo/internal/model"
)

func TestCompare(t *testing.T) {
	older, newer := softwareRelease(t), softwareRelease(t)
	r := newer.Relation("r30")
	r.Sign, r.Argument = model.Plus, "Turned in session 4."
	newer.Relation("r24").Strength = "strong"
	newer.Relations = slices.DeleteFunc(newer.Relations, func(r model.Relation) bool { return r.ID == "r29" })
	newer.Factors = append(newer.Factors, model.Factor{ID: "unions", Label: "Unions"})
	newer.Interventions[0].Target = 0.9
	o := Options{SkipRobustness: true}
	d := Compare(older, newer, Analyse(older, o), Analyse(newer, o))

	if len(d.Factors) != 1 || d.Factors[0].ID != "unions" || d.Factors[0].State != Born {
		t.Errorf("factors: %+v", d.Factors)
	}
	want := []Changed{
		{"r24", Altered, []Field{{"strength", "average", "strong"}}},
		{"r29", Gone, nil},
		{"r30", Altered, []Field{{"sign", "-", "+"}, {"argument", older.Relation("r30").Argument, "Turned in session 4."}}},
	}
	if !slices.EqualFunc(d.Relations, want, func(a, b Changed) bool {
		return a.ID == b.ID && a.State == b.State && slices.Equal(a.Fields, b.Fields)
	}) {
		t.Errorf("relations: %+v\nwant %+v", d.Relations, want)
	}
	if len(d.Interventions) != 1 || d.Interventions[0].Fields[0] != (Field{"target", "0.8", "0.9"}) {
		t.Errorf("interventions: %+v", d.Interventions)
	}
	if len(d.LoopsGone) != 1 || join(d.LoopsGone[0].Factors) != "swAcceptance swUsage swResistance" || len(d.LoopsBorn) != 0 {
		t.Errorf("loops gone %+v, born %+v", d.LoopsGone, d.LoopsBorn)
	}
	if len(d.LoopsTurned) == 0 || len(d.Effects) == 0 {
		t.Errorf("%d loops turned, %d effects changed; want some", len(d.LoopsTurned), len(d.Effects))
	}

	same := Compare(older, softwareRelease(t), Analyse(older, o), Analyse(older, o))
	if !same.None() {
		t.Errorf("a model differs from itself: %+v", same)
	}
}
