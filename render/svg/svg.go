// Package svg writes a picture as SVG, in two dresses: inline for a page that
// brings fonts and colours along, and as a file that stands on its own.
//
// Colours are classes ("f-ink" fills with ink, "s-plus" strokes with plus), whose
// rules take them from custom properties: so a picture turns dark with its page,
// and carries no style attribute, which a strict content policy would refuse.
// Foreign text crosses the border through escape alone.
package svg

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// Options of an inline picture.
type Options struct {
	// Root are attributes of the svg element, written as they are:
	// ` role="img" aria-label="…"`. What is foreign in them must be escaped.
	Root string
	// Inside is written right after the opening tag, as it is: a description.
	Inside string
	// Attributes gives more attributes for a group, written as they are; nil: none.
	Attributes func(*picture.Group) string
	// Measure, if set, fixes the width of each text, for readers that lack the face.
	Measure *text.Fonts
}

// Inline writes a picture for a page that has the rules of Rules. Its size is
// given in px, 4/3 of a point.
func Inline(p *picture.Picture, o Options) string {
	w := &writer{o: o}
	w.printf(`<svg%s class="drawing" viewBox="0 0 %s %s" width="%s" height="%s">`+"\n", o.Root,
		num(p.Width), num(p.Height), num(p.Width*4/3), num(p.Height*4/3))
	w.b.WriteString(o.Inside)
	w.shapes(p.Shapes)
	w.printf("</svg>\n")
	return w.b.String()
}

// Rules gives the rules that inline pictures need. The page defines a custom
// property for each role of the theme ("--ink"), and --sans.
func Rules() string {
	return shape("var(--sans)") + paint(func(role string) string { return "var(--" + role + ")" })
}

func shape(faces string) string {
	return ".drawing{fill:none;overflow:visible}\n" +
		".drawing text{font-family:" + faces + ";white-space:pre;font-kerning:normal}\n" +
		".drawing .b{font-weight:600}\n.drawing .i{font-style:italic}\n"
}

// paint gives the rules of all roles.
func paint(colour func(role string) string) string {
	var b strings.Builder
	for _, role := range roles() {
		c := colour(role)
		fmt.Fprintf(&b, ".f-%s{fill:%s}.s-%s{stroke:%s}\n", role, c, role, c)
	}
	return b.String()
}

// roles gives the roles of the theme in the order of their names.
func roles() []string {
	var names []string
	for role := range templates.DefaultTheme().Light {
		names = append(names, string(role))
	}
	slices.Sort(names)
	return names
}

// Words are what a picture on its own says to those who don't see it.
type Words struct {
	Language    string // "nl" or "en"
	Title, Desc string
}

// Write writes a picture as a file of its own. Other faces than ours may stand
// in for them; each text keeps the width that was measured.
func Write(out io.Writer, p *picture.Picture, words Words, fonts *text.Fonts) error {
	w := &writer{o: Options{Measure: fonts}}
	w.printf(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="%s" lang="%s" role="img" aria-labelledby="title desc" class="drawing" viewBox="0 0 %s %s" width="%spt" height="%spt">`+"\n",
		escape(words.Language), escape(words.Language), num(p.Width), num(p.Height), num(p.Width), num(p.Height))
	w.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(words.Title), escape(words.Desc))
	w.printf("<style>\n%s</style>\n", ownRules())
	w.printf(`<rect class="f-paper" width="%s" height="%s"/>`+"\n", num(p.Width), num(p.Height))
	w.shapes(p.Shapes)
	w.printf("</svg>\n")
	_, err := io.WriteString(out, w.b.String())
	return err
}

// ownRules gives the rules of a picture on its own, light and dark. Programs that
// draw SVG outside a browser know no custom properties, so the colours are
// written out.
func ownRules() string {
	theme := templates.DefaultTheme()
	of := func(colours map[templates.Role]string) string {
		return paint(func(role string) string { return colours[templates.Role(role)] })
	}
	return shape("'Source Sans 3','Source Sans Pro','Fira Sans',Calibri,Arial,sans-serif") + of(theme.Light) +
		"@media screen and (prefers-color-scheme:dark){\n" + of(theme.Dark) + "}\n"
}

// A writer writes shapes. It can't fail: it writes into memory.
type writer struct {
	o Options
	b strings.Builder
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.b, format, args...) }

func (w *writer) shapes(shapes []picture.Shape) {
	for _, s := range shapes {
		switch s := s.(type) {
		case *picture.Path:
			w.path(s)
		case *picture.Text:
			w.text(s)
		case *picture.Group:
			w.group(s)
		default:
			panic(fmt.Sprintf("svg: no rule for %T", s))
		}
	}
}

func (w *writer) group(g *picture.Group) {
	w.printf(`<g class="%s"`, escape(g.Kind))
	if g.ID != "" {
		w.printf(` data-id="%s"`, escape(g.ID))
	}
	for _, d := range g.Data {
		w.printf(` data-%s="%s"`, escape(d.Name), escape(d.Value))
	}
	if w.o.Attributes != nil {
		w.b.WriteString(w.o.Attributes(g))
	}
	w.printf(">")
	if g.Label != "" && g.Kind != "cue" {
		w.printf("<title>%s</title>", escape(g.Label))
	}
	w.printf("\n")
	w.shapes(g.Shapes)
	w.printf("</g>\n")
}

func (w *writer) path(p *picture.Path) {
	if len(p.Segments) == 0 {
		return
	}
	var classes []string
	if p.Fill != templates.None {
		classes = append(classes, "f-"+string(p.Fill))
	}
	if p.Stroke != templates.None {
		classes = append(classes, "s-"+string(p.Stroke))
	}
	w.printf(`<path class="%s" d="%s"`, strings.Join(classes, " "), data(p.Segments))
	if p.Stroke != templates.None {
		w.printf(` stroke-width="%s"`, num(p.Width))
		if len(p.Dash) > 0 {
			var dash []string
			for _, d := range p.Dash {
				dash = append(dash, num(d))
			}
			w.printf(` stroke-dasharray="%s"`, strings.Join(dash, " "))
		}
		if p.Round {
			w.printf(` stroke-linecap="round" stroke-linejoin="round"`)
		}
	}
	w.printf("/>\n")
}

func data(segments []picture.Segment) string {
	var b strings.Builder
	pair := func(p picture.Point) { b.WriteString(num(p.X) + " " + num(p.Y)) }
	for _, s := range segments {
		switch s.Op {
		case picture.Move:
			b.WriteByte('M')
			pair(s.Points[0])
		case picture.Line:
			b.WriteByte('L')
			pair(s.Points[0])
		case picture.Curve:
			for i, p := range s.Points {
				b.WriteByte("C  "[i])
				pair(p)
			}
		case picture.Close:
			b.WriteByte('Z')
		default:
			panic(fmt.Sprintf("svg: no rule for segment %d", s.Op))
		}
	}
	return b.String()
}

func (w *writer) text(t *picture.Text) {
	classes := "f-" + string(t.Color)
	switch t.Face {
	case text.SansBold, text.SerifBold:
		classes += " b"
	case text.SansItalic, text.SerifItalic:
		classes += " i"
	}
	w.printf(`<text class="%s" x="%s" y="%s" font-size="%s"`, classes, num(t.X), num(t.Y), num(t.Size))
	switch t.Anchor {
	case picture.Middle:
		w.printf(` text-anchor="middle"`)
	case picture.End:
		w.printf(` text-anchor="end"`)
	}
	if t.Turn != 0 {
		w.printf(` transform="rotate(%s %s %s)"`, num(picture.Pt(-t.Turn)), num(t.X), num(t.Y))
	}
	if t.Space > 0 {
		w.printf(` letter-spacing="%s"`, num(t.Space))
	}
	if w.o.Measure != nil && len(t.Value) > 1 && t.Space == 0 {
		w.printf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, num(w.o.Measure.Width(t.Face, t.Size, t.Value)))
	}
	w.printf(">%s</text>\n", escape(t.Value))
}

// num writes a length with two decimals at most: finer than any printer.
func num(v picture.Pt) string {
	s := strconv.FormatFloat(float64(v), 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// escape makes text safe in an element and in an attribute in double quotes. It
// drops what XML forbids and the controls that turn the direction of writing.
func escape(s string) string { return entities.Replace(strings.Map(clean, s)) }

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func clean(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return ' '
	case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069,
		r == 0x200e, r == 0x200f, r == 0x061c, r == 0xfeff, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return -1
	}
	return r
}
