package diagram

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
)

func scratchSVG(p *Placed) string {
	var b strings.Builder
	f := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	f(`<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="-2 -2 %g %g" font-family="Source Sans 3" style="background:#fff">`, (float64(p.Width)+4)*2, (float64(p.Height)+4)*2, p.Width+4, p.Height+4)
	f(`<rect x="0" y="0" width="%g" height="%g" fill="none" stroke="#eee" stroke-width=".3"/>`, p.Width, p.Height)
	for _, g := range p.Groups {
		f(`<rect x="%g" y="%g" width="%g" height="%g" rx="6" fill="#f3f5f8"/><text x="%g" y="%g" font-size="8" fill="#56606b">%s</text>`, g.Box.X, g.Box.Y, g.Box.W, g.Box.H, g.TitleAt.X, g.TitleAt.Y, strings.ToUpper(g.Title))
	}
	for _, e := range p.Edges {
		col := "#1f5fa8"
		if e.Sign == document.Minus {
			col = "#a63a1b"
		}
		if e.Faint {
			col = "#7a8490"
		}
		dash := ""
		if e.Weight == document.WeakLine {
			dash = `stroke-dasharray="3 2"`
		}
		c := e.Curve
		f(`<path d="M%g %gC%g %g %g %g %g %g" fill="none" stroke="%s" stroke-width="%g" %s/>`, c[0].X, c[0].Y, c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y, col, Stroke(e.Weight), dash)
		_, w := Head(e.Weight)
		base, tip := vec{float64(c[3].X), float64(c[3].Y)}, vec{float64(e.Tip.X), float64(e.Tip.Y)}
		n := tip.minus(base).unit().left().times(float64(w) / 2)
		f(`<path d="M%g %gL%g %gL%g %gz" fill="%s"/>`, base.x+n.x, base.y+n.y, tip.x, tip.y, base.x-n.x, base.y-n.y, col)
		for _, t := range e.Barriers {
			f(`<path d="M%g %gL%g %g" stroke="%s" stroke-width=".9"/>`, t.From.X, t.From.Y, t.To.X, t.To.Y, col)
		}
	}
	for _, n := range p.Nodes {
		st := ""
		if n.Goal {
			st = `font-weight="600"`
		} else if n.Lever {
			st = `font-style="italic"`
		}
		if n.Faint {
			st += ` fill="#56606b"`
		}
		if os.Getenv("BOX") != "" {
			f(`<rect x="%g" y="%g" width="%g" height="%g" fill="#fff8" stroke="#ccc" stroke-width=".3"/>`, n.Box.X, n.Box.Y, n.Box.W, n.Box.H)
		}
		for _, l := range n.Lines {
			f(`<text x="%g" y="%g" font-size="%g" text-anchor="middle" %s>%s</text>`, l.X, l.Y, n.Size, st, l.Text)
		}
		for _, m := range []*Point{n.Mark, n.Dial} {
			if m != nil {
				f(`<circle cx="%g" cy="%g" r="3.6" fill="#fff" stroke="#8a5a00"/><circle cx="%g" cy="%g" r="1.5"/>`, m.X, m.Y, m.X, m.Y)
			}
		}
		if n.Badge != nil {
			f(`<rect x="%g" y="%g" width="%g" height="%g" fill="#dde"/><text x="%g" y="%g" font-size="8.5" text-anchor="middle">%s</text>`, n.Badge.X, n.Badge.Y, n.Badge.W, n.Badge.H, n.Badge.X+n.Badge.W/2, n.Badge.Y+9, n.Value.Text)
		}
		if n.MoreAt != nil {
			f(`<text x="%g" y="%g" font-size="7.5" fill="#56606b">%s</text>`, n.MoreAt.X, n.MoreAt.Y, MoreText(n.More))
		}
	}
	for _, e := range p.Edges {
		fill, glyph, ink := "#fff", "+", "#1f5fa8"
		if e.Sign == document.Minus {
			fill, glyph, ink = "#a63a1b", "−", "#fff"
		}
		f(`<circle cx="%g" cy="%g" r="3.3" fill="%s" stroke="#1f5fa8" stroke-width=".6"/><text x="%g" y="%g" font-size="7.5" font-weight="600" text-anchor="middle" fill="%s">%s</text>`, e.SignAt.X, e.SignAt.Y, fill, e.SignAt.X, e.SignAt.Y+2.4, ink, glyph)
		if e.CountAt != nil {
			f(`<text x="%g" y="%g" font-size="7.5" text-anchor="middle">%d</text>`, e.CountAt.X, e.CountAt.Y+2.5, e.Count)
		}
	}
	for _, r := range p.Rings {
		f(`<circle cx="%g" cy="%g" r="8" fill="none" stroke="#56606b"/><text x="%g" y="%g" font-size="9" text-anchor="middle">%s%v</text>`, r.Center.X, r.Center.Y, r.Center.X, r.Center.Y+3, r.Letter, map[bool]string{true: "↻", false: "↺"}[r.Clockwise])
		for _, l := range r.Lines {
			f(`<text x="%g" y="%g" font-size="8" text-anchor="middle" font-style="italic">%s</text>`, l.X, l.Y, l.Text)
		}
	}
	for _, k := range p.Key {
		f(`<rect x="%g" y="%g" width="%g" height="%g" fill="#eee"/><text x="%g" y="%g" font-size="8">%s</text>`, k.SampleAt.X, k.SampleAt.Y, k.SampleAt.W, k.SampleAt.H, k.TextAt.X, k.TextAt.Y, k.Text)
	}
	f(`</svg>`)
	return b.String()
}

func TestScratch(t *testing.T) {
	dir := os.Getenv("SCRATCH")
	if dir == "" {
		t.Skip()
	}
	ds := synthetic.Trial()
	if os.Getenv("MAP") != "" {
		for _, d := range ds {
			d.Layout = document.MapLayout
		}
	}
	start := time.Now()
	sum := map[int]*[6]float64{}
	for _, d := range ds {
		var whole *document.Diagram
		if d.Layout == document.MapLayout {
			whole = d
		}
		places, err := Place(t.Context(), text.NewFonts(), whole, []*document.Diagram{d}, Options{Language: "nl", Cache: "-"})
		if err != nil {
			t.Fatal(err)
		}
		q := places.Quality[d.ID]
		n := len(d.Nodes)
		if sum[n] == nil {
			sum[n] = &[6]float64{}
		}
		for i, v := range []float64{float64(q.Crossings), float64(q.OverNodes), float64(q.Clashes), float64(q.Overlaps), q.Size, q.Kept} {
			sum[n][i] += v / 9
		}
		fmt.Printf("%-14s %+v\n", d.ID, q)
		os.WriteFile(filepath.Join(dir, d.ID+".svg"), []byte(scratchSVG(places.Placed[d.ID])), 0o644)
	}
	for _, n := range []int{10, 15, 20, 25} {
		fmt.Printf("n=%d cross %.2f over %.2f clash %.2f overlap %.2f size %.2f kept %.3f\n", n, sum[n][0], sum[n][1], sum[n][2], sum[n][3], sum[n][4], sum[n][5])
	}
	fmt.Println(time.Since(start))
}
