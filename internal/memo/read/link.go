package read

import (
	"math"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/source"
)

// Link returns the words for a name of the model, or holds the place of words that
// come later.
func (f *file) Link(a markdown.Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	m := f.Project.Model
	switch a.Scheme {
	case "factor":
		if x := m.Factor(a.Name); x != nil {
			return orText(kids, x.Label), nil
		}
		return kids, []source.Problem{problem.Unknown(a.Pos, problem.UnknownFactor, a.Name, f.factors())}
	case "intervention":
		if x := m.Intervention(a.Name); x != nil {
			return orText(kids, x.Label), nil
		}
		return kids, []source.Problem{problem.Unknown(a.Pos, problem.UnknownIntervention, a.Name, f.interventions())}
	case "actor":
		if x := m.Actor(a.Name); x != nil {
			return orText(kids, x.Label), nil
		}
		return kids, []source.Problem{problem.Unknown(a.Pos, problem.UnknownActor, a.Name, f.actors())}
	case "loop":
		return f.loop(a, kids), nil
	case "effect":
		return f.effect(a, kids)
	}
	return f.reference(a, kids)
}

func orText(kids []document.Inline, s string) []document.Inline {
	if len(kids) > 0 {
		return kids
	}
	return document.Words(s)
}

// reference holds the place of a number. A name that can't exist is reported
// here; whether it stands in this memo is seen when it is numbered.
func (f *file) reference(a markdown.Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	ref := draft.Reference{Pos: a.Pos, Kind: draft.Kind(a.Scheme), Name: a.Name, Written: a.Name, Kids: kids}
	var p *source.Problem
	switch ref.Kind {
	case draft.ToFigure:
		p = f.checkSnapshot(a)
	case draft.ToTable:
		p = f.checkTable(a)
	case draft.ToChapter:
		ref.Name, p = ChapterID(f.Project, a.Name), f.checkChapter(a)
	case draft.ToSection:
	}
	if p != nil {
		return kids, []source.Problem{*p}
	}
	return []document.Inline{ref}, nil
}

// loop returns the name of a loop. Those that the group didn't name are known only
// when the model has been computed.
func (f *file) loop(a markdown.Address, kids []document.Inline) []document.Inline {
	for _, l := range f.Project.Model.Loops {
		if l.ID == a.Name && l.Name != "" {
			return orText(kids, l.Name)
		}
	}
	return []document.Inline{draft.LoopName{Pos: a.Pos, ID: a.Name, Kids: kids}}
}

// effect reads "c1+c3/costs@3" and holds the place of the change of the factor.
func (f *file) effect(a markdown.Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	fail := func(m source.Message, args ...any) ([]document.Inline, []source.Problem) {
		return kids, []source.Problem{{Pos: a.Pos, Message: m, Args: args}}
	}
	v, ok := effectAddress(a.Name)
	if !ok {
		return fail(problem.BadEffect, a.Name)
	}
	if horizon := f.horizon(); v.Year < 0 || v.Year > horizon {
		return fail(problem.EffectBeyond, v.Year, horizon)
	}
	var problems []source.Problem
	for _, id := range v.Interventions {
		if f.Project.Model.Intervention(id) == nil {
			problems = append(problems, problem.Unknown(a.Pos, problem.UnknownIntervention, id, f.interventions()))
		}
	}
	if f.Project.Model.Factor(v.Factor) == nil {
		problems = append(problems, problem.Unknown(a.Pos, problem.UnknownFactor, v.Factor, f.factors()))
	}
	if len(problems) > 0 {
		return kids, problems
	}
	v.Pos, v.Kids = a.Pos, kids
	f.out.Asked = append(f.out.Asked, marvel.EffectAt{Interventions: v.Interventions, Moments: []float64{v.Year}})
	return []document.Inline{v}, nil
}

// effectAddress takes "c1+c3/costs@3" apart.
func effectAddress(s string) (draft.Value, bool) {
	combination, rest, ok := strings.Cut(s, "/")
	at := strings.LastIndex(rest, "@")
	if !ok || at < 0 {
		return draft.Value{}, false
	}
	year, err := strconv.ParseFloat(strings.ReplaceAll(rest[at+1:], ",", "."), 64)
	if err != nil || math.IsNaN(year) || math.IsInf(year, 0) {
		return draft.Value{}, false
	}
	v := draft.Value{Written: s, Factor: rest[:at], Year: year}
	for _, id := range strings.Split(combination, "+") {
		v.Interventions = append(v.Interventions, strings.TrimSpace(id))
	}
	return v, true
}

// horizon of the runs, in years.
func (r *reader) horizon() float64 {
	if h := r.Project.Memo.Horizon; h > 0 {
		return h
	}
	return marvel.DefaultHorizon
}
