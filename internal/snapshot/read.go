package snapshot

import (
	"slices"

	"slotmemo/internal/project"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// maxSnapshots is how many snapshots memo.yaml may ask for.
const maxSnapshots = 500

// Read reads and checks the views that memo.yaml asks for, and the older states
// that they compare with. It takes the problems found in the project so far and
// returns them with its own, sorted by place. A view with a fault shows all, so
// that later rooms don't report the same again in other words. The error is that
// of the disk.
func Read(p *project.Project, problems []source.Problem) ([]View, []source.Problem, error) {
	r := &viewReader{}
	r.views(p.Memo.Snapshots)
	problems = slices.Concat(problems, r.Problems)
	for _, v := range r.read {
		more, err := readOlder(p, v.View)
		if err != nil {
			return nil, nil, err
		}
		problems = append(problems, more...)
	}
	c := newChecker(p)
	for _, v := range r.read {
		c.view(v)
	}
	problems = append(problems, c.problems...)
	source.Sort(problems)
	return covered(r.read, problems, p.Memo.Pos.Path), problems, nil
}

func readOlder(p *project.Project, v View) ([]source.Problem, error) {
	var problems []source.Problem
	for _, s := range v.Show {
		if c, ok := s.(*Change); ok && c.Since != "" {
			more, err := p.ReadVersion(c.Since, c.Pos)
			if err != nil {
				return nil, err
			}
			problems = append(problems, more...)
		}
	}
	return problems, nil
}

// covered makes a view with a fault, which has been reported, one that shows all.
func covered(read []writtenView, problems []source.Problem, file string) []View {
	faulty := map[int]bool{} // lines of memo.yaml
	for _, p := range problems {
		if p.Severity == source.Error && p.Pos.Path == file {
			faulty[p.Pos.Line] = true
		}
	}
	var views []View
	for _, v := range read {
		if v.written.Touches(faulty) {
			v.Show, v.Hide = []Selector{&All{}}, nil
		}
		views = append(views, v.View)
	}
	return views
}

// A writtenView is a view with the place where it stands.
type writtenView struct {
	View
	written yamltree.Value
}

type viewReader struct {
	yamltree.Decoder
	read []writtenView
}

// views reads the list of views, each id once.
func (r *viewReader) views(e yamltree.Entry) {
	if !r.IsList(e) {
		return
	}
	items := e.Val.Items
	if len(items) > maxSnapshots {
		r.Report(items[maxSnapshots].Pos, tooManySnapshots, maxSnapshots)
		items = items[:maxSnapshots]
	}
	seen := map[string]source.Pos{}
	for _, item := range items {
		v := r.view(item)
		if v.ID == "" {
			continue
		}
		if first, twice := seen[v.ID]; twice {
			r.Problems = append(r.Problems, source.Problem{Pos: v.Pos, Message: project.IDTwice, Args: []any{v.ID}, See: first})
			continue
		}
		seen[v.ID] = v.Pos
		r.read = append(r.read, writtenView{v, item})
	}
}

func (r *viewReader) view(item yamltree.Value) View {
	v := View{Pos: item.Pos, Layout: "map"}
	if item.Kind != yamltree.Map {
		r.Report(item.Pos, noSnapshotID)
		return v
	}
	shown, before := false, len(r.Problems)
	text := func(key string, to *string) yamltree.Field {
		return yamltree.Field{Key: key, Read: func(e yamltree.Entry) { *to = r.Text(e) }}
	}
	r.Fields(item, []yamltree.Field{
		{Key: "id", Read: func(e yamltree.Entry) { v.ID, v.Pos = r.Text(e), e.Val.Pos }},
		text("caption", &v.Caption),
		text("message", &v.Message),
		{Key: "show", Read: func(e yamltree.Entry) { shown = true; v.Show = readSelectors(&r.Decoder, e) }},
		{Key: "hide", Read: func(e yamltree.Entry) { v.Hide = r.Texts(e) }},
		{Key: "layout", Read: func(e yamltree.Entry) {
			v.Layout = r.OneOf(e, map[string]string{"map": "map", "pinned": "pinned", "fresh": "fresh"},
				source.Choice{"map", "pinned", "fresh"}, "map")
		}},
		text("alt", &v.Alt),
		text("description", &v.Description),
	})
	switch {
	case v.ID == "":
		r.Report(item.Pos, noSnapshotID)
	case !project.CheckID(&r.Decoder, v.Pos, v.ID):
		v.ID = ""
	case !shown || len(v.Show) == 0 && len(r.Problems) == before && !item.Refused():
		r.Report(v.Pos, noShow, v.ID)
	case v.Caption == "":
		r.Warn(v.Pos, noCaption, v.ID)
	}
	return v
}
