package memo

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
)

// document puts the chapters in a row behind the head.
func (w *writer) document(plan []*chapter) *document.Document {
	m := &w.p.Memo
	doc := &document.Document{
		Language: w.language,
		Title:    m.Title,
		Subtitle: m.Subtitle,
		Short:    w.shortTitle(),
		Draft:    m.Status != "final",
		Marks:    w.marks(),
		Internal: w.e.Internal,
		Map:      w.wholeMap(),
	}
	doc.Blocks = []document.Block{
		&document.Contents{ID: "contents", Title: w.t("contents")},
		&document.Contents{ID: "figures", Title: w.t("contents.figures")},
		&document.Contents{ID: "tables", Title: w.t("contents.tables")},
	}
	annexes := false
	for _, c := range plan {
		if !c.hasContent() {
			continue
		}
		h := &document.Heading{ID: slug(c.id), Level: 1, Text: c.title, Annex: c.annex && !annexes}
		annexes = annexes || c.annex
		w.chapterIDs[c.id] = h
		doc.Blocks = append(append(doc.Blocks, h), c.blocks...)
	}
	edition := w.edition(doc)
	doc.States = w.states(edition)
	doc.Head = w.head(edition, plan)
	doc.Meta = document.Meta{
		Date:        m.Date,
		Description: m.Subject,
		Keywords:    w.keywords(),
		Author:      m.From,
	}
	return doc
}

// shortTitle for running heads: the title, cut at a word.
func (w *writer) shortTitle() string {
	const longest = 60
	title := w.p.Memo.Title
	if len([]rune(title)) <= longest {
		return title
	}
	short := ""
	for _, word := range strings.Fields(title) {
		if len([]rune(short+" "+word)) > longest {
			break
		}
		short = strings.TrimSpace(short + " " + word)
	}
	return short + "…"
}

func (w *writer) status() string {
	if w.p.Memo.Status == "final" {
		return w.t("status.final")
	}
	return w.t("status.draft")
}

// states tell this text apart from others of the same memo.
func (w *writer) states(edition string) []string {
	states := []string{edition, w.status(), ""}
	if w.p.Memo.Version != "" {
		states[2] = w.t("version", w.p.Memo.Version)
	}
	return slices.DeleteFunc(states, func(s string) bool { return s == "" })
}

// marks stand on every page. A marking is printed verbatim: the program neither
// translates nor invents one.
func (w *writer) marks() []string {
	var marks []string
	if label := w.p.Memo.Marking.Label; label != "" {
		marks = append(marks, label)
	}
	if w.e.Internal {
		marks = append(marks, w.t("mark.internal"))
	}
	return marks
}

// edition says for whom this one is; empty if nothing in it is for anybody in
// particular, so that no other edition need exist.
func (w *writer) edition(doc *document.Document) string {
	switch {
	case w.e.For != "" && w.e.Internal:
		return w.t("edition.for", w.e.For) + ", " + w.t("edition.internal")
	case w.e.For != "":
		return w.t("edition.for", w.e.For)
	case w.e.Internal:
		return w.capital(w.t("edition.internal"))
	}
	special := false
	eachBlock(doc.Blocks, func(b document.Block) {
		if a, ok := b.(*document.Aside); ok && a.Kind == document.Audience {
			special = true
		}
	})
	if !special {
		return ""
	}
	return w.t("edition.experts")
}

// editionField is the edition as a value of the head: "Voor JenV".
func (w *writer) editionField(edition string) string {
	switch {
	case edition == "":
		return ""
	case w.e.For != "" && w.e.Internal:
		return w.t("label.for", w.e.For) + "; " + w.t("edition.value.internal")
	case w.e.For != "":
		return w.t("label.for", w.e.For)
	case w.e.Internal:
		return w.capital(w.t("edition.value.internal"))
	}
	return w.t("edition.value.experts")
}

func (w *writer) keywords() []string {
	words := strings.Split(w.t("keywords"), ", ")
	return append(words, w.m.Domains()...)
}

// head makes the fields of the first page. A field without value is left out.
func (w *writer) head(edition string, plan []*chapter) document.Head {
	m := &w.p.Memo
	head := document.Head{Sender: m.From, Kind: w.t("kind")}
	add := func(key, value string) {
		if strings.TrimSpace(value) != "" {
			head.Fields = append(head.Fields, document.Field{Label: w.t("head." + key), Value: document.Words(value)})
		}
	}
	var to []string
	for _, r := range m.To {
		to = append(to, r.Name)
	}
	add("to", strings.Join(to, ", "))
	add("from", m.From)
	add("cc", strings.Join(m.CC, ", "))
	add("date", w.date(m.Date))
	add("reference", m.Reference)
	add("subject", m.Subject)
	add("client", m.Client)
	add("facilitator", m.Facilitator)
	add("status", w.status())
	add("version", m.Version)
	add("edition", w.editionField(edition))
	add("marking", w.markingField())
	add("contact", m.Contact)
	if m.ReplyBy != "" {
		add("reply", w.date(m.ReplyBy))
	}
	head.Message = w.headMessage(plan)
	head.Remark = w.remark()
	return head
}

func (w *writer) markingField() string {
	m := w.p.Memo.Marking
	if m.Label == "" {
		return ""
	}
	parts := []string{m.Label}
	if m.SetBy != "" {
		parts = append(parts, w.t("marking.by", m.SetBy))
	}
	if m.Until != "" {
		parts = append(parts, w.t("marking.until", w.date(m.Until)))
	}
	return strings.Join(parts, ", ")
}

// headMessage is the first paragraph of the summary that everybody may read.
func (w *writer) headMessage(plan []*chapter) []document.Inline {
	for _, c := range plan {
		if c.id != "summary" {
			continue
		}
		for _, b := range c.blocks {
			if p, ok := b.(*document.Paragraph); ok {
				return withoutNotes(p.Text)
			}
		}
	}
	return nil
}

// remark is what must be said on page one: of a draft, that it is one, what is
// asked of its readers, before when and to whom.
func (w *writer) remark() []document.Inline {
	m := &w.p.Memo
	if m.Status == "final" {
		return nil
	}
	switch {
	case m.ReplyBy != "" && m.Contact != "":
		return document.Words(w.t("remark.draft") + " " + w.t("remark.ask.both", w.date(m.ReplyBy), m.Contact))
	case m.ReplyBy != "":
		return document.Words(w.t("remark.draft") + " " + w.t("remark.ask.date", w.date(m.ReplyBy)))
	case m.Contact != "":
		return document.Words(w.t("remark.draft") + " " + w.t("remark.ask.contact", m.Contact))
	}
	return document.Words(w.t("remark.draft"))
}

// wholeMap is the whole model as one diagram, from which all figures take the
// place of their factors.
func (w *writer) wholeMap() *document.Diagram {
	return snapshot.Map(w.m, w.t("map"))
}

func (w *writer) isLever(factor string) bool {
	return slices.ContainsFunc(w.m.Interventions, func(c model.Intervention) bool { return c.Factor == factor })
}
