package page

// add gives e a new kid.
func (e *Element) add(kind string) *Element {
	kid := &Element{Kind: kind}
	e.Kids = append(e.Kids, Kid{Element: kid})
	return kid
}

// content gives the stretch of content at the end of e, a new one if an element
// stands there.
func (s *setter) content(e *Element) Content {
	if n := len(e.Kids); n > 0 && e.Kids[n-1].Element == nil {
		return e.Kids[n-1].Content
	}
	s.contents++
	e.Kids = append(e.Kids, Kid{Content: s.contents})
	return s.contents
}

// prune takes stretches out of the structure that nothing on the pages belongs
// to, such as a space at the end of a paragraph, and elements that are left
// empty by that.
func prune(e *Element, used map[Content]bool) {
	kept := e.Kids[:0]
	for _, k := range e.Kids {
		if k.Element == nil {
			if used[k.Content] {
				kept = append(kept, k)
			}
			continue
		}
		prune(k.Element, used)
		if len(k.Element.Kids) > 0 || k.Element.Kind != "P" && k.Element.Kind != "Span" && k.Element.Kind != "Code" {
			kept = append(kept, k)
		}
	}
	e.Kids = kept
}

// used gives the stretches that something on the pages belongs to.
func (b *Book) used() map[Content]bool {
	used := map[Content]bool{}
	for _, p := range b.Pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case *Glyphs:
				used[it.Content] = true
			case *Stroke:
				used[it.Content] = true
			case *Box:
				used[it.Content] = true
			}
		}
	}
	return used
}
