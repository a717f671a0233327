// Package pagetest makes Documents that are hard to set, for the tests of
// layout/page and of what paints its pages.
package pagetest

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/page"
)

// A Maker collects the blocks of a Document with its notes and the sizes of its
// pictures.
type Maker struct {
	Doc   *document.Document
	Sizes map[string]page.Size
	ids   int
}

// New starts a Document in Dutch with a full head.
func New() *Maker {
	return &Maker{Sizes: map[string]page.Size{}, Doc: &document.Document{
		Language: "nl", Title: "Wat werkt tegen uitbuiting en wat niet: slotmemo van een systeemanalyse",
		Subtitle: "Uitkomsten van vier sessies met experts", Short: "Slotmemo systeemanalyse",
		Draft: true, States: []string{"Concept", "Versie 0.9"}, Marks: []string{"TLP:GREEN"},
		Head: document.Head{
			Sender: "Programmateam", Kind: "Memo",
			Fields: []document.Field{
				{Label: "Aan", Value: document.Words("Ministerie van JenV, ministerie van SZW, ministerie van VWS en ministerie van Buitenlandse Zaken")},
				{Label: "Van", Value: document.Words("Programmateam systeemanalyse")},
				{Label: "Datum", Value: document.Words("6 september 2018")},
				{Label: "Onderwerp", Value: document.Words("Uitkomsten van de systeemanalyse")},
				{Label: "Status", Value: document.Words("Concept")},
				{Label: "Versie", Value: document.Words("0.9")},
				{Label: "Rubricering", Value: document.Words("TLP:GREEN")},
			},
			Message: document.Words("Training van inspecteurs werkt snel, een ruimer budget werkt lang. Samen brengen zij de meeste slachtoffers in beeld, mits de opvang meegroeit."),
			Remark:  document.Words("Fictief voorbeeld; personen en cijfers zijn verzonnen."),
		},
		Meta: document.Meta{Date: "2018-09-06", Author: "Programmateam"},
	}}
}

// Add puts blocks at the end.
func (m *Maker) Add(blocks ...document.Block) { m.Doc.Blocks = append(m.Doc.Blocks, blocks...) }

func (m *Maker) id(kind string) string {
	m.ids++
	return fmt.Sprintf("%s-%d", kind, m.ids)
}

// Heading makes a heading.
func (m *Maker) Heading(level int, number, text string) *document.Heading {
	return &document.Heading{ID: m.id("h"), Level: level, Number: number, Text: document.Words(text)}
}

// Paragraph makes a paragraph of plain text.
func (m *Maker) Paragraph(number, text string) *document.Paragraph {
	return &document.Paragraph{ID: m.id("p"), Number: number, Text: document.Words(text)}
}

// Note makes a footnote and gives the reference to it.
func (m *Maker) Note(text string) document.NoteRef {
	n := fmt.Sprint(len(m.Doc.Notes) + 1)
	m.Doc.Notes = append(m.Doc.Notes, document.Note{
		ID: "note-" + n, Number: n,
		Blocks: []document.Block{&document.Paragraph{Text: document.Words(text)}},
	})
	return document.NoteRef{Note: "note-" + n, Number: n, ID: "noteref-" + n}
}

// captionOf makes a caption whose message ends at the first full stop.
func captionOf(s string) document.Caption {
	message, rest, more := strings.Cut(s, ". ")
	if more {
		message += "."
	}
	return document.Caption{Message: document.Words(message), Rest: document.Words(rest)}
}

// Figure makes a figure of a size.
func (m *Maker) Figure(number string, w, h page.Pt, caption string) *document.Figure {
	id := m.id("fig")
	m.Sizes[id] = page.Size{W: w, H: h}
	return &document.Figure{
		ID: id, Name: "Figuur", Number: number, Caption: captionOf(caption),
		Alt: "Kaart van het systeem. Zie de tabel eronder.",
	}
}

// Table makes a table of words.
func (m *Maker) Table(number, caption string, aligns []document.Align, rows ...[]string) *document.Table {
	t := &document.Table{ID: m.id("tab"), Name: "Tabel", Number: number, Caption: captionOf(caption)}
	for i, head := range rows[0] {
		t.Columns = append(t.Columns, document.Column{Head: document.Words(head), Align: aligns[i], Scope: i == 0})
	}
	for _, cells := range rows[1:] {
		row := document.Row{ID: m.id("row")}
		if len(cells) == 1 {
			row.Group = document.Words(cells[0])
		} else {
			for _, c := range cells {
				row.Cells = append(row.Cells, document.Cell{Text: document.Words(c)})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// contents makes a table of contents of the headings so far.
func (m *Maker) contents() *document.Contents {
	c := &document.Contents{ID: "inhoud", Title: "Inhoud"}
	for _, b := range m.Doc.Blocks {
		if h, ok := b.(*document.Heading); ok && h.Level <= 2 {
			c.Entries = append(c.Entries, document.Entry{Target: h.ID, Level: h.Level, Number: h.Number, Text: h.Text})
		}
	}
	return c
}

const (
	short = "De pakkans hangt af van training en van meldingen door omstanders; beide groeien langzaam."
	long  = "Uitvoeringsorganisaties melden vaker wanneer slachtofferhulporganisaties tijdig terugkoppelen wat er met een melding gebeurt. " +
		"De experts zien dat die terugkoppeling nu vaak ontbreekt, zodat de meldingsbereidheid binnen een jaar terugzakt. " +
		"Financiële prikkels helpen alleen als de coördinatie tussen gemeenten, politie en arbeidsinspectie is geregeld; " +
		"zonder die afspraken verschuift het probleem naar sectoren waar het toezicht dunner is. "
)

// Torture makes the memo that the issue of the accessible PDF asks for: nested
// lists, a table of 200 rows with long cells, 60 footnotes of which some split,
// 40 lines of code, headings at page ends, figures of every size, links over
// line and page ends, all Latin-1 and Greek, arrows, box drawing, emoji.
func Torture() (*document.Document, map[string]page.Size) {
	m := New()
	m.chapterText()
	m.chapterFigures()
	m.chapterTables()
	m.chapterCharacters()
	m.Doc.Blocks = append([]document.Block{m.contents()}, m.Doc.Blocks...)
	return m.Doc, m.Sizes
}

func (m *Maker) chapterText() {
	m.Add(m.Heading(1, "1", "Tekst, lijsten en noten"))
	for i := range 20 {
		p := m.Paragraph(fmt.Sprintf("1.%d", i+1), "")
		p.Text = append(p.Text, document.Text(long))
		for j := range 3 {
			note := short
			if (i+j)%7 == 0 {
				note = strings.Repeat(long, 4)
			}
			p.Text = append(p.Text, document.Text("Zie de noot."), m.Note(note), document.Text(" "))
		}
		p.Text = append(p.Text, document.Link{
			URL:  "https://www.voorbeeld.nl/een/lang/pad/naar-een/document_over_uitbuiting.html",
			Kids: document.Words("het rapport over de aanpak van uitbuiting in de land- en tuinbouw van vorig jaar"),
		}, document.Text(" en "), document.Emph{Kids: document.Words("nadruk")}, document.Text(" met "), document.CodeText("code"), document.Text("."))
		m.Add(p)
		if i%4 == 3 {
			m.Add(m.Heading(2, fmt.Sprintf("1.%d", i/4+1), "Een paragraaf met een kop die over meer dan één regel loopt omdat zij lang is"))
			m.Add(m.Heading(3, "", "En meteen daaronder een kop van het derde niveau"))
		}
	}
	m.Add(m.nested(4), m.code(), &document.Break{}, &document.Quote{Blocks: []document.Block{m.Paragraph("", long)}})
	m.Add(
		&document.Aside{Kind: document.Box, Label: "Wat dit model is", Blocks: []document.Block{m.Paragraph("", long), m.Paragraph("", short)}},
		&document.Aside{Kind: document.Audience, Label: "Alleen voor JenV, SZW", Blocks: []document.Block{m.Paragraph("", long), m.nested(2)}},
		&document.Definitions{Items: []document.Definition{
			{Term: document.Words("factor"), Blocks: []document.Block{m.Paragraph("", short)}},
			{Term: document.Words("relatie"), Blocks: []document.Block{m.Paragraph("", long)}},
		}})
}

// nested makes a list with lists in it, ordered and unordered in turn.
func (m *Maker) nested(depth int) *document.List {
	l := &document.List{Ordered: depth%2 == 0, Start: 8, Tight: depth < 3}
	for i := range 3 {
		item := document.Item{Task: depth == 1, Done: i == 1, Blocks: []document.Block{m.Paragraph("", short)}}
		if i == 1 && depth > 1 {
			item.Blocks = append(item.Blocks, m.nested(depth-1))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (m *Maker) code() *document.Code {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "%sfor x%d := range list { total += x%d * weight[%d] } // regel %d%s\n",
			strings.Repeat("    ", i%4), i, i, i, i, strings.Repeat(" en verder", i%9))
	}
	return &document.Code{Text: b.String()}
}

func (m *Maker) chapterFigures() {
	m.Add(m.Heading(1, "2", "Figuren"))
	for i := range 12 {
		m.Add(m.Paragraph(fmt.Sprintf("2.%d", i+1), strings.Repeat(long, 1+i%3)))
		m.Add(m.Figure(fmt.Sprint(i+1), page.Pt(150+i*40), page.Pt(60+(i*173)%640),
			"Training verhoogt de pakkans. De figuur toont welke factoren daarop van invloed zijn en langs welke wegen."))
	}
}

func (m *Maker) chapterTables() {
	m.Add(m.Heading(1, "3", "Tabellen"), m.Paragraph("3.1", long))
	rows := [][]string{{"Van", "Naar", "Sterkte", "Onderbouwing"}}
	for i := range 200 {
		if i%25 == 0 {
			rows = append(rows, []string{fmt.Sprintf("Domein %d", i/25+1)})
		}
		rows = append(rows, []string{
			"slachtofferhulporganisaties", "meldingsbereidheid", fmt.Sprintf("%d,%d", i%13, i%10),
			strings.Repeat(short+" ", 1+i%5),
		})
	}
	m.Add(m.Table("1", "Training werkt het snelst. Alle relaties met hun onderbouwing.",
		[]document.Align{document.Left, document.Left, document.Decimal, document.Left}, rows...))
	m.Add(m.Paragraph("3.2", long), m.Table("2", "Klein maar fijn.",
		[]document.Align{document.Left, document.Decimal, document.Decimal},
		[]string{"Ingreep", "Na 1 jaar", "Na 10 jaar"}, []string{"Training", "+12,4", "+3"}, []string{"Budget", "−0,25", "+112,5"}))
}

func (m *Maker) chapterCharacters() {
	m.Add(m.Heading(1, "A", "Tekens"))
	m.Doc.Blocks[len(m.Doc.Blocks)-1].(*document.Heading).Annex = true
	for _, block := range [][2]rune{{0x21, 0x7E}, {0xA1, 0xFF}, {0x391, 0x3C9}, {0x2190, 0x21FF}, {0x2500, 0x257F}} {
		var b strings.Builder
		for r := block[0]; r <= block[1]; r++ {
			if r != 0x3A2 && r != 0xAD {
				fmt.Fprintf(&b, "%c ", r)
			}
		}
		m.Add(m.Paragraph("", b.String()))
	}
	m.Add(m.Paragraph("", "Emoji: 😀 👩‍🚒 ❤️; gecombineerd: e\u0301 n\u0303 x\u0302; Ł ș − ‑ …"))
}
