package document

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// A filler puts a line of its own in every place of a Document that can hold
// inlines, found by reflection: the walk has to meet each of them.
type filler struct{ lines int }

var (
	inlines = reflect.TypeFor[[]Inline]()
	blocks  = reflect.TypeFor[[]Block]()
)

func (f *filler) fill(v reflect.Value, depth int) {
	switch {
	case v.Type() == inlines:
		f.lines++
		v.Set(reflect.ValueOf(Words(fmt.Sprintf("line %d", f.lines))))
	case v.Type() == blocks && depth > 0:
		for _, b := range []Block{
			&Heading{}, &Paragraph{}, &List{}, &Definitions{}, &Quote{}, &Code{}, &Break{}, &Aside{}, &Contents{}, &Table{}, &Figure{},
		} {
			f.fill(reflect.ValueOf(b).Elem(), depth-1)
			v.Set(reflect.Append(v, reflect.ValueOf(b)))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), depth)
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), depth)
	case v.Type() == reflect.TypeFor[*Table]():
		v.Set(reflect.ValueOf(&Table{}))
		f.fill(v.Elem(), depth)
	}
}

func TestWalkMeetsEveryLineOnce(t *testing.T) {
	f, doc := &filler{}, &Document{}
	f.fill(reflect.ValueOf(doc).Elem(), 2)
	seen := map[string]int{}
	Walk(doc, Visitor{Line: func(line []Inline) []Inline {
		seen[Plain(line)]++
		return Words(strings.ToUpper(Plain(line)))
	}})
	if f.lines < 200 || len(seen) != f.lines {
		t.Errorf("the document has %d lines, the walk met %d", f.lines, len(seen))
	}
	for line, n := range seen {
		if n != 1 {
			t.Errorf("the walk met %q %d times", line, n)
		}
	}
	Walk(doc, Visitor{Line: func(line []Inline) []Inline {
		if s := Plain(line); s != strings.ToUpper(s) {
			t.Errorf("%q wasn't replaced", s)
		}
		return line
	}})
}

// A block stands before those within it, and the data of a figure is one.
func TestWalkMeetsEveryBlock(t *testing.T) {
	doc := &Document{
		Blocks: []Block{
			&Aside{Blocks: []Block{&List{Items: []Item{{Blocks: []Block{&Paragraph{}}}}}}},
			&Figure{Long: []Block{&Paragraph{}}, Data: &Table{}},
			&Definitions{Items: []Definition{{Blocks: []Block{&Quote{Blocks: []Block{&Code{}}}}}}},
		},
		Notes: []Note{{Blocks: []Block{&Break{}}}},
	}
	var met []string
	Walk(doc, Visitor{Block: func(b Block) { met = append(met, strings.TrimPrefix(fmt.Sprintf("%T", b), "*document.")) }})
	const want = "Aside List Paragraph Figure Paragraph Table Definitions Quote Code Break"
	if got := strings.Join(met, " "); got != want {
		t.Errorf("met %s, want %s", got, want)
	}
	if n := len(Figures(doc)); n != 1 {
		t.Errorf("Figures found %d, want 1", n)
	}
}
