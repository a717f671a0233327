// Package front writes what stands before the chapters of a memo and in its
// metadata: title, addressees, status, marking, and what is asked of the reader
// of a draft.
package front

import (
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/read"
	"slotmemo/internal/snapshot"
)

type front struct {
	*findings.Findings
	edition  read.Edition
	chapters []draft.Chapter
}

// Write returns a document without blocks.
func Write(found *findings.Findings, edition read.Edition, chapters []draft.Chapter) document.Document {
	f := &front{found, edition, chapters}
	m := &f.Project.Memo
	return document.Document{
		Language:  f.Language,
		Title:     m.Title,
		Subtitle:  m.Subtitle,
		Short:     f.shortTitle(),
		Draft:     m.Status != "final",
		Watermark: m.Watermark && m.Status != "final",
		Marks:     f.marks(),
		States:    f.states(),
		Internal:  edition.Internal,
		Head:      f.head(),
		Map:       snapshot.Map(f.Model, f.T("map")),
		Meta: document.Meta{
			Date:        m.Date,
			Description: m.Subject,
			Keywords:    f.keywords(),
			Author:      m.From,
		},
	}
}

// states tell this text apart from others of the same memo.
func (f *front) states() []string {
	states := []string{f.editionName(), f.status(), ""}
	if f.Project.Memo.Version != "" {
		states[2] = f.T("version", f.Project.Memo.Version)
	}
	return slices.DeleteFunc(states, func(s string) bool { return s == "" })
}

// marks stand on every page. A marking is printed verbatim: the program neither
// translates nor invents one.
func (f *front) marks() []string {
	var marks []string
	if label := f.Project.Memo.Marking.Label; label != "" {
		marks = append(marks, label)
	}
	if f.edition.Internal {
		marks = append(marks, f.T("mark.internal"))
	}
	return marks
}

// shortTitle for running heads: the title, cut at a word.
func (f *front) shortTitle() string {
	const longest = 60
	title := f.Project.Memo.Title
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

func (f *front) status() string {
	if f.Project.Memo.Status == "final" {
		return f.T("status.final")
	}
	return f.T("status.draft")
}

// editionName says for whom this one is; empty if nothing in it is for anybody in
// particular, so that no other edition need exist.
func (f *front) editionName() string {
	switch {
	case f.edition.For != "" && f.edition.Internal:
		return f.T("edition.for", f.edition.For) + ", " + f.T("edition.internal")
	case f.edition.For != "":
		return f.T("edition.for", f.edition.For)
	case f.edition.Internal:
		return f.Capital(f.T("edition.internal"))
	}
	special := false
	for _, c := range f.chapters {
		draft.EachBlock(c.Blocks, func(b document.Block) {
			if a, ok := b.(*document.Aside); ok && a.Kind == document.Audience {
				special = true
			}
		})
	}
	if !special {
		return ""
	}
	return f.T("edition.experts")
}

// editionField is the edition as a value of the head: "Voor JenV".
func (f *front) editionField() string {
	switch {
	case f.editionName() == "":
		return ""
	case f.edition.For != "" && f.edition.Internal:
		return f.T("label.for", f.edition.For) + "; " + f.T("edition.value.internal")
	case f.edition.For != "":
		return f.T("label.for", f.edition.For)
	case f.edition.Internal:
		return f.Capital(f.T("edition.value.internal"))
	}
	return f.T("edition.value.experts")
}

func (f *front) keywords() []string {
	words := strings.Split(f.T("keywords"), ", ")
	return append(words, f.Model.Domains()...)
}

// kind says what this is, and of a draft that it is one: on page one, where
// nobody misses it.
func (f *front) kind() []document.Inline {
	line := document.Words(f.T("kind"))
	if f.Project.Memo.Status != "final" {
		line = append(line, document.Text(" "), document.Span{Soft: true, Kids: document.Words(f.status())})
	}
	return line
}

// head makes the fields of the first page. A field without value is left out.
func (f *front) head() document.Head {
	m := &f.Project.Memo
	head := document.Head{Sender: m.From, Kind: f.kind()}
	add := func(key, value string) {
		if strings.TrimSpace(value) != "" {
			head.Fields = append(head.Fields, document.Field{Label: f.T("head." + key), Value: document.Words(value)})
		}
	}
	var to []string
	for _, r := range m.To {
		to = append(to, r.Name)
	}
	add("to", strings.Join(to, ", "))
	add("from", m.From)
	add("cc", strings.Join(m.CC, ", "))
	add("date", f.Date(m.Date))
	add("reference", m.Reference)
	add("subject", m.Subject)
	add("client", m.Client)
	add("facilitator", m.Facilitator)
	add("status", f.status())
	add("version", m.Version)
	add("edition", f.editionField())
	add("marking", f.markingField())
	add("contact", m.Contact)
	if m.ReplyBy != "" {
		add("reply", f.Date(m.ReplyBy))
	}
	head.Message = f.message()
	head.Remark = f.remark()
	return head
}

func (f *front) markingField() string {
	m := f.Project.Memo.Marking
	if m.Label == "" {
		return ""
	}
	parts := []string{m.Label}
	if m.SetBy != "" {
		parts = append(parts, f.T("marking.by", m.SetBy))
	}
	if m.Until != "" {
		parts = append(parts, f.T("marking.until", f.Date(m.Until)))
	}
	return strings.Join(parts, ", ")
}

// message is the first paragraph of the summary that everybody may read.
func (f *front) message() []document.Inline {
	for _, c := range f.chapters {
		if c.ID != "summary" {
			continue
		}
		for _, b := range c.Blocks {
			if p, ok := b.(*document.Paragraph); ok {
				return draft.WithoutNotes(p.Text)
			}
		}
	}
	return nil
}

// remark is what must be said on page one: of a draft, that it is one, what is
// asked of its readers, before when and to whom.
func (f *front) remark() []document.Inline {
	m := &f.Project.Memo
	if m.Status == "final" {
		return nil
	}
	switch {
	case m.ReplyBy != "" && m.Contact != "":
		return document.Words(f.T("remark.draft") + " " + f.T("remark.ask.both", f.Date(m.ReplyBy), m.Contact))
	case m.ReplyBy != "":
		return document.Words(f.T("remark.draft") + " " + f.T("remark.ask.date", f.Date(m.ReplyBy)))
	case m.Contact != "":
		return document.Words(f.T("remark.draft") + " " + f.T("remark.ask.contact", m.Contact))
	}
	return document.Words(f.T("remark.draft"))
}
