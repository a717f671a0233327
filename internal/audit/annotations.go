package audit

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"slotmemo/internal/pdfread"
)

// Flags of an annotation.
const (
	flagInvisible = 1 << 0
	flagHidden    = 1 << 1
	flagPrint     = 1 << 2
	flagNoZoom    = 1 << 3
	flagNoRotate  = 1 << 4
	flagNoView    = 1 << 5
	flagToggle    = 1 << 8
)

var annotationTypes = []name{
	"Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut",
	"Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark", "TrapNet", "Watermark", "Redact",
}

// annotationRules are about annotations, forms and attached files.
type annotationRules struct{ *checker }

func (c annotationRules) check() {
	c.checkAnnotations()
	c.checkForms()
	c.checkAttachments()
}

func (c annotationRules) checkAnnotations() {
	for _, p := range c.pages {
		if len(p.Annots) > 0 && c.f.Name(p.Dict["Tabs"]) != "S" {
			c.fail("tab-order", p.Index, p.Number, string(c.f.Name(p.Dict["Tabs"])))
		}
		for _, v := range p.Annots {
			if d := c.f.Dict(v); d != nil {
				c.checkAnnotation(p, d, pdfread.NumberOf(v))
			}
		}
	}
}

// An annotation with what is around it.
type annotation struct {
	dict     dict
	kind     name
	page     *pdfread.Page
	num      int
	contents string
	tag      *node
	shown    bool // on the page and not hidden
}

func (c annotationRules) checkAnnotation(p *pdfread.Page, d dict, num int) {
	a := annotation{dict: d, kind: c.f.Name(d["Subtype"]), page: p, num: num}
	a.contents, _ = c.f.Text(d["Contents"])
	if key, ok := c.f.Get(d["StructParent"]).(int); ok {
		a.tag = c.tree.ParentOf(key)
	}
	flags := c.f.Integer(d["F"])
	box, ok := c.f.Rectangle(d["Rect"])
	outside := ok && (box[2] < p.Box[0] || box[0] > p.Box[2] || box[3] < p.Box[1] || box[1] > p.Box[3])
	a.shown = flags&flagHidden == 0 && !outside
	c.checkAnnotationA(a, flags, box)
	if c.f.Dict(d["AP"]) != nil {
		c.appearance(p, d)
	}
	c.checkLanguageTag(d["Lang"], p.Index, num)
	if _, has := c.f.Text(d["Contents"]); has && !c.hasCatalogLanguage() {
		_, own := c.f.Text(d["Lang"])
		if !own && c.f.Language(a.tag) == "" {
			c.fail("language-annotation", p.Index, num, string(a.kind))
		}
	}
	if a.shown {
		c.checkAnnotationUA(a)
	}
}

func (c annotationRules) checkAnnotationUA(a annotation) {
	tagged := func(kind name) bool { return a.tag != nil && a.tag.Kind == kind }
	fail := func(rule, detail string) { c.fail(rule, a.page.Index, a.num, detail) }
	alt := ""
	if a.tag != nil {
		alt, _ = c.f.Text(a.tag.Dict["Alt"])
	}
	under := "—"
	if a.tag != nil {
		under = string(a.tag.Kind)
	}
	switch a.kind {
	case "Link":
		c.links++
		if !tagged("Link") {
			fail("link-tag", under)
		} else if a.num != 0 && !slices.Contains(a.tag.Objects, a.num) {
			fail("link-tag", "no OBJR")
		}
		if a.contents == "" {
			fail("link-text", "")
		}
		if strings.HasPrefix(a.contents, "http://") || strings.HasPrefix(a.contents, "https://") {
			c.remark("bare-link", a.page.Index, a.contents)
		}
	case "Widget":
		if !tagged("Form") {
			fail("widget-tag", under)
		}
		if c.fieldName(a.dict, 0) == "" && alt == "" {
			fail("field-name", "")
		}
	case "Popup":
	case "TrapNet":
		fail("trapnet", "")
	case "PrinterMark":
		if a.tag != nil {
			fail("printer-mark", under)
		}
	default:
		if !tagged("Annot") {
			fail("annotation-tag", fmt.Sprintf("%s in %s", a.kind, under))
		}
		if a.contents == "" && alt == "" {
			fail("annotation-text", string(a.kind))
		}
	}
	if a.kind == "FileAttachment" {
		c.checkFileSpec(a.dict["FS"], a.page.Index)
	}
}

// fieldName gives the alternative name of a form field. A widget without a name
// of its own is only a part of the field above it.
func (c annotationRules) fieldName(d dict, depth int) string {
	if p := c.f.Dict(d["Parent"]); p != nil && d["T"] == nil && depth < 20 {
		return c.fieldName(p, depth+1)
	}
	s, _ := c.f.Text(d["TU"])
	return s
}

func (c annotationRules) checkAnnotationA(a annotation, flags int, box [4]float64) {
	fail := func(rule, detail string) { c.fail(rule, a.page.Index, a.num, detail) }
	if !slices.Contains(annotationTypes, a.kind) {
		fail("annotation-type", string(a.kind))
	}
	if a.kind != "Popup" {
		const never = flagHidden | flagInvisible | flagToggle | flagNoView
		if a.dict["F"] == nil || flags&flagPrint == 0 || flags&never != 0 {
			fail("annotation-flags", fmt.Sprint(flags))
		}
		if a.kind == "Text" && flags&(flagNoZoom|flagNoRotate) != flagNoZoom|flagNoRotate {
			fail("annotation-flags", fmt.Sprint(flags))
		}
	}
	empty := box[0] == box[2] && box[1] == box[3]
	look := c.f.Dict(a.dict["AP"])
	if a.kind != "Popup" && a.kind != "Link" && !empty && look == nil {
		fail("annotation-look", string(a.kind))
	}
	if look != nil {
		for _, k := range pdfread.SortedKeys(look) {
			if k != "N" {
				fail("annotation-look", string(k))
			}
		}
		c.checkLook(a, look)
	}
	if a.kind == "Widget" && (a.dict["A"] != nil || a.dict["AA"] != nil) {
		fail("widget-action", "")
	}
}

// checkLook checks that a button has states, and all others have one look.
func (c annotationRules) checkLook(a annotation, look dict) {
	_, isStream := c.f.Get(look["N"]).(*stream)
	button := a.kind == "Widget" && c.fieldType(a.dict, 0) == "Btn"
	if button && isStream || !button && !isStream {
		c.fail("annotation-look", a.page.Index, a.num, "N")
	}
}

func (c annotationRules) fieldType(d dict, depth int) name {
	if n := c.f.Name(d["FT"]); n != "" || depth > 20 {
		return n
	}
	if p := c.f.Dict(d["Parent"]); p != nil {
		return c.fieldType(p, depth+1)
	}
	return ""
}

func (c annotationRules) checkForms() {
	form := c.f.Dict(c.root["AcroForm"])
	if form == nil {
		return
	}
	if form["XFA"] != nil {
		c.fail("xfa", 0, 0, "")
		if c.isDynamic(form["XFA"]) {
			c.fail("dynamic-form", 0, 0, "")
		}
	}
	if c.f.Get(form["NeedAppearances"]) == true {
		c.fail("need-appearances", 0, 0, "")
	}
	c.walkFields(form["Fields"], map[int]bool{}, 0)
}

var dynamicRender = regexp.MustCompile(`<dynamicRender\s*>\s*required`)

// isDynamic tells whether the XFA packets ask to be laid out when they are shown.
func (c annotationRules) isDynamic(v any) bool {
	for _, p := range c.f.List(v) {
		s := c.f.Stream(p)
		if s == nil {
			continue
		}
		b, _ := c.f.Decode(s)
		if dynamicRender.Match(b) {
			return true
		}
	}
	return false
}

func (c annotationRules) walkFields(v any, seen map[int]bool, depth int) {
	for _, k := range c.f.Array(v) {
		r, _ := k.(ref)
		d := c.f.Dict(k)
		if d == nil || depth > 100 || r.Number != 0 && seen[r.Number] {
			continue
		}
		seen[r.Number] = true
		if d["AA"] != nil {
			c.fail("field-action", 0, r.Number, "")
		}
		if _, ok := c.f.Text(d["TU"]); ok && !c.hasCatalogLanguage() {
			_, own := c.f.Text(d["Lang"])
			var tag *node
			if key, ok := c.f.Get(d["StructParent"]).(int); ok {
				tag = c.tree.ParentOf(key)
			}
			if !own && c.f.Language(tag) == "" {
				c.fail("language-field", 0, r.Number, "")
			}
		}
		c.walkFields(d["Kids"], seen, depth+1)
	}
}

// checkAttachments checks the files that are embedded.
func (c annotationRules) checkAttachments() {
	if c.root["AA"] != nil {
		c.fail("additional-actions", 0, 0, "")
	}
	for _, p := range c.pages {
		if p.Dict["AA"] != nil {
			c.fail("additional-actions", p.Index, p.Number, "")
		}
		if p.Dict["PresSteps"] != nil {
			c.fail("presentation", p.Index, p.Number, "PresSteps")
		}
	}
	files := c.f.Dict(c.f.Dict(c.root["Names"])["EmbeddedFiles"])
	c.walkNames(files, 0, func(v any) { c.checkFileSpec(v, 0) })
}

// walkNames visits the values of a name tree.
func (c annotationRules) walkNames(d dict, depth int, visit func(any)) {
	if d == nil || depth > 50 {
		return
	}
	list := c.f.Array(d["Names"])
	for i := 1; i < len(list); i += 2 {
		visit(list[i])
	}
	for _, k := range c.f.Array(d["Kids"]) {
		c.walkNames(c.f.Dict(k), depth+1, visit)
	}
}

func (c annotationRules) checkFileSpec(v any, page int) {
	d, num := c.f.Dict(v), pdfread.NumberOf(v)
	if d == nil || c.f.Dict(d["EF"]) == nil {
		return
	}
	f, _ := c.f.Text(d["F"])
	uf, _ := c.f.Text(d["UF"])
	if f == "" || uf == "" {
		c.fail("attachment-name", page, num, f+uf)
	}
	if c.f.Name(d["AFRelationship"]) == "" {
		c.fail("attachment-relation", page, num, f)
	}
	s := c.f.Stream(c.f.Dict(d["EF"])["F"])
	if s == nil {
		s = c.f.Stream(c.f.Dict(d["EF"])["UF"])
	}
	if s == nil {
		return
	}
	if mime := string(c.f.Name(s.Dict["Subtype"])); !strings.Contains(mime, "/") {
		c.fail("attachment-type", page, num, mime)
	}
	if !c.associated()[num] {
		c.fail("attachment-associated", page, num, f)
	}
	if b, err := c.f.Decode(s); err != nil || !strings.HasPrefix(string(b[:min(5, len(b))]), "%PDF-") {
		c.fail("attachment-pdfa", page, num, f)
	}
}

// associated gives the file specifications to which AF entries lead.
func (c annotationRules) associated() map[int]bool {
	if c.files != nil {
		return c.files
	}
	c.files = map[int]bool{}
	holders := []dict{c.root}
	for _, p := range c.pages {
		holders = append(holders, p.Dict)
	}
	if c.tree != nil {
		for _, n := range c.tree.Elements {
			holders = append(holders, n.Dict)
		}
	}
	for _, d := range holders {
		for _, v := range c.f.Array(d["AF"]) {
			c.files[pdfread.NumberOf(v)] = true
		}
	}
	return c.files
}
