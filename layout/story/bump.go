package story

import (
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// Measures of a bump chart.
const (
	bumpColumn Pt = 74
	bumpRow    Pt = 15.5
	bumpLabel  Pt = 142 // of a name, at most; a longer one is broken
	bumpEnd    Pt = 34  // between the last column and the rim
)

var sameStyle = style{text.SansBold, 8, 10, templates.Ink}

// A bumpSetter places ranks over several criteria.
type bumpSetter struct{ *setter }

// bump places ranks over criteria; a ring is filled where no shift changes it.
func (s bumpSetter) bump(d *document.Bump) {
	if len(d.Rows) == 0 || len(d.Criteria) == 0 {
		return
	}
	b := s.ladder(d)
	heads, most := make([][]string, len(d.Criteria)), 1
	for i, c := range d.Criteria {
		heads[i] = s.wrap(c.Label, softStyle, min(b.apart, 2*bumpEnd)-2)
		most = max(most, len(heads[i]))
	}
	p := Part{Kind: "axis"}
	for i, lines := range heads {
		y := s.top + Pt(most-len(lines))*softStyle.leading + 8
		p.Shapes = append(p.Shapes, s.lines(lines, softStyle, Middle, b.x(i), y)...)
	}
	s.part(p)
	b.top = s.top + Pt(most)*softStyle.leading + 12
	for _, strong := range []bool{false, true} {
		for _, r := range d.Rows {
			if r.Strong == strong {
				s.rungs(b, r)
			}
		}
	}
	s.sameOrder(b)
}

// A ladder is where columns and rows of a bump chart stand.
type ladder struct {
	*document.Bump
	ranks            []int // that occur, rising: a row each
	names            map[string][]string
	left, apart, row Pt
	top              Pt // of the rows
}

func (s bumpSetter) ladder(d *document.Bump) ladder {
	b := ladder{Bump: d, names: map[string][]string{}, row: bumpRow}
	widest := Pt(60)
	for _, r := range d.Rows {
		lines := s.wrap(r.Label, bumpStyle(r.Strong), bumpLabel)
		b.names[r.ID] = lines
		widest = max(widest, s.widest(lines, bumpStyle(r.Strong)))
		if len(lines) > 1 {
			b.row = max(b.row, Pt(len(lines))*9.4+2)
		}
		for _, rank := range r.Ranks {
			if rank > 0 && !slices.Contains(b.ranks, rank) {
				b.ranks = append(b.ranks, rank)
			}
		}
	}
	slices.Sort(b.ranks)
	// Below the names stands what the numbers below the columns are.
	same := s.measure(softStyle, d.Same) + 8 + s.measure(sameStyle, d.Criteria[0].Same)/2
	b.left = max(widest+8+mark.Number, same)
	b.apart = bumpColumn
	if n := len(d.Criteria) - 1; n > 0 {
		b.apart = min(bumpColumn, (s.width-bumpEnd-b.left)/Pt(n))
	}
	return b
}

func bumpStyle(strong bool) style {
	if strong {
		return style{text.SansBold, mark.LabelSize, 9.4, templates.Ink}
	}
	return style{text.Sans, mark.LabelSize, 9.4, templates.Soft}
}

func (b ladder) x(column int) Pt { return b.left + b.apart*Pt(column) }

func (b ladder) y(rank int) Pt {
	return b.top + b.row*(Pt(slices.Index(b.ranks, rank))+0.5)
}

// rungs places what is ranked: its name, its line and its rings.
func (s bumpSetter) rungs(b ladder, r document.BumpRow) {
	line, ring := templates.Faint, templates.Soft
	look := mark.IdentityOf(r.Rank)
	width := min(look.Width, 1)
	if r.Strong {
		line, ring, width = templates.Ink, templates.Ink, max(look.Width, 1.4)
	}
	p := Part{Kind: "line", ID: r.ID, Label: r.Label, Facts: []Fact{{"rank", strconv.Itoa(r.Rank)}, {"strong", yes(r.Strong)}}}
	st := bumpStyle(r.Strong)
	first := slices.IndexFunc(r.Ranks, func(rank int) bool { return rank > 0 })
	if first < 0 {
		return
	}
	p.Shapes = append(p.Shapes, s.centred(b.names[r.ID], st, End, b.x(first)-mark.Number-8, b.y(r.Ranks[first]))...)
	for i := 1; i < len(r.Ranks); i++ {
		if r.Ranks[i-1] == 0 || r.Ranks[i] == 0 {
			continue
		}
		from, to := Point{X: b.x(i-1) + mark.Number + 1, Y: b.y(r.Ranks[i-1])}, Point{X: b.x(i) - mark.Number - 1, Y: b.y(r.Ranks[i])}
		mid := (from.X + to.X) / 2
		p.Shapes = append(p.Shapes, &Line{
			Points: []Point{from, {X: mid, Y: from.Y}, {X: mid, Y: to.Y}, to}, Curved: true,
			Color: line, Width: width, Dash: look.Dash, Round: look.Round,
		})
	}
	s.part(p)
	for i, rank := range r.Ranks {
		if rank == 0 {
			continue
		}
		fixed := i < len(r.Fixed) && r.Fixed[i]
		at := Point{X: b.x(i), Y: b.y(rank)}
		s.part(Part{Kind: "rank", ID: r.ID, Facts: []Fact{{"column", strconv.Itoa(i + 1)}, {"place", strconv.Itoa(rank)}, {"fixed", yes(fixed)}}},
			&Mark{Kind: Numbered, At: at, Radius: mark.Number, Color: ring, Filled: fixed, Text: strconv.Itoa(rank), Size: 8})
	}
}

// sameOrder says below each column in how many trials its order stayed.
func (s bumpSetter) sameOrder(b ladder) {
	y := b.top + b.row*Pt(len(b.ranks)) + 14
	p := Part{Kind: "axis"}
	told := false
	for i, c := range b.Criteria {
		if c.Same != "" {
			told = true
			p.Shapes = append(p.Shapes, s.line(c.Same, sameStyle, Middle, b.x(i), y))
		}
	}
	if told {
		// The number of the first column reaches left of its ring.
		half := s.measure(sameStyle, b.Criteria[0].Same) / 2
		p.Shapes = append(p.Shapes, s.line(b.Same, softStyle, End, b.x(0)-max(half, mark.Number)-8, y))
		s.part(p)
	}
}
