package pdf

import (
	"math"
	"strconv"

	"slotmemo/layout/text"
)

// run paints glyphs on a baseline. x and y are on the page, in points.
func (p *painter) run(x, y, size, angle float64, glyphs []text.Glyph) {
	if len(glyphs) == 0 {
		return
	}
	w := runWriter{p: p, size: round(size)}
	w.b = append(w.b, "BT "...)
	at := func(b []byte) []byte {
		b = append(appendNum(b, x), ' ')
		return appendNum(b, p.height-round(y))
	}
	if angle == 0 {
		w.b = append(at(w.b), " Td "...)
	} else {
		sin, cos := math.Sincos(angle * math.Pi / 180)
		for _, v := range []float64{cos, sin, -sin, cos} {
			w.b = append(strconv.AppendFloat(w.b, math.Round(v*1e4)/1e4, 'f', -1, 64), ' ')
		}
		w.b = append(at(w.b), " Tm "...)
	}
	for i := 0; i < len(glyphs); {
		n := clusterLength(glyphs[i:])
		w.cluster(glyphs[i : i+n])
		i += n
	}
	w.closeArray()
	if w.rise != 0 {
		w.b = append(w.b, "0 Ts "...)
	}
	w.b = append(w.b, "ET"...)
	p.pdf.RawWriteStr(string(w.b))
}

// clusterLength counts the glyphs that stand for one piece of text.
func clusterLength(glyphs []text.Glyph) int {
	n := 1
	for n < len(glyphs) && glyphs[n].Text == "" {
		n++
	}
	return n
}

// A runWriter writes the operators that show a run. It follows the pen of the
// run and the pen of a reader, and corrects the second by the first.
type runWriter struct {
	p              *painter
	b              []byte
	size           float64 // points
	rise           float64 // points
	pen, reader    float64 // 1/1000 em from the start
	array, literal bool    // what is open: [ and (
}

// cluster shows the glyphs of one piece of text. Where they are several, each
// alone can't say what it stands for, so all together do.
func (w *runWriter) cluster(glyphs []text.Glyph) {
	if len(glyphs) == 1 {
		w.glyph(glyphs[0])
		return
	}
	w.closeArray()
	w.b = append(w.b, "/Span <</ActualText "...)
	w.b = append(append(w.b, textString(glyphs[0].Text)...), ">> BDC "...)
	for _, g := range glyphs {
		w.glyph(g)
	}
	w.closeArray()
	w.b = append(w.b, "EMC "...)
}

func (w *runWriter) glyph(g text.Glyph) {
	f := w.p.used.font(g.Face)
	if w.p.state.face != g.Face || w.p.state.size != w.size {
		w.closeArray()
		w.p.state.face, w.p.state.size = g.Face, w.size
		w.b = append(append(append(w.b, '/'), f.resource...), ' ')
		w.b = append(appendNum(w.b, w.size), " Tf "...)
	}
	if rise := round(g.DY * w.size / 1000); rise != w.rise {
		w.closeArray()
		w.rise = rise
		w.b = append(appendNum(w.b, rise), " Ts "...)
	}
	code, width := f.code(g)
	w.moveTo(w.pen + g.DX)
	if !w.literal {
		w.openArray()
		w.b = append(w.b, '(')
		w.literal = true
	}
	w.b = appendEscaped(w.b, byte(code>>8))
	w.b = appendEscaped(w.b, byte(code))
	w.reader += width
	w.pen += g.Advance
}

// moveTo takes the reader's pen to where the run wants it. A number in the
// array moves it to the left. Steps below 0.05/1000 em are left to add up.
func (w *runWriter) moveTo(x float64) {
	step := math.Round(math.Round((x-w.reader)*1e5)/1e4) / 10
	if step == 0 {
		return
	}
	w.openArray()
	if w.literal {
		w.b = append(w.b, ')')
		w.literal = false
	}
	w.b = strconv.AppendFloat(w.b, -step, 'f', -1, 64)
	w.reader += step
}

func (w *runWriter) openArray() {
	if !w.array {
		w.b = append(w.b, '[')
		w.array = true
	}
}

func (w *runWriter) closeArray() {
	if w.literal {
		w.b = append(w.b, ')')
	}
	if w.array {
		w.b = append(w.b, "] TJ "...)
	}
	w.array, w.literal = false, false
}

// appendEscaped writes a byte in a literal string. A carriage return would be
// read as a line feed.
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	default:
		return append(b, c)
	}
}
