package svg_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
)

// A mark is a shape of an SVG as a reader without colours sees it.
type mark struct {
	text     string
	dark     bool // painted with anything but paper or tint
	filled   bool
	width    float64
	dash     string
	points   []float64
	curved   bool
	stroke   string // role, to leave highlighters aside
	fontSize float64
}

// An element is a group of an SVG with its marks.
type element struct {
	kind, id string
	data     map[string]string
	title    string
	marks    []mark
}

// readSVG reads the groups of an SVG with an ordinary XML reader. It fails on
// what isn't well-formed.
func readSVG(t *testing.T, s string) []element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(s))
	var out []element
	var open []int
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			at := attributes(token)
			switch token.Name.Local {
			case "g":
				open = append(open, len(out))
				out = append(out, element{kind: at["class"], id: at["data-id"], data: at})
			case "path", "text":
				if len(open) > 0 {
					e := &out[open[len(open)-1]]
					e.marks = append(e.marks, markOf(at))
				}
			case "title":
				if len(open) > 0 {
					out[open[len(open)-1]].title = content(t, d)
				}
			}
			if token.Name.Local == "text" && len(open) > 0 {
				e := &out[open[len(open)-1]]
				e.marks[len(e.marks)-1].text = content(t, d)
			}
		case xml.EndElement:
			if token.Name.Local == "g" {
				open = open[:len(open)-1]
			}
		}
	}
}

// content reads the characters of the element that was just opened, to its end.
func content(t *testing.T, d *xml.Decoder) string {
	t.Helper()
	var b strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.EndElement:
			return b.String()
		}
	}
}

func attributes(e xml.StartElement) map[string]string {
	m := map[string]string{}
	for _, a := range e.Attr {
		m[a.Name.Local] = a.Value
	}
	return m
}

func markOf(at map[string]string) mark {
	m := mark{dash: at["stroke-dasharray"]}
	m.width, _ = strconv.ParseFloat(at["stroke-width"], 64)
	m.fontSize, _ = strconv.ParseFloat(at["font-size"], 64)
	for _, class := range strings.Fields(at["class"]) {
		if role, ok := strings.CutPrefix(class, "f-"); ok {
			m.filled, m.dark = true, role != "paper" && role != "tint"
		}
		if role, ok := strings.CutPrefix(class, "s-"); ok {
			m.stroke = role
		}
	}
	m.curved = strings.Contains(at["d"], "C")
	for _, f := range strings.FieldsFunc(at["d"], func(r rune) bool { return strings.ContainsRune("MLCZ ", r) }) {
		v, _ := strconv.ParseFloat(f, 64)
		m.points = append(m.points, v)
	}
	return m
}

// A reading is what the marks of an edge say, by notation alone.
type reading struct{ sign, strength, speed string }

// readEdge reads an arrow: no data attribute and no colour is looked at, but for
// rims and highlighters behind it, which a reader tells apart by their place.
func readEdge(e element) reading {
	var r reading
	barriers := 0.0
	line := mark{}
	for _, m := range e.marks {
		switch {
		case m.stroke != "" && m.curved && !m.filled && m.stroke != "rule" && m.stroke != "paper":
			line = m // the line comes after the rims behind it
		case m.stroke != "" && len(m.points) == 4 && !m.filled && math.Abs(m.width-1) < 0.01:
			length := math.Hypot(m.points[2]-m.points[0], m.points[3]-m.points[1])
			if length > 4 {
				barriers++
			} else {
				barriers += 0.5
			}
		}
	}
	r.speed = map[float64]string{0: "unknown", 0.5: "very-high", 1: "high", 1.5: "average", 2: "low"}[barriers]
	r.strength = strengthOf(line)
	r.sign = signOf(e.marks)
	return r
}

// signOf reads the glyph on the disc: a cross on a light one, a bar on a dark one.
func signOf(marks []mark) string {
	disc, bars := mark{}, 0
	for _, m := range marks {
		switch {
		case m.filled && m.curved && m.stroke != "":
			disc = m
		case m.text == "?" && !disc.dark:
			return "unknown"
		case len(m.points) == 4 && m.width == 1.1:
			bars++
		}
	}
	switch {
	case bars == 2 && !disc.dark:
		return "plus"
	case bars == 1 && disc.dark:
		return "minus"
	}
	return ""
}

func strengthOf(line mark) string {
	switch {
	case line.dash != "" && strings.HasPrefix(line.dash, "0 "):
		return "unknown"
	case line.dash != "":
		return "weak"
	case line.width < 1.2:
		return "average"
	case line.width < 2.2:
		return "strong"
	}
	return "very-strong"
}
