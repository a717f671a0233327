package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// An Answer says where the boxes stand and how the arrows run. Lengths are
// points, y downward; the origin is the top left of Graphviz's own frame.
type Answer struct {
	Nodes []XY   // centres, in the order of the request
	Edges [][]XY // control points 3k+1, in the order of the request; nil for hidden ones
}

// XY is a point.
type XY struct{ X, Y float64 }

// json0 is what Graphviz writes; clusters come first among the objects.
type json0 struct {
	Name    string `json:"name"`
	BB      string `json:"bb"`
	Objects []struct {
		Name string `json:"name"`
		Pos  string `json:"pos"`
	} `json:"objects"`
	Edges []struct {
		ID  string `json:"id"`
		Pos string `json:"pos"`
	} `json:"edges"`
}

// parse reads an answer and validates all of it: the binding swallows traps
// and gives empty or foreign answers without an error.
func parse(r Request, name string, b []byte) (*Answer, error) {
	var j json0
	if err := json.Unmarshal(b, &j); err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	if j.Name != name {
		return nil, fmt.Errorf("answer to %q, expected %q", j.Name, name)
	}
	top, err := frameTop(j.BB)
	if err != nil {
		return nil, err
	}
	a := &Answer{Nodes: make([]XY, len(r.Nodes)), Edges: make([][]XY, len(r.Edges))}
	seen := 0
	for _, o := range j.Objects {
		i, ok := index(o.Name, "n", len(r.Nodes))
		if !ok {
			continue // a cluster
		}
		p, err := point(o.Pos, top)
		if err != nil {
			return nil, fmt.Errorf("node %s: %w", o.Name, err)
		}
		a.Nodes[i] = p
		seen++
	}
	if seen != len(r.Nodes) {
		return nil, fmt.Errorf("%d nodes, expected %d", seen, len(r.Nodes))
	}
	return a, a.readEdges(r, j, top)
}

func (a *Answer) readEdges(r Request, j json0, top float64) error {
	seen := 0
	for _, e := range j.Edges {
		i, ok := index(e.ID, "e", len(r.Edges))
		if !ok {
			return fmt.Errorf("foreign edge %q", e.ID)
		}
		seen++
		if r.Edges[i].Hidden {
			continue
		}
		curve, err := spline(e.Pos, top)
		if err != nil {
			return fmt.Errorf("edge %s: %w", e.ID, err)
		}
		a.Edges[i] = curve
	}
	if seen != len(r.Edges) {
		return fmt.Errorf("%d edges, expected %d", seen, len(r.Edges))
	}
	return nil
}

func index(name, prefix string, n int) (int, bool) {
	digits, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(digits)
	return i, err == nil && i >= 0 && i < n
}

func frameTop(bb string) (float64, error) {
	parts := strings.Split(bb, ",")
	if len(parts) != 4 {
		return 0, fmt.Errorf("frame %q", bb)
	}
	return number(parts[3])
}

var errPoint = errors.New("not a point")

func point(s string, top float64) (XY, error) {
	xs, ys, ok := strings.Cut(s, ",")
	if !ok {
		return XY{}, fmt.Errorf("%w: %q", errPoint, s)
	}
	x, err1 := number(xs)
	y, err2 := number(ys)
	if err := errors.Join(err1, err2); err != nil {
		return XY{}, fmt.Errorf("%w: %q", errPoint, s)
	}
	return XY{x, top - y}, nil
}

func number(s string) (float64, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err == nil && (math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) > 1e6) {
		err = fmt.Errorf("%q is out of bounds", s)
	}
	return f, err
}

// spline reads "e,x,y p0 c c p …". The tip is added to the end as a point of
// its own only if the curve stops short of it: we set our own heads.
func spline(s string, top float64) ([]XY, error) {
	first, _, _ := strings.Cut(s, ";") // of several splines the first one runs from tail to head
	var points []XY
	for _, f := range strings.Fields(first) {
		if strings.HasPrefix(f, "s,") || strings.HasPrefix(f, "e,") {
			continue
		}
		p, err := point(f, top)
		if err != nil {
			return nil, err
		}
		points = append(points, p)
	}
	if len(points) < 4 || len(points)%3 != 1 {
		return nil, fmt.Errorf("spline of %d points", len(points))
	}
	return points, nil
}
