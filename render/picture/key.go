package picture

import (
	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// drawKey draws the samples of the cues that occur with their words.
func drawKey(items []diagram.KeyItem) *Group {
	out := &Group{Kind: "key"}
	for _, k := range items {
		g := &Group{Kind: "cue", Label: k.Text}
		g.say("cue", cueNames[k.Cue])
		g.add(sample(k.Cue, k.SampleAt)...)
		g.add(label(k.TextAt.X, k.TextAt.Y, Start, text.Sans, diagram.KeySize, templates.Soft, k.Text))
		out.add(g)
	}
	return out
}

var cueNames = [...]string{
	document.CuePlus: "plus", document.CueMinus: "minus", document.CueUnknownSign: "unknown-sign",
	document.CueWeak: "weak", document.CueAverage: "average", document.CueStrong: "strong",
	document.CueVeryStrong: "very-strong", document.CueBarrierHalf: "very-high", document.CueBarrierOne: "high",
	document.CueBarrierOneHalf: "average-speed", document.CueBarrierTwo: "low", document.CueGoal: "goal",
	document.CueLever: "lever", document.CueFaint: "faint", document.CueMore: "more",
	document.CueReinforcing: "reinforcing", document.CueBalancing: "balancing",
	document.CueUndetermined: "undetermined", document.CueRise: "rise", document.CueFall: "fall",
	document.CueTrack1: "track1", document.CueTrack2: "track2", document.CueTrack3: "track3",
	document.CueNew: "new", document.CueGone: "gone", document.CueChanged: "changed", document.CueCount: "count",
	document.CueUnknownStrength: "unknown-strength", document.CueUnknownSpeed: "unknown-speed",
}

// sample draws one cue as it looks in the picture. What is about lines is drawn
// in ink: the colour is that of the sign, and this entry isn't about the sign.
func sample(c document.Cue, r diagram.Rect) []Shape {
	mid := Point{r.X + r.W/2, r.Y + r.H/2}
	switch c {
	case document.CuePlus:
		return signDisc(mid, document.Plus, templates.Plus)
	case document.CueMinus:
		return signDisc(mid, document.Minus, templates.Minus)
	case document.CueUnknownSign:
		return signDisc(mid, document.UnknownSign, templates.Ink)
	case document.CueUnknownStrength:
		return arrowSample(r, document.UnknownLine, 0, false)
	case document.CueUnknownSpeed:
		return arrowSample(r, document.AverageLine, 0, false)
	case document.CueWeak:
		return arrowSample(r, document.WeakLine, 0, false)
	case document.CueAverage:
		return arrowSample(r, document.AverageLine, 0, false)
	case document.CueStrong:
		return arrowSample(r, document.StrongLine, 0, false)
	case document.CueVeryStrong:
		return arrowSample(r, document.VeryStrongLine, 0, false)
	case document.CueBarrierHalf:
		return arrowSample(r, document.AverageLine, 0.5, false)
	case document.CueBarrierOne:
		return arrowSample(r, document.AverageLine, 1, false)
	case document.CueBarrierOneHalf:
		return arrowSample(r, document.AverageLine, 1.5, false)
	case document.CueBarrierTwo:
		return arrowSample(r, document.AverageLine, 2, false)
	case document.CueGoal:
		return bullsEye(mid, 1)
	case document.CueLever:
		return dial(mid, 1)
	case document.CueFaint:
		return arrowSample(r, document.AverageLine, 0, true)
	case document.CueMore:
		return []Shape{label(r.X, mid.Y+diagram.MoreSize*0.335, Start, text.Sans, diagram.MoreSize, templates.Soft, diagram.MoreText(3))}
	case document.CueReinforcing:
		return ringMark(mid, 5.5, "R", true)
	case document.CueBalancing:
		return ringMark(mid, 5.5, "B", true)
	case document.CueUndetermined:
		return ringMark(mid, 5.5, "?", true)
	case document.CueRise:
		return drawBadge(document.Value{Text: "+", Points: 24}, r, 1)
	case document.CueFall:
		return drawBadge(document.Value{Text: "\u2212", Points: -24}, r, 1)
	case document.CueTrack1, document.CueTrack2, document.CueTrack3:
		band := stroke(Point{r.X + 2, mid.Y}, Point{r.X + r.W - 2, mid.Y}, templates.Rule, 5.8)
		line := stroke(Point{r.X, mid.Y}, Point{r.X + r.W, mid.Y}, templates.Ink, 0.8)
		return append([]Shape{band, line}, trackTag(mid, []int{int(c-document.CueTrack1) + 1})...)
	case document.CueNew, document.CueChanged, document.CueGone:
		return changeSample(c, r)
	case document.CueCount:
		return countPatch(mid, 5)
	}
	return nil
}

func arrowSample(r diagram.Rect, w document.Weight, barriers float64, faint bool) []Shape {
	role := templates.Ink
	if faint {
		role = templates.Faint
	}
	length, width := diagram.Head(w)
	y := r.Y + r.H/2
	base, tip := Point{r.X + r.W - length, y}, Point{r.X + r.W, y}
	l := lookOf(document.Edge{Weight: w})
	line := stroke(Point{r.X, y}, base, role, l.width)
	line.Dash, line.Round = l.dash, l.dots
	shapes := []Shape{line, head(base, tip, width, role)}
	for x := base.X - 2.6; barriers > 0; barriers, x = barriers-1, x-2.5 {
		from := y + diagram.BarrierLen/2
		if barriers < 1 { // on one side of the line only
			from = y
		}
		shapes = append(shapes, stroke(Point{x, y - diagram.BarrierLen/2}, Point{x, from}, role, barrierWidth))
	}
	return shapes
}

func changeSample(c document.Cue, r diagram.Rect) []Shape {
	y := r.Y + r.H/2
	curve := []diagram.Point{
		{X: r.X, Y: y}, {X: r.X + r.W/3, Y: y}, {X: r.X + r.W*2/3, Y: y}, {X: r.X + r.W, Y: y},
	}
	change := document.New
	switch c {
	case document.CueChanged:
		change = document.Changed
	case document.CueGone:
		change = document.Gone
	}
	e := diagram.Edge{Edge: document.Edge{Weight: document.AverageLine, Change: change}, Curve: curve}
	shapes := append(casing(e), stroke(point(curve[0]), point(curve[3]), templates.Ink, 0.8))
	if change == document.Gone {
		shapes = append(shapes, cross(along(curve, 0.5))...)
	}
	return shapes
}
