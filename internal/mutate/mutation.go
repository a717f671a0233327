package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// A mutation is one small change of one file: bytes from…to become now.
type mutation struct {
	file     sourceFile
	place    token.Position
	in       string // the function, constant or variable it stands in
	from, to int
	was, now string
}

// String is the line that is printed of it.
func (m mutation) String() string {
	return fmt.Sprintf("%s:%d:%d: %s → %s (%s)", m.file.name, m.place.Line, m.place.Column, short(m.was), short(m.now), m.in)
}

// short is code on one line, cut where it gets long.
func short(code string) string {
	s := strings.Join(strings.Fields(code), " ")
	if s == "" {
		return "nothing"
	}
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return s
}

// apply returns the text of the file with the change made.
func (m mutation) apply() ([]byte, error) {
	b, err := os.ReadFile(m.file.path)
	if err != nil {
		return nil, err
	}
	return append(append(append([]byte{}, b[:m.from]...), m.now...), b[m.to:]...), nil
}

// A finder collects the mutations of one file.
type finder struct {
	file  sourceFile
	set   *token.FileSet
	text  []byte
	in    string
	found []mutation
}

// mutations returns the changes that can be made to what is declared under
// names that match, in the order of the text.
func (f sourceFile) mutations(names *regexp.Regexp) ([]mutation, error) {
	text, err := os.ReadFile(f.path)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, f.path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	fd := &finder{file: f, set: set, text: text}
	for _, d := range tree.Decls {
		fd.declaration(d, names)
	}
	return fd.found, nil
}

func (f *finder) declaration(d ast.Decl, names *regexp.Regexp) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		f.in = funcName(d)
		if d.Body != nil && names.MatchString(f.in) {
			ast.Inspect(d.Body, f.node)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			f.in = v.Names[0].Name
			if names.MatchString(f.in) {
				ast.Inspect(v, f.node)
			}
		}
	}
}

// funcName is the name of a function, with its receiver before it.
func funcName(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if g, ok := t.(*ast.IndexExpr); ok {
		t = g.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "." + d.Name.Name
	}
	return d.Name.Name
}

// node finds the mutations of one node of the tree.
func (f *finder) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		for _, now := range operators[n.Op] {
			f.add(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), now.String())
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			f.add(n.OpPos, n.OpPos+1, "")
		}
	case *ast.BasicLit:
		for _, now := range numbers(n) {
			f.add(n.Pos(), n.End(), now)
		}
	case *ast.Ident:
		f.name(n, truths)
	case *ast.IfStmt:
		f.condition(n.Cond)
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.statements(n.Body)
	case *ast.CallExpr:
		if id, ok := n.Fun.(*ast.Ident); ok {
			f.name(id, bounds)
		}
		return !isPanic(n) // the words of a fault of ours aren't a rule
	}
	return true
}

// operators are what an operator may become: its neighbour and its opposite.
var operators = map[token.Token][]token.Token{
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR},
	token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL},
	token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD},
	token.MUL: {token.QUO}, token.QUO: {token.MUL},
}

// Words of the language that have an opposite.
var (
	truths = map[string]string{"true": "false", "false": "true"}
	bounds = map[string]string{"min": "max", "max": "min"}
)

func (f *finder) name(id *ast.Ident, opposites map[string]string) {
	if now := opposites[id.Name]; now != "" {
		f.add(id.Pos(), id.End(), now)
	}
}

// numbers are what a number may become. One off is seen in a small number, where
// it counts things; a large one is a measure or a weight, where only a change of
// size can be seen.
func numbers(n *ast.BasicLit) []string {
	switch n.Kind {
	case token.INT:
		v, err := strconv.ParseInt(n.Value, 0, 64)
		switch {
		case err != nil:
			return nil
		case v == 0:
			return []string{"1"}
		case v < 10:
			return []string{strconv.FormatInt(v+1, 10), strconv.FormatInt(v-1, 10)}
		}
		return []string{"(" + n.Value + " * 2)", "0"}
	case token.FLOAT:
		return []string{"(" + n.Value + " * 2)", "0.0"}
	}
	return nil
}

// condition turns a condition round that no operator in it would: a call, a
// name.
func (f *finder) condition(cond ast.Expr) {
	switch cond.(type) {
	case *ast.CallExpr, *ast.Ident, *ast.SelectorExpr:
		f.add(cond.Pos(), cond.End(), "!("+f.code(cond.Pos(), cond.End())+")")
	}
}

// statements drops each statement that can be missed: a call, an assignment, a
// step out of a loop.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if c, ok := s.X.(*ast.CallExpr); ok && isPanic(c) {
				continue
			}
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		case *ast.IncDecStmt:
		case *ast.BranchStmt:
			if s.Tok == token.GOTO || s.Tok == token.FALLTHROUGH {
				continue
			}
		case *ast.IfStmt:
			if s.Init != nil || s.Else != nil {
				continue
			}
		default:
			continue
		}
		f.add(s.Pos(), s.End(), "")
	}
}

func isPanic(c *ast.CallExpr) bool {
	id, ok := c.Fun.(*ast.Ident)
	return ok && id.Name == "panic"
}

func (f *finder) code(from, to token.Pos) string {
	return string(f.text[f.set.Position(from).Offset:f.set.Position(to).Offset])
}

func (f *finder) add(from, to token.Pos, now string) {
	place := f.set.Position(from)
	f.found = append(f.found, mutation{
		file: f.file, place: place, in: f.in, from: place.Offset, to: f.set.Position(to).Offset,
		was: f.code(from, to), now: now,
	})
}
