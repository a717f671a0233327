package memo

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestMessages holds that every message of this room and of internal/markdown
// says the same with the same facts in both languages.
func TestMessages(t *testing.T) {
	n := 0
	for _, file := range []string{"problem/problem.go", "../markdown/problems.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(node ast.Node) bool {
			lit, ok := node.(*ast.CompositeLit)
			if !ok {
				return true
			}
			texts := map[string]string{}
			for _, e := range lit.Elts {
				kv, ok := e.(*ast.KeyValueExpr)
				if !ok {
					return true
				}
				if s, ok := kv.Value.(*ast.BasicLit); ok && s.Kind == token.STRING {
					text, err := strconv.Unquote(s.Value)
					if err != nil {
						t.Fatal(err)
					}
					texts[kv.Key.(*ast.Ident).Name] = text
				}
			}
			nl, hasNL := texts["NL"]
			en, hasEN := texts["EN"]
			if !hasNL && !hasEN {
				return true
			}
			n++
			if nl == "" || en == "" || nl == en {
				t.Errorf("message %q / %q is not in both languages", nl, en)
			}
			if got, want := verbs(nl), verbs(en); !slices.Equal(got, want) {
				t.Errorf("verbs differ: %q and %q", nl, en)
			}
			return true
		})
	}
	if n < 40 {
		t.Errorf("only %d messages found", n)
	}
}

// TestTexts holds that both languages have the same keys with the same verbs, that
// every key is used, and that the Dutch avoids the words we don't write.
func TestTexts(t *testing.T) {
	nl, en := texts(t, "nl"), texts(t, "en")
	code := sourceCode(t)
	for key, s := range nl {
		if _, ok := en[key]; !ok {
			t.Errorf("%s is missing in English", key)
			continue
		}
		if got, want := verbs(s), verbs(en[key]); !slices.Equal(got, want) {
			t.Errorf("%s: verbs differ: %q and %q", key, s, en[key])
		}
		if m := regexp.MustCompile(`(?i)\b(men|middels|betreffende|teneinde|dient te)\b`).FindString(s); m != "" {
			t.Errorf("%s: %q in %q", key, m, s)
		}
		if !used(code, key) {
			t.Errorf("%s is not used", key)
		}
	}
	for key := range en {
		if _, ok := nl[key]; !ok {
			t.Errorf("%s is missing in Dutch", key)
		}
	}
}

// used looks for the key in the code, or for the part before a dot that the code
// completes.
func used(code, key string) bool {
	for k := key; ; {
		if strings.Contains(code, `"`+k+`"`) || strings.Contains(code, `"`+k+`.`) || strings.Contains(code, `"`+k+` `) {
			return true
		}
		i := strings.LastIndexByte(k, '.')
		if i < 0 {
			return false
		}
		k = k[:i]
	}
}

func texts(t *testing.T, language string) map[string]string {
	b, err := os.ReadFile("../../templates/" + language + "/memo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	if err := yaml.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func sourceCode(t *testing.T) string {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		s, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(s)
	}
	return b.String()
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[a-zA-Z]`)

// verbs returns the arguments that a text asks for, sorted.
func verbs(s string) []string {
	var all []string
	for i, m := range verb.FindAllStringSubmatch(s, -1) {
		n := m[1]
		if n == "" {
			n = strconv.Itoa(i + 1)
		}
		all = append(all, n+m[0][len(m[0])-1:])
	}
	slices.Sort(all)
	return slices.Compact(all)
}
