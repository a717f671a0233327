package project

import (
	"cmp"
	"path"
	"slices"

	"slotmemo/internal/folder"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/tables"
)

// versions reads the older states that memo.yaml names: the one to compare
// with, and those of snapshots of changes.
func (r *reader) versions() error {
	m := &r.project.Memo
	named := map[string]source.Pos{}
	if m.Previous != "" {
		named[m.Previous] = m.Pos
		if e, ok := r.root.entry("previous"); ok {
			named[m.Previous] = e.val.pos
		}
	}
	for _, v := range m.Views {
		for _, s := range v.Show {
			if _, ok := named[s.Change]; s.Change != "" && !ok {
				named[s.Change] = s.Pos
			}
		}
	}
	var paths []string
	for p := range named {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for _, p := range paths {
		old, err := r.version(p, named[p])
		if err != nil {
			return err
		}
		if old == nil {
			continue
		}
		r.project.Versions = append(r.project.Versions, old)
		if p == m.Previous {
			r.project.Previous = old
		}
	}
	return nil
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
		root, problems := parseYAML(source.Pos{Path: folder.Join(dir, "memo.yaml")}, text)
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

// Version gives the older state at a path as memo.yaml writes it, or nil.
func (p *Project) Version(path string) *Previous {
	i, ok := slices.BinarySearchFunc(p.Versions, path, func(v *Previous, path string) int { return cmp.Compare(v.Path, path) })
	if !ok {
		return nil
	}
	return p.Versions[i]
}

// OldModel gives the model of an older state, or nil.
func (p *Project) OldModel(path string) *model.Model {
	if v := p.Version(path); v != nil {
		return v.Model
	}
	return nil
}

// Since gives the older state that a view compares with, or nil.
func (p *Project) Since(v model.View) *Previous {
	for _, s := range v.Show {
		if s.Change != "" {
			return p.Version(s.Change)
		}
	}
	return nil
}
