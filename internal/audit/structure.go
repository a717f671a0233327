package audit

import (
	"fmt"
	"slices"
	"strings"

	"slotmemo/internal/pdfread"
)

// structureRules are about the catalog and the elements of the structure tree.
type structureRules struct{ *checker }

func (c structureRules) checkCatalog() {
	mark := c.f.Dict(c.root["MarkInfo"])
	if c.f.Get(mark["Marked"]) != true {
		c.fail("marked", 0, 0, "")
	}
	if c.f.Get(mark["Suspects"]) == true {
		c.fail("suspects", 0, 0, "")
	}
	if c.tree == nil {
		c.fail("structure", 0, 0, "")
	}
	if c.f.Get(c.f.Dict(c.root["ViewerPreferences"])["DisplayDocTitle"]) != true {
		c.fail("display-title", 0, 0, "")
	}
	if s, ok := c.f.Text(c.root["Lang"]); ok && !languageTag.MatchString(s) {
		c.fail("language-tag", 0, 0, s)
	}
	if c.f.Dict(c.root["OCProperties"]) != nil {
		c.checkLayers(c.f.Dict(c.root["OCProperties"]))
	}
	if c.f.Dict(c.f.Dict(c.root["Names"]))["AlternatePresentations"] != nil {
		c.fail("presentation", 0, 0, "")
	}
	if c.root["Requirements"] != nil {
		c.fail("requirements", 0, 0, "")
	}
	if c.f.Get(c.root["NeedsRendering"]) == true {
		c.fail("needs-rendering", 0, 0, "")
	}
	c.checkPermissions()
	destinationRules(c).checkOutline()
}

func (c structureRules) checkLayers(oc dict) {
	configs := c.f.Array(oc["Configs"])
	if oc["D"] != nil {
		configs = append(array{oc["D"]}, configs...)
	}
	names := map[string]bool{}
	for _, v := range configs {
		d := c.f.Dict(v)
		s, _ := c.f.Text(d["Name"])
		if s == "" || names[s] {
			c.fail("layer-name", 0, pdfread.NumberOf(v), s)
		}
		names[s] = true
		if d["AS"] != nil {
			c.fail("layer-state", 0, pdfread.NumberOf(v), "")
		}
	}
}

func (c structureRules) checkPermissions() {
	perms := c.f.Dict(c.root["Perms"])
	for _, k := range pdfread.SortedKeys(perms) {
		if k != "UR3" && k != "DocMDP" {
			c.fail("permissions", 0, 0, string(k))
		}
	}
	if perms["DocMDP"] == nil {
		return
	}
	for _, v := range c.f.Array(c.f.Dict(perms["DocMDP"])["Reference"]) {
		d := c.f.Dict(v)
		for _, k := range []name{"DigestLocation", "DigestMethod", "DigestValue"} {
			if d[k] != nil {
				c.fail("signature-digest", 0, pdfread.NumberOf(v), string(k))
			}
		}
	}
}

// check checks the elements one by one.
func (c structureRules) check() {
	if c.tree == nil {
		return
	}
	c.checkRoles()
	ids := map[string]bool{}
	for _, n := range c.tree.Elements {
		c.checkElement(n)
		if n.Kind == "Note" {
			c.checkNote(n, ids)
		}
	}
	c.checkHeadings()
}

func (c structureRules) checkRoles() {
	for _, from := range pdfread.SortedKeys(c.tree.Roles) {
		if pdfread.IsStandard(from) {
			c.fail("type-remapped", 0, 0, string(from))
			continue
		}
		seen := map[name]bool{}
		for at := from; at != "" && !pdfread.IsStandard(at) && len(seen) < 1000; at = c.f.Name(c.tree.Roles[at]) {
			if seen[at] {
				c.fail("type-circle", 0, 0, string(from))
				break
			}
			seen[at] = true
		}
	}
}

func (c structureRules) checkElement(n *node) {
	if n.Kind == "" {
		c.fail("type-unmapped", n.Page, n.Number, string(n.Raw))
	}
	if c.f.Dict(n.Dict["P"]) == nil {
		c.fail("structure-parent", n.Page, n.Number, string(n.Raw))
	}
	c.checkLanguageTag(n.Dict["Lang"], n.Page, n.Number)
	if !c.hasCatalogLanguage() && c.f.Language(n) == "" {
		for _, e := range []struct{ key, rule string }{{"ActualText", "language-actual"}, {"Alt", "language-alt"}, {"E", "language-expansion"}} {
			if _, ok := c.f.Text(n.Dict[name(e.key)]); ok {
				c.fail(e.rule, n.Page, n.Number, string(n.Raw))
			}
		}
	}
	c.checkNesting(n)
	switch n.Kind {
	case "Figure":
		c.checkAlt(n, "figure-alt")
		c.checkFigure(n)
	case "Formula":
		c.checkAlt(n, "formula-alt")
	case "Form":
		if c.tree.Attribute(n, "PrintField", "Role") == nil && (len(n.Objects) != 1 || len(n.Kids) > 0 || len(n.Order) > 0) {
			c.fail("form-kids", n.Page, n.Number, "")
		}
	}
	if count := countKind(n.Kinds(), "H"); count > 1 {
		c.fail("heading-twice", n.Page, n.Number, "")
	}
}

func (c structureRules) checkAlt(n *node, rule string) {
	alt, _ := c.f.Text(n.Dict["Alt"])
	_, actual := c.f.Text(n.Dict["ActualText"])
	if alt == "" && !actual {
		c.fail(rule, n.Page, n.Number, "")
	} else if strings.TrimSpace(alt) == "" && !actual {
		c.fail(rule, n.Page, n.Number, "")
	}
}

func (c structureRules) checkFigure(n *node) {
	if c.tree.Attribute(n, "Layout", "BBox") == nil {
		c.remark("figure-box", n.Page, "")
	}
	if alt, _ := c.f.Text(n.Dict["Alt"]); len([]rune(alt)) > 250 {
		c.remark("long-alt", n.Page, alt)
	}
}

func (c structureRules) checkNote(n *node, ids map[string]bool) {
	id, ok := c.f.Get(n.Dict["ID"]).(str)
	switch {
	case !ok || id == "":
		c.fail("note-id", n.Page, n.Number, "")
	case ids[string(id)]:
		c.fail("note-id-twice", n.Page, n.Number, pdfread.DecodeText(string(id)))
	}
	ids[string(id)] = true
	if !slices.ContainsFunc(n.Kids, func(k *node) bool { return k.Kind == "Lbl" || slices.Contains(k.Kinds(), "Lbl") }) {
		c.remark("note-label", n.Page, "")
	}
}

func countKind(kinds []name, want ...name) int {
	count := 0
	for _, k := range kinds {
		if slices.Contains(want, k) {
			count++
		}
	}
	return count
}

// othersThan gives the first kind that isn't wanted.
func othersThan(kinds []name, want ...name) (name, bool) {
	for _, k := range kinds {
		if !slices.Contains(want, k) {
			return k, true
		}
	}
	return "", false
}

func (c structureRules) checkNesting(n *node) {
	kinds, above := n.Kinds(), n.AboveKind()
	demandParent := func(rule string, parents ...name) {
		if !slices.Contains(parents, above) {
			c.fail(rule, n.Page, n.Number, fmt.Sprintf("%s in %s", n.Kind, above))
		}
	}
	demandKids := func(rule string, want ...name) {
		if k, other := othersThan(kinds, want...); other {
			c.fail(rule, n.Page, n.Number, fmt.Sprintf("%s in %s", k, n.Kind))
		}
	}
	switch n.Kind {
	case "Table":
		demandKids("table-kids", "TR", "THead", "TBody", "TFoot", "Caption")
		c.checkTableParts(n, kinds)
	case "TR":
		demandParent("row-parent", "Table", "THead", "TBody", "TFoot")
		demandKids("row-kids", "TH", "TD")
	case "THead", "TBody", "TFoot":
		demandParent("part-parent", "Table")
		demandKids("part-kids", "TR")
	case "TH", "TD":
		demandParent("cell-parent", "TR")
	case "L":
		demandKids("list-kids", "L", "LI", "Caption")
		if i := slices.Index(kinds, "Caption"); i > 0 || countKind(kinds, "Caption") > 1 {
			c.fail("list-kids", n.Page, n.Number, "Caption")
		}
	case "LI":
		demandParent("item-parent", "L")
		demandKids("item-kids", "Lbl", "LBody")
	case "LBody":
		demandParent("body-parent", "LI")
	case "TOC":
		demandKids("toc-kids", "TOC", "TOCI", "Caption")
		if i := slices.Index(kinds, "Caption"); i > 0 || countKind(kinds, "Caption") > 1 {
			c.fail("toc-kids", n.Page, n.Number, "Caption")
		}
	case "TOCI":
		demandParent("toci-parent", "TOC")
	}
}

func (c structureRules) checkTableParts(n *node, kinds []name) {
	head, body, foot := countKind(kinds, "THead"), countKind(kinds, "TBody"), countKind(kinds, "TFoot")
	if head > 1 {
		c.fail("head-twice", n.Page, n.Number, "")
	}
	if foot > 1 {
		c.fail("foot-twice", n.Page, n.Number, "")
	}
	if (head > 0 || foot > 0) && body == 0 {
		c.fail("body-missing", n.Page, n.Number, "")
	}
	captions := countKind(kinds, "Caption")
	if captions > 1 {
		c.fail("caption-twice", n.Page, n.Number, "")
	} else if captions == 1 && kinds[0] != "Caption" && kinds[len(kinds)-1] != "Caption" {
		c.fail("caption-place", n.Page, n.Number, "")
	}
}

// checkHeadings checks that levels begin with 1 and never skip going down.
func (c structureRules) checkHeadings() {
	last, plain, numbered := 0, false, false
	for _, n := range c.tree.Elements {
		if n.Kind == "H" {
			plain = true
		}
		level := headingLevel(n.Kind)
		if level == 0 {
			continue
		}
		numbered = true
		if level > last+1 {
			c.fail("heading-level", n.Page, n.Number, fmt.Sprintf("H%d after H%d", level, last))
		}
		last = level
		if len(n.Order) == 0 {
			c.remark("empty-heading", n.Page, string(n.Kind))
		}
	}
	if plain && numbered {
		c.fail("heading-kinds", 0, 0, "")
	}
}

func headingLevel(k name) int {
	if len(k) == 2 && k[0] == 'H' && k[1] >= '1' && k[1] <= '6' {
		return int(k[1] - '0')
	}
	return 0
}
