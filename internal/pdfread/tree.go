package pdfread

// An Element is a structure element.
type Element struct {
	Kind    Name // standard type that it stands for; empty if for none
	Raw     Name // type as written
	Dict    Dict
	Number  int
	Parent  *Element
	Kids    []*Element // elements
	Order   []Kid      // all, in reading order
	Objects []int      // annotations: numbers of their objects
	Page    int        // from 1; 0 unknown
}

// A Kid is an element or a marked-content sequence.
type Kid struct {
	Element *Element
	MCID    int
	Page    int
}

// A Tree is the structure of the file.
type Tree struct {
	f        *File
	pageAt   map[int]int // object number → index of the page
	root     Dict
	Top      []*Element
	Elements []*Element // in reading order, parents first
	byNum    map[int]*Element
	Roles    map[Name]any
	nums     map[int]any // ParentTree
}

// IsStandard reports whether a type of element is one of PDF 1.7 (ISO 32000-1, 14.8.4).
func IsStandard(n Name) bool { return standardTypes[n] }

var standardTypes = func() map[Name]bool {
	set := map[Name]bool{}
	for _, n := range []Name{
		"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
		"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
		"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
		"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
		"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
	} {
		set[n] = true
	}
	return set
}()

const maxNodes = 1 << 21

// Tree reads the structure of a file; nil if it has none.
func (f *File) Tree(pages Pages) *Tree {
	root := f.Dict(f.root()["StructTreeRoot"])
	if root == nil {
		return nil
	}
	t := &Tree{f: f, pageAt: pages.ByObject(), root: root, byNum: map[int]*Element{}, Roles: f.Dict(root["RoleMap"]), nums: map[int]any{}}
	t.readNumbers(root["ParentTree"], map[int]bool{}, 0)
	for _, k := range f.List(root["K"]) {
		if n := t.readNode(k, nil, 0, 0); n != nil {
			t.Top = append(t.Top, n)
		}
	}
	return t
}

// readNumbers reads a number tree.
func (t *Tree) readNumbers(v any, seen map[int]bool, depth int) {
	r, _ := v.(Ref)
	if depth > 50 || r.Number != 0 && seen[r.Number] {
		return
	}
	seen[r.Number] = true
	d := t.f.Dict(v)
	nums := t.f.Array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if k, ok := t.f.Get(nums[i]).(int); ok {
			t.nums[k] = nums[i+1]
		}
	}
	for _, k := range t.f.Array(d["Kids"]) {
		t.readNumbers(k, seen, depth+1)
	}
}

func (t *Tree) readNode(v any, parent *Element, page, depth int) *Element {
	r, _ := v.(Ref)
	d := t.f.Dict(v)
	if d == nil || depth > 1000 || len(t.Elements) > maxNodes {
		return nil
	}
	if _, twice := t.byNum[r.Number]; r.Number != 0 && twice {
		return nil
	}
	n := &Element{Dict: d, Number: r.Number, Parent: parent, Page: page}
	n.Raw = t.f.Name(d["S"])
	n.Kind = t.standard(n.Raw)
	if pg, ok := d["Pg"].(Ref); ok {
		n.Page = t.pageAt[pg.Number]
	}
	if r.Number != 0 {
		t.byNum[r.Number] = n
	}
	t.Elements = append(t.Elements, n)
	if parent != nil {
		parent.Kids = append(parent.Kids, n)
		parent.Order = append(parent.Order, Kid{Element: n})
	}
	for _, k := range t.f.List(d["K"]) {
		t.readKid(n, k, depth)
	}
	return n
}

func (t *Tree) readKid(n *Element, v any, depth int) {
	switch k := t.f.Get(v).(type) {
	case int:
		n.Order = append(n.Order, Kid{MCID: k, Page: n.Page})
	case Dict:
		page := n.Page
		if pg, ok := k["Pg"].(Ref); ok {
			page = t.pageAt[pg.Number]
		}
		switch {
		case t.f.Name(k["Type"]) == "MCR" || k["S"] == nil && k["MCID"] != nil:
			n.Order = append(n.Order, Kid{MCID: t.f.Integer(k["MCID"]), Page: page})
		case t.f.Name(k["Type"]) == "OBJR" || k["S"] == nil && k["Obj"] != nil:
			n.Objects = append(n.Objects, NumberOf(k["Obj"]))
		default:
			t.readNode(v, n, n.Page, depth+1)
		}
	}
}

// standard follows the role map to a standard type.
func (t *Tree) standard(n Name) Name {
	for range 50 {
		if standardTypes[n] {
			return n
		}
		next := t.f.Name(t.Roles[n])
		if next == "" {
			return ""
		}
		n = next
	}
	return ""
}

// Kinds returns the standard types of the kids; NonStruct is looked through.
func (n *Element) Kinds() []Name {
	var out []Name
	for _, k := range n.Through() {
		out = append(out, k.Kind)
	}
	return out
}

// Through returns the kids of an element, with those of NonStruct kids in place of
// these.
func (n *Element) Through() []*Element {
	var out []*Element
	for _, k := range n.Kids {
		if k.Kind == "NonStruct" {
			out = append(out, k.Through()...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

// above returns the parent of an element; NonStruct is looked through.
func (n *Element) above() *Element {
	p := n.Parent
	for p != nil && p.Kind == "NonStruct" {
		p = p.Parent
	}
	return p
}

// AboveKind returns the type of the parent, as above; empty for the root.
func (n *Element) AboveKind() Name {
	if p := n.above(); p != nil {
		return p.Kind
	}
	return ""
}

// Attribute finds an attribute of an owner, in A or by class.
func (t *Tree) Attribute(n *Element, owner, key Name) any {
	for _, v := range t.f.List(n.Dict["A"]) {
		if d := t.f.Dict(v); d != nil && t.f.Name(d["O"]) == owner && d[key] != nil {
			return t.f.Get(d[key])
		}
	}
	classes := t.f.Dict(t.root["ClassMap"])
	for _, v := range t.f.List(n.Dict["C"]) {
		for _, a := range t.f.List(classes[t.f.Name(v)]) {
			if d := t.f.Dict(a); d != nil && t.f.Name(d["O"]) == owner && d[key] != nil {
				return t.f.Get(d[key])
			}
		}
	}
	return nil
}

// Language returns the language of an element, its own or from above.
func (f *File) Language(n *Element) string {
	for ; n != nil; n = n.Parent {
		if s, ok := f.Text(n.Dict["Lang"]); ok && s != "" {
			return s
		}
	}
	return ""
}

// ParentOf finds the element of a key in the parent tree.
func (t *Tree) ParentOf(key int) *Element {
	if t == nil {
		return nil
	}
	if r, ok := t.nums[key].(Ref); ok {
		return t.byNum[r.Number]
	}
	return nil
}

// Owners returns the elements of the sequences of a page or form.
func (t *Tree) Owners(d Dict) []*Element {
	if t == nil {
		return nil
	}
	key, ok := t.f.Get(d["StructParents"]).(int)
	if !ok {
		return nil
	}
	list := t.f.Array(t.nums[key])
	out := make([]*Element, len(list))
	for i, v := range list {
		if r, ok := v.(Ref); ok {
			out[i] = t.byNum[r.Number]
		}
	}
	return out
}
