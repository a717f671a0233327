package pdf

import (
	"fmt"
	"math"

	"github.com/go-pdf/fpdf"

	"slotmemo/layout/page"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// A painter paints the pages of a book through fpdf. It keeps the state of the
// page, so that nothing is said twice.
type painter struct {
	book     *page.Book
	pictures map[string]*picture.Picture
	fonts    *text.Fonts
	theme    *templates.Theme
	tree     *tree
	used     *fontSet
	marks    *marks

	pdf    *fpdf.Fpdf
	page   int
	height float64
	open   sequence
	state  graphics
	err    error
}

// A sequence is a stretch of marked content.
type sequence struct {
	open     bool
	content  page.Content // 0: artifact
	artifact page.Artifact
}

// graphics is the part of the graphics state that we use.
type graphics struct {
	fill, stroke templates.Role
	width        float64
	round        bool
	dashed       bool
	face         text.Face
	size         float64
}

// marks are the marked-content sequences of each content, and the contents of
// each page by the numbers of its sequences (MCID).
type marks struct {
	of     map[page.Content][]mark
	onPage [][]page.Content
}

type mark struct{ page, id int }

func newPainter(book *page.Book, pictures map[string]*picture.Picture, fonts *text.Fonts, t *tree) *painter {
	return &painter{
		book: book, pictures: pictures, fonts: fonts, tree: t,
		theme: templates.DefaultTheme(), used: newFontSet(),
		marks: &marks{of: map[page.Content][]mark{}, onPage: make([][]page.Content, len(book.Pages))},
	}
}

// paint paints all pages and gives their content streams.
func (p *painter) paint() ([][]byte, error) {
	first := p.book.Pages[0]
	size := fpdf.SizeType{Wd: round(float64(first.Width)), Ht: round(float64(first.Height))}
	p.pdf = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", OrientationStr: "P", Size: size})
	p.pdf.SetCompression(false) // we deflate better
	p.pdf.SetAutoPageBreak(false, 0)
	for i := range p.book.Pages {
		p.paintPage(i)
		if p.err == nil {
			p.err = p.pdf.Error()
		}
		if p.err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, p.err)
		}
	}
	return drawn(p.pdf, len(p.book.Pages))
}

func (p *painter) paintPage(i int) {
	pg := &p.book.Pages[i]
	p.page, p.height, p.open = i, round(float64(pg.Height)), sequence{}
	p.state = graphics{width: -1, face: -1}
	p.pdf.SetLineCapStyle("butt") // fpdf takes these over to the next page
	p.pdf.SetLineJoinStyle("miter")
	p.pdf.SetDashPattern(nil, 0)
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: round(float64(pg.Width)), Ht: p.height})
	for _, item := range pg.Items {
		switch item := item.(type) {
		case *page.Glyphs:
			p.begin(item.Content, item.Artifact)
			p.fill(item.Color)
			p.run(float64(item.X), float64(item.Y), float64(item.Size), item.Angle, item.Glyphs)
		case *page.Stroke:
			p.begin(item.Content, item.Artifact)
			p.line(item.Color, float64(item.Width), nil, false)
			p.pdf.Line(round(float64(item.X1)), round(float64(item.Y1)), round(float64(item.X2)), round(float64(item.Y2)))
		case *page.Fill:
			p.fillRectangle(item)
		case *page.Box:
			p.box(item)
		default:
			panic(fmt.Sprintf("pdf: no rule for %T", item))
		}
	}
	p.end()
}

// begin opens the sequence that the next item belongs to, if it isn't open.
func (p *painter) begin(content page.Content, artifact page.Artifact) {
	if content != 0 {
		artifact = 0
	}
	want := sequence{true, content, artifact}
	if p.open == want {
		return
	}
	p.end()
	p.open = want
	if content == 0 {
		p.pdf.RawWriteStr("/Artifact " + artifactProperties(artifact) + " BDC")
		return
	}
	owner := p.tree.owner[content]
	if owner == nil {
		p.fail(fmt.Errorf("content %d belongs to no structure element", content))
		return
	}
	id := len(p.marks.onPage[p.page])
	p.marks.onPage[p.page] = append(p.marks.onPage[p.page], content)
	p.marks.of[content] = append(p.marks.of[content], mark{p.page, id})
	p.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", owner.Kind, id))
}

func (p *painter) end() {
	if p.open.open {
		p.pdf.RawWriteStr("EMC")
	}
	p.open = sequence{}
}

func (p *painter) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func artifactProperties(a page.Artifact) string {
	switch a {
	case page.Header:
		return "<</Type /Pagination /Subtype /Header /Attached [/Top]>>"
	case page.Footer:
		return "<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>"
	case page.Mark:
		return "<</Type /Pagination /Subtype /Watermark>>"
	case page.Layout, page.Background:
		return "<</Type /Layout>>"
	default:
		panic(fmt.Sprintf("pdf: no rule for artifact %d", a))
	}
}

// fillRectangle paints a tint. A background artifact must say where it is.
func (p *painter) fillRectangle(f *page.Fill) {
	x, y, w, h := round(float64(f.X)), round(float64(f.Y)), round(float64(f.W)), round(float64(f.H))
	if f.Artifact == page.Background {
		p.end()
		p.open = sequence{true, 0, page.Background}
		b := []byte("/Artifact <</Type /Background /BBox [")
		for _, v := range []float64{x, p.height - y - h, x + w, p.height - y} {
			b = append(appendNum(b, v), ' ')
		}
		p.pdf.RawWriteStr(string(append(b, "]>> BDC"...)))
	} else {
		p.begin(0, f.Artifact)
	}
	p.fill(f.Color)
	p.pdf.Rect(x, y, w, h, "F")
	if f.Artifact == page.Background {
		p.end()
	}
}

func (p *painter) fill(role templates.Role) {
	if p.state.fill != role {
		p.state.fill = role
		p.pdf.SetFillColor(p.rgb(role))
	}
}

// line sets the pen.
func (p *painter) line(role templates.Role, width float64, dash []float64, rounded bool) {
	if p.state.stroke != role {
		p.state.stroke = role
		p.pdf.SetDrawColor(p.rgb(role))
	}
	if width = round(width); p.state.width != width {
		p.state.width = width
		p.pdf.SetLineWidth(width)
	}
	if p.state.round != rounded {
		p.state.round = rounded
		style, join := "butt", "miter"
		if rounded {
			style, join = "round", "round"
		}
		p.pdf.SetLineCapStyle(style)
		p.pdf.SetLineJoinStyle(join)
	}
	if len(dash) > 0 || p.state.dashed {
		p.state.dashed = len(dash) > 0
		p.pdf.SetDashPattern(dash, 0)
	}
}

func (p *painter) rgb(role templates.Role) (r, g, b int) {
	fr, fg, fb := p.theme.RGB(role)
	byte8 := func(x float64) int { return int(math.Round(x * 255)) }
	return byte8(fr), byte8(fg), byte8(fb)
}
