package audit

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

func (c *checker) hasCatalogLanguage() bool {
	s, ok := c.f.text(c.root["Lang"])
	return ok && s != ""
}

var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

func (c *checker) checkLanguageTag(v any, page, object int) {
	if s, ok := c.f.text(v); ok && s != "" && !languageTag.MatchString(s) {
		c.fail("language-tag", page, object, s)
	}
}

func (c *checker) checkCatalog() {
	mark := c.f.dict(c.root["MarkInfo"])
	if c.f.get(mark["Marked"]) != true {
		c.fail("marked", 0, 0, "")
	}
	if c.f.get(mark["Suspects"]) == true {
		c.fail("suspects", 0, 0, "")
	}
	if c.tree == nil {
		c.fail("structure", 0, 0, "")
	}
	if c.f.get(c.f.dict(c.root["ViewerPreferences"])["DisplayDocTitle"]) != true {
		c.fail("display-title", 0, 0, "")
	}
	if s, ok := c.f.text(c.root["Lang"]); ok && !languageTag.MatchString(s) {
		c.fail("language-tag", 0, 0, s)
	}
	if c.f.dict(c.root["OCProperties"]) != nil {
		c.checkLayers(c.f.dict(c.root["OCProperties"]))
	}
	if c.f.dict(c.f.dict(c.root["Names"]))["AlternatePresentations"] != nil {
		c.fail("presentation", 0, 0, "")
	}
	if c.root["Requirements"] != nil {
		c.fail("requirements", 0, 0, "")
	}
	if c.f.get(c.root["NeedsRendering"]) == true {
		c.fail("needs-rendering", 0, 0, "")
	}
	c.checkPermissions()
	c.checkOutline()
}

func (c *checker) checkLayers(oc dict) {
	configs := c.f.array(oc["Configs"])
	if oc["D"] != nil {
		configs = append(array{oc["D"]}, configs...)
	}
	names := map[string]bool{}
	for _, v := range configs {
		d := c.f.dict(v)
		s, _ := c.f.text(d["Name"])
		if s == "" || names[s] {
			c.fail("layer-name", 0, objectNumber(v), s)
		}
		names[s] = true
		if d["AS"] != nil {
			c.fail("layer-state", 0, objectNumber(v), "")
		}
	}
}

func (c *checker) checkPermissions() {
	perms := c.f.dict(c.root["Perms"])
	for _, k := range sortedKeys(perms) {
		if k != "UR3" && k != "DocMDP" {
			c.fail("permissions", 0, 0, string(k))
		}
	}
	if perms["DocMDP"] == nil {
		return
	}
	for _, v := range c.f.array(c.f.dict(perms["DocMDP"])["Reference"]) {
		d := c.f.dict(v)
		for _, k := range []name{"DigestLocation", "DigestMethod", "DigestValue"} {
			if d[k] != nil {
				c.fail("signature-digest", 0, objectNumber(v), string(k))
			}
		}
	}
}

// checkStructure checks the elements one by one.
func (c *checker) checkStructure() {
	if c.tree == nil {
		return
	}
	c.checkRoles()
	ids := map[string]bool{}
	for _, n := range c.tree.nodes {
		c.checkElement(n)
		if n.kind == "Note" {
			c.checkNote(n, ids)
		}
	}
	c.checkHeadings()
}

func (c *checker) checkRoles() {
	for _, from := range sortedKeys(c.tree.roles) {
		if standardTypes[from] {
			c.fail("type-remapped", 0, 0, string(from))
			continue
		}
		seen := map[name]bool{}
		for at := from; at != "" && !standardTypes[at] && len(seen) < 1000; at = c.f.name(c.tree.roles[at]) {
			if seen[at] {
				c.fail("type-circle", 0, 0, string(from))
				break
			}
			seen[at] = true
		}
	}
}

func (c *checker) checkElement(n *node) {
	if n.kind == "" {
		c.fail("type-unmapped", n.page, n.num, string(n.raw))
	}
	if c.f.dict(n.dict["P"]) == nil {
		c.fail("structure-parent", n.page, n.num, string(n.raw))
	}
	c.checkLanguageTag(n.dict["Lang"], n.page, n.num)
	if !c.hasCatalogLanguage() && c.f.language(n) == "" {
		for _, e := range []struct{ key, rule string }{{"ActualText", "language-actual"}, {"Alt", "language-alt"}, {"E", "language-expansion"}} {
			if _, ok := c.f.text(n.dict[name(e.key)]); ok {
				c.fail(e.rule, n.page, n.num, string(n.raw))
			}
		}
	}
	c.checkNesting(n)
	switch n.kind {
	case "Figure":
		c.checkAlt(n, "figure-alt")
		c.checkFigure(n)
	case "Formula":
		c.checkAlt(n, "formula-alt")
	case "Form":
		if c.tree.attribute(n, "PrintField", "Role") == nil && (len(n.objects) != 1 || len(n.kids) > 0 || len(n.order) > 0) {
			c.fail("form-kids", n.page, n.num, "")
		}
	}
	if count := countKind(n.kinds(), "H"); count > 1 {
		c.fail("heading-twice", n.page, n.num, "")
	}
}

func (c *checker) checkAlt(n *node, rule string) {
	alt, _ := c.f.text(n.dict["Alt"])
	_, actual := c.f.text(n.dict["ActualText"])
	if alt == "" && !actual {
		c.fail(rule, n.page, n.num, "")
	} else if strings.TrimSpace(alt) == "" && !actual {
		c.fail(rule, n.page, n.num, "")
	}
}

func (c *checker) checkFigure(n *node) {
	if c.tree.attribute(n, "Layout", "BBox") == nil {
		c.remark("figure-box", n.page, "")
	}
	if alt, _ := c.f.text(n.dict["Alt"]); len([]rune(alt)) > 250 {
		c.remark("long-alt", n.page, alt)
	}
}

func (c *checker) checkNote(n *node, ids map[string]bool) {
	id, ok := c.f.get(n.dict["ID"]).(str)
	switch {
	case !ok || id == "":
		c.fail("note-id", n.page, n.num, "")
	case ids[string(id)]:
		c.fail("note-id-twice", n.page, n.num, decodeText(string(id)))
	}
	ids[string(id)] = true
	if !slices.ContainsFunc(n.kids, func(k *node) bool { return k.kind == "Lbl" || slices.Contains(k.kinds(), "Lbl") }) {
		c.remark("note-label", n.page, "")
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

func (c *checker) checkNesting(n *node) {
	kinds, above := n.kinds(), n.aboveKind()
	demandParent := func(rule string, parents ...name) {
		if !slices.Contains(parents, above) {
			c.fail(rule, n.page, n.num, fmt.Sprintf("%s in %s", n.kind, above))
		}
	}
	demandKids := func(rule string, want ...name) {
		if k, other := othersThan(kinds, want...); other {
			c.fail(rule, n.page, n.num, fmt.Sprintf("%s in %s", k, n.kind))
		}
	}
	switch n.kind {
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
			c.fail("list-kids", n.page, n.num, "Caption")
		}
	case "LI":
		demandParent("item-parent", "L")
		demandKids("item-kids", "Lbl", "LBody")
	case "LBody":
		demandParent("body-parent", "LI")
	case "TOC":
		demandKids("toc-kids", "TOC", "TOCI", "Caption")
		if i := slices.Index(kinds, "Caption"); i > 0 || countKind(kinds, "Caption") > 1 {
			c.fail("toc-kids", n.page, n.num, "Caption")
		}
	case "TOCI":
		demandParent("toci-parent", "TOC")
	}
}

func (c *checker) checkTableParts(n *node, kinds []name) {
	head, body, foot := countKind(kinds, "THead"), countKind(kinds, "TBody"), countKind(kinds, "TFoot")
	if head > 1 {
		c.fail("head-twice", n.page, n.num, "")
	}
	if foot > 1 {
		c.fail("foot-twice", n.page, n.num, "")
	}
	if (head > 0 || foot > 0) && body == 0 {
		c.fail("body-missing", n.page, n.num, "")
	}
	captions := countKind(kinds, "Caption")
	if captions > 1 {
		c.fail("caption-twice", n.page, n.num, "")
	} else if captions == 1 && kinds[0] != "Caption" && kinds[len(kinds)-1] != "Caption" {
		c.fail("caption-place", n.page, n.num, "")
	}
}

// checkHeadings checks that levels begin with 1 and never skip going down.
func (c *checker) checkHeadings() {
	last, plain, numbered := 0, false, false
	for _, n := range c.tree.nodes {
		if n.kind == "H" {
			plain = true
		}
		level := headingLevel(n.kind)
		if level == 0 {
			continue
		}
		numbered = true
		if level > last+1 {
			c.fail("heading-level", n.page, n.num, fmt.Sprintf("H%d after H%d", level, last))
		}
		last = level
		if len(n.order) == 0 {
			c.remark("empty-heading", n.page, string(n.kind))
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
