package audit

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"slotmemo/internal/pdfread"
)

// contentFacts are what the content streams tell, for rules that look at the
// file as a whole.
type contentFacts struct {
	texts       pdfread.Texts // text of each sequence
	seen        map[pdfread.MCID]bool
	painted     []pdfread.MCID // sequences of pages, in the order in which they are painted
	devices     map[name]place // device colour spaces, where first used
	operators   int
	runs        int         // of forms
	forms       map[int]int // uses of forms that have sequences
	watermark   map[int]bool
	transparent map[int]bool
}

type place struct{ page, object int }

func (c *checker) checkPages() {
	c.content = &contentFacts{
		texts: pdfread.Texts{}, seen: map[pdfread.MCID]bool{}, devices: map[name]place{},
		forms: map[int]int{}, watermark: map[int]bool{}, transparent: map[int]bool{},
	}
	for _, p := range c.pages {
		all, err := c.f.Contents(p)
		var broken pdfread.StreamError
		if errors.As(err, &broken) {
			c.fail("damaged", p.Index, broken.Number, broken.Err.Error())
		}
		in := &interpreter{
			c: c, page: p, resources: p.Resources, owners: c.tree.Owners(p.Dict), stream: p.Index,
			g: state{ctm: unit, fill: color{known: true}, scale: 1},
		}
		in.run(all)
		colourRules{c}.checkGroup(p)
	}
	c.fonts.finish()
	c.checkSequences()
	readingRules{c}.check()
	readingRules{c}.checkOrder()
}

// checkSequences checks that the sequences that elements name are there, and
// that elements and parent tree agree.
func (c *checker) checkSequences() {
	if c.tree == nil {
		return
	}
	named := map[[2]int]*node{}
	for _, n := range c.tree.Elements {
		for _, k := range n.Order {
			if k.Element != nil || k.Page == 0 {
				continue
			}
			at := [2]int{k.Page, k.MCID}
			if other := named[at]; other != nil {
				c.fail("mcid-twice", k.Page, n.Number, fmt.Sprintf("MCID %d: %s, %s", k.MCID, other.Raw, n.Raw))
			}
			named[at] = n
		}
	}
	for i, p := range c.pages {
		for id, owner := range c.tree.Owners(p.Dict) {
			at := [2]int{i + 1, id}
			if owner != nil && named[at] != owner && c.content.seen[pdfread.MCID{Stream: i + 1, ID: id}] {
				c.fail("parent-tree", p.Index, owner.Number, fmt.Sprintf("MCID %d: %s", id, owner.Raw))
			}
		}
	}
}

// An interpreter runs a content stream as far as rules need it.
type interpreter struct {
	c          *checker
	page       *pdfread.Page
	resources  dict
	owners     []*node
	stream     int // page index, or −number of a form
	marks      []mark
	g          state
	stack      []state
	depth      int
	appearance bool // of an annotation: its tag is that of the annotation
	tm, line   matrix
	path       []point
	fills      []area
	water      color // of the watermark of the page
	pdfread.Operation
	repeated int
	lastRune rune
}

// A mark is an open marked-content sequence.
type mark struct {
	artifact bool
	tagged   bool
	language bool
	subtype  name
	id       pdfread.MCID
	owner    *node
	spanText bool // has ActualText
}

// state is the graphics state.
type state struct {
	font    *font
	size    float64
	mode    int
	ctm     matrix
	fill    color
	stroke  color
	char    float64 // Tc
	word    float64 // Tw
	scale   float64 // Tz
	leading float64
	rise    float64
}

var operatorNames = func() map[string]bool {
	m := map[string]bool{}
	for _, op := range strings.Fields(`b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n
		q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`) {
		m[op] = true
	}
	return m
}()

func (in *interpreter) run(b []byte) {
	base := len(in.marks)
	r := pdfread.NewContent(b)
	for ; in.c.content.operators < pdfread.MaxOperators; in.c.content.operators++ {
		o, ok := r.Next()
		if !ok {
			break
		}
		in.Operation = o
		in.checkIntegers()
		if o.Operator == "BI" {
			in.inlineImage(o.Image)
		} else {
			in.operator(o.Operator)
		}
	}
	odd, bad := r.Faults()
	if odd > 0 {
		in.fail("hex-odd", "")
	}
	if bad > 0 {
		in.fail("hex-digits", "")
	}
	in.marks = in.marks[:min(base, len(in.marks))]
}

func (in *interpreter) checkIntegers() {
	for _, v := range in.Operands {
		if n, isInt := v.(int); isInt && (n > maxInteger || n < minInteger) {
			in.fail("limit-integer", fmt.Sprint(n))
		}
	}
}

func (in *interpreter) fail(rule, detail string) {
	object := 0
	if in.stream < 0 {
		object = -in.stream
	}
	in.c.fail(rule, in.page.Index, object, detail)
}

func (in *interpreter) num(i int) float64 {
	if i >= len(in.Operands) {
		return 0
	}
	v, _ := in.c.f.Number(in.Operands[i])
	return v
}

func (in *interpreter) resource(kind, n name) any {
	return in.c.f.Dict(in.resources[kind])[n]
}

// save keeps the graphics state for Q.
func (in *interpreter) save() {
	if in.stack = append(in.stack, in.g); len(in.stack) == 29 {
		in.fail("limit-nesting", "")
	}
	if len(in.stack) > 10_000 {
		in.stack = in.stack[1:]
	}
}

func (in *interpreter) operator(op string) {
	g := &in.g
	switch op {
	case "q":
		in.save()
	case "Q":
		if n := len(in.stack); n > 0 {
			in.g, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		g.ctm = in.matrix().times(g.ctm)
	case "BDC", "BMC":
		in.open()
	case "EMC":
		if n := len(in.marks); n > 0 {
			in.marks = in.marks[:n-1]
		}
	case "BT":
		in.tm, in.line = unit, unit
	case "Tf":
		in.setFont()
	case "Tr":
		g.mode = int(in.num(0))
	case "Tc":
		g.char = in.num(0)
	case "Tw":
		g.word = in.num(0)
	case "Tz":
		g.scale = in.num(0) / 100
	case "TL":
		g.leading = in.num(0)
	case "Ts":
		g.rise = in.num(0)
	case "Td":
		in.move(in.num(0), in.num(1))
	case "TD":
		g.leading = -in.num(1)
		in.move(in.num(0), in.num(1))
	case "Tm":
		in.line = in.matrix()
		in.tm = in.line
	case "T*":
		in.move(0, -g.leading)
	case "Tj":
		in.show(in.Operands)
	case "TJ":
		if len(in.Operands) > 0 {
			list, _ := in.Operands[0].(array)
			in.show(list)
		}
	case "'":
		in.move(0, -g.leading)
		in.show(in.Operands)
	case "\"":
		g.word, g.char = in.num(0), in.num(1)
		in.move(0, -g.leading)
		if len(in.Operands) > 2 {
			in.show(in.Operands[2:])
		}
	case "m", "l":
		in.point(in.num(0), in.num(1))
	case "c":
		in.point(in.num(0), in.num(1))
		in.point(in.num(2), in.num(3))
		in.point(in.num(4), in.num(5))
	case "v", "y":
		in.point(in.num(0), in.num(1))
		in.point(in.num(2), in.num(3))
	case "re":
		x, y, w, h := in.num(0), in.num(1), in.num(2), in.num(3)
		in.point(x, y)
		in.point(x+w, y+h)
	case "n":
		in.path = in.path[:0]
	case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
		in.paint(op)
	case "sh":
		in.painted()
		in.shading(in.resource("Shading", in.Name(0)))
	case "Do":
		in.object(in.resource("XObject", in.Name(0)))
	case "gs":
		in.setState(in.c.f.Dict(in.resource("ExtGState", in.Name(0))))
	case "ri":
		if n := in.Name(0); !slices.Contains([]name{"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}, n) {
			in.fail("rendering-intent", string(n))
		}
	case "rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN":
		in.color(op)
	default:
		if !operatorNames[op] {
			in.fail("operator", op)
		}
	}
}

// open opens a marked-content sequence.
func (in *interpreter) open() {
	m := mark{artifact: in.Name(0) == "Artifact"}
	props := in.Properties(in.c.f, in.resources)
	m.subtype = in.c.f.Name(props["Subtype"])
	in.c.checkLanguageTag(props["Lang"], in.page.Index, 0)
	_, m.language = in.c.f.Text(props["Lang"])
	_, m.spanText = in.c.f.Text(props["ActualText"])
	if id, ok := in.c.f.Get(props["MCID"]).(int); ok {
		m.tagged, m.id = true, pdfread.MCID{Stream: in.stream, ID: id}
		if !in.c.content.seen[m.id] && in.stream > 0 {
			in.c.content.painted = append(in.c.content.painted, m.id)
		}
		in.c.content.seen[m.id] = true
		if id >= 0 && id < len(in.owners) {
			m.owner = in.owners[id]
		}
	}
	if in.Name(0) == "Span" {
		in.checkSpan(props, m)
	}
	if !in.appearance {
		for _, above := range in.marks {
			if m.artifact && above.tagged && above.owner != nil {
				in.fail("artifact-inside", "")
			}
			if m.tagged && m.owner != nil && above.artifact {
				in.fail("tagged-inside", "")
			}
		}
	}
	if m.spanText && in.here() != nil {
		if t, ok := in.c.f.Text(props["ActualText"]); ok {
			in.addText(t)
		}
	}
	if len(in.marks) < 1000 {
		in.marks = append(in.marks, m)
	}
}

func (in *interpreter) checkSpan(props dict, m mark) {
	if in.c.hasCatalogLanguage() || m.language || in.hasLanguage(m.owner) {
		return
	}
	for _, e := range []struct{ key, rule string }{{"ActualText", "language-span-actual"}, {"Alt", "language-span-alt"}, {"E", "language-span-expansion"}} {
		if _, ok := in.c.f.Text(props[name(e.key)]); ok {
			in.fail(e.rule, "")
		}
	}
}

// hasLanguage tells whether the language here is known without the catalog.
func (in *interpreter) hasLanguage(owner *node) bool {
	if owner != nil && in.c.f.Language(owner) != "" {
		return true
	}
	for _, m := range in.marks {
		if m.language || m.owner != nil && in.c.f.Language(m.owner) != "" {
			return true
		}
	}
	return false
}

// here gives the innermost tagged mark.
func (in *interpreter) here() *mark {
	for i := len(in.marks) - 1; i >= 0; i-- {
		if in.marks[i].tagged {
			return &in.marks[i]
		}
	}
	return nil
}

func (in *interpreter) isArtifact() bool {
	return slices.ContainsFunc(in.marks, func(m mark) bool { return m.artifact })
}

// painted checks that what is painted is an artifact or has an element.
func (in *interpreter) painted() {
	if in.appearance || in.isArtifact() {
		return
	}
	for _, m := range in.marks {
		if m.tagged && m.owner != nil {
			return
		}
	}
	in.fail("untagged", "")
}

func (in *interpreter) addText(s string) {
	if m := in.here(); m != nil {
		in.c.content.texts.Add(m.id, s)
	}
}

func (in *interpreter) setFont() {
	v := in.resource("Font", in.Name(0))
	if v == nil {
		in.fail("resources", string(in.Name(0)))
	}
	in.g.font = in.c.fonts.find(v, in.page.Index)
	in.g.size = in.num(1)
}

func (in *interpreter) setState(d dict) {
	if list := in.c.f.Array(d["Font"]); len(list) == 2 {
		in.g.font = in.c.fonts.find(list[0], in.page.Index)
		in.g.size, _ = in.c.f.Number(list[1])
	}
	opaque := func(k name) bool { v, ok := in.c.f.Number(d[k]); return !ok || v == 1 }
	mask := d["SMask"] != nil && in.c.f.Name(d["SMask"]) != "None"
	blend := d["BM"] != nil && in.c.f.Name(d["BM"]) != "Normal" && in.c.f.Name(d["BM"]) != "Compatible"
	if !opaque("ca") || !opaque("CA") || mask || blend {
		in.c.content.transparent[in.page.Index] = true
	}
	if s := in.c.f.Stream(in.c.f.Dict(d["SMask"])["G"]); mask && s != nil {
		in.form(s, true)
	}
}

// object paints an image or a form.
func (in *interpreter) object(v any) {
	s := in.c.f.Stream(v)
	if s == nil {
		return
	}
	switch in.c.f.Name(s.Dict["Subtype"]) {
	case "Image":
		in.painted()
		in.useSpace(s.Dict["ColorSpace"], s.Number)
		if s.Dict["SMask"] != nil {
			in.c.content.transparent[in.page.Index] = true
		}
	case "Form":
		if s.Dict["StructParent"] != nil {
			in.painted()
		}
		in.form(s, false)
	}
}

// form runs a form in a state of its own.
func (in *interpreter) form(s *stream, hidden bool) {
	if in.depth > pdfread.MaxForms || in.c.content.runs > pdfread.MaxRuns {
		return
	}
	in.c.content.runs++
	b, _ := in.c.f.Decode(s)
	sub := &interpreter{
		c: in.c, page: in.page, resources: in.c.f.Dict(s.Dict["Resources"]), owners: in.c.tree.Owners(s.Dict), stream: -s.Number,
		marks: slices.Clone(in.marks), g: in.g, depth: in.depth + 1, appearance: in.appearance || hidden, fills: in.fills, water: in.water,
	}
	if sub.resources == nil {
		sub.resources = in.resources
	}
	if m := in.c.f.Array(s.Dict["Matrix"]); len(m) == 6 {
		var mm matrix
		for i := range mm {
			mm[i], _ = in.c.f.Number(m[i])
		}
		sub.g.ctm = mm.times(in.g.ctm)
	}
	if d := in.c.f.Dict(s.Dict["Group"]); d != nil && in.c.f.Name(d["S"]) == "Transparency" {
		in.useSpace(d["CS"], s.Number)
		in.c.content.transparent[in.page.Index] = true
	}
	sub.run(b)
	if !hidden && !in.appearance && bytes.Contains(b, []byte("/MCID")) {
		if in.c.content.forms[s.Number]++; in.c.content.forms[s.Number] == 2 {
			in.c.fail("form-reuse", in.page.Index, s.Number, "")
		}
	}
}

// appearance runs the looks of an annotation, for their fonts and colours.
func (c *checker) appearance(p *pdfread.Page, annot dict) {
	var run func(v any, depth int)
	run = func(v any, depth int) {
		switch s := c.f.Get(v).(type) {
		case *stream:
			in := &interpreter{c: c, page: p, appearance: true, g: state{ctm: unit, scale: 1}, resources: p.Resources}
			in.form(s, true)
		case dict:
			for _, k := range pdfread.SortedKeys(s) {
				if depth < 2 {
					run(s[k], depth+1)
				}
			}
		}
	}
	run(c.f.Dict(annot["AP"])["N"], 0)
}

// inlineImage checks what an image among the operators says of itself.
func (in *interpreter) inlineImage(d dict) {
	in.painted()
	for _, k := range []name{"Filter", "F"} {
		for _, v := range in.c.f.List(d[k]) {
			switch f := in.c.f.Name(v); f {
			case "LZWDecode", "LZW", "Crypt":
				in.fail("inline-filter", string(f))
			}
		}
	}
	for _, k := range []name{"Interpolate", "I"} {
		if in.c.f.Get(d[k]) == true {
			in.fail("image-interpolate", "")
		}
	}
	for _, k := range []name{"ColorSpace", "CS"} {
		if n, ok := d[k].(name); ok {
			full := map[name]name{"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}[n]
			switch {
			case full != "":
				in.useSpace(full, 0)
			case in.resource("ColorSpace", n) != nil:
				in.useSpace(in.resource("ColorSpace", n), 0)
			default:
				in.useSpace(n, 0)
			}
		} else if d[k] != nil {
			in.useSpace(d[k], 0)
		}
	}
}
