package diagram

import "slotmemo/internal/document"

// An ink sums up what the arrows below a box cost, from the sums of all boxes
// that begin at the top left corner (Crow 1984).
type ink struct {
	columns, rows int
	sums          []float64
}

const inkCell = 2.0

func (s *sheet) ink() *ink {
	k := &ink{columns: int(s.size.x/inkCell) + 2, rows: int(s.size.y/inkCell) + 2}
	k.sums = make([]float64, k.columns*k.rows)
	for i := range s.arrows {
		a := &s.arrows[i]
		each := costFaint
		switch a.edge.Light {
		case document.Lit:
			each = costLit
		case document.Quiet:
			each = costQuiet
		}
		for _, p := range a.samples {
			k.sums[k.at(p)] += each
		}
	}
	for i := range k.sums {
		x, y := i%k.columns, i/k.columns
		switch {
		case x > 0 && y > 0:
			k.sums[i] += k.sums[i-1] + k.sums[i-k.columns] - k.sums[i-k.columns-1]
		case x > 0:
			k.sums[i] += k.sums[i-1]
		case y > 0:
			k.sums[i] += k.sums[i-k.columns]
		}
	}
	return k
}

// at gives the cell of a place; the first row and column stay empty.
func (k *ink) at(p vec) int {
	x, y := within(int(p.x/inkCell)+1, k.columns), within(int(p.y/inkCell)+1, k.rows)
	return max(1, y)*k.columns + max(1, x)
}

// over gives what the arrows below a box cost.
func (k *ink) over(r rect) float64 {
	x0, x1 := within(int(r.x0/inkCell), k.columns), within(int(r.x1/inkCell)+1, k.columns)
	y0, y1 := within(int(r.y0/inkCell), k.rows), within(int(r.y1/inkCell)+1, k.rows)
	sum := func(x, y int) float64 { return k.sums[y*k.columns+x] }
	return sum(x1, y1) - sum(x0, y1) - sum(x1, y0) + sum(x0, y0)
}
