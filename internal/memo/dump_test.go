package memo

import (
	"fmt"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
)

// dump writes a document as indented text that a person can read.
func dump(doc *document.Document) string {
	d := &dumper{}
	d.line("title %s", strings.Join(append([]string{doc.Title}, doc.States...), " · "))
	if len(doc.Marks) > 0 {
		d.line("marks %s", strings.Join(doc.Marks, " · "))
	}
	for _, f := range doc.Head.Fields {
		d.line("head %s: %s", f.Label, inline(f.Value))
	}
	if len(doc.Head.Message) > 0 {
		d.line("message %s", inline(doc.Head.Message))
	}
	if len(doc.Head.Remark) > 0 {
		d.line("remark %s", inline(doc.Head.Remark))
	}
	d.blocks(doc.Blocks)
	for _, n := range doc.Notes {
		d.line("note %s %s", n.ID, n.Number)
		d.in(func() { d.blocks(n.Blocks) })
	}
	return d.String()
}

type dumper struct {
	strings.Builder
	depth int
}

func (d *dumper) line(format string, args ...any) {
	s := strings.TrimRight(fmt.Sprintf(format, args...), " ")
	fmt.Fprintf(d, "%s%s\n", strings.Repeat("  ", d.depth), strings.ReplaceAll(s, wording.Hard, "~"))
}

func (d *dumper) in(f func()) { d.depth++; f(); d.depth-- }

func (d *dumper) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			d.line("h%d #%s %s %s%s", b.Level, b.ID, b.Number, inline(b.Text), label(b.Label))
		case *document.Paragraph:
			d.line("p %s %s", b.Number, inline(b.Text))
		case *document.List:
			for i, item := range b.Items {
				mark := "-"
				if b.Ordered {
					mark = fmt.Sprintf("%d.", b.Start+i)
				}
				if item.Task {
					mark += map[bool]string{true: " [x]", false: " [ ]"}[item.Done]
				}
				d.line("%s", mark)
				d.in(func() { d.blocks(item.Blocks) })
			}
		case *document.Definitions:
			for _, item := range b.Items {
				d.line("term %s", inline(item.Term))
				d.in(func() { d.blocks(item.Blocks) })
			}
		case *document.Quote:
			d.line("quote")
			d.in(func() { d.blocks(b.Blocks) })
		case *document.Code:
			d.line("code %q", b.Text)
		case *document.Break:
			d.line("break")
		case *document.Aside:
			d.line("%s%s", [...]string{"audience", "internal", "box", "result"}[b.Kind], label(b.Label))
			d.in(func() { d.blocks(b.Blocks) })
		case *document.Contents:
			d.line("contents %s", b.Title)
			d.in(func() {
				for _, e := range b.Entries {
					d.line("%s%s %s → %s", strings.Repeat("  ", e.Level-1), e.Number, inline(e.Text), e.Target)
				}
			})
		case *document.Table:
			d.table(b)
		case *document.Figure:
			d.line("figure #%s %s %s", b.ID, b.Number, caption(b.Caption))
			d.in(func() {
				d.line("alt %s", b.Alt)
				if b.Diagram != nil {
					d.line("diagram %d nodes, %d edges", len(b.Diagram.Nodes), len(b.Diagram.Edges))
				}
				if b.Drawing != nil {
					d.line("drawing %T", b.Drawing)
				}
				if b.Chart != nil {
					for _, l := range b.Chart.Lines {
						d.line("line %s, %d points", l.Label, len(l.X))
					}
				}
				d.blocks(b.Long)
				if b.Data != nil {
					d.table(b.Data)
				}
			})
		default:
			panic(fmt.Sprintf("dump: no rule for %T", b))
		}
	}
}

func (d *dumper) table(t *document.Table) {
	d.line("table #%s %s %s", t.ID, t.Number, caption(t.Caption))
	d.in(func() {
		var head []string
		for _, c := range t.Columns {
			head = append(head, inline(c.Head))
		}
		d.line("%s", strings.Join(head, " | "))
		for _, r := range t.Rows {
			if r.Group != nil {
				d.line("== %s", inline(r.Group))
				continue
			}
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, inline(c.Text))
			}
			d.line("%s", strings.Join(cells, " | "))
		}
		if len(t.Note) > 0 {
			d.line("note %s", inline(t.Note))
		}
	})
}

// caption has a bar between the message and the rest.
func caption(c document.Caption) string {
	if len(c.Rest) == 0 {
		return inline(c.Message)
	}
	return inline(c.Message) + " | " + inline(c.Rest)
}

func label(s string) string {
	if s == "" {
		return ""
	}
	return " [" + s + "]"
}

func inline(text []document.Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case document.Text:
			b.WriteString(string(in))
		case document.CodeText:
			b.WriteString("`" + string(in) + "`")
		case document.Emph:
			b.WriteString("*" + inline(in.Kids) + "*")
		case document.Strong:
			b.WriteString("**" + inline(in.Kids) + "**")
		case document.Span:
			b.WriteString("{" + inline(in.Kids) + "}")
		case document.Link:
			b.WriteString("[" + inline(in.Kids) + "](" + in.URL)
			if in.Target != "" {
				b.WriteString("#" + in.Target)
			}
			b.WriteString(")")
		case document.NoteRef:
			b.WriteString("[^" + in.Number + "]")
		case document.LineBreak:
			b.WriteString("⏎")
		}
	}
	return b.String()
}
