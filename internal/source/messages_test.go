package source

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestMessages reads every Message in the code of the program: it must say
// something in both languages, with the same facts, and be a fragment.
func TestMessages(t *testing.T) {
	found := 0
	files := token.NewFileSet()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			nl, en, ok := message(n)
			if ok {
				found++
				if fault := faultOf(nl, en); fault != "" {
					t.Errorf("%s: %s:\n  %s\n  %s", files.Position(n.Pos()), fault, nl, en)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || found < 100 {
		t.Errorf("%d messages, %v", found, err)
	}
}

// message gives the texts of a composite literal with the keys NL and EN.
func message(n ast.Node) (nl, en string, ok bool) {
	literal, is := n.(*ast.CompositeLit)
	if !is {
		return "", "", false
	}
	texts := map[string]string{}
	for _, e := range literal.Elts {
		pair, is := e.(*ast.KeyValueExpr)
		if !is {
			return "", "", false
		}
		key, isName := pair.Key.(*ast.Ident)
		value, isText := pair.Value.(*ast.BasicLit)
		if !isName || !isText {
			return "", "", false
		}
		s, err := strconv.Unquote(value.Value)
		if err != nil {
			return "", "", false
		}
		texts[key.Name] = s
	}
	_, hasNL := texts["NL"]
	_, hasEN := texts["EN"]
	return texts["NL"], texts["EN"], hasNL || hasEN
}

func faultOf(nl, en string) string {
	switch {
	case nl == "" || en == "":
		return "a language is missing"
	case !slices.Equal(verbs(nl), verbs(en)):
		return fmt.Sprintf("the facts differ: %v and %v", verbs(nl), verbs(en))
	case strings.HasSuffix(nl, ".") || strings.HasSuffix(en, "."):
		return "a message is a fragment, without full stop"
	}
	return ""
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// verbs gives the facts that a format takes, as number and verb, sorted.
func verbs(format string) []string {
	var all []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		all = append(all, fmt.Sprintf("%d%s", next, m[2]))
		next++
	}
	slices.Sort(all)
	return slices.Compact(all)
}
