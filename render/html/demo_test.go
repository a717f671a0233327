package html

import (
	"fmt"
	"math"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// demo makes a Document with all that a page can have, and a model to explore:
// the fixture of the tests in a browser.
func demo() *document.Document {
	doc := &document.Document{
		Language: "nl", Title: "Samenhang in de aanpak", Subtitle: "Een voorbeeld", Short: "Samenhang", Draft: true,
		States: []string{"Editie voor de expertgroep", "Concept", "Versie 0.9"}, Marks: []string{"TLP:AMBER"},
		Head: document.Head{
			Sender: "Projectteam", Kind: "Memo",
			Fields:  []document.Field{{Label: "Aan", Value: words("Ministerie van Justitie en Veiligheid")}, {Label: "Datum", Value: words("6 september 2018")}},
			Message: words("Training werkt snel, budget werkt lang."), Remark: words("Fictief voorbeeld."),
		},
		Meta: document.Meta{Date: "2018-09-06", Description: "Voorbeeld", Author: "Projectteam"},
	}
	contents := &document.Contents{ID: "inhoud", Title: "Inhoud"}
	doc.Blocks = []document.Block{contents}
	for i, title := range []string{"Systeemlandschap", "Effecten", "Aanbevelingen"} {
		id, number := fmt.Sprintf("h-%d", i+1), fmt.Sprint(i+1)
		contents.Entries = append(contents.Entries, document.Entry{Target: id, Level: 1, Number: number, Text: words(title)})
		doc.Blocks = append(doc.Blocks, &document.Heading{ID: id, Level: 1, Number: number, Text: words(title)})
		for p := range 4 {
			n := fmt.Sprintf("%d.%d", i+1, p+1)
			doc.Blocks = append(doc.Blocks, &document.Paragraph{ID: "p-" + strings.ReplaceAll(n, ".", "-"), Number: n, Text: []document.Inline{
				document.Text(strings.Repeat("Wie vervolging ziet slagen, doet eerder aangifte van wat hem is aangedaan. ", 3+p)),
				document.Link{Target: "fig-landschap", Kids: words("figuur 1")},
				document.Text(" en "),
				document.Link{URL: "https://example.org/rapport", Kids: words("het rapport")},
				document.Text("."),
				document.NoteRef{Note: fmt.Sprintf("note-%d", 4*i+p+1), Number: fmt.Sprint(4*i + p + 1), ID: fmt.Sprintf("ref-%d", 4*i+p+1)},
			}})
			doc.Notes = append(doc.Notes, document.Note{
				ID: fmt.Sprintf("note-%d", 4*i+p+1), Number: fmt.Sprint(4*i + p + 1), Blocks: []document.Block{para("Zie de bron.")},
			})
		}
		if i == 0 {
			doc.Blocks = append(doc.Blocks, demoFigure())
		}
		section := fmt.Sprintf("s-%d", i+1)
		doc.Blocks = append(doc.Blocks, &document.Heading{ID: section, Level: 2, Number: number + ".1", Text: words("Nader bekeken"), Label: "Voor JenV"})
		contents.Entries = append(contents.Entries, document.Entry{Target: section, Level: 2, Number: number + ".1", Text: words("Nader bekeken")})
	}
	doc.Blocks = append(doc.Blocks, demoRest()...)
	doc.Explore = demoExplore()
	return doc
}

var demoNames = []string{
	"Aangifte", "Budget", "Capaciteit", "Deskundigheid", "Effectiviteit", "Financiering", "Gegevensdeling", "Handhaving",
	"Inzet", "Juridische hulp", "Kwaliteit", "Lange doorlooptijd", "Meldingen", "Naleving", "Opvang", "Pakkans",
}

func demoFigure() *document.Figure {
	f := &document.Figure{
		ID: "fig-landschap", Name: "Figuur", Number: "1", Caption: document.Caption{Message: words("Alles hangt samen."), Rest: words("Het hele model.")}, Alt: "Het hele model; zie de tabel eronder",
		Long: []document.Block{para("Zestien factoren in een kring.")}, Diagram: &document.Diagram{ID: "landschap", Title: "Landschap"},
		Data: &document.Table{Columns: []document.Column{{Head: words("Van"), Scope: true}, {Head: words("Teken")}, {Head: words("Naar")}, {Head: words("Sterkte")}}},
	}
	for i, name := range demoNames {
		f.Diagram.Nodes = append(f.Diagram.Nodes, document.Node{ID: demoID(i), Label: name})
		f.Data.Rows = append(f.Data.Rows, document.Row{ID: fmt.Sprint("rel-", i), Cells: []document.Cell{
			{Text: words(name)}, {Text: words("draagt bij aan")}, {Text: words(demoNames[(i+1)%len(demoNames)])}, {Text: words([]string{"sterk", "zwak", "gemiddeld"}[i%3])},
		}})
	}
	return f
}

func demoID(i int) string {
	return strings.ToLower(strings.ReplaceAll(demoNames[i%len(demoNames)], " ", "-"))
}

func demoExplore() *document.Explore {
	e := &document.Explore{
		Figure: "fig-landschap", Omitted: "Combinaties van drie en meer zijn niet doorgerekend.",
		Levers:  []document.Lever{{ID: "training", Label: "Training", Node: "deskundigheid"}, {ID: "geld", Label: "Meer geld", Node: "budget"}, {ID: "leeg", Label: "Zonder uitkomst", Node: "opvang"}},
		Moments: []document.Moment{{Years: 1, Label: "na 1 jaar"}, {Years: 3, Label: "na 3 jaar"}},
	}
	ring := document.ExploreSet{Kind: "Lussen", ID: "loop:ring", Name: "De ring", Text: "Alles werkt op alles."}
	for i, name := range demoNames {
		node := document.ExploreNode{ID: demoID(i), Label: name, Text: "Wat " + name + " is.", Facts: []document.Fact{{Label: "Niveau", Value: "0,4"}}}
		if i == 15 {
			node.Goal = 1
		}
		e.Nodes = append(e.Nodes, node)
		edge := document.ExploreEdge{ID: fmt.Sprint("r", i), From: demoID(i), To: demoID(i + 1), Sentence: name + " draagt bij aan " + demoNames[(i+1)%16] + ".", Text: "Zo bleek in sessie 2.", Facts: []document.Fact{{Label: "Verschil van mening", Value: "één expert zag dit anders"}}}
		e.Edges = append(e.Edges, edge)
		if i < 4 {
			ring.Nodes, ring.Edges = append(ring.Nodes, node.ID), append(ring.Edges, edge.ID)
		}
	}
	e.Sets = []document.ExploreSet{ring, {Kind: "Domeinen", ID: "domain:opsporing", Name: "Opsporing", Nodes: []string{demoID(3), demoID(15)}}}
	e.Scenarios = []document.Scenario{
		demoScenario(0), demoScenario(1, "training"), demoScenario(2, "geld"), {Levers: []string{"leeg"}, Void: "Dit scenario is instabiel."}, demoScenario(3, "geld", "training"),
	}
	return e
}

func demoScenario(n float64, levers ...string) document.Scenario {
	s := document.Scenario{Levers: levers, Score: 100 * n}
	for m := range 2 {
		var changes []float64
		for i := range demoNames {
			changes = append(changes, n*float64(i-6)*float64(m+1)*0.55)
		}
		s.Changes, s.Gain = append(s.Changes, changes), append(s.Gain, 100*n*float64(m+1))
		s.Places = append(s.Places, 4-int(n))
	}
	return s
}

func demoRest() []document.Block {
	var rest []document.Block
	for _, c := range blockCases()[1:] {
		switch c.name {
		case "inline", "paragraph", "figure":
		default:
			rest = append(rest, c.blocks...)
		}
	}
	wide := &document.Table{ID: "tab-wijd", Name: "Tabel", Number: "9", Caption: document.Caption{Message: words("Een brede tabel."), Rest: words("Met veel kolommen.")}}
	for i := range 9 {
		wide.Columns = append(wide.Columns, document.Column{Head: words(fmt.Sprint("Kolom nummer ", i+1)), Scope: i == 0, Align: []document.Align{document.Left, document.Decimal}[min(i, 1)]})
	}
	for r := range 14 {
		var row document.Row
		for c := range 9 {
			row.Cells = append(row.Cells, document.Cell{Text: words(strings.ReplaceAll(fmt.Sprint(float64(r*c)/4), ".", ","))})
		}
		row.Cells[0].Text = words("Rij " + demoNames[r])
		wide.Rows = append(wide.Rows, row)
	}
	return append(rest, wide)
}

// demoPictures draws the model as a ring of names.
func demoPictures() map[string]*picture.Picture {
	const size = 380
	p := &picture.Picture{ID: "fig-landschap", Width: size, Height: size}
	at := func(i int, r float64) picture.Point {
		angle := 2 * math.Pi * float64(i) / float64(len(demoNames))
		return picture.Point{X: picture.Pt(size/2 + r*math.Sin(angle)), Y: picture.Pt(size/2 - r*math.Cos(angle))}
	}
	for i := range demoNames {
		a, b := at(i, 150), at(i+1, 150)
		line := &picture.Path{Stroke: templates.Plus, Width: 0.8, Segments: []picture.Segment{
			{Op: picture.Move, Points: [3]picture.Point{a}}, {Op: picture.Line, Points: [3]picture.Point{b}},
		}}
		p.Shapes = append(p.Shapes, &picture.Group{Kind: "edge", ID: fmt.Sprint("r", i), Label: demoNames[i] + " draagt bij", Shapes: []picture.Shape{line}})
	}
	for i, name := range demoNames {
		place := at(i, 150)
		p.Shapes = append(p.Shapes, &picture.Group{Kind: "node", ID: demoID(i), Label: name, Shapes: []picture.Shape{
			&picture.Text{X: place.X, Y: place.Y, Anchor: picture.Middle, Face: text.Sans, Size: 9, Color: templates.Ink, Value: name},
		}})
	}
	return map[string]*picture.Picture{p.ID: p}
}
