package mark

import (
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
)

// Measures of the key.
const (
	KeyHeight Pt = 13 // of its line
	KeyAbove  Pt = 9  // between the picture and its key
	keyInside Pt = 3.5
	keyApart  Pt = 11
	keyTight  Pt = 7 // between entries where they hardly fit
)

// A KeyItem is an entry of a key with its place. Y of both counts from the top
// of the key.
type KeyItem struct {
	document.KeyEntry
	Box Rect  // of the sample
	At  Point // baseline start of the words
}

// dropped are the cues that leave a key that doesn't fit in one line, first to
// last: what a reader sees without being told goes first.
var dropped = []document.Cue{
	document.CueOthers, document.CueAverage, document.CueStrong, document.CueLever, document.CueGoal,
	document.CuePlus, document.CueWeak, document.CueRising, document.CueMinus, document.CueFalling,
}

// Key sets a key in one line no wider than width, and gives how wide it is.
// What doesn't fit is left out.
func Key(fonts *text.Fonts, entries []document.KeyEntry, width Pt) (items []KeyItem, used Pt) {
	left := slices.Clone(entries)
	for _, apart := range []Pt{keyApart, keyTight} {
		if items, used = keyLine(fonts, left, apart); used <= width {
			return items, used
		}
	}
	for _, cue := range dropped {
		left = slices.DeleteFunc(left, func(e document.KeyEntry) bool { return e.Cue == cue })
		if items, used = keyLine(fonts, left, keyTight); used <= width {
			return items, used
		}
	}
	for used > width && len(left) > 1 { // words of a project's own may be long
		left = left[:len(left)-1]
		items, used = keyLine(fonts, left, keyTight)
	}
	return items, used
}

func keyLine(fonts *text.Fonts, entries []document.KeyEntry, apart Pt) (items []KeyItem, used Pt) {
	x := Pt(0)
	for _, e := range entries {
		sample := sampleWidth(fonts, e)
		items = append(items, KeyItem{
			KeyEntry: e,
			Box:      Rect{x, 0, sample, KeyHeight},
			At:       Point{x + sample + keyInside, KeyHeight/2 + KeySize*HalfCapital},
		})
		used = x + sample + keyInside + fonts.Width(text.Sans, KeySize, e.Text)
		x = used + apart
	}
	return items, used
}

// sampleWidth is the width of what shows a cue.
func sampleWidth(fonts *text.Fonts, e document.KeyEntry) Pt {
	switch e.Cue {
	case document.CuePlus, document.CueMinus, document.CueUnknownSign:
		return 2 * Disc
	case document.CueGoal, document.CueLever, document.CueCloser, document.CueFarther:
		return 2 * Goal
	case document.CueReinforcing, document.CueBalancing, document.CueUndetermined:
		return 11
	case document.CueFixed, document.CueLoose:
		return 2 * Number
	case document.CueOwnChip, document.CuePartnerChip:
		return ChipWidth(fonts, e.Sample, e.Cue == document.CueOwnChip)
	case document.CueOthers, document.CueBefore, document.CueAfter:
		return 2 * Station
	case document.CueUpward, document.CueDownward:
		return 8
	case document.CueRising, document.CueFalling:
		return 12
	case document.CueSigned:
		return fonts.Width(text.SansBold, KeySize, e.Sample)
	}
	return 18
}
