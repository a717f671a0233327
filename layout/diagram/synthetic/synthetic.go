// Package synthetic makes causal-loop diagrams for trials: equal arguments give
// equal diagrams, on every machine.
//
// They look like what expert groups make: loops of three to six nodes that
// share nodes, a few hubs, here and there a cycle of two, Dutch labels of one
// to five words with compounds among them.
package synthetic

import (
	"fmt"
	"math/rand/v2"

	"slotmemo/internal/document"
)

var labels = []string{
	"Pakkans", "Aangiftebereidheid", "Druk op capaciteit door andere thema's",
	"Beschikbare mensenhandelexperts", "Zicht op aard en omvang", "Kwaliteit van de aanpak",
	"Slachtoffers in beeld", "Duur van de uitbuiting", "Succesvolle vervolging",
	"Meldingen door niet-opsporingsdiensten", "Bewustwording", "Media-aandacht",
	"Training van professionals", "Signalering", "Prioriteit bij opsporingsdiensten",
	"Bescherming en opvang", "Slachtofferschap", "Kwetsbaarheid", "Risico op uitbuiting",
	"Gedwongen arbeid", "Afhankelijkheid van aangifte", "Oneigenlijk gebruik verblijfsregeling",
	"Barrières voor daders", "Regionaal overzicht opvang", "Juiste zorg", "Vertrouwen in de overheid",
	"Informatie-uitwisseling", "Ketensamenwerking", "Slachtofferhulporganisaties", "Budget",
	"Bestuurlijke aandacht", "Zaken bij het OM", "Geregistreerde slachtoffers", "Werkdruk",
	"Personeelsverloop", "Internationale samenwerking", "Winst voor daders", "Vraag naar goedkope arbeid",
	"Toezicht door inspectie", "Controles", "Huisvesting", "Taalkennis", "Schulden", "Doorlooptijd",
	"Bewijspositie", "Strafmaat", "Afschrikking", "Preventie", "Voorlichting aan jongeren", "Online werving",
	"Actief zoeken naar signalen", "Privacyregels", "Doorverwijzing naar hulpverlening", "Herstel",
	"Terugval", "Maatschappelijke verontwaardiging", "Politieke druk", "Wetgeving", "Kennis van mensenhandel",
	"Opsporing zonder aangifte",
}

// Diagram makes a diagram of n nodes and about n*density edges.
func Diagram(seed uint64, n int, density float64) *document.Diagram {
	r := rand.New(rand.NewPCG(seed, uint64(n)*1000+uint64(density*100)))
	g := &maker{r: r, n: n, seen: map[[2]int]bool{}}
	want := int(float64(n)*density + 0.5)
	for len(g.edges) < want/2 {
		g.loop(3 + r.IntN(4))
	}
	g.connect()
	for tries := 0; len(g.edges) < want && tries < 50*want; tries++ {
		a, b := g.node(), g.node()
		if r.IntN(12) == 0 && len(g.edges) > 0 { // a cycle of two
			e := g.edges[r.IntN(len(g.edges))]
			a, b = e[1], e[0]
		}
		g.add(a, b)
	}
	return g.diagram(fmt.Sprintf("s%d-%d-%.1f", seed, n, density))
}

type maker struct {
	r     *rand.Rand
	n     int
	edges [][2]int
	seen  map[[2]int]bool
}

// node draws a node; the first ones are hubs.
func (g *maker) node() int {
	if g.r.IntN(3) == 0 {
		return g.r.IntN(1 + g.n/6)
	}
	return g.r.IntN(g.n)
}

func (g *maker) add(a, b int) {
	if a != b && !g.seen[[2]int{a, b}] {
		g.seen[[2]int{a, b}] = true
		g.edges = append(g.edges, [2]int{a, b})
	}
}

func (g *maker) loop(length int) {
	nodes := g.r.Perm(g.n)[:min(length, g.n)]
	for i, a := range nodes {
		g.add(a, nodes[(i+1)%len(nodes)])
	}
}

// connect ties every lonely node to another.
func (g *maker) connect() {
	touched := make([]bool, g.n)
	for _, e := range g.edges {
		touched[e[0]], touched[e[1]] = true, true
	}
	for a := range touched {
		if !touched[a] {
			b := (a + 1 + g.r.IntN(g.n-1)) % g.n
			g.add(a, b)
		}
	}
}

func (g *maker) diagram(id string) *document.Diagram {
	d := &document.Diagram{ID: id, Title: id, Layout: document.FreshLayout}
	names := g.r.Perm(len(labels))
	for i := range g.n {
		label := labels[names[i%len(labels)]]
		if i >= len(labels) {
			label = fmt.Sprintf("%s %d", label, i/len(labels)+1)
		}
		d.Nodes = append(d.Nodes, document.Node{
			ID: fmt.Sprintf("f%03d", i), Label: label, Goal: i%9 == 4, Lever: i%7 == 2,
		})
	}
	barriers := []float64{0.5, 1, 1.5, 2, 0}
	for i, e := range g.edges {
		sign := document.Plus
		if g.r.IntN(3) == 0 {
			sign = document.Minus
		}
		d.Edges = append(d.Edges, document.Edge{
			ID: fmt.Sprintf("r%03d", i), From: d.Nodes[e[0]].ID, To: d.Nodes[e[1]].ID, Sign: sign,
			Weight: document.Weight(1 + g.r.IntN(4)), Barriers: barriers[g.r.IntN(len(barriers))],
		})
	}
	d.Key = []document.KeyEntry{
		{Cue: document.CuePlus, Text: "draagt bij"},
		{Cue: document.CueMinus, Text: "remt"},
		{Cue: document.CueStrong, Text: "dik: sterk"},
		{Cue: document.CueWeak, Text: "streepjes: zwak"},
		{Cue: document.CueBarrierTwo, Text: "dwarsstreepjes: traag"},
		{Cue: document.CueGoal, Text: "doel"},
		{Cue: document.CueLever, Text: "aangrijpingspunt"},
	}
	return d
}

// Trial lists the 36 diagrams of the trial: 10, 15, 20 and 25 nodes, 1.3, 1.6
// and 1.9 edges each, three seeds.
func Trial() []*document.Diagram {
	var all []*document.Diagram
	for _, n := range []int{10, 15, 20, 25} {
		for _, density := range []float64{1.3, 1.6, 1.9} {
			for seed := uint64(1); seed <= 3; seed++ {
				all = append(all, Diagram(seed, n, density))
			}
		}
	}
	return all
}
