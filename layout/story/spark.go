package story

import (
	"math"

	"slotmemo/internal/document"
	"slotmemo/templates"
)

// Size of a small line of an effect.
const (
	sparkWidth  Pt = 40
	sparkHeight Pt = 28
	sparkDot    Pt = 1.9
	sparkSteps     = 25 // more than the eye follows on 40 points
)

// A sparkScale is the one scale of all small lines of a drawing.
type sparkScale struct{ low, high float64 }

func scaleOf(sparks []document.Spark) sparkScale {
	var c sparkScale
	for _, s := range sparks {
		for _, v := range s.Points {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				c.low, c.high = min(c.low, v), max(c.high, v)
			}
		}
	}
	return c
}

// zero gives how far the line of zero lies below the top of a spark.
func (c sparkScale) zero(height Pt) Pt {
	if c.high == c.low {
		return height / 2
	}
	return height * Pt(c.high/(c.high-c.low))
}

func (c sparkScale) y(v float64, height Pt) Pt {
	if c.high == c.low {
		return height / 2
	}
	return height * Pt((c.high-v)/(c.high-c.low))
}

// spark sets a small line with the line of zero; nothing if nothing is known.
func spark(points []float64, c sparkScale, x, top, width, height Pt) []Shape {
	line := &Line{Color: templates.Ink, Width: 1.2, Round: true}
	n := len(points)
	for k := range min(n, sparkSteps+1) {
		i := k
		if n > sparkSteps+1 {
			i = k * (n - 1) / sparkSteps
		}
		if v := points[i]; !math.IsNaN(v) && !math.IsInf(v, 0) {
			line.Points = append(line.Points, Point{X: x + width*Pt(i)/Pt(max(1, n-1)), Y: top + c.y(v, height)})
		}
	}
	if len(line.Points) < 2 {
		return nil
	}
	return []Shape{
		rule(x, x+width, top+c.zero(height)), line,
		&Mark{Kind: Dot, At: line.Points[len(line.Points)-1], Radius: sparkDot, Color: templates.Ink},
	}
}
