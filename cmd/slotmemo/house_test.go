package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	longest     = 60 // lines of a function
	mostMethods = 40 // of a receiver
)

// onlyIn says which package may know a library of weight, the tests of others
// apart.
var onlyIn = map[string][]string{
	"github.com/go-pdf/fpdf":         {"render/pdf"},
	"github.com/goccy/go-graphviz":   {"layout/diagram/engine", "layout/diagram/engine/internal"},
	"github.com/yuin/goldmark":       {"internal/markdown"},
	"github.com/xuri/excelize/v2":    {"internal/tables"},
	"github.com/spf13/cobra":         {"cmd/slotmemo"},
	"github.com/go-text/typesetting": {"layout/text", "render/pdf"},
}

// within is the order inside three rooms: a package imports none that stands after
// it.
var within = map[string][]string{
	"layout": {"layout/text", "layout/mark", "layout/story", "layout/diagram", "layout/page"},
	"render": {"render/picture", "render/svg", "render/pdf", "render/html"},
	"internal/memo": {
		"internal/memo/problem", "internal/memo/wording", "internal/memo/draft", "internal/memo/read", "internal/memo/plan",
		"internal/memo/findings", "internal/memo/claims", "internal/memo/tables", "internal/memo/charts", "internal/memo/explore",
		"internal/memo/front", "internal/memo/chapters", "internal/memo/number",
	},
}

// besides are pairs that the order alone would allow: they stand side by side, and
// neither imports the other.
var besides = [][2]string{
	{"render/html", "render/pdf"},
	{"layout/page", "layout/diagram"},
	{"layout/page", "layout/story"},
	{"layout/diagram", "layout/story"},
	{"internal/memo/problem", "internal/memo/wording"},
	{"internal/memo/problem", "internal/memo/draft"},
	{"internal/memo/wording", "internal/memo/draft"},
	{"internal/memo/number", "internal/memo/plan"},
	{"internal/memo/number", "internal/memo/findings"},
	{"internal/memo/number", "internal/memo/chapters"},
}

// known are faults that are still there, by kind and name. One that is mended
// must go from this list.
var known = map[string][]string{
	"long function": {},
	"many methods": {
		"layout/page setter", "internal/tables reader", "layout/story setter", "internal/snapshot Teller",
	},
	"no comment":    {},
	"undocumented":  {"internal/folder Refusal.Error"},
	"late analysis": {"internal/snapshot Teller.under"}, // the readings of a dispute
}

// A house is all our code, without tests.
type house struct {
	set   *token.FileSet
	files map[string]*ast.File // by path from the root
}

func readHouse(t *testing.T) house {
	t.Helper()
	const root = "../.."
	h := house{token.NewFileSet(), map[string]*ast.File{}}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(h.set, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		h.files[filepath.ToSlash(name)] = f
		return err
	})
	if err != nil || len(h.files) < 100 {
		t.Fatalf("%d files of ours, %v", len(h.files), err)
	}
	return h
}

// holdKnown compares faults of a kind with those that are known.
func holdKnown(t *testing.T, kind string, found []string) {
	t.Helper()
	for _, f := range found {
		if !slices.Contains(known[kind], f) {
			t.Errorf("%s: %s", kind, f)
		}
	}
	for _, k := range known[kind] {
		if !slices.Contains(found, k) {
			t.Errorf("%s: %s is none any more; take it from the list", kind, k)
		}
	}
}

// functions calls do for each function, with the folder of its package.
func (h house) functions(do func(dir string, f *ast.FuncDecl)) {
	for _, name := range slices.Sorted(maps.Keys(h.files)) {
		for _, d := range h.files[name].Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				do(filepath.ToSlash(filepath.Dir(name)), f)
			}
		}
	}
}

// nameOf is the name of a function with its package and receiver.
func nameOf(dir string, f *ast.FuncDecl) string {
	if r := receiver(f); r != "" {
		return dir + " " + r + "." + f.Name.Name
	}
	return dir + " " + f.Name.Name
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	e := f.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return "?"
		}
	}
}

// TestNoLongFunction holds that functions stay short, but for flat tables: one
// switch with a line or two a case, or one literal.
func TestNoLongFunction(t *testing.T) {
	t.Parallel()
	h := readHouse(t)
	var found []string
	h.functions(func(dir string, f *ast.FuncDecl) {
		lines := h.set.Position(f.End()).Line - h.set.Position(f.Pos()).Line + 1
		if lines > longest && !h.flat(f.Body) {
			found = append(found, nameOf(dir, f))
		}
	})
	holdKnown(t, "long function", found)
}

// flat reports whether all but a few lines of a body are one switch whose cases
// are short, or one literal.
func (h house) flat(body *ast.BlockStmt) bool {
	table, lines := 0, 0
	size := func(n ast.Node) int { return h.set.Position(n.End()).Line - h.set.Position(n.Pos()).Line + 1 }
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			table = max(table, size(n))
			return false
		case *ast.SwitchStmt:
			if h.shortCases(n.Body) {
				table = max(table, size(n))
			}
		case *ast.TypeSwitchStmt:
			if h.shortCases(n.Body) {
				table = max(table, size(n))
			}
		}
		return true
	})
	lines = size(body)
	return lines-table <= 20
}

func (h house) shortCases(body *ast.BlockStmt) bool {
	for _, s := range body.List {
		if c, ok := s.(*ast.CaseClause); ok && h.set.Position(c.End()).Line-h.set.Position(c.Pos()).Line > 5 {
			return false
		}
	}
	return true
}

func TestNoReceiverDoesAll(t *testing.T) {
	t.Parallel()
	counts := map[string]int{}
	readHouse(t).functions(func(dir string, f *ast.FuncDecl) {
		if r := receiver(f); r != "" {
			counts[dir+" "+r]++
		}
	})
	var found []string
	for name, n := range counts {
		if n > mostMethods {
			found = append(found, name)
		}
	}
	holdKnown(t, "many methods", found)
}

// TestAnalysisComesBeforeTheMemo holds that views and memo ask for what they tell
// (snapshot.Needs, Planned.Request) and run no model themselves.
func TestAnalysisComesBeforeTheMemo(t *testing.T) {
	t.Parallel()
	var found []string
	readHouse(t).functions(func(dir string, f *ast.FuncDecl) {
		if (below(dir, "internal/snapshot") || below(dir, "internal/memo")) && runsModel(f) {
			found = append(found, nameOf(dir, f))
		}
	})
	holdKnown(t, "late analysis", found)
}

// runsModel reports whether a function calls what computes a model.
func runsModel(f *ast.FuncDecl) bool {
	runs := false
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			p, ok := s.X.(*ast.Ident)
			runs = runs || ok && p.Name == "marvel" && (s.Sel.Name == "Analyse" || s.Sel.Name == "Compare")
		}
		return true
	})
	return runs
}

func TestPackagesHaveComments(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	for name, f := range readHouse(t).files {
		dir := filepath.ToSlash(filepath.Dir(name))
		said[dir] = said[dir] || f.Doc != nil
	}
	var found []string
	for dir, ok := range said {
		if !ok {
			found = append(found, dir)
		}
	}
	holdKnown(t, "no comment", found)
}

// TestExportedNamesAreDocumented asks for a comment above each exported type,
// function and method, and above or beside constants and variables or their group.
func TestExportedNamesAreDocumented(t *testing.T) {
	t.Parallel()
	var found []string
	h := readHouse(t)
	h.functions(func(dir string, f *ast.FuncDecl) {
		r := receiver(f)
		if f.Name.IsExported() && f.Doc == nil && (r == "" || ast.IsExported(r)) {
			found = append(found, nameOf(dir, f))
		}
	})
	for name, file := range h.files {
		dir := filepath.ToSlash(filepath.Dir(name))
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Doc == nil {
				found = append(found, uncommented(dir, g)...)
			}
		}
	}
	slices.Sort(found)
	holdKnown(t, "undocumented", found)
}

// uncommented returns the exported names of a declaration that have no comment.
func uncommented(dir string, g *ast.GenDecl) []string {
	var found []string
	for _, s := range g.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && s.Doc == nil && s.Comment == nil {
				found = append(found, dir+" "+s.Name.Name)
			}
		case *ast.ValueSpec:
			if s.Names[0].IsExported() && s.Doc == nil && s.Comment == nil && (len(g.Specs) == 1 || s.Type == nil && len(s.Values) > 0) {
				found = append(found, dir+" "+s.Names[0].Name)
			}
		}
	}
	return found
}

// TestLibrariesStayInTheirRooms holds that a library of weight can be replaced in
// one place, and the order inside layout/, render/ and internal/memo.
func TestLibrariesStayInTheirRooms(t *testing.T) {
	t.Parallel()
	for name, f := range readHouse(t).files {
		dir := filepath.ToSlash(filepath.Dir(name))
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if problem := refusesLibrary(dir, imported) + refusesOrder(dir, imported); problem != "" {
				t.Errorf("%s imports %s: %s", name, imported, problem)
			}
		}
	}
}

func refusesLibrary(dir, imported string) string {
	for library, rooms := range onlyIn {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && !slices.Contains(rooms, dir) {
			return "known to " + strings.Join(rooms, ", ") + " only"
		}
	}
	return ""
}

func refusesOrder(dir, imported string) string {
	other, ours := strings.CutPrefix(imported, "slotmemo/")
	if !ours {
		return ""
	}
	for _, pair := range besides {
		if below(dir, pair[0]) && below(other, pair[1]) || below(dir, pair[1]) && below(other, pair[0]) {
			return "they stand side by side"
		}
	}
	for _, order := range within {
		at := slices.IndexFunc(order, func(room string) bool { return below(dir, room) })
		to := slices.IndexFunc(order, func(room string) bool { return below(other, room) })
		if at >= 0 && to > at {
			return "it stands later in the room"
		}
	}
	return ""
}

// below reports whether a folder is another or lies in it.
func below(dir, room string) bool { return dir == room || strings.HasPrefix(dir, room+"/") }

// TestHouseRulesRefuse holds that the rules above do refuse.
func TestHouseRulesRefuse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		dir, imported string
		refused       bool
	}{
		{"layout/text", "slotmemo/layout/page", true},
		{"layout/diagram/engine", "slotmemo/layout/text", false},
		{"layout/diagram", "slotmemo/layout/page", true},
		{"layout/page", "slotmemo/layout/diagram/inspect", true},
		{"layout/story", "slotmemo/layout/mark", false},
		{"layout/story", "slotmemo/layout/diagram", true},
		{"layout/mark", "slotmemo/layout/story", true},
		{"internal/memo/read", "slotmemo/internal/memo/draft", false},
		{"internal/memo/draft", "slotmemo/internal/memo/read", true},
		{"internal/memo/charts", "slotmemo/internal/memo/chapters", true},
		{"internal/memo/number", "slotmemo/internal/memo/chapters", true},
		{"render/html", "slotmemo/render/pdf", true},
		{"render/pdf", "slotmemo/render/html", true},
		{"render/pdf", "slotmemo/render/picture", false},
		{"render/html", "github.com/go-pdf/fpdf", true},
		{"layout/diagram", "github.com/goccy/go-graphviz/cgraph", true},
		{"internal/memo", "github.com/yuin/goldmark/ast", true},
		{"internal/markdown", "github.com/yuin/goldmark/ast", false},
	} {
		if got := refusesLibrary(c.dir, c.imported) + refusesOrder(c.dir, c.imported); (got != "") != c.refused {
			t.Errorf("%s imports %s: %q", c.dir, c.imported, got)
		}
	}
}
