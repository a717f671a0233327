package project

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"slotmemo/internal/folder"
	"slotmemo/internal/source"
	"slotmemo/internal/tables"
	"slotmemo/internal/yamltree"
)

// Limits of the files of a project.
const (
	maxMemo  = 256 << 10 // bytes of memo.yaml
	maxText  = 2 << 20   // bytes of a note or text
	maxTexts = 500       // notes, and texts
)

// Read reads the project in dir. The project is never nil unless the error is
// set, so that the checks of later rooms can be told together with these; with
// errors among the problems it may lack what couldn't be read. The problems are
// sorted by place. The error is that of the disk.
func Read(dir string) (*Project, []source.Problem, error) {
	f, err := folder.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{folder: f, project: &Project{Dir: dir, folder: f}}
	for _, step := range []func() error{r.memo, r.model, r.sessions, r.texts, r.kept, r.previous} {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	r.checkChapters()
	r.checkSessions()
	source.Sort(r.problems)
	return r.project, r.problems, nil
}

// ReadModel reads memo.yaml and the model only: faults in texts don't stop it.
func ReadModel(dir string) (*Project, []source.Problem, error) {
	f, err := folder.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{folder: f, project: &Project{Dir: dir, folder: f}}
	for _, step := range []func() error{r.memo, r.model, r.kept, r.previous} {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	source.Sort(r.problems)
	return r.project, r.problems, nil
}

type reader struct {
	folder   *folder.Folder
	project  *Project
	root     yamltree.Value // of memo.yaml
	scales   tables.Scales
	problems []source.Problem
}

func (r *reader) add(p ...source.Problem) { r.problems = append(r.problems, p...) }

func (r *reader) report(pos source.Pos, severity source.Severity, m source.Message, args ...any) {
	r.add(source.Problem{Pos: pos, Severity: severity, Message: m, Args: args})
}

// file reads a file; ok is false if it was refused (and reported) or isn't there.
func (r *reader) file(name string, limit int64) (text string, ok bool, err error) {
	b, err := r.folder.Read(name, limit)
	if p, refused := folder.Refused(err); refused {
		r.add(p)
		return "", false, nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return "", false, nil
	}
	return string(b), err == nil, err
}

func (r *reader) memo() error {
	const name = "memo.yaml"
	r.scales = tables.StandardScales()
	before := len(r.problems)
	text, ok, err := r.file(name, maxMemo)
	if err != nil {
		return err
	}
	if !ok && len(r.problems) == before {
		r.report(source.Pos{Path: name}, source.Error, noMemo)
	}
	if !ok {
		r.project.Memo, r.scales, _ = readMemo(yamltree.Value{Pos: source.Pos{Path: name}, Kind: yamltree.Map})
		return nil
	}
	root, problems := yamltree.Parse(source.Pos{Path: name}, text)
	r.add(problems...)
	r.root = root
	r.project.Memo, r.scales, problems = readMemo(root)
	if worst, any := source.Worst(r.problems); any && worst == source.Error && len(root.Entries) == 0 {
		return nil // a file that couldn't be read lacks nothing
	}
	r.add(problems...)
	return nil
}

func (r *reader) model() error {
	reading, err := tables.Read(r.folder, "model", "model.xlsx", r.scales)
	r.project.Model, r.project.lost, r.project.scales = reading.Model, reading.Lost, r.scales
	r.add(reading.Problems...)
	return err
}

// markdown gives the names of the Markdown files of a folder.
func (r *reader) markdown(dir string) ([]string, error) {
	names, err := r.folder.List(dir)
	if p, refused := folder.Refused(err); refused {
		r.add(p)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	names = slices.DeleteFunc(names, func(n string) bool {
		return !strings.EqualFold(path.Ext(n), ".md") && !strings.EqualFold(path.Ext(n), ".markdown")
	})
	if len(names) > maxTexts {
		r.report(source.Pos{Path: dir}, source.Error, tooManyTexts, maxTexts)
		names = names[:maxTexts]
	}
	return names, nil
}

// number splits the number off the name of a file: "02-aanleiding.md" is 2 and
// "aanleiding".
func number(name string) (int, string) {
	base := strings.TrimSuffix(name, path.Ext(name))
	n, digits := 0, 0
	for digits < len(base) && digits < 6 && '0' <= base[digits] && base[digits] <= '9' {
		n = 10*n + int(base[digits]-'0')
		digits++
	}
	rest := strings.TrimLeft(base[digits:], "-_. ")
	if rest == "" || digits > 0 && rest == base[digits:] && rest[0] >= '0' && rest[0] <= '9' {
		rest = base
	}
	return n, rest
}
