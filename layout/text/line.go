package text

// A Run is a stretch of characters of one look.
type Run struct {
	Text     string // "\n" ends the line
	Face     Face
	Size     Pt
	Rise     Pt     // of the baseline, upward
	Language string // of the hyphenation; empty: none
	Superior bool   // figures are set as superior ones; their text stays plain
	Fixed    bool   // every space counts and keeps its width: code
	Tag      int    // the caller's; pieces of lines carry it
}

// A Setting says how runs become lines.
type Setting struct {
	Measure Pt
	Ragged  bool // spaces keep their width, lines end where they end
	Whole   bool // words are divided only where that saves a line
}

// A Line is a line of a paragraph.
type Line struct {
	Pieces []Piece
	Width  Pt   // to the end of the last visible glyph
	Over   Pt   // how far it goes beyond the measure; 0 if it doesn't
	Hyphen bool // ends in a hyphen that isn't in the text
}

// A Piece is a part of a line with one look. Its glyphs are its own.
type Piece struct {
	X      Pt // from the start of the line
	Width  Pt
	Face   Face
	Size   Pt
	Rise   Pt
	Tag    int
	Glyphs []Glyph
}

// Text gives the characters of the line, the space or soft hyphen at its end
// included.
func (l Line) Text() string {
	s := ""
	for _, p := range l.Pieces {
		for _, g := range p.Glyphs {
			s += g.Text
		}
	}
	return s
}

// A setter puts the items of one line beside each other.
type setter struct {
	fonts *Fonts
	p     *paragraph
	items []item // of the line
	line  Line
	x     Pt
}

// line sets the items from a to b; b is where the line ends.
func (p *paragraph) line(f *Fonts, from int, end breakpoint, ratio float64) Line {
	s := setter{fonts: f, p: p, items: p.items[min(from, end.item):min(end.item, len(p.items))]}
	for i := from; i < end.item; i++ {
		it := &p.items[i]
		switch it.kind {
		case box:
			last := i
			for last+1 < end.item && p.items[last+1].kind != glue && p.items[last+1].run == it.run {
				last++
			}
			s.boxes(i, last, end)
			i = last
		case glue:
			s.space(it, ratio)
		}
	}
	s.line.Width = s.x
	s.endMark(end)
	return s.line
}

// boxes sets the boxes from i to last, all of one run, as one string: a word
// that isn't divided is shaped as a whole.
func (s *setter) boxes(i, last int, end breakpoint) {
	for s.p.items[last].kind != box {
		last--
	}
	run := &s.p.runs[s.p.items[i].run]
	str := run.Text[s.p.items[i].from:s.p.items[last].to]
	hyphen := end.hyphen && s.isLast(last, end)
	if hyphen {
		str += "-"
	}
	glyphs := s.fonts.glyphs(run, str)
	if hyphen {
		glyphs = append([]Glyph(nil), glyphs...)
		glyphs[len(glyphs)-1].Text = "\u00ad"
		s.line.Hyphen = true
	}
	s.add(run, glyphs)
}

// isLast tells whether no box of the line stands after item i.
func (s *setter) isLast(i int, end breakpoint) bool {
	for j := i + 1; j < end.item; j++ {
		if s.p.items[j].kind == box {
			return false
		}
	}
	return true
}

func (s *setter) space(it *item, ratio float64) {
	run := &s.p.runs[it.run]
	w := it.width
	switch {
	case ratio > 0:
		w += it.stretch * ratio
	case ratio < 0:
		w += it.shrink * ratio
	}
	glyphs := s.fonts.glyphs(run, run.Text[it.from:it.to])
	if len(glyphs) == 0 {
		return
	}
	glyphs = append([]Glyph(nil), glyphs...)
	glyphs[len(glyphs)-1].Advance += (w - it.width) / float64(run.Size) * em
	s.add(run, glyphs)
}

// endMark puts the space outside the measure at the end of a line that ended at
// a space, so that the words of two lines don't grow together when the text is
// taken out of the page. The last line gets one if the text has it there.
func (s *setter) endMark(end breakpoint) {
	run := &s.p.runs[len(s.p.runs)-1]
	if end.item < len(s.p.items) && !end.last {
		it := &s.p.items[end.item]
		if it.kind != glue && !it.newline {
			return
		}
		run = &s.p.runs[it.run]
	} else if !s.p.spaced {
		return
	}
	glyphs := append([]Glyph(nil), s.fonts.Shape(run.Face, " ")...)
	if n := len(s.line.Pieces); n > 0 {
		piece := &s.line.Pieces[n-1]
		piece.Glyphs = append(piece.Glyphs, glyphs...)
		return
	}
	s.add(run, glyphs)
}

// length counts the bytes of a run in the line: room for its glyphs and no more.
// A book is mostly glyphs, and slices that double leave a third of them empty.
func (s *setter) length(run *Run) int {
	n := 0
	for i := range s.items {
		if it := &s.items[i]; it.kind != penalty && &s.p.runs[it.run] == run {
			n += it.to - it.from
		}
	}
	return n
}

// add puts glyphs at the end of the line, in the last piece if that looks the
// same.
func (s *setter) add(run *Run, glyphs []Glyph) {
	w := 0.0
	for i := range glyphs {
		w += glyphs[i].Advance
	}
	width := Pt(w) / em * run.Size
	n := len(s.line.Pieces)
	if n > 0 {
		last := &s.line.Pieces[n-1]
		if last.Tag == run.Tag && last.Face == run.Face && last.Size == run.Size && last.Rise == run.Rise {
			last.Glyphs = append(last.Glyphs, glyphs...)
			last.Width += width
			s.x += width
			return
		}
	}
	s.line.Pieces = append(s.line.Pieces, Piece{
		X: s.x, Width: width, Face: run.Face, Size: run.Size, Rise: run.Rise, Tag: run.Tag,
		Glyphs: append(make([]Glyph, 0, max(len(glyphs), s.length(run))+1), glyphs...),
	})
	s.x += width
}
