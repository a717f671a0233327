package project

import (
	"cmp"
	"path"
	"slices"

	"slotmemo/internal/folder"
	"slotmemo/internal/source"
	"slotmemo/internal/tables"
	"slotmemo/internal/yamltree"
)

// previous reads the older state that the memo is compared with.
func (r *reader) previous() error {
	m := &r.project.Memo
	if m.Previous == "" {
		return nil
	}
	pos := m.Pos
	if e, ok := r.root.Entry("previous"); ok {
		pos = e.Val.Pos
	}
	problems, err := r.project.ReadVersion(m.Previous, pos)
	r.add(problems...)
	r.project.Previous = r.project.Version(m.Previous)
	return err
}

// ReadVersion reads the older state at a path below the project, so that
// Version returns it from then on. pos is where the path is written. A path
// that was read before is read no more, nor reported again.
func (p *Project) ReadVersion(dir string, pos source.Pos) ([]source.Problem, error) {
	if slices.Contains(p.tried, dir) {
		return nil, nil
	}
	p.tried = append(p.tried, dir)
	r := &reader{folder: p.folder, scales: p.scales, project: p}
	old, err := r.version(dir, pos)
	if err != nil || old == nil {
		return r.problems, err
	}
	p.Versions = append(p.Versions, old)
	slices.SortFunc(p.Versions, func(a, b *Previous) int { return cmp.Compare(a.Path, b.Path) })
	return r.problems, nil
}

// version reads one older state: memo.yaml and model/, or the tables alone. Of
// its memo.yaml only what is wrong with the YAML counts; warnings about an
// older state help nobody.
func (r *reader) version(dir string, pos source.Pos) (*Previous, error) {
	there, err := r.folder.IsDir(dir)
	if p, refused := folder.Refused(err); refused {
		p.Pos = pos
		r.add(p)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !there {
		r.report(pos, source.Error, noVersion, dir)
		return nil, nil
	}
	old := &Previous{Path: dir}
	dir = path.Clean(dir)
	scales := r.scales
	text, ok, err := r.file(folder.Join(dir, "memo.yaml"), maxMemo)
	if err != nil {
		return nil, err
	}
	if ok {
		root, problems := yamltree.Parse(source.Pos{Path: folder.Join(dir, "memo.yaml")}, text)
		r.add(errorsOnly(problems)...)
		old.Memo, scales, problems = readMemo(root)
		r.add(errorsOnly(problems)...)
	}
	models := dir
	if inside, err := r.folder.IsDir(folder.Join(dir, "model")); err == nil && inside {
		models = folder.Join(dir, "model")
	}
	reading, err := tables.Read(r.folder, models, folder.Join(dir, "model.xlsx"), scales)
	old.Model = reading.Model
	r.add(errorsOnly(reading.Problems)...)
	return old, err
}

func errorsOnly(problems []source.Problem) []source.Problem {
	return slices.DeleteFunc(problems, func(p source.Problem) bool { return p.Severity != source.Error })
}

// Version returns the older state at a path as memo.yaml writes it, or nil
// if ReadVersion found none.
func (p *Project) Version(path string) *Previous {
	i, ok := slices.BinarySearchFunc(p.Versions, path, func(v *Previous, path string) int { return cmp.Compare(v.Path, path) })
	if !ok {
		return nil
	}
	return p.Versions[i]
}
