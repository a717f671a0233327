package story

import (
	"cmp"
	"slices"
)

// A tag is a name beside the place that it belongs to: where it would stand, and
// where it found room.
type tag struct {
	want, y Pt
	height  Pt
	index   int // of what it names
}

// spread finds room for tags in a column between two heights. Tags that would
// meet form a block, which stands at the mean of what they want (the least
// squares of the moves, by pooling adjacent violators).
func spread(tags []tag, top, bottom Pt) []tag {
	tags = slices.Clone(tags)
	slices.SortStableFunc(tags, func(a, b tag) int { return cmp.Compare(a.want, b.want) })
	type block struct {
		from, to   int
		at, height Pt
	}
	place := func(from, to int) block {
		b := block{from: from, to: to}
		sum := Pt(0)
		for _, t := range tags[from:to] {
			sum += t.want - t.height/2 - b.height
			b.height += t.height
		}
		b.at = min(max(sum/Pt(to-from), top), max(top, bottom-b.height))
		return b
	}
	var blocks []block
	for i := range tags {
		b := place(i, i+1)
		for len(blocks) > 0 && blocks[len(blocks)-1].at+blocks[len(blocks)-1].height > b.at {
			b = place(blocks[len(blocks)-1].from, b.to)
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	for _, b := range blocks {
		y := b.at
		for i := b.from; i < b.to; i++ {
			tags[i].y = y + tags[i].height/2
			y += tags[i].height
		}
	}
	return tags
}
