package text

import (
	"math"
	"slices"
	"sync"
	"unicode/utf8"
)

// What a line pays for ending where it ends. Knuth's 50 for a hyphen put them
// at the end of one line in four: Dutch compounds offer a division in nearly
// every line. See docs/typography.md for the trials.
var cost = [...]float64{
	hyphened:  70,
	preferred: 40,
	soft:      20,
	doubled:   140,
	own:       15,
	address:   40,
	emergency: 3000,
}

// Demerits besides, after Knuth and Plass.
const (
	linePenalty    = 10
	doubleHyphen   = 8000  // two hyphens under each other
	finalHyphen    = 12000 // the last line but one ends in a hyphen
	unevenSpaces   = 4000  // a tight line beside a loose one
	shortLastLine  = 6000  // the last line is shorter than shortLine
	shortLine      = 24.0  // points
	raggedZone     = 4.5   // em; at this shortfall a ragged line is as bad as a justified one with ratio 1
	overfullCharge = 1e9   // a line that doesn't fit at all
	firstTolerance = 100.0 // badness without hyphens
	nextTolerance  = 300.0 // badness with hyphens
)

// A breakpoint is where a line ends: before an item.
type breakpoint struct {
	item   int
	hyphen bool
	last   bool // the paragraph ends here
}

// A node is a way to set the lines up to a break: the best that is known with
// its last line in its class of tightness.
type node struct {
	end      breakpoint
	next     int // first item of the next line
	class    int
	ratio    float64
	demerits float64
	prev     *node
}

// A sum is the size of all items before one.
type sum struct{ width, stretch, shrink float64 }

// breaker finds the breaks of a paragraph.
type breaker struct {
	p         *paragraph
	s         Setting
	measure   float64
	zone      float64
	sums      []sum
	tolerance float64
	hyphens   bool
	active    []*node
}

// A scratch is the memory in which a paragraph is broken, used again for the next:
// fresh memory is most of what breaking a short paragraph costs.
type scratch struct {
	items  []item
	sums   []sum
	active []*node
}

var scratches = sync.Pool{New: func() any { return &scratch{} }}

// Break sets runs in lines. It gives no line for no runs.
func (f *Fonts) Break(runs []Run, s Setting) []Line {
	memory := scratches.Get().(*scratch)
	defer scratches.Put(memory)
	p := f.paragraph(runs, memory.items)
	if len(p.items) == 0 {
		return nil
	}
	f.splitWide(p, float64(s.Measure))
	b := breaker{p: p, s: s, measure: units(float64(s.Measure)), zone: raggedZone * largest(runs), active: memory.active}
	b.sum(memory.sums)
	defer func() { *memory = scratch{items: p.items, sums: b.sums, active: b.active} }()
	best := b.best()
	if s.Whole {
		best = b.whole(best)
	}
	var ends []*node
	for n := best; n.prev != nil; n = n.prev {
		ends = append(ends, n)
	}
	lines := make([]Line, 0, len(ends))
	start := b.skip(0)
	for i := len(ends) - 1; i >= 0; i-- {
		n := ends[i]
		line := p.line(f, start, n.end, n.ratio)
		line.Over = max(0, line.Width-s.Measure)
		lines = append(lines, line)
		start = n.next
	}
	return lines
}

func largest(runs []Run) float64 {
	size := 1.0
	for _, r := range runs {
		size = max(size, float64(r.Size))
	}
	return size
}

// splitWide lets a box that is wider than the line be divided anywhere: better
// than ink outside the page. Words with divisions of their own keep to these.
func (f *Fonts) splitWide(p *paragraph, measure float64) {
	wide := false
	for _, it := range p.items {
		wide = wide || it.kind == box && it.width > measure
	}
	if !wide {
		return
	}
	var out []item
	for _, it := range p.items {
		if it.kind != box || it.width <= measure {
			out = append(out, it)
			continue
		}
		run := &p.runs[it.run]
		for at := it.from; at < it.to; {
			_, n := utf8.DecodeRuneInString(run.Text[at:])
			part := it
			part.from, part.to = at, at+n
			part.width = units(float64(f.Width(run.Face, run.Size, run.Text[at:at+n])))
			out = append(out, part)
			at += n
			if at < it.to {
				out = append(out, item{kind: penalty, class: emergency, run: it.run, from: at, to: at})
			}
		}
	}
	p.items = out
}

func (b *breaker) sum(room []sum) {
	b.sums = slices.Grow(room[:0], len(b.p.items)+1)[:len(b.p.items)+1]
	var t sum
	for i, it := range b.p.items {
		b.sums[i] = t
		if it.kind != penalty {
			t.width += it.width
			t.stretch += it.stretch
			t.shrink += it.shrink
		}
	}
	b.sums[len(b.p.items)] = t
}

// best tries without hyphens, then with them, then with whatever it takes.
func (b *breaker) best() *node {
	for _, try := range []struct {
		tolerance float64
		hyphens   bool
	}{{firstTolerance, false}, {nextTolerance, true}} {
		b.tolerance, b.hyphens = try.tolerance, try.hyphens
		if n := b.try(false); n != nil {
			return n
		}
	}
	b.tolerance = math.Inf(1)
	return b.try(true)
}

// whole gives the best way without hyphens, unless it has more lines than the
// best of all.
func (b *breaker) whole(best *node) *node {
	lines, hyphens := best.lines()
	if hyphens == 0 {
		return best
	}
	b.tolerance, b.hyphens = math.Inf(1), false
	if n := b.try(false); n != nil {
		if wholeLines, _ := n.lines(); wholeLines <= lines {
			return n
		}
	}
	return best
}

// lines counts the lines up to a node, and those that end in a hyphen.
func (n *node) lines() (lines, hyphens int) {
	for ; n.prev != nil; n = n.prev {
		lines++
		if n.end.hyphen {
			hyphens++
		}
	}
	return lines, hyphens
}

// try goes through all places where a line may end. It gives nil if no way
// keeps within the tolerance; if it must, it gives the least evil.
func (b *breaker) try(must bool) *node {
	b.active = append(b.active[:0], &node{next: b.skip(0), class: 1})
	n := len(b.p.items)
	for i := range b.p.items {
		it := &b.p.items[i]
		switch it.kind {
		case glue:
			if it.unbreakable || i == 0 || !b.visible(i) {
				continue
			}
			b.consider(breakpoint{item: i}, 0, 0, must)
		case penalty:
			if it.newline {
				b.consider(breakpoint{item: i, last: i == n-1}, 0, 0, must)
				b.force(i)
				break
			}
			if it.hyphen && it.class != soft && !b.hyphens {
				continue
			}
			b.consider(breakpoint{item: i, hyphen: it.hyphen}, it.width, cost[it.class], must)
		}
		if len(b.active) == 0 {
			return nil
		}
	}
	if last := b.p.items[n-1]; last.kind != penalty || !last.newline {
		b.consider(breakpoint{item: n, last: true}, 0, 0, must)
		b.force(n)
	}
	if len(b.active) == 0 {
		return nil
	}
	best := b.active[0]
	for _, a := range b.active[1:] {
		if a.demerits < best.demerits {
			best = a
		}
	}
	return best
}

// visible tells whether a box stands before item i that isn't itself preceded
// by a place to break: a line can't end at the second of two spaces.
func (b *breaker) visible(i int) bool {
	prev := b.p.items[i-1]
	return prev.kind == box || prev.kind == glue && prev.unbreakable
}

// force leaves only the ways that end a line before item i.
func (b *breaker) force(i int) {
	kept := b.active[:0]
	for _, a := range b.active {
		if a.end.item == i && a.prev != nil {
			kept = append(kept, a)
		}
	}
	b.active = kept
}

// skip gives the first item from i that a line can begin with.
func (b *breaker) skip(i int) int {
	for i < len(b.p.items) {
		it := &b.p.items[i]
		if it.kind == box || it.newline || it.kind == glue && it.unbreakable {
			break
		}
		i++
	}
	return i
}

// consider makes the lines that end at a breakpoint and keeps the best in each
// class of tightness.
func (b *breaker) consider(end breakpoint, width, penalty float64, must bool) {
	forced := end.last || end.item < len(b.p.items) && b.p.items[end.item].newline
	var best [4]*node
	kept := b.active[:0]
	rest := b.active
	for i, a := range rest {
		if a.next > end.item {
			kept = append(kept, a)
			continue
		}
		ratio, class, badness := b.fit(a, end, width, forced)
		over := ratio < -1
		if over && must && len(kept) == 0 && i == len(rest)-1 && none(best) {
			badness = overfullCharge // the last way left: it must do
			over = false
			ratio = -1
		}
		if !over {
			kept = append(kept, a)
			if badness <= b.tolerance || must {
				d := a.demerits + b.charge(a, end, class, badness, penalty)
				if best[class] == nil || d < best[class].demerits {
					best[class] = &node{end: end, class: class, ratio: ratio, demerits: d, prev: a}
				}
			}
		}
	}
	b.active = kept
	for _, n := range best {
		if n == nil {
			continue
		}
		n.next = end.item
		if n.next < len(b.p.items) {
			if b.p.items[n.next].newline {
				n.next++
			} else {
				n.next = b.skip(n.next)
			}
		}
		b.active = append(b.active, n)
	}
}

func none(best [4]*node) bool { return best == [4]*node{} }

// fit tells how the line from a to end fits: the ratio by which its spaces
// stretch or shrink, its class of tightness, and its badness.
func (b *breaker) fit(a *node, end breakpoint, width float64, forced bool) (ratio float64, class int, badness float64) {
	from, to := b.sums[a.next], b.sums[end.item]
	short := b.measure - (to.width - from.width + width)
	switch {
	case short < 0:
		shrink := to.shrink - from.shrink
		if b.s.Ragged || shrink <= 0 || -short > shrink {
			return -2, 0, 0
		}
		ratio = short / shrink
	case forced:
		return 0, 1, 0
	case b.s.Ragged:
		r := short / b.zone
		return 0, 1, 100 * float64(float64(r*r)*r)
	default:
		stretch := to.stretch - from.stretch
		ratio = 1e4
		if stretch > 0 {
			ratio = short / stretch
		}
	}
	r := math.Abs(ratio)
	badness = 100 * float64(float64(r*r)*r)
	switch {
	case ratio < -0.5:
		class = 0
	case ratio <= 0.5:
		class = 1
	case ratio <= 1:
		class = 2
	default:
		class = 3
	}
	return ratio, class, badness
}

// charge gives the demerits of a line.
func (b *breaker) charge(a *node, end breakpoint, class int, badness, penalty float64) float64 {
	badness = min(badness, overfullCharge)
	d := float64((linePenalty+badness)*(linePenalty+badness)) + float64(penalty*penalty)
	if end.hyphen && a.end.hyphen {
		d += doubleHyphen
	}
	if end.last {
		if a.end.hyphen {
			d += finalHyphen
		}
		if a.prev != nil && b.sums[end.item].width-b.sums[a.next].width < shortLine {
			d += shortLastLine
		}
	}
	if class-a.class > 1 || a.class-class > 1 {
		d += unevenSpaces
	}
	return d
}
