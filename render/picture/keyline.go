package picture

import (
	"fmt"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/mark"
	"slotmemo/layout/text"
	"slotmemo/templates"
)

// keyLine draws a key of one line whose top left corner is at.
func keyLine(items []mark.KeyItem, at Point) *Group {
	out := &Group{Kind: "key"}
	for _, k := range items {
		g := &Group{Kind: "cue", Label: k.Text}
		g.say("cue", cueName(k.Cue))
		g.add(keySample(k, at)...)
		g.add(label(at.X+k.At.X, at.Y+k.At.Y, Start, text.Sans, mark.KeySize, templates.Soft, k.Text))
		out.add(g)
	}
	return out
}

var storyCueNames = map[document.Cue]string{
	document.CueOthers: "others", document.CueUpward: "up", document.CueDownward: "down",
	document.CueCloser: "closer", document.CueFarther: "farther", document.CueTravels: "travels",
	document.CueRising: "rising", document.CueFalling: "falling", document.CueOwnChip: "own",
	document.CuePartnerChip: "partner", document.CueEffectLine: "effect", document.CueBefore: "before",
	document.CueAfter: "after", document.CueDropped: "dropped", document.CueFixed: "fixed",
	document.CueLoose: "loose", document.CueIdentity: "identity", document.CueSigned: "signed", document.CueWhisker: "whisker",
}

var cueNames = [...]string{
	document.CuePlus: "plus", document.CueMinus: "minus", document.CueUnknownSign: "unknown-sign",
	document.CueWeak: "weak", document.CueAverage: "average", document.CueStrong: "strong",
	document.CueVeryStrong: "very-strong", document.CueBarrierHalf: "very-high", document.CueBarrierOne: "high",
	document.CueBarrierOneHalf: "average-speed", document.CueBarrierTwo: "low", document.CueGoal: "goal",
	document.CueLever:       "lever",
	document.CueReinforcing: "reinforcing", document.CueBalancing: "balancing",
	document.CueUndetermined: "undetermined",
	document.CueNew:          "new", document.CueGone: "gone", document.CueChanged: "changed", document.CueCount: "count",
	document.CueUnknownStrength: "unknown-strength", document.CueUnknownSpeed: "unknown-speed",
	document.CueThin: "thin",
}

func cueName(c document.Cue) string {
	if name, ok := storyCueNames[c]; ok {
		return name
	}
	return cueNames[c]
}

// keySample draws one cue as it looks in the picture. What is about lines is
// drawn in ink: the colour is that of the sign, and this entry isn't about that.
func keySample(k mark.KeyItem, at Point) []Shape {
	left, right, y := at.X+k.Box.X, at.X+k.Box.X+k.Box.W, at.Y+k.Box.Y+k.Box.H/2
	mid := Point{(left + right) / 2, y}
	switch k.Cue {
	case document.CuePlus:
		return sign(mid, document.Plus)
	case document.CueMinus:
		return sign(mid, document.Minus)
	case document.CueUnknownSign:
		return sign(mid, document.UnknownSign)
	case document.CueWeak, document.CueAverage, document.CueStrong, document.CueVeryStrong:
		return keyArrow(left, right, y, document.WeakLine+document.Weight(k.Cue-document.CueWeak), 0)
	case document.CueUnknownStrength:
		return keyArrow(left, right, y, document.UnknownLine, 0)
	case document.CueUnknownSpeed:
		return keyArrow(left, right, y, document.AverageLine, 0)
	case document.CueBarrierHalf, document.CueBarrierOne, document.CueBarrierOneHalf, document.CueBarrierTwo:
		return keyArrow(left, right, y, document.AverageLine, float64(k.Cue-document.CueBarrierHalf+1)/2)
	case document.CueThin:
		return []Shape{
			stroke(Point{left, y}, Point{right - 4.2, y}, templates.Faint, 0.5),
			head(Point{right - 4.2, y}, Point{right, y}, 2.8, templates.Faint),
		}
	case document.CueCount:
		return countPatch(mid, 5)
	case document.CueNew, document.CueChanged, document.CueGone:
		return changeSample(k.Cue, left, right, y)
	case document.CueTravels:
		return []Shape{stroke(Point{left, y}, Point{right - 5, y}, templates.Soft, 3), head(Point{right - 5, y}, Point{right, y}, 7, templates.Soft)}
	case document.CueGoal:
		return eye(mid, mark.Goal, templates.Goal)
	case document.CueLever:
		return gauge(mid, mark.Dial, templates.Intervention)
	case document.CueReinforcing:
		return ringMark(mid, 5.5, "R", true)
	case document.CueBalancing:
		return ringMark(mid, 5.5, "B", true)
	case document.CueUndetermined:
		return ringMark(mid, 5.5, "?", true)
	}
	return storySample(k, left, right, mid)
}

func storySample(k mark.KeyItem, left, right Pt, mid Point) []Shape {
	y := mid.Y
	switch k.Cue {
	case document.CueOthers:
		return station(mid, mark.StationSmall, templates.Faint)
	case document.CueUpward:
		return up(Point{mid.X, y + 1}, 4)
	case document.CueDownward:
		return down(Point{mid.X, y - 1}, 4)
	case document.CueCloser:
		return good(mid, mark.Verdict)
	case document.CueFarther:
		return bad(mid, mark.Verdict)
	case document.CueRising:
		return []Shape{&Path{Segments: box4(left, y-4, right-left, 8), Fill: templates.Rises[1], Stroke: templates.Plus, Width: 0.8}}
	case document.CueFalling:
		return hatchedSample(left, y-4, right-left, 8)
	case document.CueOwnChip, document.CuePartnerChip:
		return chip(left, y-mark.ChipHeight/2, right-left, k.Sample, k.Cue == document.CueOwnChip)
	case document.CueEffectLine:
		s := []Segment{moveTo(left, y+3), curveTo(Point{left + 8, y + 3}, Point{left + 8, y - 3}, Point{right, y - 3})}
		return []Shape{&Path{Segments: s, Stroke: templates.Ink, Width: 1.1}}
	case document.CueBefore:
		return []Shape{circle(mid, mark.Station-0.45, templates.Paper, templates.Ink, 0.9)}
	case document.CueAfter:
		return station(mid, mark.Station, templates.Ink)
	case document.CueDropped:
		line := stroke(Point{left, y}, Point{right, y}, templates.Faint, 0.8)
		line.Dash = []Pt{1.6, 1.6}
		return []Shape{line}
	case document.CueFixed:
		return numbered(mid, mark.Number, "1", true, templates.Ink, 8)
	case document.CueLoose:
		return numbered(mid, mark.Number, "2", false, templates.Ink, 8)
	case document.CueIdentity:
		i := mark.IdentityOf(k.Rank)
		line := stroke(Point{left, y}, Point{right, y}, templates.Ink, i.Width)
		line.Dash, line.Round = i.Dash, i.Round
		return []Shape{line}
	case document.CueSigned:
		return []Shape{label(left, y+mark.KeySize*mark.HalfCapital, Start, text.SansBold, mark.KeySize, templates.Ink, k.Sample)}
	case document.CueWhisker:
		return []Shape{stroke(Point{mid.X, y - 4.5}, Point{mid.X, y + 4.5}, templates.Faint, 1)}
	}
	panic(fmt.Sprintf("picture: no sample for cue %d", k.Cue))
}

func keyArrow(left, right, y Pt, w document.Weight, barriers float64) []Shape {
	width, dash := mark.Line(w)
	length, across := mark.Head(width)
	base, tip := Point{right - length, y}, Point{right, y}
	line := stroke(Point{left, y}, base, templates.Ink, width)
	line.Dash, line.Round = dash, w == document.UnknownLine
	shapes := []Shape{line, head(base, tip, across, templates.Ink)}
	for x := base.X - 2.4; barriers > 0; barriers, x = barriers-1, x-mark.BarrierApart {
		low := y + mark.BarrierLength/2
		if barriers < 1 { // on one side of the line only
			low = y
		}
		shapes = append(shapes, stroke(Point{x, y - mark.BarrierLength/2}, Point{x, low}, templates.Ink, mark.BarrierWidth))
	}
	return shapes
}

// changeSample is an arrow of which something changed.
func changeSample(c document.Cue, left, right, y Pt) []Shape {
	change := map[document.Cue]document.Change{document.CueNew: document.New, document.CueChanged: document.Changed, document.CueGone: document.Gone}[c]
	third := (right - left) / 3
	e := diagram.Edge{Width: 0.8, Curve: []diagram.Point{{X: left, Y: y}, {X: left + third, Y: y}, {X: right - third, Y: y}, {X: right, Y: y}}}
	e.Weight, e.Change = document.AverageLine, change
	line := stroke(Point{left, y}, Point{right, y}, templates.Ink, 0.8)
	line.Dash, _ = dashOf(e.Edge)
	if change == document.Gone {
		line.Stroke = templates.Faint
		return []Shape{line}
	}
	return append(casing(e), line)
}

// hatchedSample is a piece of a band that falls.
func hatchedSample(left, top, w, h Pt) []Shape {
	shapes := []Shape{&Path{Segments: box4(left, top, w, h), Fill: templates.Falls[0], Stroke: templates.Minus, Width: 0.8}}
	for x := left - h + 3; x < left+w; x += 3.2 {
		from, to := Point{x, top + h}, Point{x + h, top}
		if from.X < left {
			from = Point{left, top + h - (left - from.X)}
		}
		if to.X > left+w {
			to = Point{left + w, top + (to.X - left - w)}
		}
		shapes = append(shapes, stroke(from, to, templates.Minus, 0.8))
	}
	return shapes
}

func box4(left, top, w, h Pt) []Segment {
	return []Segment{moveTo(left, top), lineTo(left+w, top), lineTo(left+w, top+h), lineTo(left, top+h), closed}
}
