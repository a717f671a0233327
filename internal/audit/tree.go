package audit

// A node is a structure element.
type node struct {
	kind    name // standard type that it stands for; empty if for none
	raw     name // type as written
	dict    dict
	num     int
	parent  *node
	kids    []*node // elements
	order   []kid   // all, in reading order
	objects []int   // annotations: numbers of their objects
	page    int     // from 1; 0 unknown
}

// A kid is an element or a marked-content sequence.
type kid struct {
	node *node
	mcid int
	page int
}

// A tree is the structure of the file.
type tree struct {
	f      *file
	pageAt map[int]int // object number → index of the page
	root   dict
	top    []*node
	nodes  []*node // in reading order, parents first
	byNum  map[int]*node
	roles  map[name]any
	nums   map[int]any // ParentTree
}

var standardTypes = func() map[name]bool {
	set := map[name]bool{}
	for _, n := range []name{
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

// readTree reads the structure of a file; nil if it has none.
func (f *file) readTree(pages pageList) *tree {
	root := f.dict(f.root()["StructTreeRoot"])
	if root == nil {
		return nil
	}
	t := &tree{f: f, pageAt: pages.byObject(), root: root, byNum: map[int]*node{}, roles: f.dict(root["RoleMap"]), nums: map[int]any{}}
	t.readNumbers(root["ParentTree"], map[int]bool{}, 0)
	for _, k := range f.asArray(root["K"]) {
		if n := t.readNode(k, nil, 0, 0); n != nil {
			t.top = append(t.top, n)
		}
	}
	return t
}

// readNumbers reads a number tree.
func (t *tree) readNumbers(v any, seen map[int]bool, depth int) {
	r, _ := v.(ref)
	if depth > 50 || r.num != 0 && seen[r.num] {
		return
	}
	seen[r.num] = true
	d := t.f.dict(v)
	nums := t.f.array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if k, ok := t.f.get(nums[i]).(int); ok {
			t.nums[k] = nums[i+1]
		}
	}
	for _, k := range t.f.array(d["Kids"]) {
		t.readNumbers(k, seen, depth+1)
	}
}

func (t *tree) readNode(v any, parent *node, page, depth int) *node {
	r, _ := v.(ref)
	d := t.f.dict(v)
	if d == nil || depth > 1000 || len(t.nodes) > maxNodes {
		return nil
	}
	if _, twice := t.byNum[r.num]; r.num != 0 && twice {
		return nil
	}
	n := &node{dict: d, num: r.num, parent: parent, page: page}
	n.raw = t.f.name(d["S"])
	n.kind = t.standard(n.raw)
	if pg, ok := d["Pg"].(ref); ok {
		n.page = t.pageAt[pg.num]
	}
	if r.num != 0 {
		t.byNum[r.num] = n
	}
	t.nodes = append(t.nodes, n)
	if parent != nil {
		parent.kids = append(parent.kids, n)
		parent.order = append(parent.order, kid{node: n})
	}
	for _, k := range t.f.asArray(d["K"]) {
		t.readKid(n, k, depth)
	}
	return n
}

func (t *tree) readKid(n *node, v any, depth int) {
	switch k := t.f.get(v).(type) {
	case int:
		n.order = append(n.order, kid{mcid: k, page: n.page})
	case dict:
		page := n.page
		if pg, ok := k["Pg"].(ref); ok {
			page = t.pageAt[pg.num]
		}
		switch {
		case t.f.name(k["Type"]) == "MCR" || k["S"] == nil && k["MCID"] != nil:
			n.order = append(n.order, kid{mcid: t.f.integer(k["MCID"]), page: page})
		case t.f.name(k["Type"]) == "OBJR" || k["S"] == nil && k["Obj"] != nil:
			n.objects = append(n.objects, objectNumber(k["Obj"]))
		default:
			t.readNode(v, n, n.page, depth+1)
		}
	}
}

// standard follows the role map to a standard type.
func (t *tree) standard(n name) name {
	for range 50 {
		if standardTypes[n] {
			return n
		}
		next := t.f.name(t.roles[n])
		if next == "" {
			return ""
		}
		n = next
	}
	return ""
}

// kinds gives the standard types of the kids; NonStruct is looked through.
func (n *node) kinds() []name {
	var out []name
	for _, k := range n.through() {
		out = append(out, k.kind)
	}
	return out
}

// through gives the kids of an element, with those of NonStruct kids in place of
// these.
func (n *node) through() []*node {
	var out []*node
	for _, k := range n.kids {
		if k.kind == "NonStruct" {
			out = append(out, k.through()...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

// above gives the parent of an element; NonStruct is looked through.
func (n *node) above() *node {
	p := n.parent
	for p != nil && p.kind == "NonStruct" {
		p = p.parent
	}
	return p
}

func (n *node) aboveKind() name {
	if p := n.above(); p != nil {
		return p.kind
	}
	return ""
}

// attribute finds an attribute of an owner, in A or by class.
func (t *tree) attribute(n *node, owner, key name) any {
	for _, v := range t.f.asArray(n.dict["A"]) {
		if d := t.f.dict(v); d != nil && t.f.name(d["O"]) == owner && d[key] != nil {
			return t.f.get(d[key])
		}
	}
	classes := t.f.dict(t.root["ClassMap"])
	for _, v := range t.f.asArray(n.dict["C"]) {
		for _, a := range t.f.asArray(classes[t.f.name(v)]) {
			if d := t.f.dict(a); d != nil && t.f.name(d["O"]) == owner && d[key] != nil {
				return t.f.get(d[key])
			}
		}
	}
	return nil
}

// language gives the language of an element, its own or from above.
func (f *file) language(n *node) string {
	for ; n != nil; n = n.parent {
		if s, ok := f.text(n.dict["Lang"]); ok && s != "" {
			return s
		}
	}
	return ""
}

// parentOf finds the element of a key in the parent tree.
func (t *tree) parentOf(key int) *node {
	if t == nil {
		return nil
	}
	if r, ok := t.nums[key].(ref); ok {
		return t.byNum[r.num]
	}
	return nil
}

// owners gives the elements of the sequences of a page or form.
func (t *tree) owners(d dict) []*node {
	if t == nil {
		return nil
	}
	key, ok := t.f.get(d["StructParents"]).(int)
	if !ok {
		return nil
	}
	list := t.f.array(t.nums[key])
	out := make([]*node, len(list))
	for i, v := range list {
		if r, ok := v.(ref); ok {
			out[i] = t.byNum[r.num]
		}
	}
	return out
}
