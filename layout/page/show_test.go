package page_test

import (
	"fmt"
	"slices"
	"strings"

	"slotmemo/layout/page"
)

// showPages writes what stands on each page: a line for each block, with its
// kind, its first words and how many lines it has there.
func showPages(book *page.Book, fillings []page.Filling) string {
	owner := map[page.Content]*page.Element{}
	for _, k := range book.Root.Kids {
		own(owner, k.Element, k.Element)
	}
	var b strings.Builder
	for n, p := range book.Pages {
		fmt.Fprintf(&b, "page %d, %.0f %%\n", n+1, float64(fillings[n].Used/page.Area)*100)
		for _, part := range partsOf(p, owner) {
			fmt.Fprintf(&b, "  %s\n", part)
		}
	}
	return b.String()
}

func own(owner map[page.Content]*page.Element, block, e *page.Element) {
	for _, k := range e.Kids {
		if k.Element == nil {
			owner[k.Content] = block
			continue
		}
		own(owner, block, k.Element)
	}
}

// A shown block is a part of a block on one page.
type shown struct {
	e     *page.Element
	words string
	lines map[page.Pt]bool
	box   string
}

func (s shown) String() string {
	switch {
	case s.box != "":
		return "Figure" + s.box
	case s.e == nil:
		return s.words
	}
	words := []rune(strings.TrimSpace(s.words))
	if len(words) > 24 {
		words = append(words[:23], '…')
	}
	return fmt.Sprintf("%s %q, %d lines", s.e.Kind, string(words), len(s.lines))
}

func partsOf(p page.Page, owner map[page.Content]*page.Element) []shown {
	var all []shown
	at := func(c page.Content) *shown {
		e := owner[c]
		i := slices.IndexFunc(all, func(s shown) bool { return s.e == e })
		if i < 0 {
			all = append(all, shown{e: e, lines: map[page.Pt]bool{}})
			i = len(all) - 1
		}
		return &all[i]
	}
	for _, it := range p.Items {
		switch it := it.(type) {
		case *page.Glyphs:
			if it.Content == 0 {
				if s := artifact(it); s != "" {
					all = append(all, shown{words: s})
				}
				continue
			}
			s := at(it.Content)
			s.words += glyphText(it)
			s.lines[it.Y] = true
		case *page.Box:
			at(it.Content).box = fmt.Sprintf(" %s at %.0f %%", strings.TrimPrefix(it.Figure, "fig-"), it.Scale*100)
		}
	}
	return all
}

// artifact shows what runs along on a page but the number of the page.
func artifact(g *page.Glyphs) string {
	if s := glyphText(g); !strings.HasPrefix(s, "Pagina") {
		switch g.Artifact {
		case page.Header:
			return "head " + s
		case page.Footer:
			return "foot " + s
		case page.Mark:
			return "watermark " + s + " in " + string(g.Color)
		}
	}
	return ""
}

// showTags writes the structure as indented text.
func showTags(b *strings.Builder, e *page.Element, depth int) {
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), e.Kind)
	if e.ID != "" {
		fmt.Fprintf(b, " #%s", e.ID)
	}
	if e.Scope != "" {
		fmt.Fprintf(b, " scope %s", e.Scope)
	}
	if len(e.Headers) > 0 {
		fmt.Fprintf(b, " headers %s", strings.Join(e.Headers, " "))
	}
	b.WriteByte('\n')
	for _, k := range e.Kids {
		if k.Element != nil {
			showTags(b, k.Element, depth+1)
		}
	}
}

// showColumns writes, for each line of a table on each page, where the texts
// stand: "56 Nr | 100 Maatregel".
func showColumns(book *page.Book) string {
	cells := map[page.Content]bool{}
	var walk func(e *page.Element, in bool)
	walk = func(e *page.Element, in bool) {
		in = in || e.Kind == "TH" || e.Kind == "TD"
		for _, k := range e.Kids {
			if k.Element != nil {
				walk(k.Element, in)
			} else if in {
				cells[k.Content] = true
			}
		}
	}
	walk(book.Root, false)
	var b strings.Builder
	for n, p := range book.Pages {
		lines := map[page.Pt][]string{}
		var ys []page.Pt
		for _, it := range p.Items {
			if g, ok := it.(*page.Glyphs); ok && cells[g.Content] {
				if lines[g.Y] == nil {
					ys = append(ys, g.Y)
				}
				lines[g.Y] = append(lines[g.Y], fmt.Sprintf("%.0f %s", g.X, strings.TrimSpace(glyphText(g))))
			}
		}
		slices.Sort(ys)
		for _, y := range ys {
			fmt.Fprintf(&b, "page %d: %s\n", n+1, strings.Join(lines[y], " | "))
		}
	}
	return b.String()
}
