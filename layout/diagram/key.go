package diagram

import (
	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// Measures of the key, in points.
const (
	keyAbove  = 10.0 // between the drawing and the key
	keyRow    = 13.0
	keySample = 9.0  // height of a sample
	keyInside = 3.5  // between a sample and its words
	keyApart  = 11.0 // between entries
)

// sampleWidth is the width of what shows a cue.
func (m *measurer) sampleWidth(c document.Cue) float64 {
	switch c {
	case document.CuePlus, document.CueMinus, document.CueUnknownSign, document.CueGoal, document.CueLever:
		return 8
	case document.CueMore:
		return m.width(text.Sans, float64(MoreSize), MoreText(3))
	case document.CueReinforcing, document.CueBalancing, document.CueUndetermined:
		return 11
	case document.CueRise, document.CueFall, document.CueNew, document.CueGone, document.CueChanged, document.CueCount:
		return 14
	}
	return 22
}

// key sets the entries in rows no wider than width, the first row at y. It
// gives the width that they take, and where they end.
func (m *measurer) key(entries []document.KeyEntry, width, y float64) (items []KeyItem, used, end float64) {
	x := 0.0
	end = y
	for _, e := range entries {
		sample, words := m.sampleWidth(e.Cue), m.width(text.Sans, float64(KeySize), e.Text)
		w := sample + keyInside + words
		if x > 0 && x+w > width {
			x, y = 0, y+keyRow
		}
		items = append(items, KeyItem{
			KeyEntry: e,
			SampleAt: Rect{pt(x), pt(y + (keyRow-keySample)/2), pt(sample), pt(keySample)},
			TextAt:   Point{pt(x + sample + keyInside), pt(y + keyRow*0.71)},
		})
		used, end = max(used, x+w), y+keyRow
		x += w + keyApart
	}
	return items, used, end
}
