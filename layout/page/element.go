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
