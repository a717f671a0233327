package snapshot

import (
	"cmp"
	"math"
	"slices"

	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// A Path shows all paths from an intervention (or a factor) to a factor.
type Path struct {
	Pos      source.Pos
	From, To string // ids
}

func readPath(d *yamltree.Decoder, e yamltree.Entry) Selector {
	s := &Path{Pos: e.Val.Pos}
	if !d.IsMap(e, "from, to") {
		return s
	}
	d.Fields(e.Val, []yamltree.Field{
		{Key: "from", Read: func(e yamltree.Entry) { s.From = d.Text(e) }},
		{Key: "to", Read: func(e yamltree.Entry) { s.To = d.Text(e) }},
	})
	d.Need(e, "from", s.From)
	d.Need(e, "to", s.To)
	return s
}

func (s *Path) check(c *checker) {
	s.From = c.one(s.Pos, s.From, &c.starts, unknownStart)
	s.To = c.one(s.Pos, s.To, &c.factors, unknownFactor)
}

func (*Path) home() string    { return HomeEffects }
func (*Path) section() string { return "path" }

// pathSteps bounds the search for paths: so many relations are tried. It is a
// count and not a time, so that a slow machine draws the same picture. On the
// software release model (21 factors) a search takes some hundreds.
const pathSteps = 200_000

// A route is what a path view shows: all paths between two factors, with the
// shortest, the quickest and the strongest told apart.
type route struct {
	from, to string // factors
	label    string // of the intervention, or of the factor where the paths begin
	count    int
	complete bool // all paths were counted
	three    [3]marvel.Path
}

func (s *Path) choose(c *choice) {
	from, label, ok := c.start(s)
	to := c.in.Model.Factor(s.To)
	if to == nil {
		c.problems = append(c.problems, unknown(s.Pos, noFactor, s.To, factorIDs(c.in.Model)))
		return
	}
	if !ok {
		return
	}
	c.tell("subject_path", label, to.Label)
	c.addFactor(from, core)
	c.addFactor(to.ID, core)
	search := findPaths(c.in.Model, from, to.ID)
	if search.count == 0 {
		c.report(s.Pos, source.Warning, noPath, s.From, s.To)
		return
	}
	r := &route{from: from, to: to.ID, label: label, count: search.count, complete: search.left > 0, three: search.three()}
	if p, ok := known(c.in.Answers.Result, s.From, to.ID); ok {
		r.count, r.complete = p.Count, p.Complete
		r.three = [3]marvel.Path{p.Shortest, p.Quickest, p.Strongest}
	}
	for _, p := range r.three {
		for _, id := range p.Relations {
			c.addChain(id)
		}
	}
	c.route, c.routes[s] = r, r
}

// known returns the paths that the analysis has found already, so that picture and
// tables name the same ones.
func known(r *marvel.Result, intervention, goal string) (marvel.Paths, bool) {
	for _, p := range r.Paths {
		if p.Intervention == intervention && p.Goal == goal {
			return p, true
		}
	}
	return marvel.Paths{}, false
}

func (c *choice) addChain(relation string) {
	r := c.in.Model.Relation(relation)
	c.addRelation(r.ID, core)
	c.addFactor(r.From, core)
	c.addFactor(r.To, core)
}

// start returns the factor where a path begins, with its name.
func (c *choice) start(s *Path) (factor, label string, ok bool) {
	if i := c.in.Model.Intervention(s.From); i != nil {
		return i.Factor, i.Label, c.in.Model.Factor(i.Factor) != nil
	}
	if f := c.in.Model.Factor(s.From); f != nil {
		return f.ID, f.Label, true
	}
	ids := append(interventionIDs(c.in.Model), factorIDs(c.in.Model)...)
	c.problems = append(c.problems, unknown(s.Pos, noEnd, s.From, ids))
	return "", "", false
}

// A pathSearch walks all paths without a factor twice, depth first.
type pathSearch struct {
	m         *model.Model
	to        string
	out       map[string][]model.Relation
	reaches   map[string]bool // factors from which the end can be reached
	on        map[string]bool // factors of the chain
	chain     []model.Relation
	left      int // steps
	count     int
	relations map[string]bool // on any path
	factors   map[string]bool
	best      [3][]model.Relation
}

func findPaths(m *model.Model, from, to string) *pathSearch {
	s := &pathSearch{
		m: m, to: to, out: map[string][]model.Relation{}, on: map[string]bool{},
		left: pathSteps, relations: map[string]bool{}, factors: map[string]bool{from: true},
	}
	for _, r := range m.Relations {
		s.out[r.From] = append(s.out[r.From], r)
	}
	for _, rs := range s.out {
		slices.SortFunc(rs, func(a, b model.Relation) int { return cmp.Compare(a.ID, b.ID) })
	}
	s.reaches = within(m, to, len(m.Factors), true)
	if from != to {
		s.walk(from)
	}
	return s
}

func (s *pathSearch) walk(at string) {
	if at == s.to {
		s.found()
		return
	}
	s.on[at] = true
	for _, r := range s.out[at] {
		if s.left == 0 {
			break
		}
		if s.on[r.To] || !s.reaches[r.To] {
			continue
		}
		s.left--
		s.chain = append(s.chain, r)
		s.walk(r.To)
		s.chain = s.chain[:len(s.chain)-1]
	}
	delete(s.on, at)
}

func (s *pathSearch) found() {
	s.count++
	for _, r := range s.chain {
		s.relations[r.ID] = true
		s.factors[r.To] = true
	}
	for i, better := range [3]func(a, b []model.Relation) bool{s.shorter, s.quicker, s.stronger} {
		if s.best[i] == nil || better(s.chain, s.best[i]) {
			s.best[i] = slices.Clone(s.chain)
		}
	}
}

// The first path found wins among equals; the walk goes by id, so that is the
// same path whatever the order of the rows.
func (s *pathSearch) shorter(a, b []model.Relation) bool { return len(a) < len(b) }

func (s *pathSearch) quicker(a, b []model.Relation) bool {
	return s.delay(a) < s.delay(b)-1e-9 || math.IsNaN(s.delay(b)) && !math.IsNaN(s.delay(a))
}

func (s *pathSearch) stronger(a, b []model.Relation) bool {
	return math.Abs(s.gain(a)) > math.Abs(s.gain(b))+1e-12 || math.IsNaN(s.gain(b)) && !math.IsNaN(s.gain(a))
}

// delay sums the mean delays in years; NaN if one isn't known.
func (s *pathSearch) delay(chain []model.Relation) float64 {
	sum := 0.0
	for _, r := range chain {
		sum += valueOf(s.m.Speeds, r.Speed)
	}
	return sum
}

// gain multiplies the signed strengths; NaN if one isn't known.
func (s *pathSearch) gain(chain []model.Relation) float64 {
	product := 1.0
	for _, r := range chain {
		if r.Sign == model.Unknown {
			return math.NaN()
		}
		product *= float64(r.Sign) * valueOf(s.m.Strengths, r.Strength)
	}
	return product
}

func valueOf(scale model.Scale, word string) float64 {
	if i := scale.Index(word); i >= 0 {
		return scale[i].Value
	}
	return math.NaN()
}

// three returns the shortest, quickest and strongest path; where no speed or no
// strength is known, the quickest or strongest is empty rather than guessed.
func (s *pathSearch) three() [3]marvel.Path {
	var paths [3]marvel.Path
	for i, chain := range s.best {
		p := marvel.Path{Gain: s.gain(chain), Delay: s.delay(chain)}
		if i == 1 && math.IsNaN(p.Delay) || i == 2 && math.IsNaN(p.Gain) {
			continue
		}
		for _, r := range chain {
			p.Relations = append(p.Relations, r.ID)
			p.Factors = append(p.Factors, r.From)
		}
		p.Factors = append(p.Factors, s.to)
		paths[i] = p
	}
	return paths
}

// light lights the strongest way whole (or the shortest, where no strength is
// known), and the shortest and the quickest if there is room. A part of a way is
// none.
func (s *Path) light(l *lighting) {
	r := l.c.routes[s]
	if r == nil {
		l.alone(maxLit, l.ownEnds(s))
		return
	}
	limit, lit := len(l.c.in.Model.Factors), 0
	var names []string
	for _, i := range []int{2, 0, 1} { // strongest, shortest, quickest
		way := l.relationsOf(r.three[i].Relations)
		if len(way) == 0 || len(way) < len(r.three[i].Relations) {
			continue
		}
		if before := len(l.relations); l.whole(limit, way) && len(l.relations) > before {
			lit++
			names = append(names, [3]string{"short", "quick", "strong"}[i])
		}
		limit = maxLit
	}
	if lit > 0 && (lit < r.count || !r.complete) {
		l.tellWays(names, r)
	}
}

// ownEnds returns where a path begins and ends.
func (l *lighting) ownEnds(s *Path) map[string]bool {
	all := map[string]bool{s.To: true}
	if i := l.c.in.Model.Intervention(s.From); i != nil {
		all[i.Factor] = true
	} else {
		all[s.From] = true
	}
	return all
}

// tellWays says which of how many ways are lit.
func (l *lighting) tellWays(names []string, r *route) {
	w := newWriter(l.c.in, &part{})
	for i, n := range names {
		names[i] = w.words.Get("way_" + n)
	}
	key, of := "lit_ways_many", "of_ways"
	if len(names) == 1 {
		key = "lit_ways_one"
	}
	if !r.complete {
		of = "of_ways_least"
	}
	l.words = append(l.words, w.words.Format(key, joined(names, w.words.Get("and")), w.words.Format(of, w.number(r.count))))
}
