package diagram

// Nearby finds what is taken about a place, by squares of the picture.
type nearby struct {
	columns, rows int
	cells         [][]int
	all           []obstacle
	seen          []int // by obstacle: the last question that met it
	question      int
}

const nearCell = 16.0

func newNearby(size vec, all []obstacle) *nearby {
	n := &nearby{columns: int(size.x/nearCell) + 1, rows: int(size.y/nearCell) + 1, all: all, seen: make([]int, len(all))}
	n.cells = make([][]int, n.columns*n.rows)
	for i := range all {
		n.visit(all[i].box, func(cell int) { n.cells[cell] = append(n.cells[cell], i) })
	}
	return n
}

// visit gives the cells that a box lies on; beyond the picture the last ones.
func (n *nearby) visit(r rect, f func(cell int)) {
	x0, x1 := within(int(r.x0/nearCell), n.columns), within(int(r.x1/nearCell), n.columns)
	y0, y1 := within(int(r.y0/nearCell), n.rows), within(int(r.y1/nearCell), n.rows)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			f(y*n.columns + x)
		}
	}
}

func within(i, n int) int { return max(0, min(n-1, i)) }

// each gives, once each, the obstacles in the squares of a box.
func (n *nearby) each(r rect, f func(*obstacle)) {
	n.question++
	n.visit(r, func(cell int) {
		for _, i := range n.cells[cell] {
			if n.seen[i] != n.question {
				n.seen[i] = n.question
				f(&n.all[i])
			}
		}
	})
}
