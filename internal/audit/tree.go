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
	root  dict
	top   []*node
	nodes []*node // in reading order, parents first
	byNum map[int]*node
	roles map[name]any
	nums  map[int]any // ParentTree
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

func (c *checker) readTree() {
	root := c.f.dict(c.root["StructTreeRoot"])
	if root == nil {
		return
	}
	c.tree = &tree{root: root, byNum: map[int]*node{}, roles: c.f.dict(root["RoleMap"]), nums: map[int]any{}}
	c.readNumbers(root["ParentTree"], map[int]bool{}, 0)
	for _, k := range c.asArray(root["K"]) {
		if n := c.readNode(k, nil, 0, 0); n != nil {
			c.tree.top = append(c.tree.top, n)
		}
	}
}

func (c *checker) asArray(v any) array {
	switch w := c.f.get(v).(type) {
	case nil:
		return nil
	case array:
		return w
	default:
		return array{v}
	}
}

// readNumbers reads a number tree.
func (c *checker) readNumbers(v any, seen map[int]bool, depth int) {
	r, _ := v.(ref)
	if depth > 50 || r.num != 0 && seen[r.num] {
		return
	}
	seen[r.num] = true
	d := c.f.dict(v)
	nums := c.f.array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if k, ok := c.f.get(nums[i]).(int); ok {
			c.tree.nums[k] = nums[i+1]
		}
	}
	for _, k := range c.f.array(d["Kids"]) {
		c.readNumbers(k, seen, depth+1)
	}
}

func (c *checker) readNode(v any, parent *node, page, depth int) *node {
	r, _ := v.(ref)
	d := c.f.dict(v)
	if d == nil || depth > 1000 || len(c.tree.nodes) > maxNodes {
		return nil
	}
	if _, twice := c.tree.byNum[r.num]; r.num != 0 && twice {
		return nil
	}
	n := &node{dict: d, num: r.num, parent: parent, page: page}
	n.raw = c.f.name(d["S"])
	n.kind = c.standard(n.raw)
	if pg, ok := d["Pg"].(ref); ok {
		n.page = c.pageAt[pg.num]
	}
	if r.num != 0 {
		c.tree.byNum[r.num] = n
	}
	c.tree.nodes = append(c.tree.nodes, n)
	if parent != nil {
		parent.kids = append(parent.kids, n)
		parent.order = append(parent.order, kid{node: n})
	}
	for _, k := range c.asArray(d["K"]) {
		c.readKid(n, k, depth)
	}
	return n
}

func (c *checker) readKid(n *node, v any, depth int) {
	switch k := c.f.get(v).(type) {
	case int:
		n.order = append(n.order, kid{mcid: k, page: n.page})
	case dict:
		page := n.page
		if pg, ok := k["Pg"].(ref); ok {
			page = c.pageAt[pg.num]
		}
		switch {
		case c.f.name(k["Type"]) == "MCR" || k["S"] == nil && k["MCID"] != nil:
			n.order = append(n.order, kid{mcid: c.f.integer(k["MCID"]), page: page})
		case c.f.name(k["Type"]) == "OBJR" || k["S"] == nil && k["Obj"] != nil:
			n.objects = append(n.objects, objectNumber(k["Obj"]))
		default:
			c.readNode(v, n, n.page, depth+1)
		}
	}
}

// standard follows the role map to a standard type.
func (c *checker) standard(n name) name {
	for range 50 {
		if standardTypes[n] {
			return n
		}
		next := c.f.name(c.tree.roles[n])
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
func (c *checker) attribute(n *node, owner, key name) any {
	for _, v := range c.asArray(n.dict["A"]) {
		if d := c.f.dict(v); d != nil && c.f.name(d["O"]) == owner && d[key] != nil {
			return c.f.get(d[key])
		}
	}
	classes := c.f.dict(c.tree.root["ClassMap"])
	for _, v := range c.asArray(n.dict["C"]) {
		for _, a := range c.asArray(classes[c.f.name(v)]) {
			if d := c.f.dict(a); d != nil && c.f.name(d["O"]) == owner && d[key] != nil {
				return c.f.get(d[key])
			}
		}
	}
	return nil
}

// language gives the language of an element, its own or from above.
func (c *checker) language(n *node) string {
	for ; n != nil; n = n.parent {
		if s, ok := c.f.text(n.dict["Lang"]); ok && s != "" {
			return s
		}
	}
	return ""
}

// parentOf finds the element of a key in the parent tree.
func (c *checker) parentOf(key int) *node {
	if c.tree == nil {
		return nil
	}
	if r, ok := c.tree.nums[key].(ref); ok {
		return c.tree.byNum[r.num]
	}
	return nil
}

// owners gives the elements of the sequences of a page or form.
func (c *checker) owners(d dict) []*node {
	key, ok := c.f.get(d["StructParents"]).(int)
	if !ok || c.tree == nil {
		return nil
	}
	list := c.f.array(c.tree.nums[key])
	out := make([]*node, len(list))
	for i, v := range list {
		if r, ok := v.(ref); ok {
			out[i] = c.tree.byNum[r.num]
		}
	}
	return out
}
