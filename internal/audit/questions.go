package audit

import (
	"maps"
	"slices"

	"slotmemo/internal/pdfread"
)

// A Question is for a person: what no machine can tell.
type Question struct {
	ID    string `json:"id"`
	Pages []int  `json:"pages,omitempty"` // where to look; empty: everywhere
}

// questions gives the checklist for this file, only with what it has.
func (c *checker) questions() []Question {
	if c.tree == nil {
		return []Question{}
	}
	at := map[string]map[int]bool{}
	note := func(id string, page int) {
		if at[id] == nil {
			at[id] = map[int]bool{}
		}
		if page > 0 {
			at[id][page] = true
		}
	}
	for _, n := range c.tree.Elements {
		id := ""
		switch {
		case n.Kind == "Figure":
			id = "figures"
		case n.Kind == "Formula":
			id = "formulas"
		case n.Kind == "Table":
			id = "tables"
		case n.Kind == "L":
			id = "lists"
		case n.Kind == "Note":
			id = "notes"
		case n.Kind == "TOC":
			id = "contents"
		case n.Kind == "Link":
			id = "links"
		case headingLevel(n.Kind) > 0 || n.Kind == "H":
			id = "headings"
		case n.Kind == "Form":
			id = "forms"
		}
		if id != "" {
			note(id, c.pageOfNode(n, 0))
		}
		if _, ok := n.Dict["Lang"]; ok && n.Parent != nil {
			note("languages", c.pageOfNode(n, 0))
		}
	}
	for page := range c.content.watermark {
		note("watermark", page)
	}
	out := []Question{{ID: "title"}, {ID: "order"}, {ID: "artifacts"}, {ID: "colour"}}
	for _, id := range []string{"headings", "figures", "formulas", "tables", "lists", "notes", "contents", "links", "forms", "languages", "watermark"} {
		if len(at[id]) > 0 {
			out = append(out, Question{id, slices.Sorted(maps.Keys(at[id]))})
		}
	}
	return out
}

// pageOfNode gives the page of an element, or of the first thing in it.
func (c *checker) pageOfNode(n *node, depth int) int {
	for _, k := range n.Order {
		if k.Element == nil && k.Page > 0 {
			return k.Page
		}
		if k.Element != nil && depth < pdfread.MaxDepth {
			if p := c.pageOfNode(k.Element, depth+1); p > 0 {
				return p
			}
		}
	}
	return n.Page
}
