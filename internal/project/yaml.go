package project

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/unicode/norm"

	"slotmemo/internal/source"
)

// A value is one node of a YAML file with its place. Scalars keep their text,
// so that "0.10" stays 0.10 and a date stays a date.
type value struct {
	pos     source.Pos
	kind    kind
	text    string
	items   []value // of a list
	entries []entry // of a map
}

// An entry is one key of a map with its value.
type entry struct {
	key string
	pos source.Pos
	val value
}

type kind int

const (
	null kind = iota
	scalar
	list
	mapping
	wrong // reported already
)

// maxDepth is how deep lists and maps of a YAML file may be nested. memo.yaml
// needs five.
const maxDepth = 40

// empty tells whether the value says nothing.
func (v value) empty() bool {
	return v.kind == null || v.kind == scalar && strings.TrimSpace(v.text) == "" || v.kind == list && len(v.items) == 0
}

// entry gives the entry of a key, and false if there is none.
func (v value) entry(key string) (entry, bool) {
	for _, e := range v.entries {
		if e.key == key {
			return e, true
		}
	}
	return entry{}, false
}

// parseYAML reads the tree of a YAML text that begins at pos. It takes no
// anchors and aliases, which nobody needs here and which can make a small file
// endless.
func parseYAML(pos source.Pos, text string) (value, []source.Problem) {
	y := &yamlReader{start: pos}
	root := value{pos: pos, kind: mapping}
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
		y.report(invalidAt(y.start, text), notUTF8)
		return "", false
	}
	text, problems := visibleLines(y.start, text)
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
func (y *yamlReader) value(n ast.Node, depth int) value {
	v := value{pos: y.at(n)}
	if depth > maxDepth {
		y.report(v.pos, tooDeep, maxDepth)
		return v
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		v.kind = mapping
		for i, e := range n.Values {
			y.add(&v, e, depth)
			if i == 0 && len(v.entries) > 0 && !n.IsFlowStyle {
				v.pos = v.entries[0].pos
			}
		}
	case *ast.MappingValueNode:
		v.kind = mapping
		y.add(&v, n, depth)
		if len(v.entries) > 0 {
			v.pos = v.entries[0].pos
		}
	case *ast.SequenceNode:
		v.kind = list
		for _, item := range n.Values {
			v.items = append(v.items, y.value(item, depth+1))
		}
	case *ast.NullNode:
	case *ast.LiteralNode:
		v.kind, v.text = scalar, n.Value.Value
	case *ast.TagNode:
		return y.value(n.Value, depth+1)
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		v.kind = wrong
		y.report(v.pos, noAnchors)
	default:
		v.kind, v.text = scalar, n.GetToken().Value
	}
	return v
}

func (y *yamlReader) add(v *value, e *ast.MappingValueNode, depth int) {
	key := y.value(e.Key, depth+1)
	if key.kind != scalar {
		if key.kind != wrong {
			y.report(key.pos, badKey)
		}
		return
	}
	if first, twice := v.entry(key.text); twice {
		y.problems = append(y.problems, source.Problem{Pos: key.pos, Message: keyTwice, Args: []any{key.text}, See: first.pos})
		return
	}
	v.entries = append(v.entries, entry{key.text, key.pos, y.value(e.Value, depth+1)})
}
