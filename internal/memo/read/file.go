package read

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/problem"
	"slotmemo/internal/source"
)

// A file answers what one file of the user asks (markdown.Host).
type file struct {
	*reader
	notes map[string]*draft.Note // by label
}

// Part decides what is in this edition. In an edition for one addressee the
// label doesn't tell who else may read the part.
func (f *file) Part(pos source.Pos, readers []string) (*document.Aside, bool, []source.Problem) {
	if len(readers) == 0 {
		return &document.Aside{Kind: document.Internal, Label: f.Words.T("label.intern")}, f.Edition.Internal, nil
	}
	if _, problems := f.addressees(pos, readers); len(problems) > 0 {
		return nil, false, problems
	}
	if f.Edition.For == "" {
		label := f.Words.T("label.only", strings.Join(readers, ", "))
		return &document.Aside{Kind: document.Audience, Label: label}, true, nil
	}
	label := f.Words.T("label.only", f.Edition.For)
	return &document.Aside{Kind: document.Audience, Label: label}, slices.Contains(readers, f.Edition.For), nil
}

// addressees keeps the ids that memo.yaml knows, and reports the others.
func (r *reader) addressees(pos source.Pos, readers []string) (known []string, problems []source.Problem) {
	for _, id := range readers {
		if !slices.Contains(r.recipients(), id) {
			problems = append(problems, problem.Unknown(pos, problem.UnknownRecipient, id, r.recipients()))
			continue
		}
		known = append(known, id)
	}
	return known, problems
}

// Place holds the place for an image of ours, or quotes a session.
func (f *file) Place(a markdown.Address, caption []document.Inline) ([]document.Block, []source.Problem) {
	var place document.Block
	var p *source.Problem
	switch a.Scheme {
	case "snapshot":
		place, p = &draft.SnapshotPlace{Pos: a.Pos, View: a.Name, Caption: caption}, f.checkSnapshot(a)
	case "table":
		place, p = &draft.TablePlace{Pos: a.Pos, Table: a.Name, Caption: caption}, f.checkTable(a)
	case "chart":
		place, p = &draft.ChartPlace{Pos: a.Pos, Chart: a.Name, Caption: caption}, f.checkChart(a)
	case "session":
		return f.quote(a)
	default:
		panic("memo: no rule for an image " + a.Scheme)
	}
	if p != nil {
		return nil, []source.Problem{*p}
	}
	return []document.Block{place}, nil
}

func (r *reader) checkSnapshot(a markdown.Address) *source.Problem {
	return missing(a, problem.UnknownSnapshot, r.views(), nil)
}

func (r *reader) checkTable(a markdown.Address) *source.Problem {
	return missing(a, problem.UnknownTable, r.Tables, []any{strings.Join(r.Tables, ", ")})
}

func (r *reader) checkChart(a markdown.Address) *source.Problem {
	return missing(a, problem.UnknownChart, r.Charts, []any{strings.Join(r.Charts, ", ")})
}

func (r *reader) checkChapter(a markdown.Address) *source.Problem {
	if ChapterID(r.Project, a.Name) != "" {
		return nil
	}
	known := ChapterIDs(r.Project)
	return missing(a, problem.UnknownChapter, known, []any{strings.Join(known, ", ")})
}

// missing reports a name that isn't among those known.
func missing(a markdown.Address, m source.Message, known []string, args []any) *source.Problem {
	if slices.Contains(known, a.Name) {
		return nil
	}
	p := problem.Unknown(a.Pos, m, a.Name, known, args...)
	return &p
}
