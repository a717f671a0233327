package pagetest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/layout/page"
)

// vocabulary of random memos: short words, compounds, words with accents.
var vocabulary = strings.Fields(`de een het van en in op te dat die is voor met aan door
politie gemeente training budget melding opvang toezicht inspectie experts factor relatie sessie
meldingsbereidheid slachtofferhulporganisaties uitvoeringsorganisatie arbeidsinspectie coördinatie
beëindigen financiële ministeries samenwerkingsverband terugkoppeling pakkans vervolging groei
hangt remt versterkt vertraagt verschuift draagt geldt blijft zien melden weten groeit zakt foto's
€ 12,5 2018 (zie noot) 10% e-mail JenV SZW`)

// random makes blocks by a generator of numbers.
type random struct {
	*Maker
	r       *rand.Rand
	chapter int
	figures int
	tables  int
}

// Random makes a memo of a few pages that the seed decides. Equal seeds make
// equal memos.
func Random(seed uint64) (*document.Document, map[string]page.Size) {
	m := &random{Maker: New(), r: rand.New(rand.NewPCG(seed, 7))}
	m.Doc.Draft = m.r.IntN(2) == 0
	if m.r.IntN(3) == 0 {
		m.Doc.Marks = nil
	}
	for range 1 + m.r.IntN(4) {
		m.chapterOf()
	}
	if m.r.IntN(2) == 0 {
		h := m.Heading(1, "A", m.words(3))
		h.Annex = true
		m.Add(h, m.paragraph(), m.table())
	}
	m.Doc.Blocks = append([]document.Block{m.contents()}, m.Doc.Blocks...)
	return m.Doc, m.Sizes
}

// ministries are those that a recommendation may be for: names that make labels
// of one line to five.
var ministries = []string{"JenV", "SZW", "VWS", "BZ", "Volksgezondheid", "Buitenlandse Zaken", "Binnenlandse Zaken", "Financiën"}

func (m *random) chapterOf() {
	m.chapter++
	m.Add(m.Heading(1, fmt.Sprint(m.chapter), m.words(1+m.r.IntN(12))))
	level := 1
	for range m.r.IntN(14) {
		if m.r.IntN(4) == 0 {
			level = min(1+level, 2+m.r.IntN(3))
			h := m.Heading(level, "", m.words(1+m.r.IntN(9)))
			if level > 2 {
				h.Label = "Voor " + strings.Join(ministries[:m.ids%len(ministries)], ", ")
			}
			m.Add(h)
		}
		m.Add(m.anything(2))
	}
	m.Add(m.paragraph()) // no heading and no break without something under it
}

// anything makes a block, with blocks in it down to a depth.
func (m *random) anything(depth int) document.Block {
	n := m.r.IntN(16)
	switch {
	case n == 0:
		return m.list(depth)
	case n == 1 && depth > 0:
		q := &document.Quote{Blocks: []document.Block{m.paragraph()}}
		if m.ids%2 == 0 {
			q.Blocks = append(q.Blocks, &document.Paragraph{Text: document.Words("Deelnemer aan de eerste sessie"), Source: true})
		}
		return q
	case n == 2:
		return &document.Code{Text: strings.Repeat(m.words(1+m.r.IntN(20))+"\n", 1+m.r.IntN(30))}
	case n == 3 && depth > 0:
		return &document.Aside{Kind: document.AsideKind(m.r.IntN(4)), Label: m.words(2), Blocks: []document.Block{m.paragraph(), m.anything(depth - 1)}}
	case n == 4 || n == 5:
		return m.table()
	case n == 6 || n == 7:
		m.figures++
		f := m.Figure(fmt.Sprint(m.figures), page.Pt(40+m.r.IntN(460)), page.Pt(20+m.r.IntN(700)), m.sentence(4)+" "+m.sentence(m.r.IntN(30)))
		if m.r.IntN(2) == 0 {
			f.Data = m.table()
		}
		return f
	case n == 8:
		return &document.Definitions{Items: []document.Definition{
			{Term: document.Words(m.words(2)), Blocks: []document.Block{m.paragraph()}},
			{Term: document.Words(m.words(1)), Blocks: []document.Block{m.paragraph()}},
		}}
	case n == 9:
		return &document.Break{}
	}
	return m.paragraph()
}

func (m *random) words(n int) string {
	out := make([]string, max(1, n))
	for i := range out {
		out[i] = vocabulary[m.r.IntN(len(vocabulary))]
	}
	return strings.Join(out, " ")
}

func (m *random) sentence(n int) string {
	if n == 0 {
		return ""
	}
	return m.words(n) + "."
}

func (m *random) paragraph() *document.Paragraph {
	p := m.Paragraph("", "")
	if m.Doc.Draft {
		p.Number = fmt.Sprintf("%d.%d", m.chapter, m.ids)
	}
	for range 1 + m.r.IntN(6) {
		p.Text = append(p.Text, document.Text(m.sentence(2+m.r.IntN(25))))
		switch m.r.IntN(12) {
		case 0:
			p.Text = append(p.Text, m.Note(m.sentence(1+m.r.IntN(20)*m.r.IntN(12))))
		case 1:
			p.Text = append(p.Text, document.Text(" "), document.Link{URL: "https://www.example.org/a", Kids: document.Words(m.words(6))})
		case 2:
			p.Text = append(p.Text, document.Text(" "), document.Strong{Kids: document.Words(m.words(3))})
		}
		p.Text = append(p.Text, document.Text(" "))
	}
	return p
}

func (m *random) list(depth int) *document.List {
	l := &document.List{Ordered: m.r.IntN(2) == 0, Start: m.r.IntN(3) * 49, Tight: m.r.IntN(2) == 0}
	for range 1 + m.r.IntN(8) {
		it := document.Item{Blocks: []document.Block{m.paragraph()}}
		if depth > 0 && m.r.IntN(4) == 0 {
			it.Blocks = append(it.Blocks, m.list(depth-1))
		}
		l.Items = append(l.Items, it)
	}
	return l
}

func (m *random) table() *document.Table {
	columns := 1 + m.r.IntN(6)
	longest := 1 + m.r.IntN(25)
	var aligns []document.Align
	var head []string
	for range columns {
		aligns = append(aligns, document.Align(m.r.IntN(4)))
		head = append(head, m.words(1+m.r.IntN(2)))
	}
	rows := [][]string{head}
	for range 1 + m.r.IntN(40) {
		if m.r.IntN(9) == 0 && columns > 1 {
			rows = append(rows, []string{m.words(2)})
		}
		var cells []string
		for i := range columns {
			if aligns[i] == document.Decimal {
				cells = append(cells, fmt.Sprintf("%d,%d", m.r.IntN(1000), m.r.IntN(100)))
			} else {
				cells = append(cells, m.words(1+m.r.IntN(longest)))
			}
		}
		rows = append(rows, cells)
	}
	if m.r.IntN(2) == 0 {
		return m.Table("", "", aligns, rows...)
	}
	m.tables++
	return m.Table(fmt.Sprint(m.tables), m.sentence(5), aligns, rows...)
}

// Long makes a memo of about so many pages: text, notes, lists, tables and a
// figure on every other page, all words different enough to keep the caches
// honest.
func Long(pages int) (*document.Document, map[string]page.Size) {
	m := &random{Maker: New(), r: rand.New(rand.NewPCG(uint64(pages), 7))}
	for i := range pages {
		if i%8 == 0 {
			m.chapter++
			m.Add(m.Heading(1, fmt.Sprint(m.chapter), m.words(4)))
		}
		m.Add(m.Heading(2, "", m.words(5)), m.fresh(), m.paragraph(), m.list(1), m.paragraph())
		if i%2 == 0 {
			m.figures++
			m.Add(m.Figure(fmt.Sprint(m.figures), 380, 220, m.sentence(12)))
		} else {
			m.Add(m.paragraph(), m.paragraph())
		}
		if i%5 == 0 {
			m.Add(m.table())
		}
	}
	m.Doc.Blocks = append([]document.Block{m.contents()}, m.Doc.Blocks...)
	return m.Doc, m.Sizes
}

// fresh makes a paragraph in which every fifth word is a new one.
func (m *random) fresh() *document.Paragraph {
	var b strings.Builder
	for i := range 90 {
		b.WriteString(m.words(1))
		if i%5 == 0 {
			b.WriteString(m.words(1))
			b.WriteString(m.words(1))
		}
		b.WriteByte(' ')
	}
	return m.Paragraph("", b.String())
}
