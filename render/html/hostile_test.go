package html

import (
	"fmt"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"slotmemo/internal/document"
)

// hostile are strings that have broken out of their place elsewhere.
var hostile = []string{
	`<script>alert(1)</script>`, `</script><script>alert(1)</script>`, `</style><img src=x onerror=alert(1)>`, `</title><b>`,
	`"><svg onload=alert(1)>`, `' onmouseover='alert(1)`, `" style="color:red" onfocus="alert(1)" autofocus="`,
	`&lt;script&gt;`, `javascript&colon;alert(1)`, `javascript:alert(1)`, "java\tscript:alert(1)", `data:text/html,<script>alert(1)</script>`,
	"\u202egnp.exe\u202c", "\u2066links\u2069\u200f", "a\u2028b\u2029c", "nul\x00\x07\x1b[31m", "\ufeff\ufffe", "\xff\xfe geen UTF-8",
	`<svg><foreignObject><iframe src="https://example.org"></iframe></foreignObject></svg>`, `{{.Policy}} %s %d %!(EXTRA)`,
	`<!-- --> <![CDATA[x]]>`, `\"}</style>*{display:none}`, `${alert(1)} \u003c/script>`, `]]>`, `#?f=<b>`, "regel\r\neinde",
}

// everywhere gives a Document with s in every string that it has, ids included.
func everywhere(s string) *document.Document {
	doc := demo()
	fill(reflect.ValueOf(doc), s)
	doc.Language = "nl"
	return doc
}

// fill puts s behind each string of a value, so that all keep their differences.
func fill(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), s)
		}
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		if v.Elem().Kind() == reflect.Pointer {
			fill(v.Elem(), s)
			return
		}
		c := reflect.New(v.Elem().Type()).Elem()
		c.Set(v.Elem())
		fill(c, s)
		v.Set(c)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "URL" { // TestAddress tries these
				fill(v.Field(i), s)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), s)
		}
	case reflect.String:
		v.SetString(v.String() + s)
	}
}

func TestHostileTextIsText(t *testing.T) {
	plain := skeleton(write(t, everywhere("x")))
	for _, s := range hostile {
		page := write(t, everywhere(s))
		if got := skeleton(page); got != plain {
			t.Errorf("%q changes the markup: %s", s, firstDifference(got, plain))
		}
		for _, r := range "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x00\x07\x1b\ufeff\ufffe" {
			if strings.ContainsRune(page, r) {
				t.Errorf("%q brings %U into the page", s, r)
			}
		}
		if found := outside.FindString(strings.ReplaceAll(skeleton(page), "data:", "")); found != "" {
			t.Errorf("%q makes the page fetch: %q", s, found)
		}
	}
}

// skeleton gives the markup of a page: tags and the names of attributes. It reads
// as a browser does: script and style end at their closing tag and nowhere else.
func skeleton(page string) string {
	var b strings.Builder
	for page != "" {
		start := strings.IndexByte(page, '<')
		if start < 0 {
			break
		}
		tag, rest := readTag(page[start:])
		b.WriteString(tag + "\n")
		page = rest
		for _, name := range []string{"script", "style"} {
			if strings.HasPrefix(tag, "<"+name) {
				end := strings.Index(strings.ToLower(page), "</"+name)
				page = page[max(end, 0):]
			}
		}
	}
	return b.String()
}

// readTag gives a tag without the values of its attributes, and what follows.
func readTag(s string) (tag, rest string) {
	var b strings.Builder
	quote := byte(0)
	for i := range len(s) {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		default:
			b.WriteByte(c)
			if c == '>' {
				return b.String(), s[i+1:]
			}
		}
	}
	return b.String(), ""
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("tag %d is %q, want %q", i, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d tags, want %d", len(g), len(w))
}

func TestHostileInBrowser(t *testing.T) {
	takesTime(t)
	all := strings.Join(hostile, " ")
	v := openView(t, write(t, everywhere(all)), viewSetting{})
	v.do(useAll)
	if n := eval[int](v, `document.querySelectorAll("iframe, foreignObject, img, object, embed, script:not([type='application/json'])").length`); n != 1 {
		t.Errorf("%d active elements, want our own script only", n)
	}
	if n := eval[int](v, `[...document.querySelectorAll("*")].flatMap(e => [...e.attributes]).filter(a => /^on|^style$/.test(a.name)).length`); n != 0 {
		t.Errorf("%d handlers or styles in attributes", n)
	}
	for _, href := range eval[[]string](v, `[...document.querySelectorAll("a[href]")].map(a => a.protocol)`) {
		if href != "https:" && href != "http:" && href != "mailto:" && href != "file:" {
			t.Errorf("a link leads to %s", href)
		}
	}
	v.silent()
}

func TestHostileNu(t *testing.T) {
	takesTime(t)
	doc := demo()
	doc.Blocks = append(doc.Blocks, para(strings.Join(hostile, " ")))
	doc.Title += strings.Join(hostile, " ")
	nu(t, write(t, doc))
}

func TestAddress(t *testing.T) {
	good := []string{"https://example.org/a?b=1#c", "http://example.org", "mailto:a@example.org", " HTTPS://example.org "}
	for _, s := range good {
		if _, ok := address(s); !ok {
			t.Errorf("address(%q) refuses", s)
		}
	}
	bad := append([]string{"", "//example.org", "/a", "https:", "https:///a", "mailto:", "ftp://example.org", "vbscript:x", "https://a\nb", `https:\\a`}, hostile...)
	for _, s := range bad {
		if got, ok := address(s); ok {
			t.Errorf("address(%q) gives %q", s, got)
		}
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("https://example.org")
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := address(s)
		if !ok {
			return
		}
		u, err := url.Parse(got)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
			t.Errorf("address(%q) gives %q: %v", s, got, err)
		}
	})
}

func FuzzEscapes(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if e := escape(s); strings.ContainsAny(e, `<>"'`) {
			t.Errorf("escape(%q) = %q", s, e)
		}
		if c := cssString(s); strings.ContainsAny(c[1:len(c)-1], "\"'<>\n{};/*") {
			t.Errorf("cssString(%q) = %q", s, c)
		}
		if j, err := jsonData(s); err != nil || strings.ContainsAny(j, "<>&\u2028\u2029") {
			t.Errorf("jsonData(%q) = %q, %v", s, j, err)
		}
		if a := anchor(s); a == "" || strings.ContainsAny(a, " \t\n\f\r") {
			t.Errorf("anchor(%q) = %q", s, a)
		}
	})
}
