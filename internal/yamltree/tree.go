// Package yamltree reads YAML into a tree in which every value knows its place,
// and out of the tree the fields that a caller expects, with a report for each
// that is unknown or unfit.
//
// It knows no field by name: which there are is the affair of internal/project
// (memo.yaml, the head of notes) and internal/snapshot (views and selectors).
package yamltree

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/unicode/norm"

	"slotmemo/internal/source"
)

// A Value is one node of a YAML file with its place. Scalars keep their text,
// so that "0.10" stays 0.10 and a date stays a date.
type Value struct {
	Pos     source.Pos
	Kind    Kind
	Text    string  // of a scalar
	Items   []Value // of a list
	Entries []Entry // of a map, in the order of the file
}

// An Entry is one key of a map with its value.
type Entry struct {
	Key string
	Pos source.Pos
	Val Value
}

// A Kind says what a value is.
type Kind int

// Kinds of values.
const (
	Null Kind = iota
	Scalar
	List
	Map
	Wrong // reported already
)

// maxDepth is how deep lists and maps of a YAML file may be nested. memo.yaml
// needs five.
const maxDepth = 40

// Empty reports whether the value says nothing.
func (v Value) Empty() bool {
	return v.Kind == Null || v.Kind == Scalar && strings.TrimSpace(v.Text) == "" || v.Kind == List && len(v.Items) == 0
}

// Entry returns the entry of a key, and false if there is none.
func (v Value) Entry(key string) (Entry, bool) {
	for _, e := range v.Entries {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}

// Find returns the place of a scalar in v or below it.
func (v Value) Find(text string) (source.Pos, bool) {
	if v.Kind == Scalar && strings.TrimSpace(v.Text) == text {
		return v.Pos, true
	}
	for _, item := range v.Items {
		if pos, ok := item.Find(text); ok {
			return pos, true
		}
	}
	for _, e := range v.Entries {
		if pos, ok := e.Val.Find(text); ok {
			return pos, true
		}
	}
	return source.Pos{}, false
}

// Refused reports whether v, or a value below it, was reported when it was parsed.
func (v Value) Refused() bool {
	return v.Kind == Wrong || slices.ContainsFunc(v.Items, Value.Refused) ||
		slices.ContainsFunc(v.Entries, func(e Entry) bool { return e.Val.Refused() })
}

// Touches reports whether v, or a value below it, begins on one of these lines.
func (v Value) Touches(lines map[int]bool) bool {
	if lines[v.Pos.Line] {
		return true
	}
	for _, item := range v.Items {
		if item.Touches(lines) {
			return true
		}
	}
	for _, e := range v.Entries {
		if lines[e.Pos.Line] || e.Val.Touches(lines) {
			return true
		}
	}
	return false
}

// Parse reads the tree of a YAML text that begins at pos. It takes no
// anchors and aliases, which nobody needs here and which can make a small file
// endless.
func Parse(pos source.Pos, text string) (Value, []source.Problem) {
	y := &yamlReader{start: pos}
	root := Value{Pos: pos, Kind: Map}
	text, ok := y.clean(text)
	if !ok || !y.shallow(text) {
		return root, y.problems
	}
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		y.syntax(err)
		return root, y.problems
	}
	for i, d := range file.Docs {
		switch {
		case d.Body == nil:
		case i > 0:
			y.report(y.at(d.Body), secondDocument)
		default:
			root = y.value(d.Body, 0)
		}
	}
	return root, y.problems
}

type yamlReader struct {
	start    source.Pos // of the text in its file
	problems []source.Problem
}

func (y *yamlReader) report(pos source.Pos, m source.Message, args ...any) {
	y.problems = append(y.problems, source.Problem{Pos: pos, Message: m, Args: args})
}

// clean checks that the text is UTF-8 and takes out what can't be seen.
func (y *yamlReader) clean(text string) (string, bool) {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if !utf8.ValidString(text) {
		y.report(source.InvalidUTF8(y.start, text), source.NotUTF8)
		return "", false
	}
	text, problems := source.VisibleLines(y.start, text)
	y.problems = append(y.problems, problems...)
	return norm.NFC.String(text), true
}

// shallow refuses brackets and list marks nested deeper than maxDepth before
// the parser, which is recursive, sees them.
func (y *yamlReader) shallow(text string) bool {
	for n, line := range strings.Split(text, "\n") {
		depth, marks := 0, 0
		for _, r := range line {
			switch r {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(depth-1, 0)
			case '-', '?', ' ', '\t', '\r':
			default:
				marks = -len(line)
			}
			if r == '-' || r == '?' {
				marks++
			}
			if depth > maxDepth || marks > maxDepth && strings.ContainsAny(line, " \t") && strings.Trim(line, " -\r") == "" {
				y.report(source.Pos{Path: y.start.Path, Line: y.line(n + 1)}, tooDeep, maxDepth)
				return false
			}
		}
	}
	return true
}

// line turns a line of the text into a line of the file.
func (y *yamlReader) line(n int) int { return n + max(y.start.Line, 1) - 1 }

func (y *yamlReader) at(n ast.Node) source.Pos { return y.tokenPos(n.GetToken()) }

func (y *yamlReader) tokenPos(t *token.Token) source.Pos {
	if t == nil || t.Position == nil {
		return y.start
	}
	return source.Pos{Path: y.start.Path, Line: y.line(t.Position.Line), Column: max(t.Position.Column, 1)}
}

// syntax reports what the parser says, in our own words where we know them.
func (y *yamlReader) syntax(err error) {
	var e interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &e) {
		y.report(y.start, badYAML, strings.Join(strings.Fields(err.Error()), " "))
		return
	}
	pos, text := y.tokenPos(e.GetToken()), e.GetMessage()
	for _, known := range yamlFaults {
		if strings.Contains(text, known.part) {
			y.report(pos, known.message)
			return
		}
	}
	y.report(pos, badYAML, strings.Join(strings.Fields(text), " "))
}

// value makes a value of a node.
func (y *yamlReader) value(n ast.Node, depth int) Value {
	v := Value{Pos: y.at(n)}
	if depth > maxDepth {
		y.report(v.Pos, tooDeep, maxDepth)
		return v
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		v.Kind = Map
		for i, e := range n.Values {
			y.add(&v, e, depth)
			if i == 0 && len(v.Entries) > 0 && !n.IsFlowStyle {
				v.Pos = v.Entries[0].Pos
			}
		}
	case *ast.MappingValueNode:
		v.Kind = Map
		y.add(&v, n, depth)
		if len(v.Entries) > 0 {
			v.Pos = v.Entries[0].Pos
		}
	case *ast.SequenceNode:
		v.Kind = List
		for _, item := range n.Values {
			v.Items = append(v.Items, y.value(item, depth+1))
		}
	case *ast.NullNode:
	case *ast.LiteralNode:
		v.Kind, v.Text = Scalar, n.Value.Value
	case *ast.TagNode:
		return y.value(n.Value, depth+1)
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		v.Kind = Wrong
		y.report(v.Pos, noAnchors)
	default:
		v.Kind, v.Text = Scalar, n.GetToken().Value
	}
	return v
}

func (y *yamlReader) add(v *Value, e *ast.MappingValueNode, depth int) {
	key := y.value(e.Key, depth+1)
	if key.Kind != Scalar {
		if key.Kind != Wrong {
			y.report(key.Pos, badKey)
		}
		return
	}
	if first, twice := v.Entry(key.Text); twice {
		y.problems = append(y.problems, source.Problem{Pos: key.Pos, Message: keyTwice, Args: []any{key.Text}, See: first.Pos})
		return
	}
	v.Entries = append(v.Entries, Entry{key.Text, key.Pos, y.value(e.Value, depth+1)})
}
