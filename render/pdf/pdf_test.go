package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"slotmemo/internal/document"
	"slotmemo/internal/testenv"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
	"slotmemo/render/pdf"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

var fonts = text.NewFonts()

// A maker sets a small book by hand: what layout/page does, without its art.
type maker struct {
	book    *page.Book
	content page.Content
	y       page.Pt
}

func newMaker() *maker {
	root := &page.Element{Kind: "Document"}
	m := &maker{book: &page.Book{Language: "nl", Title: "Mensenhandel: één beeld", Root: root, Places: map[string]page.Place{}}}
	m.newPage()
	return m
}

func (m *maker) newPage() {
	m.book.Pages = append(m.book.Pages, page.Page{Width: 595.28, Height: 841.89})
	m.y = 60
	p := m.page()
	p.Items = append(p.Items,
		&page.Glyphs{X: 100, Y: 30, Size: 8, Color: templates.Soft, Artifact: page.Header, Glyphs: fonts.Shape(text.Sans, "Kop ")},
		&page.Stroke{X1: 100, Y1: 34, X2: 500, Y2: 34, Width: .4, Color: templates.Rule})
}

func (m *maker) page() *page.Page { return &m.book.Pages[len(m.book.Pages)-1] }

func (m *maker) next() page.Content { m.content++; return m.content }

// line sets words as a content of e.
func (m *maker) line(e *page.Element, face text.Face, size page.Pt, s string) {
	m.y += 1.4 * size
	c := m.next()
	e.Kids = append(e.Kids, page.Kid{Content: c})
	p := m.page()
	p.Items = append(p.Items, &page.Glyphs{X: 100, Y: m.y, Size: size, Color: templates.Ink, Content: c, Glyphs: fonts.Shape(face, s+" ")})
}

func element(parent *page.Element, kind string) *page.Element {
	e := &page.Element{Kind: kind}
	parent.Kids = append(parent.Kids, page.Kid{Element: e})
	return e
}

// sample is a book with one of everything.
func sample() (*page.Book, map[string]*picture.Picture, *document.Document) {
	m := newMaker()
	root := m.book.Root
	m.book.Places["a"] = page.Place{Page: 0, Y: m.y}
	m.line(element(root, "H1"), text.SansBold, 20, "Aanleiding")
	p := element(root, "P")
	m.line(p, text.Serif, 10.5, "Officieren vinden effectief beëindigen (AVA) lastig: €\u00a0100.")
	link := element(p, "Link")
	m.line(link, text.Serif, 10.5, "zie de samenvatting")
	m.page().Links = append(m.page().Links,
		page.LinkArea{X: 100, Y: m.y - 10, W: 90, H: 12, Element: link, Target: "b", Purpose: "Samenvatting, pagina 2"},
		page.LinkArea{X: 100, Y: m.y, W: 50, H: 12, Element: link, Target: "b", Purpose: "Samenvatting, pagina 2"})
	reference := element(p, "Reference")
	m.line(element(reference, "Lbl"), text.Serif, 7, "1")
	english := element(p, "Span")
	english.Language = "en-GB"
	m.line(english, text.SerifItalic, 10.5, "human trafficking")
	note := element(root, "Note")
	note.ID = "note-1"
	m.line(element(note, "Lbl"), text.Serif, 8.5, "1")
	m.line(element(note, "P"), text.Serif, 8.5, "Een voetnoot met √ en → en ½.")
	m.figure(root)
	m.table(root)
	m.newPage()
	m.book.Places["b"] = page.Place{Page: 1, Y: m.y}
	m.line(element(root, "H1"), text.SansBold, 20, "Samenvatting (één)")
	list := element(root, "L")
	list.Numbering = "Disc"
	item := element(list, "LI")
	m.line(element(item, "Lbl"), text.Serif, 10.5, "•")
	m.line(element(item, "LBody"), text.Serif, 10.5, "punt")
	far := element(root, "P")
	outside := element(far, "Link")
	m.line(outside, text.Serif, 10.5, "het rapport")
	m.page().Links = append(m.page().Links, page.LinkArea{X: 100, Y: m.y - 10, W: 90, H: 12, Element: outside, URL: "https://example.org/één pad", Purpose: "Het rapport"})
	m.page().Items = append(m.page().Items,
		&page.Fill{X: 90, Y: 400, W: 300, H: 40, Color: templates.Tint, Artifact: page.Background},
		&page.Glyphs{X: 150, Y: 600, Size: 60, Angle: 45, Color: templates.Watermark, Artifact: page.Mark, Glyphs: fonts.Shape(text.SansBold, "CONCEPT")})
	m.book.Outline = []page.Bookmark{{Title: "Aanleiding", Target: "a", Level: 1}, {Title: "Onder", Target: "a", Level: 2}, {Title: "Samenvatting (één)", Target: "b", Level: 1}}
	doc := &document.Document{Language: "nl", Title: m.book.Title, Meta: document.Meta{Date: "2018-09-06", Description: "Een memo & meer", Keywords: []string{"systeem", "memo"}, Author: "A. Persoon"}}
	return m.book, map[string]*picture.Picture{"fig-map": samplePicture()}, doc
}

func (m *maker) figure(root *page.Element) {
	div := element(root, "Div")
	fig := element(div, "Figure")
	fig.Alt, fig.Placement = "Pakkans remt handel. Zie tabel 1.", true
	fig.BBox = [4]page.Pt{100, m.y + 10, 200, 100}
	c := m.next()
	fig.Kids = []page.Kid{{Content: c}}
	m.page().Items = append(m.page().Items, &page.Box{Figure: "fig-map", X: 100, Y: m.y + 10, W: 200, H: 100, Scale: 1, Content: c})
	m.y += 110
	m.line(element(div, "Caption"), text.SansBold, 9, "Figuur 1 De pakkans.")
}

func (m *maker) table(root *page.Element) {
	table := element(root, "Table")
	m.line(element(element(table, "Caption"), "P"), text.Sans, 9, "Tabel 1")
	head := element(element(table, "THead"), "TR")
	body := element(element(table, "TBody"), "TR")
	for _, s := range []string{"Van", "Naar"} {
		th := element(head, "TH")
		th.Scope = "Column"
		m.line(element(th, "P"), text.SansBold, 9, s)
		m.line(element(element(body, "TD"), "P"), text.Sans, 9, s+" dit")
	}
}

func samplePicture() *picture.Picture {
	return &picture.Picture{ID: "fig-map", Width: 200, Height: 100, Shapes: []picture.Shape{
		&picture.Path{Segments: []picture.Segment{
			{Op: picture.Move, Points: [3]picture.Point{{X: 20, Y: 20}}},
			{Op: picture.Curve, Points: [3]picture.Point{{X: 60, Y: 80}, {X: 120, Y: 80}, {X: 150, Y: 20}}},
		}, Stroke: templates.Minus, Width: 1.8, Dash: []picture.Pt{4, 2}, Round: true},
		&picture.Group{Kind: "node", ID: "b", Label: "informatiedeling, niet-financieel", Shapes: []picture.Shape{
			&picture.Text{X: 90, Y: 50, Anchor: picture.Middle, Face: text.Sans, Size: 9, Color: templates.Ink, Value: "informatie-"},
			&picture.Text{X: 90, Y: 60, Anchor: picture.Middle, Face: text.Sans, Size: 9, Color: templates.Ink, Value: "deling, niet-"},
			&picture.Text{X: 90, Y: 70, Anchor: picture.Middle, Face: text.Sans, Size: 9, Color: templates.Ink, Value: "financieel"},
		}},
		&picture.Group{Kind: "node", ID: "a", Shapes: []picture.Shape{
			&picture.Text{X: 20, Y: 15, Anchor: picture.Middle, Face: text.Sans, Size: 9, Color: templates.Ink, Value: "pakkans"},
			&picture.Text{X: 180, Y: 15, Anchor: picture.End, Face: text.SansItalic, Size: 9, Color: templates.Intervention, Value: "mensenhandel"},
		}},
	}}
}

func write(t testing.TB, o pdf.Options) []byte {
	t.Helper()
	book, pictures, doc := sample()
	var b bytes.Buffer
	if err := o.Write(&b, book, pictures, doc, fonts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs an outside program on a PDF; without it the test skips.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	testenv.NeedsTool(t, name)
	path := filepath.Join(t.TempDir(), "memo.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func TestOutsideReadersAreContent(t *testing.T) {
	file := write(t, pdf.Options{})
	t.Run("qpdf", func(t *testing.T) {
		if out := tool(t, file, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Error(out)
		}
	})
	t.Run("pdffonts", func(t *testing.T) {
		out := tool(t, file, "pdffonts", "FILE")
		for _, line := range strings.Split(strings.TrimSpace(out), "\n")[2:] {
			if !strings.Contains(line, "yes yes yes") || !strings.Contains(line, "+Source") {
				t.Error(line)
			}
		}
	})
	t.Run("pdftotext", func(t *testing.T) {
		out := tool(t, file, "pdftotext", "-layout", "FILE", "-")
		for _, want := range []string{"Officieren vinden effectief beëindigen (AVA) lastig: € 100.", "√ en → en ½", "mensenhandel", "pakkans"} {
			if !strings.Contains(out, want) {
				t.Errorf("no %q in %s", want, out)
			}
		}
	})
	t.Run("pdfinfo", func(t *testing.T) {
		golden(t, "structure.txt", tool(t, file, "pdfinfo", "-struct-text", "FILE"))
	})
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("SLOTMEMO_UPDATE") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

func TestSameBytes(t *testing.T) {
	first := write(t, pdf.Options{})
	cores := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(cores)
	for n := 1; n <= 4; n++ {
		runtime.GOMAXPROCS(n)
		if !bytes.Equal(first, write(t, pdf.Options{})) {
			t.Fatalf("on %d cores the file is another", n)
		}
	}
}

func TestClaimsAndDates(t *testing.T) {
	for _, c := range []struct {
		name     string
		options  pdf.Options
		has, not []string
	}{
		{"all", pdf.Options{}, []string{"<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "2018-09-06T00:00:00Z", "Een memo &amp; meer"}, []string{"Persoon"}},
		{"no UA", pdf.Options{WithoutUA: true}, []string{"<pdfaid:part>2<"}, []string{"<pdfuaid:part>"}},
		{"no A", pdf.Options{WithoutA: true}, []string{"<pdfuaid:part>1<"}, []string{"<pdfaid:part>"}},
		{"date", pdf.Options{Date: time.Unix(1e9, 0)}, []string{"2001-09-09T01:46:40Z"}, []string{"2018"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := string(write(t, c.options))
			for _, s := range c.has {
				if !strings.Contains(file, s) {
					t.Errorf("no %q", s)
				}
			}
			for _, s := range c.not {
				if strings.Contains(file, s) {
					t.Errorf("%q", s)
				}
			}
		})
	}
}

func TestFaultyBooksAreRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*page.Book, map[string]*picture.Picture)
		want  string
	}{
		{"no pages", func(b *page.Book, _ map[string]*picture.Picture) { b.Pages = nil }, "without pages"},
		{"loose content", func(b *page.Book, _ map[string]*picture.Picture) {
			b.Pages[0].Items = append(b.Pages[0].Items, &page.Glyphs{Content: 999, Color: templates.Ink})
		}, "content 999 belongs to no"},
		{"content twice", func(b *page.Book, _ map[string]*picture.Picture) {
			element(b.Root, "P").Kids = []page.Kid{{Content: 1}}
		}, "content 1 belongs to a"},
		{"no picture", func(_ *page.Book, p map[string]*picture.Picture) { clear(p) }, "no picture for figure fig-map"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, pictures, doc := sample()
			c.spoil(book, pictures)
			err := pdf.Write(&bytes.Buffer{}, book, pictures, doc, fonts)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, pages := range []int{40, 400} {
		b.Run(fmt.Sprint(pages, " pages"), func(b *testing.B) {
			m := newMaker()
			for range pages - 1 {
				for range 40 {
					m.line(element(m.book.Root, "P"), text.Serif, 10.5, "De pakkans hangt af van de capaciteit van de opsporing en van de bereidheid")
				}
				m.newPage()
			}
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				if err := pdf.Write(&out, m.book, nil, &document.Document{}, fonts); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(out.Len())/1000, "kB")
			}
		})
	}
}
