package pdf

import (
	"fmt"
	"slices"
	"strings"

	"slotmemo/layout/page"
)

// A tree is the structure of the book with an object for each element.
type tree struct {
	root     *page.Element
	elements []*page.Element // parents before kids, in reading order
	parent   map[*page.Element]*page.Element
	owner    map[page.Content]*page.Element
	refs     map[*page.Element]ref
}

func newTree(root *page.Element) (*tree, error) {
	t := &tree{
		root: root, parent: map[*page.Element]*page.Element{},
		owner: map[page.Content]*page.Element{}, refs: map[*page.Element]ref{},
	}
	if err := t.collect(root, nil); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *tree) collect(e, parent *page.Element) error {
	if _, twice := t.parent[e]; twice {
		return fmt.Errorf("element %s stands in the structure twice", e.Kind)
	}
	t.parent[e] = parent
	t.elements = append(t.elements, e)
	for _, k := range e.Kids {
		if k.Element != nil {
			if err := t.collect(k.Element, e); err != nil {
				return err
			}
			continue
		}
		if other := t.owner[k.Content]; other != nil && other != e {
			return fmt.Errorf("content %d belongs to a %s and a %s", k.Content, other.Kind, e.Kind)
		}
		t.owner[k.Content] = e
	}
	return nil
}

// write adds the elements to a file and gives the root of the structure.
func (t *tree) write(f *file, pages []ref, m *marks, l *links) ref {
	root := f.reserve()
	for _, e := range t.elements {
		t.refs[e] = f.reserve()
	}
	for _, e := range t.elements {
		parent := root
		if p := t.parent[e]; p != nil {
			parent = t.refs[p]
		}
		f.set(t.refs[e], t.element(e, parent, pages, m, l))
	}
	s := fmt.Sprintf("<</Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d",
		t.refs[t.root], t.parentTree(f, m, l), len(pages)+len(l.owners))
	if ids := t.idTree(); ids != "" {
		s += " /IDTree <</Names [" + ids + "]>>"
	}
	f.set(root, s+">>")
	return root
}

// parentTree leads from the sequences of a page, and from annotations, back to
// their elements.
func (t *tree) parentTree(f *file, m *marks, l *links) ref {
	var nums strings.Builder
	for i, contents := range m.onPage {
		elements := make([]ref, len(contents))
		for id, c := range contents {
			elements[id] = t.refs[t.owner[c]]
		}
		fmt.Fprintf(&nums, "%d %s\n", i, f.add(array(elements)))
	}
	for i, e := range l.owners {
		fmt.Fprintf(&nums, "%d %s\n", len(m.onPage)+i, t.refs[e])
	}
	return f.add("<</Nums [" + nums.String() + "]>>")
}

// idTree finds elements by their ids, sorted as a name tree must be.
func (t *tree) idTree() string {
	var ids []string
	refs := map[string]ref{}
	for _, e := range t.elements {
		if e.ID != "" {
			ids = append(ids, e.ID)
			refs[e.ID] = t.refs[e]
		}
	}
	slices.Sort(ids)
	var b strings.Builder
	for _, id := range slices.Compact(ids) {
		fmt.Fprintf(&b, "%s %s ", textString(id), refs[id])
	}
	return b.String()
}

func (t *tree) element(e *page.Element, parent ref, pages []ref, m *marks, l *links) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S /%s /P %s", e.Kind, parent)
	if e.ID != "" {
		b.WriteString(" /ID " + textString(e.ID))
	}
	for _, entry := range []struct{ key, value string }{{"/Alt", e.Alt}, {"/ActualText", e.Actual}, {"/Lang", languageTag(e.Language)}} {
		if entry.value != "" {
			b.WriteString(" " + entry.key + " " + textString(entry.value))
		}
	}
	home := homePage(e, m)
	if home >= 0 {
		fmt.Fprintf(&b, " /Pg %s", pages[home])
	}
	b.WriteString(t.attributes(e, home, l))
	if kids := t.kids(e, home, pages, m, l); len(kids) > 0 {
		b.WriteString(" /K [" + strings.Join(kids, " ") + "]")
	}
	b.WriteString(">>")
	return b.String()
}

// homePage is the page of the first content of an element; −1 if it has none.
func homePage(e *page.Element, m *marks) int {
	for _, k := range e.Kids {
		if k.Element == nil {
			if marks := m.of[k.Content]; len(marks) > 0 {
				return marks[0].page
			}
		}
	}
	return -1
}

func (t *tree) kids(e *page.Element, home int, pages []ref, m *marks, l *links) []string {
	var kids []string
	for _, k := range e.Kids {
		if k.Element != nil {
			kids = append(kids, t.refs[k.Element].String())
			continue
		}
		for _, mk := range m.of[k.Content] {
			if mk.page == home {
				kids = append(kids, fmt.Sprint(mk.id))
			} else {
				kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %s /MCID %d>>", pages[mk.page], mk.id))
			}
		}
	}
	for _, a := range l.of[e] {
		kids = append(kids, fmt.Sprintf("<</Type /OBJR /Obj %s /Pg %s>>", a.ref, pages[a.page]))
	}
	return kids
}

func (t *tree) attributes(e *page.Element, home int, l *links) string {
	var all []string
	if e.Scope != "" || e.ColSpan > 1 || e.RowSpan > 1 || len(e.Headers) > 0 {
		s := "<</O /Table"
		if e.Scope != "" {
			s += " /Scope /" + e.Scope
		}
		if e.ColSpan > 1 {
			s += fmt.Sprintf(" /ColSpan %d", e.ColSpan)
		}
		if e.RowSpan > 1 {
			s += fmt.Sprintf(" /RowSpan %d", e.RowSpan)
		}
		if len(e.Headers) > 0 {
			ids := make([]string, len(e.Headers))
			for i, id := range e.Headers {
				ids[i] = textString(id)
			}
			s += " /Headers [" + strings.Join(ids, " ") + "]"
		}
		all = append(all, s+">>")
	}
	if e.Numbering != "" {
		all = append(all, "<</O /List /ListNumbering /"+e.Numbering+">>")
	}
	if s := layoutAttributes(e, home, l.book); s != "" {
		all = append(all, "<</O /Layout"+s+">>")
	}
	switch len(all) {
	case 0:
		return ""
	case 1:
		return " /A " + all[0]
	default:
		return " /A [" + strings.Join(all, " ") + "]"
	}
}

func layoutAttributes(e *page.Element, home int, book *page.Book) string {
	s := ""
	if e.Placement {
		s = " /Placement /Block"
	}
	if e.BBox != [4]page.Pt{} && home >= 0 {
		h := book.Pages[home].Height
		x, y, w, height := e.BBox[0], e.BBox[1], e.BBox[2], e.BBox[3]
		s += fmt.Sprintf(" /BBox [%s %s %s %s]", num(x), num(h-y-height), num(x+w), num(h-y))
	}
	return s
}

// languageTag gives the tag of a language with its country, where we know it.
func languageTag(language string) string {
	switch language {
	case "nl":
		return "nl-NL"
	case "en":
		return "en-GB"
	default:
		return language
	}
}
