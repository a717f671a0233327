package marvel

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"slotmemo/internal/model"
)

// Bounds on loops count arcs looked at, never seconds. Johnson's search gets
// loopSteps; a model that needs more is searched by rising length with
// shortLoopSteps together. The made model jeugdhulp (4,886 loops) takes under
// 2 million; these bounds are spent in well under a second on one core.
const (
	loopSteps      = 8_000_000
	shortLoopSteps = 16_000_000
	maxLoopList    = 10_000
)

// A circuit is a loop in the making.
type circuit struct {
	chain []int   // arcs, from the smallest factor
	size  float64 // |gain|, −1 if a strength is unknown
	named int     // index in model.Loops, −1 if none
}

// compareCircuits ranks: named first, then by |gain|, length and relations.
func compareCircuits(a, b circuit) int {
	return cmp.Or(
		-cmp.Compare(min(a.named, 0), min(b.named, 0)),
		-cmp.Compare(a.size, b.size),
		cmp.Compare(len(a.chain), len(b.chain)),
		slices.Compare(a.chain, b.chain))
}

// A tally counts circuits and keeps the first of the ranking.
type tally struct {
	net      *network
	named    map[string]int // by names of factors, see canonical
	best     []circuit
	cut      bool // best was cut, and holds the first maxLoopList at most
	count    int
	kinds    [3]int
	byLength []int
}

func (t *tally) add(chain []int) {
	kind := t.net.kind(chain)
	t.count++
	t.kinds[kind]++
	for len(t.byLength) <= len(chain) {
		t.byLength = append(t.byLength, 0)
	}
	t.byLength[len(chain)]++
	t.keep(chain)
}

func (t *tally) keep(chain []int) {
	c := circuit{chain, t.net.size(chain), -1}
	if len(t.named) > 0 {
		if i, ok := t.named[t.net.chainKey(chain)]; ok {
			c.named = i
		}
	}
	if t.cut && compareCircuits(c, t.best[maxLoopList-1]) > 0 {
		return
	}
	c.chain = slices.Clone(chain)
	t.best = append(t.best, c)
	if len(t.best) == 2*maxLoopList {
		slices.SortFunc(t.best, compareCircuits)
		t.best, t.cut = t.best[:maxLoopList], true
	}
}

func (n *network) kind(chain []int) Kind {
	sign := 1.0
	for _, i := range chain {
		sign *= n.arcs[i].sign
	}
	switch {
	case math.IsNaN(sign):
		return Undetermined
	case sign > 0:
		return Reinforcing
	}
	return Balancing
}

// size is |gain|; unknown strengths come last in a ranking, so −1.
func (n *network) size(chain []int) float64 {
	size := 1.0
	for _, i := range chain {
		size *= n.arcs[i].strength
	}
	if math.IsNaN(size) {
		return -1
	}
	return size
}

// chainKey names a circuit by its factors.
func (n *network) chainKey(chain []int) string {
	ids := make([]string, len(chain))
	for i, a := range chain {
		ids[i] = n.factors[n.arcs[a].from]
	}
	return strings.Join(ids, " > ")
}

// canonical turns a closed chain so that it begins with the smallest id.
func canonical(factors []string) string {
	if len(factors) == 0 {
		return ""
	}
	i := slices.Index(factors, slices.Min(factors))
	return strings.Join(slices.Concat(factors[i:], factors[:i]), " > ")
}

// findLoops counts and ranks the loops, and names them.
func findLoops(n *network, o Options) Loops {
	found := Loops{MaxList: maxLoopList}
	var arcs []int
	components := n.components()
	for _, c := range components {
		inside := n.within(c)
		arcs = append(arcs, inside...)
		found.Components = append(found.Components, Component{n.names(c), n.arcIDs(inside)})
	}
	slices.Sort(arcs)
	var t *tally
	t, found.MaxLength, found.Complete = n.count(newGraph(n, arcs))
	independent := n.independentLoops(components)
	list := t.ranked(slices.Concat(n.namedCircuits(), independent), found.MaxLength)
	found.Count, found.ByLength = t.count, t.byLength
	found.Reinforcing, found.Balancing, found.Unknown = t.kinds[Reinforcing], t.kinds[Balancing], t.kinds[Undetermined]
	found.List = n.nameLoops(list, o.LoopIDs)
	byKey := map[string]string{}
	for _, l := range found.List {
		byKey[LoopKey(l)] = l.ID
	}
	for _, chain := range independent {
		found.Independent = append(found.Independent, byKey[strings.Join(n.arcIDs(chain), " > ")])
	}
	return found
}

// count finds the circuits: all, or if there are too many all up to a length,
// which it then gives. How far it can go is found out without keeping anything:
// ranking circuits takes longer than finding them.
func (n *network) count(g *graph) (t *tally, length int, complete bool) {
	t = &tally{net: n, named: n.namedChains()}
	steps := loopSteps
	if newSearch(g, &steps, ignore).all() {
		steps = loopSteps
		newSearch(g, &steps, t.add).all()
		return t, 0, true
	}
	steps = shortLoopSteps
	for newSearch(g, &steps, ignore).short(length + 1) {
		length++
	}
	steps = shortLoopSteps // enough: this length was searched before
	newSearch(g, &steps, t.add).short(length)
	return t, length, false
}

func ignore([]int) {}

// ranked gives the list: the first of the ranking, and the circuits that must
// be in it whatever their rank. Those that are longer than the search went are
// counted here.
func (t *tally) ranked(must [][]int, length int) []circuit {
	slices.SortFunc(t.best, compareCircuits)
	t.best = t.best[:min(len(t.best), maxLoopList)]
	t.cut = false
	listed := map[string]bool{}
	for _, c := range t.best {
		listed[fmt.Sprint(c.chain)] = true
	}
	for _, chain := range must {
		key := fmt.Sprint(chain)
		switch {
		case listed[key]:
		case length > 0 && len(chain) > length:
			t.add(chain)
		default:
			t.keep(chain)
		}
		listed[key] = true
	}
	slices.SortFunc(t.best, compareCircuits)
	return t.best
}

// namedChains gives the named loops of the model by their factors.
func (n *network) namedChains() map[string]int {
	named := map[string]int{}
	for i, l := range n.model.Loops {
		key := canonical(l.Factors)
		if _, twice := named[key]; !twice && key != "" {
			named[key] = i
		}
	}
	return named
}

// namedCircuits gives the strongest circuit along the factors of each named
// loop that is one; the search may not have come so far.
func (n *network) namedCircuits() [][]int {
	var chains [][]int
	for _, l := range n.model.Loops {
		if chain := n.chainOf(l); chain != nil {
			chains = append(chains, chain)
		}
	}
	return chains
}

func (n *network) chainOf(l model.NamedLoop) []int {
	if len(l.Factors) == 0 {
		return nil
	}
	start := slices.Index(l.Factors, slices.Min(l.Factors))
	factors := slices.Concat(l.Factors[start:], l.Factors[:start])
	seen := map[string]bool{}
	var chain []int
	for i, id := range factors {
		from, ok := n.index[id]
		to, ok2 := n.index[factors[(i+1)%len(factors)]]
		if !ok || !ok2 || seen[id] {
			return nil
		}
		seen[id] = true
		best := -1
		for _, a := range n.out[from] {
			if n.arcs[a].to == to && (best < 0 || n.arcs[a].strength > n.arcs[best].strength) {
				best = a
			}
		}
		if best < 0 {
			return nil
		}
		chain = append(chain, best)
	}
	return chain
}

func (n *network) loop(c circuit) Loop {
	gain, delay := n.product(c.chain)
	l := Loop{Kind: n.kind(c.chain), Relations: n.arcIDs(c.chain), Gain: gain, Delay: delay}
	for _, a := range c.chain {
		l.Factors = append(l.Factors, n.factors[n.arcs[a].from])
	}
	if c.named >= 0 {
		l.Name, l.Story = n.model.Loops[c.named].Name, n.model.Loops[c.named].Story
	}
	return l
}

// names gives the ids of factors.
func (n *network) names(factors []int) []string {
	ids := make([]string, len(factors))
	for i, f := range factors {
		ids[i] = n.factors[f]
	}
	return ids
}
