package memo

import (
	"fmt"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
)

// large is a model of 300 factors in ten domains, 900 relations and 6 interventions.
func large() *model.Model {
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	for i := range 300 {
		f := model.Factor{ID: fmt.Sprintf("f%03d", i), Label: fmt.Sprintf("Factor %d", i), Domain: fmt.Sprintf("Domein %d", i%10), Level: model.Known(0.5)}
		if i%100 == 99 {
			f.Goal, f.Weight = model.Higher, 1
		}
		m.Factors = append(m.Factors, f)
	}
	for i := range 900 {
		r := model.Relation{ID: fmt.Sprintf("r%03d", i), From: fmt.Sprintf("f%03d", i%300), To: fmt.Sprintf("f%03d", (i*7+i/300+1)%300), Sign: model.Plus, Strength: "weak", Speed: "average", Argument: "Zo is het."}
		if i%3 == 0 {
			r.Sign = model.Minus
		}
		if r.From != r.To {
			m.Relations = append(m.Relations, r)
		}
	}
	for i := range 6 {
		m.Interventions = append(m.Interventions, model.Intervention{ID: fmt.Sprintf("i%d", i), Label: fmt.Sprintf("Interventie %d", i), Factor: fmt.Sprintf("f%03d", i*11), Target: 0.8, AdjustmentYears: 1})
	}
	return m
}

var largeViews = []snapshot.View{{ID: "alles", Caption: "Alles", Show: []snapshot.Selector{&snapshot.All{}}}}

func largeProject() *project.Project {
	return &project.Project{Model: large(), Memo: project.Memo{
		Title: "Groot", Language: "nl", To: []project.Recipient{{ID: "JenV", Name: "JenV"}},
	}}
}

// TestLarge holds that a large model gets a figure for each domain.
func TestLarge(t *testing.T) {
	p := largeProject()
	doc, problems := Write(p, largeViews, nil, Edition{}) // what follows from it is not the point here
	silent(t, problems)
	checkIDs(t, doc)
	if n := len(largeViews); n != 1 {
		t.Errorf("there are %d views now", n)
	}
	figures := 0
	for _, f := range document.Figures(doc) {
		if f.Diagram != nil {
			figures++
		}
	}
	if figures != 11 {
		t.Errorf("%d figures of a model with ten domains", figures)
	}
}

func BenchmarkWriteLarge(b *testing.B) {
	p := largeProject()
	r := marvel.Analyse(p.Model, marvel.Options{SkipRobustness: true})
	for b.Loop() {
		Write(p, largeViews, r, Edition{})
	}
}
