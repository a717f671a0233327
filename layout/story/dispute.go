package story

import (
	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of a dispute.
const (
	relationAt   Pt = 52  // centre of the two stations
	relationRoom Pt = 96  // that arrows and names may take
	readingAt    Pt = 104 // where the readings begin
	slopesAt     Pt = 222
	disputeBow   Pt = 0.26
	relationLong Pt = 130 // between the two stations, at least

	readingIndent Pt = 18 // of the words of a reading
	readingsInset Pt = 18 // between the stations and the readings, above and below together
)

// A disputeSetter places the readings of a relation, and what follows from each.
type disputeSetter struct{ *setter }

// dispute places one relation as it was read, beside what comes first under each
// reading, and the verdict below a rule.
func (s disputeSetter) dispute(d *document.Dispute) {
	begin := len(s.parts)
	bottom := s.relation(d, s.top+4)
	end := len(s.parts)
	// The head of the slopes stands beside that of the relation.
	lowest := slopeSetter(s).slopes(d.Slopes, slopesAt, max(0, s.top-headHeight))
	for _, p := range s.parts[begin:end] {
		for _, shape := range p.Shapes {
			shape.move(0, max(0, (lowest-bottom)/2))
		}
	}
	bottom = max(bottom, lowest)
	if d.Verdict == "" && d.Told == "" {
		return
	}
	s.part(Part{Kind: "rule"}, rule(0, s.width, bottom+10))
	s.verdict(d, bottom+26)
}

// relation draws the relation once for each reading; it gives where that ends.
func (s disputeSetter) relation(d *document.Dispute, y Pt) Pt {
	st := styleOf(d.From)
	from := s.wrap(d.From.Label, st, relationRoom)
	to := s.wrap(d.To.Label, styleOf(d.To), relationRoom)
	a := Point{X: relationAt, Y: y + Pt(len(from))*st.leading + room(d.From) + 5}
	b := Point{X: relationAt, Y: a.Y + max(relationLong, s.readingsHeight(d.Readings)+readingsInset)}
	rings := make([]Shape, 0, len(d.Readings))
	for i, r := range d.Readings {
		w := bowed(a, b, disputeBow*readingSide(i, len(d.Readings)))
		arrow := arrow(r.Edge, w, room(d.From)+4, room(d.To)+5)
		p := edgePart(arrow)
		p.Facts = append(p.Facts, Fact{"reading", r.Letter})
		s.part(p)
		at, _ := w.at(w.length() * 0.42)
		rings = append(rings, readingRing(r.Letter, at))
	}
	s.part(Part{Kind: "readings"}, rings...)
	p := nodePart(d.From)
	s.part(p, append([]Shape{stationOf(d.From, a)}, s.lines(from, st, Middle, a.X, a.Y-room(d.From)-6-Pt(len(from)-1)*st.leading)...)...)
	p = nodePart(d.To)
	s.part(p, append([]Shape{stationOf(d.To, b)}, s.lines(to, styleOf(d.To), Middle, b.X, b.Y+room(d.To)+13)...)...)
	s.readings(d.Readings, a.Y+8, b.Y-10)
	return b.Y + room(d.To) + 13 + Pt(len(to)-1)*st.leading + 3
}

// readingSide spreads so many arrows from left (−1) to right (+1).
func readingSide(i, n int) Pt {
	if n < 2 {
		return 0
	}
	return -1 + 2*Pt(i)/Pt(n-1)
}

func readingRing(letter string, at Point) *Mark {
	return &Mark{Kind: Numbered, At: at, Radius: mark.Reading, Color: templates.Ink, Text: letter, Size: 8.5}
}

// readings says what each reading says, and who holds it.
func (s disputeSetter) readings(all []document.Reading, top, bottom Pt) {
	if len(all) == 0 {
		return
	}
	free := (bottom - top - s.readingsHeight(all)) / Pt(len(all))
	y := top + free/2
	for _, r := range all {
		name, who := s.reading(r)
		p := Part{Kind: "reading", ID: r.Letter, Label: r.Letter + ". " + r.Name}
		p.Shapes = append(p.Shapes, readingRing(r.Letter, Point{X: readingAt + mark.Reading, Y: y + nameStyle.leading/2}))
		p.Shapes = append(p.Shapes, s.lines(name, nameStyle, Start, readingAt+readingIndent, y+9)...)
		p.Shapes = append(p.Shapes, s.lines(who, softStyle, Start, readingAt+readingIndent, y+9+Pt(len(name))*nameStyle.leading)...)
		s.part(p)
		y += readingHeight(name, who) + free
	}
}

func (s disputeSetter) reading(r document.Reading) (name, who []string) {
	const measure = slopesAt - readingAt - readingIndent - 12
	return s.wrap(r.Name, nameStyle, measure), s.wrap(r.Who, softStyle, measure)
}

func readingHeight(name, who []string) Pt {
	return Pt(len(name))*nameStyle.leading + Pt(len(who))*softStyle.leading
}

// readingsHeight is what all readings take, with some white between them.
func (s disputeSetter) readingsHeight(all []document.Reading) Pt {
	h := Pt(0)
	for _, r := range all {
		h += readingHeight(s.reading(r)) + 8
	}
	return h
}

// verdict sets the sentence that says whether the outcome hangs on it, with what
// follows it, as one paragraph.
func (s disputeSetter) verdict(d *document.Dispute, y Pt) {
	const size, leading = 9, 13
	runs := []text.Run{
		{Text: d.Verdict + "  ", Face: text.SansBold, Size: size, Language: s.language, Tag: 1},
		{Text: d.Told, Face: text.Sans, Size: size, Language: s.language, Tag: 2},
	}
	p := Part{Kind: "verdict", Label: d.Verdict + " " + d.Told}
	for i, l := range s.fonts.Break(runs, text.Setting{Measure: s.width, Ragged: true, Whole: true}) {
		for _, piece := range l.Pieces {
			words := ""
			for _, g := range piece.Glyphs {
				words += g.Text
			}
			p.Shapes = append(p.Shapes, &Words{
				At: Point{X: piece.X, Y: y + Pt(i)*leading}, Face: piece.Face, Size: size, Color: templates.Ink, Text: printed(words),
			})
		}
	}
	s.part(p)
}
