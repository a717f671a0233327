package snapshot_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
)

// byHand is a model of two interventions and two goals whose numbers can be done
// by hand: push 40 → b (strong, half a year) → goal (average, minus, one year).
func byHand() *model.Model {
	level := func(v float64) model.Number { return model.Known(v) }
	m := &model.Model{
		Strengths: model.Scale{{Name: "weak", Value: 0.2}, {Name: "average", Value: 0.5}, {Name: "strong", Value: 1.0}, {Name: "very strong", Value: 1.2}},
		Speeds:    model.StandardSpeeds(),
		Factors: []model.Factor{
			{ID: "a", Label: "A", Level: level(0.3), Owners: []string{"us"}},
			{ID: "b", Label: "B", Level: level(0.5), Owners: []string{"x", "y", "z", "us"}},
			{ID: "c", Label: "C", Level: level(0.5), Owners: []string{"x"}},
			{ID: "g", Label: "Minder", Goal: model.Lower, Weight: 1, Level: level(0.5)},
			{ID: "h", Label: "Meer", Goal: model.Higher, Weight: 1, Level: level(0.5)},
		},
		Relations: []model.Relation{
			{ID: "ab", From: "a", To: "b", Sign: model.Plus, Strength: "strong", Speed: "high", Argument: "Bijv. omdat a werkt. En nog meer."},
			{ID: "bg", From: "b", To: "g", Sign: model.Minus, Strength: "average", Speed: "average", Argument: "Zonder punt"},
			{ID: "bh", From: "b", To: "h", Sign: model.Minus, Strength: "weak", Speed: "low"},
			{ID: "ch", From: "c", To: "h", Sign: model.Plus, Strength: "average", Speed: "average"},
			{ID: "hc", From: "h", To: "c", Sign: model.Plus, Strength: "weak", Speed: "average"},
		},
		Interventions: []model.Intervention{
			{ID: "i", Label: "Eerste", Factor: "a", Target: 0.7, AdjustmentYears: 1, Owners: []string{"us"}},
			{ID: "j", Label: "Tweede", Factor: "c", Target: 0.6, AdjustmentYears: 1, Owners: []string{"x"}},
		},
		Actors: []model.Actor{{ID: "us", Label: "Wij"}, {ID: "x", Label: "X"}, {ID: "y", Label: "Y"}, {ID: "z", Label: "Z"}},
	}
	return m
}

func teller(m *model.Model) (*snapshot.Teller, *marvel.Result) {
	r := marvel.Analyse(m, marvel.Options{})
	return snapshot.NewTeller(m, r, "nl", snapshot.ShortNames{Factors: map[string]string{"b": "Bee"}}), r
}

func TestRibbonFollowsThePush(t *testing.T) {
	tell, _ := teller(byHand())
	d, ok := tell.Ribbon(document.Common{}, "i", "g")
	if !ok {
		t.Fatal("no ribbon")
	}
	var got []string
	for _, s := range d.Stops {
		got = append(got, s.Label+" "+s.Text+" "+s.When)
	}
	if want := []string{"A +40 0", "Bee +40 ½", "Minder −20 1½ jaar"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !strings.HasPrefix(d.Total, "Dit is de enige weg: −") {
		t.Errorf("total %q", d.Total)
	}
	if !d.Stops[0].Lever || !d.Stops[2].Goal {
		t.Error("lever and goal aren't marked")
	}
}

func TestBranchesJudgeByTheDirectionOfTheGoal(t *testing.T) {
	tell, _ := teller(byHand())
	d, rest, ok := tell.Branches(document.Common{}, "i", []string{"g", "h"})
	if !ok || len(rest) > 0 || len(d.Ways) != 2 {
		t.Fatalf("%v %v %+v", ok, rest, d)
	}
	// g falls, as it should; h falls too, against its wish.
	if d.Ways[0].Nodes[2] != "g" || d.Ways[0].Verdict != document.Nearer || d.Ways[0].Word != "dichterbij" {
		t.Errorf("first way: %+v", d.Ways[0])
	}
	if d.Ways[1].Nodes[2] != "h" || d.Ways[1].Verdict != document.Further || d.Ways[1].Word != "verder weg" {
		t.Errorf("second way: %+v", d.Ways[1])
	}
}

func TestUnknownGivesNoRibbon(t *testing.T) {
	for name, spoil := range map[string]func(*model.Model){
		"sign":     func(m *model.Model) { m.Relations[0].Sign = model.Unknown },
		"strength": func(m *model.Model) { m.Relations[0].Strength = "" },
		"level":    func(m *model.Model) { m.Factors[0].Level = model.Number{} },
	} {
		m := byHand()
		spoil(m)
		tell, _ := teller(m)
		if _, ok := tell.Ribbon(document.Common{}, "i", "g"); ok {
			t.Errorf("a ribbon without a known %s", name)
		}
	}
	m := byHand()
	m.Relations[0].Speed = ""
	tell, _ := teller(m)
	if d, ok := tell.Ribbon(document.Common{}, "i", "g"); !ok || !math.IsNaN(d.Stops[1].Years) || d.Stops[1].When != "" {
		t.Error("an unknown speed: the ribbon stands, without years")
	}
}

func TestCircleTellsWhatARoundReturns(t *testing.T) {
	tell, r := teller(byHand())
	d, ok := tell.Circles(document.Common{}, r.Loops.List)
	if !ok || len(d.Loops) != 1 {
		t.Fatalf("%v %+v", ok, d)
	}
	c := d.Loops[0]
	if c.Letter != "R" || c.Round != "een ronde: 2 jaar" || c.Returns != "Van iedere tien punten erbij komt na een ronde één punt terug." {
		t.Errorf("%q %q %q", c.Letter, c.Round, c.Returns)
	}
	large := marvel.Loop{Factors: make([]string, 10), Relations: make([]string, 10)}
	if _, ok := tell.Circles(document.Common{}, []marvel.Loop{large}); ok {
		t.Error("ten factors stand on a circle")
	}
}

func TestForYouHasWhatOneOwns(t *testing.T) {
	tell, _ := teller(byHand())
	d, ok := tell.ForYou(document.Common{}, "us")
	if !ok || len(d.Rows) != 1 || d.Rows[0].Change != "A: 30 → 70" {
		t.Fatalf("%v %+v", ok, d)
	}
	// Own first, three at most; the fourth is a partner all the same.
	var chips []string
	for _, c := range d.Rows[0].Nodes[1].Chips {
		chips = append(chips, c.Text)
	}
	if want := []string{"Wij", "X", "Y"}; !slices.Equal(chips, want) {
		t.Errorf("chips %q, want %q", chips, want)
	}
	if len(d.Matrix.Rows) != 3 || d.Matrix.Rows[2].Label != "Z" {
		t.Errorf("partners %+v", d.Matrix.Rows)
	}
	if want := "Verder weg: Meer (−"; !strings.HasPrefix(d.Warning, want) {
		t.Errorf("warning %q", d.Warning)
	}
	if _, ok := tell.ForYou(document.Common{}, "y"); ok {
		t.Error("a page for one who owns nothing")
	}
}

func TestDisputeComputesEachReading(t *testing.T) {
	m := byHand()
	tell, _ := teller(m)
	as, other := m.Relations[0], m.Relations[0]
	other.Strength = "weak"
	d, ok := tell.Dispute(document.Common{}, []snapshot.ReadingOf{{Name: "Sterk", Relation: as}, {Name: "Zwak", Who: "de helft", Relation: other}})
	if !ok {
		t.Fatal("no dispute")
	}
	if d.Verdict != "De uitkomst hangt hieraan." || d.Told != "Eerste na tien jaar: in lezing\u00a0A Eerste, in lezing\u00a0B Tweede." {
		t.Errorf("%q %q", d.Verdict, d.Told)
	}
	if d.Readings[1].Who != "zwak · de helft" || d.Readings[1].Edge.Weight != document.WeakLine {
		t.Errorf("%+v", d.Readings[1])
	}
	if i := slices.IndexFunc(d.Slopes.Lines, func(l document.Slope) bool { return l.ID == "i" }); d.Slopes.Lines[i].Values[0] <= d.Slopes.Lines[i].Values[1] {
		t.Errorf("the weak reading changes nothing: %v", d.Slopes.Lines[i].Values)
	}
	same, ok := tell.Dispute(document.Common{}, []snapshot.ReadingOf{{Relation: as}, {Relation: as}})
	if !ok || same.Verdict != "De uitkomst blijft gelijk." {
		t.Errorf("two equal readings: %v %+v", ok, same)
	}
}

func TestIdentitiesGoByTheLargestEffect(t *testing.T) {
	_, r := teller(byHand())
	if got := snapshot.Identities(r); got["i"] != 0 || got["j"] != 1 {
		t.Errorf("got %v", got)
	}
}

func TestChartsOfInterventions(t *testing.T) {
	tell, r := teller(byHand())
	multiples, ok := tell.Multiples(document.Common{})
	if !ok || len(multiples.Facets) != 2 || !multiples.Facets[0].Lines[0].Strong || multiples.Facets[0].Rest != "één onder 2,5" {
		t.Errorf("%v %+v", ok, multiples)
	}
	scatter, ok := tell.Scatter(document.Common{})
	if !ok || len(scatter.Points) != 2 {
		t.Fatalf("%v %+v", ok, scatter)
	}
	for _, p := range scatter.Points {
		if !(p.Low <= p.Y && p.Y <= p.High && p.X > 0 && p.X < 10) {
			t.Errorf("%+v", p)
		}
	}
	bump, ok := tell.Bump(document.Common{})
	if !ok || len(bump.Criteria) != 4 || bump.Criteria[3].Label != "Na 10 jaar, per 10 punten duw" {
		t.Fatalf("%v %+v", ok, bump)
	}
	for m, c := range bump.Criteria[:3] {
		all := bump.Rows[0].Fixed[m] && bump.Rows[1].Fixed[m]
		if stable := r.Robustness.StableRankings[m] == r.Robustness.Tried; all != stable {
			t.Errorf("%s: all ranks fixed %v, order stable %v", c.Label, all, stable)
		}
	}
}

func TestShiftCountsWhatStays(t *testing.T) {
	tell, _ := teller(byHand())
	older := byHand()
	older.Relations[0].Strength = "weak"
	before := marvel.Analyse(older, marvel.Options{})
	d, ok := tell.Shift(document.Common{}, before, nil)
	if !ok || len(d.Rows) != 1 || d.Rows[0].ID != "i" || d.Rest != "De andere verschuift minder dan 1 punt." {
		t.Errorf("%v %+v", ok, d)
	}
	same, _ := tell.Shift(document.Common{}, marvel.Analyse(byHand(), marvel.Options{}), nil)
	if len(same.Rows) != 0 || same.Rest != "Geen enkele interventie verschuift 1 punt of meer." {
		t.Errorf("nothing changed: %+v", same)
	}
}

// A model that gives no numbers gives no drawing of them, and no panic.
func TestNothingFollows(t *testing.T) {
	for name, spoil := range map[string]func(*model.Model){
		"no goals": func(m *model.Model) {
			for i := range m.Factors {
				m.Factors[i].Goal = model.NoGoal
			}
		},
		"no interventions": func(m *model.Model) { m.Interventions = nil },
		"no relations":     func(m *model.Model) { m.Relations = nil },
		"runs away":        func(m *model.Model) { m.Relations[3].Strength, m.Relations[4].Strength = "very strong", "very strong" },
		"no levels": func(m *model.Model) {
			for i := range m.Factors {
				m.Factors[i].Level = model.Number{}
			}
		},
	} {
		m := byHand()
		spoil(m)
		tell, _ := teller(m)
		made := map[string]bool{}
		note := func(form string, ok bool) { made[form] = ok }
		_, ok := tell.Ribbon(document.Common{}, "j", "h")
		note("ribbon", ok)
		_, _, ok = tell.Branches(document.Common{}, "j", []string{"g", "h"})
		note("branches", ok)
		_, ok = tell.ForYou(document.Common{}, "x")
		note("for you", ok)
		_, ok = tell.Multiples(document.Common{})
		note("multiples", ok)
		_, ok = tell.Scatter(document.Common{})
		note("scatter", ok)
		_, ok = tell.Bump(document.Common{})
		note("bump", ok)
		if name == "no goals" || name == "no interventions" || name == "no levels" {
			for form, ok := range made {
				if ok && !(name == "no levels" && form == "bump") { // the order per push may follow
					t.Errorf("%s: a %s was made", name, form)
				}
			}
		}
	}
}
