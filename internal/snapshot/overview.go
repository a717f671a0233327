package snapshot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

// Large says when the whole landscape comes as an overview of domains: above so
// many factors or relations one page of names in 7 pt is full, and nobody can
// follow an arrow over it.
const (
	LargeFactors   = 60
	LargeRelations = 150
)

// Large reports whether a model is too large for one figure.
func Large(m *model.Model) bool {
	return len(m.Factors) > LargeFactors || len(m.Relations) > LargeRelations
}

// An overview shows domains as nodes and bundles the relations between them.
type overview struct {
	in      Input
	domains []string
	bundles []bundle
	inside  int // relations that stay within a domain
}

// A bundle is all relations from one domain to another.
type bundle struct {
	from, to             int // in overview.domains
	plus, minus, unknown int
	only                 model.Relation // the relation, if there is but one
}

func (b bundle) count() int { return b.plus + b.minus + b.unknown }

// newOverview returns the overview of a large model with domains, otherwise nil.
func newOverview(in Input) *overview {
	if !Large(in.Model) || len(in.Model.Domains()) < 2 {
		return nil
	}
	o := &overview{in: in, domains: slices.Sorted(slices.Values(in.Model.Domains()))}
	place := map[string]int{}
	for _, f := range in.Model.Factors {
		if f.Domain == "" && !slices.Contains(o.domains, "") {
			o.domains = append(o.domains, "")
		}
	}
	for _, f := range in.Model.Factors {
		place[f.ID] = slices.Index(o.domains, f.Domain)
	}
	found := map[[2]int]*bundle{}
	for _, r := range in.Model.Relations {
		ends := [2]int{place[r.From], place[r.To]}
		if ends[0] == ends[1] {
			o.inside++
			continue
		}
		b := found[ends]
		if b == nil {
			b = &bundle{from: ends[0], to: ends[1], only: r}
			found[ends] = b
		}
		b.add(r)
	}
	for _, b := range found {
		o.bundles = append(o.bundles, *b)
	}
	slices.SortFunc(o.bundles, func(a, b bundle) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return o
}

func (b *bundle) add(r model.Relation) {
	switch r.Sign {
	case model.Plus:
		b.plus++
	case model.Minus:
		b.minus++
	default:
		b.unknown++
	}
}

// fill puts domains and bundles into the picture.
func (o *overview) fill(p *part) {
	w := newWriter(o.in, p)
	for i, d := range o.domains {
		n := 0
		for _, f := range o.in.Model.Factors {
			if f.Domain == d {
				n++
			}
		}
		count := strings.ReplaceAll(w.count("factor", n), " ", "\u00a0") // on one line
		label := w.words.Format("domain_label", o.name(w, i), count)
		p.nodes = append(p.nodes, document.Node{ID: o.id(i), Label: label})
	}
	for _, b := range o.bundles {
		e := document.Edge{ID: o.id(b.from) + ">" + o.id(b.to), From: o.id(b.from), To: o.id(b.to), Count: b.count()}
		if b.count() == 1 { // a bundle of one is drawn as the relation that it is
			e.Sign, e.Weight, e.Barriers = document.Sign(b.only.Sign), weightOf(o.in.Model, b.only), barriersOf(o.in.Model, b.only)
		}
		p.links = append(p.links, link{edge: e, bundle: &b, relation: b.only, scales: o.in.Model})
	}
	p.sort()
}

func (o *overview) id(i int) string { return "domain-" + strconv.Itoa(i+1) }

func (o *overview) name(w *writer, i int) string {
	return cmp.Or(o.domains[i], w.words.Get("no_domain"))
}

// bundleSentence tells a bundle: "Opsporing werkt met negen verbanden op
// Vervolging: zes dragen bij en drie remmen."
func (w *writer) bundleSentence(l link) string {
	o, b := w.p.overview, l.bundle
	from, to := o.name(w, b.from), o.name(w, b.to)
	if b.count() == 1 {
		return told(w.words, l.scales, l.relation, from, to) + "."
	}
	var parts []string
	if b.plus > 0 {
		parts = append(parts, w.count("bundle_plus", b.plus))
	}
	if b.minus > 0 {
		parts = append(parts, w.count("bundle_minus", b.minus))
	}
	if b.unknown > 0 {
		parts = append(parts, w.words.Format("bundle_unknown", w.number(b.unknown)))
	}
	return strings.NewReplacer("%[1]s", from, "%[2]s", to, "%[3]s", w.count("relation", b.count()),
		"%[4]s", joined(parts, w.words.Get("and"))).Replace(w.words.Get("bundle")) + "."
}

func (w *writer) overviewOpening() string {
	return w.words.Format("overview_holds", w.subject(), w.count("domain", len(w.p.nodes)))
}

func (w *writer) overviewOmitted() string {
	factors := w.count("factor", len(w.in.Model.Factors))
	if w.p.overview.inside == 1 {
		return w.words.Format("overview_inside_one", factors)
	}
	return w.words.Format("overview_inside", factors, w.count("relation", w.p.overview.inside))
}

// maxBundles is how many bundles an overview lights.
const maxBundles = 12

// light lights all domains, and the bundles that carry most.
func (o *overview) light(l *lighting) *Lit {
	carries := make([]float64, len(o.bundles))
	place := map[string]int{}
	for _, f := range o.in.Model.Factors {
		place[f.ID] = slices.Index(o.domains, f.Domain)
	}
	for _, r := range o.in.Model.Relations {
		for i, b := range o.bundles {
			if b.from == place[r.From] && b.to == place[r.To] {
				carries[i] += l.importance[r.ID]
			}
		}
	}
	order := make([]int, len(o.bundles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return -cmp.Compare(carries[a], carries[b]) })
	for i := range o.domains {
		l.factors[o.id(i)] = true
	}
	for _, i := range order[:min(len(order), maxBundles)] {
		b := o.bundles[i]
		l.relations[o.id(b.from)+">"+o.id(b.to)] = true
	}
	if len(order) > maxBundles {
		l.say("lit_bundles", maxBundles, len(order))
	}
	return l.lit()
}
