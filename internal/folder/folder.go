// Package folder reads files of one folder, and of nothing else, and says where
// in it a file may be written.
//
// Every reader of the user's files goes through it. It refuses what lies
// outside the folder (absolute paths, "..", and links that lead out, however
// they get there), what is no ordinary file, and what is larger than its
// limit; each with a problem that names the path and the limit. It doesn't know
// what the files say.
package folder

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"slotmemo/internal/source"
)

// A Folder is the root below which files are read.
type Folder struct {
	root string // absolute, links resolved
}

// maxEntries is how many files one folder of a project may hold.
const maxEntries = 10_000

var (
	outside = source.Message{
		NL: "%q wijst buiten de projectmap; verwacht een pad binnen het project",
		EN: "%q leads outside the project folder; expected a path inside the project",
	}
	notOrdinary = source.Message{
		NL: "%q is geen gewoon bestand; verwacht een bestand dat gelezen kan worden",
		EN: "%q is no ordinary file; expected a file that can be read",
	}
	notFolder = source.Message{
		NL: "%q is geen map",
		EN: "%q is no folder",
	}
	tooLarge = source.Message{
		NL: "het bestand is groter dan de grens van %s",
		EN: "the file is larger than the limit of %s",
	}
	tooMany = source.Message{
		NL: "de map heeft meer bestanden dan de grens van %d",
		EN: "the folder has more files than the limit of %d",
	}
)

// Open gives the folder dir. The error is that of the disk.
func Open(dir string) (*Folder, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", dir, err)
	}
	if root, err = filepath.EvalSymlinks(root); err != nil {
		return nil, fmt.Errorf("open project %s: %w", dir, err)
	}
	info, err := os.Stat(root)
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", dir, err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("open project %s: not a folder", dir)
	}
	return &Folder{root}, nil
}

// A Refusal is a problem with the path itself, not with the disk.
type Refusal struct{ Problem source.Problem }

// Error returns the place and the problem in English, for logs; users get Problem in
// their own language.
func (r *Refusal) Error() string { return r.Problem.Pos.String() + ": " + r.Problem.Text("en") }

// Refused gives the problem of a path that this package refused, and false if
// the error is another one.
func Refused(err error) (source.Problem, bool) {
	var r *Refusal
	if !errors.As(err, &r) {
		return source.Problem{}, false
	}
	return r.Problem, true
}

func refuse(name string, m source.Message, args ...any) error {
	return &Refusal{source.Problem{Pos: source.Pos{Path: name}, Message: m, Args: args}}
}

// resolve gives the place on disk of name, which has slashes and is relative
// to the folder. Links are followed, but not to the outside.
func (f *Folder) resolve(name string) (string, error) {
	if strings.ContainsAny(name, "\x00\\") || !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", refuse(name, outside, name)
	}
	full, err := filepath.EvalSymlinks(filepath.Join(f.root, filepath.FromSlash(name)))
	switch {
	case errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, syscall.EINVAL):
		return "", fmt.Errorf("read %s: %w", name, fs.ErrNotExist) // "memo.yaml/old" isn't there either
	case err != nil && strings.Contains(err.Error(), "too many links"):
		return "", refuse(name, notOrdinary, name)
	case err != nil:
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	if rel, err := filepath.Rel(f.root, full); err != nil || !filepath.IsLocal(rel) {
		return "", refuse(name, outside, name)
	}
	return full, nil
}

// Read gives the bytes of a file of at most limit bytes. Of a file that isn't
// there errors.Is(err, fs.ErrNotExist) holds.
func (f *Folder) Read(name string, limit int64) ([]byte, error) {
	full, err := f.resolve(name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(full)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if !info.Mode().IsRegular() { // a pipe would wait for ever, a device never end
		return nil, refuse(name, notOrdinary, name)
	}
	file, err := os.Open(full)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	defer file.Close()
	b, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if int64(len(b)) > limit {
		return nil, refuse(name, tooLarge, Size(limit))
	}
	return b, nil
}

// Place returns where on disk a file of this name is to be written: a path whose
// folders may still have to be made. It refuses what Read would refuse, and a
// name whose folder lies outside.
func (f *Folder) Place(name string) (string, error) {
	full, err := f.resolve(name)
	if errors.Is(err, fs.ErrNotExist) {
		return f.placeNew(name)
	}
	if err != nil {
		return "", err
	}
	info, err := os.Stat(full)
	if err != nil {
		return "", fmt.Errorf("look at %s: %w", name, err)
	}
	if !info.Mode().IsRegular() {
		return "", refuse(name, notOrdinary, name)
	}
	return full, nil
}

// placeNew returns where on disk a file goes that isn't there: below the nearest
// folder that is. A link that leads nowhere is replaced, not followed.
func (f *Folder) placeNew(name string) (string, error) {
	rest := path.Base(name)
	for dir := path.Dir(path.Clean(name)); ; dir = path.Dir(dir) {
		full, err := f.resolve(dir)
		switch {
		case err == nil && isDir(full):
			return filepath.Join(full, filepath.FromSlash(rest)), nil
		case err != nil && (dir == "." || !errors.Is(err, fs.ErrNotExist)):
			return "", err
		case f.occupied(dir):
			return "", refuse(name, notFolder, dir)
		}
		rest = path.Join(path.Base(dir), rest)
	}
}

func isDir(full string) bool {
	info, err := os.Stat(full)
	return err == nil && info.IsDir()
}

// occupied reports whether a file, or a link to nowhere, has this name.
func (f *Folder) occupied(name string) bool {
	_, err := os.Lstat(filepath.Join(f.root, filepath.FromSlash(name)))
	return err == nil
}

// List gives the names of the entries of a folder that aren't folders
// themselves, sorted; none if the folder isn't there. Hidden files and the
// lock files of office programs are left out.
func (f *Folder) List(name string) ([]string, error) {
	full, err := f.resolve(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	dir, err := os.Open(full)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", name, err)
	}
	defer dir.Close()
	entries, err := dir.ReadDir(maxEntries + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("list %s: %w", name, err)
	}
	if len(entries) > maxEntries {
		return nil, refuse(name, tooMany, maxEntries)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

// IsDir tells whether there is a folder of this name. The error is a refusal
// or that of the disk.
func (f *Folder) IsDir(name string) (bool, error) {
	full, err := f.resolve(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	info, err := os.Stat(full)
	if err != nil {
		return false, fmt.Errorf("look at %s: %w", name, err)
	}
	return info.IsDir(), nil
}

// Join joins parts of a path with slashes.
func Join(parts ...string) string { return path.Join(parts...) }

// Size puts a number of bytes into words: "2 MB", "256 kB" (of 1024).
func Size(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	if n >= 1<<10 && n%(1<<10) == 0 {
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
