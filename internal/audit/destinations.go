package audit

import (
	"fmt"
	"strings"

	"slotmemo/internal/pdfread"
)

// destinationRules are about where links and the outline lead.
type destinationRules struct{ *checker }

// check checks that every link leads somewhere.
func (c destinationRules) check() {
	named := map[string]any{}
	for k, v := range c.f.Dict(c.root["Dests"]) {
		named[string(k)] = v
	}
	c.collectNames(c.f.Dict(c.f.Dict(c.root["Names"])["Dests"]), 0, named)
	for _, p := range c.pages {
		for _, v := range p.Annots {
			d := c.f.Dict(v)
			if c.f.Name(d["Subtype"]) != "Link" {
				continue
			}
			dest := d["Dest"]
			if a := c.f.Dict(d["A"]); a != nil && c.f.Name(a["S"]) == "GoTo" {
				dest = a["D"]
			} else if a == nil && dest == nil {
				c.fail("destination", p.Index, pdfread.NumberOf(v), "no Dest, no A")
			}
			if dest != nil && c.destinationPage(dest, named) == 0 {
				c.fail("destination", p.Index, pdfread.NumberOf(v), describe(c.f.Get(dest)))
			}
		}
	}
	for _, e := range c.outlineEntries() {
		dest := e["Dest"]
		if a := c.f.Dict(e["A"]); a != nil && c.f.Name(a["S"]) == "GoTo" {
			dest = a["D"]
		}
		if dest != nil && c.destinationPage(dest, named) == 0 {
			title, _ := c.f.Text(e["Title"])
			c.fail("destination", 0, 0, title)
		}
	}
}

func (c destinationRules) collectNames(d dict, depth int, into map[string]any) {
	if d == nil || depth > 50 {
		return
	}
	list := c.f.Array(d["Names"])
	for i := 0; i+1 < len(list); i += 2 {
		if k, ok := c.f.Get(list[i]).(str); ok {
			into[string(k)] = list[i+1]
		}
	}
	for _, k := range c.f.Array(d["Kids"]) {
		c.collectNames(c.f.Dict(k), depth+1, into)
	}
}

func (c *checker) destinationValue(v any) any {
	if d := c.f.Dict(v); d != nil {
		return d["D"]
	}
	return v
}

func describe(v any) string {
	switch v := v.(type) {
	case array:
		if len(v) > 0 {
			return fmt.Sprint(v[0])
		}
		return "[]"
	case str:
		return pdfread.DecodeText(string(v))
	default:
		return fmt.Sprint(v)
	}
}

// checkOutline checks the language of the outline, and that one is there where
// there are headings.
func (c destinationRules) checkOutline() {
	entries := c.outlineEntries()
	if len(entries) > 0 && !c.hasCatalogLanguage() {
		c.fail("language-outline", 0, 0, "")
	}
	for _, e := range entries {
		if s, _ := c.f.Text(e["Title"]); strings.TrimSpace(s) == "" {
			c.remark("outline-differs", 0, "")
		}
	}
	if len(entries) > 0 || c.tree == nil || len(c.pages) < 3 {
		return
	}
	for _, n := range c.tree.Elements {
		if headingLevel(n.Kind) > 0 {
			c.remark("no-outline", 0, "")
			return
		}
	}
}

// destinationPage gives the page that a destination shows; 0 if there is none.
func (c *checker) destinationPage(v any, named map[string]any) int {
	switch d := c.f.Get(v).(type) {
	case array:
		if len(d) == 0 {
			return 0
		}
		switch page := d[0].(type) {
		case ref:
			return c.pageAt[page.Number]
		case int:
			if page >= 0 && page < len(c.pages) {
				return page + 1
			}
		}
	case name:
		if target, ok := named[string(d)]; ok {
			return c.destinationPage(c.destinationValue(target), nil)
		}
	case str:
		if target, ok := named[string(d)]; ok {
			return c.destinationPage(c.destinationValue(target), nil)
		}
	}
	return 0
}

// outlineEntries gives the entries of the outline in order.
func (c *checker) outlineEntries() []dict {
	var out []dict
	seen := map[int]bool{}
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		for v != nil && depth < 100 && len(out) < 100_000 {
			r, _ := v.(ref)
			d := c.f.Dict(v)
			if d == nil || seen[r.Number] {
				return
			}
			seen[r.Number] = true
			out = append(out, d)
			walk(d["First"], depth+1)
			v = d["Next"]
		}
	}
	walk(c.f.Dict(c.root["Outlines"])["First"], 0)
	return out
}
