package project

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

func itoa(n int) string { return strconv.Itoa(n) }

// texts reads the project team's own chapters.
func (r *reader) texts() error {
	names, err := r.markdown("text")
	if err != nil {
		return err
	}
	replaced := map[string]source.Pos{}
	for _, name := range names {
		text, ok, err := r.file("text/"+name, maxText)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		t := Text{Pos: source.Pos{Path: "text/" + name, Line: 1, Column: 1}}
		t.Number, t.Name = number(name)
		t.Chapter, _ = ChapterID(t.Name)
		d := &decoder{}
		t.Body = d.body(t.Pos, strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff"))
		r.add(d.Problems...)
		key := cmp.Or(t.Chapter, strings.ToLower(t.Name))
		if first, twice := replaced[key]; twice {
			r.add(source.Problem{Pos: source.Pos{Path: t.Pos.Path}, Message: chapterTextTwice, Args: []any{key}, See: source.Pos{Path: first.Path}})
			continue
		}
		replaced[key] = t.Pos
		if near := source.Near(t.Name, chapterNames()); t.Chapter == "" && near != "" {
			r.add(source.Problem{
				Pos: source.Pos{Path: t.Pos.Path}, Severity: source.Warning,
				Message: nearlyChapter, Args: []any{t.Name}, Near: near,
			})
		}
		r.project.Texts = append(r.project.Texts, t)
	}
	slices.SortStableFunc(r.project.Texts, func(a, b Text) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.Name, b.Name))
	})
	return nil
}

// checkChapters turns the chapters of memo.yaml into ids of built-in chapters
// or names of the project's own texts.
func (r *reader) checkChapters() {
	e, ok := r.root.Entry("chapters")
	if !ok {
		return
	}
	d := &decoder{}
	var ids []string
	seen := map[string]source.Pos{}
	for _, v := range d.List(e) {
		name := d.Text(yamltree.Entry{Key: e.Key, Pos: e.Pos, Val: v})
		if name == "" {
			continue
		}
		id, ok := r.chapter(name)
		if !ok {
			candidates := chapterNames()
			for _, t := range r.project.Texts {
				candidates = append(candidates, t.Name)
			}
			d.Near(v.Pos, name, candidates, unknownChapter, name)
			continue
		}
		if first, twice := seen[id]; twice {
			d.Problems = append(d.Problems, source.Problem{Pos: v.Pos, Message: chapterTwice, Args: []any{name}, See: first})
			continue
		}
		seen[id] = v.Pos
		ids = append(ids, id)
	}
	r.add(d.Problems...)
	r.project.Memo.Chapters = ids
}

func (r *reader) chapter(name string) (string, bool) {
	if id, ok := ChapterID(name); ok {
		return id, true
	}
	for _, t := range r.project.Texts {
		if t.Chapter == "" && strings.EqualFold(t.Name, name) {
			return t.Name, true
		}
	}
	return "", false
}
