package story_test

import (
	"fmt"
	"math"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
)

// A drawing of every form, small and large, with short names and long ones.
type drawn struct {
	name string
	document.Drawing
}

// long are names as people write them who give no short ones.
var long = []string{
	"Beschikbare mensenhandelexperts bij de politie", "Meldingen door niet-opsporingsdiensten", "Bescherming van slachtoffers",
	"Druk op capaciteit door andere thema's", "Aangiftebereidheid", "Oneigenlijk gebruik van de verblijfsregeling",
	"Kwaliteit van de integrale aanpak", "Informatiedeling tussen ketenpartners", "Zicht op aard en omvang",
	"Arbeidsmarktkrapte in de jeugdhulpverlening", "Duur van de uitbuiting", "Wachttijd",
}

func name(i int, full bool) string {
	if full {
		return long[i%len(long)]
	}
	return []string{"Pakkans", "Zicht", "Herstel", "Zaken", "Meldingen", "Opvang"}[i%6]
}

func common(id string) document.Common {
	return document.Common{ID: id, Title: id, Head: "Een kop boven de tekening", Key: []document.KeyEntry{
		{Cue: document.CueStrong, Text: "sterk"}, {Cue: document.CuePlus, Text: "draagt bij"},
	}}
}

func node(i int, full bool) document.Node {
	return document.Node{ID: fmt.Sprint("n", i), Label: name(i, full)}
}

func edge(i int) document.Edge {
	return document.Edge{
		ID: fmt.Sprint("e", i), From: fmt.Sprint("n", i), To: fmt.Sprint("n", i+1), Label: "werkt",
		Sign: document.Sign(i%3 - 1), Weight: document.Weight(i % 5), Barriers: float64(i%2) * 2,
	}
}

func circle(id string, first, n int, full bool) document.Circle {
	c := document.Circle{ID: id, Letter: "RB?"[n%3 : n%3+1], Name: "De prijs van het wachten", Round: "een ronde: 6 jaar"}
	for i := range n {
		c.Nodes = append(c.Nodes, node((first+i)%12, full))
		c.Edges = append(c.Edges, edge(i))
		c.Story = append(c.Story, "Wie lang wacht, trekt zich terug.")
	}
	c.Returns = "Van iedere tien punten erbij komt na een ronde ruim één punt terug."
	return c
}

func ribbon(id string, n int, full bool, points float64, years float64) document.Drawing {
	d := &document.Ribbon{Common: common(id), Total: "Langs alle 43 wegen samen: +7,8 na tien jaar."}
	for i := range n {
		s := document.Stop{Node: node(i, full), Points: points, Text: "+20", Years: years * float64(i*i), When: "1½"}
		s.Lever, s.Goal = i == 0, i == n-1
		d.Stops = append(d.Stops, s)
		if i > 0 {
			d.Edges = append(d.Edges, edge(i-1))
		}
		points *= -0.6
	}
	return d
}

func branches(id string, goals, steps int, full bool) document.Drawing {
	d := &document.Branches{Common: common(id), Years: [2]string{"0", "10 jaar"}}
	root := node(0, full)
	root.Lever = true
	d.Nodes = append(d.Nodes, root)
	for g := range goals {
		w := document.Way{Nodes: []string{"n0"}, Effect: document.Spark{Points: []float64{0, 1, float64(10 - 12*g)}, Text: "+43,5"}, Word: "dichterbij", Verdict: document.Nearer}
		if g == 1 {
			w.Word, w.Verdict = "verder weg", document.Further
		}
		for i := 1; i <= steps; i++ {
			n := node(i, full)
			if i > 1 || steps == 1 { // the first step is shared
				n.ID = fmt.Sprintf("g%dn%d", g, i)
			}
			n.Goal = i == steps
			e := edge(i)
			if i > 1 || steps == 1 {
				e.ID = fmt.Sprintf("g%de%d", g, i)
			}
			d.Nodes, w.Nodes, w.Edges = append(d.Nodes, n), append(w.Nodes, n.ID), append(w.Edges, e)
		}
		d.Ways = append(d.Ways, w)
	}
	return d
}

func dispute(id string, readings, lines int, full bool) document.Drawing {
	d := &document.Dispute{Common: common(id), From: node(0, full), To: node(3, full), Verdict: "De uitkomst hangt hieraan.", Told: "Eerste na tien jaar: in lezing A dit, in lezing B dat."}
	d.Slopes.Head = "Wie dan na tien jaar het meest helpt"
	for i := range readings {
		letter := string(rune('A' + i))
		d.Readings = append(d.Readings, document.Reading{Letter: letter, Name: "De uitbuiting verhuist", Who: "zwak · de helft van de groep", Edge: edge(i)})
		d.Slopes.Columns = append(d.Slopes.Columns, "lezing "+letter)
	}
	for i := range lines {
		l := document.Slope{ID: fmt.Sprint("l", i), Label: name(i, full), Strong: i < 2, Rank: i}
		for k := range readings {
			l.Values, l.Texts = append(l.Values, float64(20-4*i+3*k*(1-i%2))), append(l.Texts, "+15,5")
		}
		d.Slopes.Lines = append(d.Slopes.Lines, l)
	}
	return d
}

func forYou(id string, rows, steps int, full bool) document.Drawing {
	d := &document.ForYou{Common: common(id), Years: "10 jaar", Warning: "Verder weg: Bescherming (−1,0), door Extra rechercheurs.", Rest: "Ook bij u, met een kleiner effect: Training."}
	for i := range 3 {
		g := node(i+1, full)
		g.Goal = true
		d.Goals = append(d.Goals, g)
	}
	d.Matrix.Head = "Met wie u dit doet"
	for i := range rows {
		r := document.OwnRow{ID: fmt.Sprint("r", i), Name: name(i, full), Change: name(i+1, full) + ": 40 → 70", Bad: []bool{false, i == 0, true}}
		for k := range steps {
			n := document.OwnedNode{Node: node(k, full), Chips: []document.Chip{{Text: "JenV", Filled: true}, {Text: "Gemeenten"}, {Text: name(k+3, full)}}[:min(3, k+1)]}
			n.Lever, n.Goal = k == 0, k == steps-1
			if n.Goal {
				n.Chips = nil
			}
			r.Nodes = append(r.Nodes, n)
			if k > 0 {
				r.Edges = append(r.Edges, edge(k))
			}
		}
		for g := range 3 {
			r.Sparks = append(r.Sparks, document.Spark{Points: []float64{0, float64(g), float64(10 - 8*g)}, Text: "+43,5"})
		}
		d.Rows = append(d.Rows, r)
		d.Matrix.Columns = append(d.Matrix.Columns, name(i, full))
	}
	for i := range 6 {
		d.Matrix.Rows = append(d.Matrix.Rows, document.MatrixRow{Label: name(i, full), Dots: make([]bool, rows)})
	}
	return d
}

func multiples(id string, panels, lines int, full bool) document.Drawing {
	d := &document.Multiples{
		Common: common(id), Unit: "punten", X: document.Axis{Max: 10, Ticks: []document.Tick{{Label: "0"}, {At: 1}, {At: 3, Label: "3"}, {At: 10, Label: "10 jaar"}}},
		Y: document.Axis{Min: -5, Max: 40, Ticks: []document.Tick{{Label: "0"}, {At: 20, Label: "+20"}, {At: 40, Label: "+40"}}},
	}
	for p := range panels {
		panel := document.Facet{ID: fmt.Sprint("p", p), Title: name(p, full), Rest: "twee onder 2,5"}
		for i := range lines {
			end := 40 / float64(1+i*p)
			panel.Lines = append(panel.Lines, document.Curve{ID: fmt.Sprint("c", i), Label: name(i, full), X: []float64{0, 5, 10}, Y: []float64{0, end / 3, end}, Strong: i == 0, Rank: i, Unnamed: i > 7})
		}
		d.Facets = append(d.Facets, panel)
	}
	return d
}

func scatter(id string, n int, full bool) document.Drawing {
	d := &document.Scatter{
		Common: common(id), Whisker: "streep: als één woord een stap verschuift", Corners: [4]string{"snel en groot", "traag en groot", "snel en klein", "traag en klein"},
		X: document.Axis{Title: "jaren tot de helft van het effect er is →", Min: 1, Max: 7, Ticks: []document.Tick{{At: 1, Label: "1"}, {At: 7, Label: "7"}}},
		Y: document.Axis{Title: "↑ punten na tien jaar", Min: 0, Max: 25, Ticks: []document.Tick{{Label: "0"}, {At: 25, Label: "+25"}}},
	}
	for i := range n {
		y := float64((i*7)%24) + 0.5
		p := document.Spot{ID: fmt.Sprint("s", i), Label: name(i, full), X: 1.5 + float64((i*5)%11)/2, Y: y, Low: max(0, y-4), High: min(25, y+5)}
		if i == 1 {
			p.Low, p.High = math.NaN(), math.NaN()
		}
		d.Points = append(d.Points, p)
	}
	return d
}

func bump(id string, rows, columns int, full bool) document.Drawing {
	d := &document.Bump{Common: common(id), Same: "zelfde volgorde bij"}
	for c := range columns {
		d.Criteria = append(d.Criteria, document.Criterion{Label: "Na 10 jaar, per 10 punten duw", Same: "226 van 270"})
		for r := range rows {
			if c == 0 {
				d.Rows = append(d.Rows, document.BumpRow{ID: fmt.Sprint("b", r), Label: name(r, full), Strong: r < 2, Rank: r})
			}
			rank := (r+c*3)%rows + 1
			if r == 2 && c == 1 {
				rank = 0 // it has none
			}
			d.Rows[r].Ranks, d.Rows[r].Fixed = append(d.Rows[r].Ranks, rank), append(d.Rows[r].Fixed, r == c)
		}
	}
	return d
}

func shift(id string, changes, rows int, full bool) document.Drawing {
	d := &document.Shift{Common: common(id), Effect: "Effect na tien jaar, gemiddeld over de doelen", Rest: "De andere zes verschuiven minder dan 1 punt."}
	for i := range changes {
		d.Changes = append(d.Changes, document.NumberedChange{Text: name(i, full) + " remt " + name(i+1, full), Now: "zwak → gemiddeld"})
	}
	for i := range rows {
		d.Rows = append(d.Rows, document.Dumbbell{ID: fmt.Sprint("d", i), Label: name(i, full), Before: float64(3 * i), Now: float64(12 - 4*i), Text: "+17,9"})
	}
	return d
}

// cases gives every form, from nothing to more than is likely.
func cases() []drawn {
	var all []drawn
	add := func(name string, d document.Drawing) { all = append(all, drawn{name, d}) }
	for _, full := range []bool{false, true} {
		at := fmt.Sprintf("-long=%v", full)
		for n := 1; n <= document.MostOnCircle; n++ {
			add(fmt.Sprintf("circle %d%s", n, at), &document.Circles{Common: common("c"), Loops: []document.Circle{circle("l", 0, n, full)}})
		}
		for _, n := range [][2]int{{2, 3}, {4, 4}, {6, 3}, {7, 2}} {
			d := &document.Circles{Common: common("c"), Shared: "draait in beide lussen mee", Loops: []document.Circle{circle("a", 0, n[0], full), circle("b", n[0], n[1], full)}}
			d.Loops[1].Nodes[0] = d.Loops[0].Nodes[0]
			add(fmt.Sprintf("pair %v%s", n, at), d)
		}
		add("three loops"+at, &document.Circles{Common: common("c"), Loops: []document.Circle{circle("a", 0, 3, full), circle("b", 0, 4, full), circle("c", 2, 5, full)}})
		for _, n := range []int{2, 3, 5, 7, 8, 13} {
			add(fmt.Sprintf("ribbon %d%s", n, at), ribbon("r", n, full, 40, 0.5))
		}
		add("ribbon down"+at, ribbon("r", 4, full, -90, math.NaN()))
		add("ribbon nothing"+at, ribbon("r", 4, full, 0, 0))
		for _, n := range [][2]int{{1, 1}, {1, 4}, {2, 3}, {3, 1}, {3, 4}, {3, 7}} {
			add(fmt.Sprintf("branches %v%s", n, at), branches("b", n[0], n[1], full))
		}
		for _, n := range [][2]int{{2, 2}, {2, 5}, {3, 5}} {
			add(fmt.Sprintf("dispute %v%s", n, at), dispute("d", n[0], n[1], full))
		}
		for _, n := range [][2]int{{1, 2}, {4, 4}, {5, 5}} {
			add(fmt.Sprintf("for you %v%s", n, at), forYou("f", n[0], n[1], full))
		}
		for _, n := range [][2]int{{1, 1}, {3, 8}, {4, 10}} {
			add(fmt.Sprintf("multiples %v%s", n, at), multiples("m", n[0], n[1], full))
		}
		for _, n := range []int{2, 8, 14} {
			add(fmt.Sprintf("scatter %d%s", n, at), scatter("s", n, full))
		}
		for _, n := range [][2]int{{2, 2}, {8, 4}, {10, 4}, {3, 1}} {
			add(fmt.Sprintf("bump %v%s", n, at), bump("u", n[0], n[1], full))
		}
		for _, n := range [][2]int{{0, 1}, {2, 2}, {5, 4}, {1, 0}} {
			add(fmt.Sprintf("shift %v%s", n, at), shift("h", n[0], n[1], full))
		}
	}
	return all
}

// empties have nothing to show; they must not fail.
func TestNothingToDraw(t *testing.T) {
	fonts := text.NewFonts()
	for _, d := range []document.Drawing{
		&document.Circles{}, &document.Ribbon{}, &document.Branches{}, &document.Dispute{}, &document.ForYou{},
		&document.Multiples{}, &document.Scatter{}, &document.Bump{}, &document.Shift{},
	} {
		if p := story.Place(d, fonts, "nl"); math.IsNaN(float64(p.Height)) || math.IsInf(float64(p.Height), 0) {
			t.Errorf("%T has height %v", d, p.Height)
		}
	}
}
