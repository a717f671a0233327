package audit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/pdfread"
	"slotmemo/layout/page"
	"slotmemo/layout/text"
	"slotmemo/render/pdf"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// smallMemo is a memo with one of everything, set and written by our own rooms.
func smallMemo(t testing.TB) []byte {
	t.Helper()
	fonts := text.NewFonts()
	figure := &document.Figure{
		ID: "fig-map", Name: "Figuur", Number: "1", Caption: document.Caption{Message: document.Words("De pakkans."), Rest: document.Words("Zij daalt.")},
		Alt: "Pakkans remt handel. Zie de tabel.", Chart: &document.Chart{ID: "map"},
	}
	cell := func(s string) document.Cell { return document.Cell{Text: document.Words(s)} }
	doc := &document.Document{
		Language: "nl", Title: "Een kleine memo", Short: "Kleine memo", States: []string{"Concept", "Versie 0.1"}, Draft: true, Watermark: true,
		Head: document.Head{Sender: "TNO", Kind: document.Words("Memo"), Fields: []document.Field{{Label: "Aan", Value: document.Words("JenV")}}, Message: document.Words("De boodschap.")},
		Meta: document.Meta{Date: "2018-09-06", Description: "Voor de proef"},
		Blocks: []document.Block{
			&document.Contents{ID: "contents", Title: "Inhoud", Entries: []document.Entry{
				{Target: "a", Level: 1, Number: "1", Text: document.Words("Aanleiding")}, {Target: "b", Level: 2, Number: "1.1", Text: document.Words("Vraag")},
			}},
			&document.Heading{ID: "a", Level: 1, Number: "1", Text: document.Words("Aanleiding")},
			&document.Paragraph{ID: "p1", Number: "1.1", Text: []document.Inline{
				document.Text("Officieren vinden de bewijslast hoog"),
				document.NoteRef{Note: "note-1", Number: "1", ID: "ref-1"},
				document.Text(", zie "),
				document.Link{Target: "b", Purpose: "paragraaf 1.1", Kids: document.Words("de vraag")},
				document.Text(" en "),
				document.Link{URL: "https://example.org/rapport", Purpose: "Het rapport", Kids: document.Words("het rapport")},
				document.Span{Language: "en", Kids: document.Words("about trafficking")},
				document.NoteRef{Note: "note-2", Number: "2", ID: "ref-2"},
			}},
			&document.Heading{ID: "b", Level: 2, Number: "1.1", Text: document.Words("Vraag")},
			&document.List{Ordered: true, Start: 1, Tight: true, Items: []document.Item{
				{Blocks: []document.Block{&document.Paragraph{Text: document.Words("Eerst dit.")}}},
				{Blocks: []document.Block{&document.Paragraph{Text: document.Words("Dan dat.")}}},
			}},
			figure,
			&document.Table{
				ID: "t", Name: "Tabel", Number: "1", Caption: document.Caption{Message: document.Words("De relaties.")},
				Columns: []document.Column{{Head: document.Words("Van"), Scope: true}, {Head: document.Words("Naar")}, {Head: document.Words("Teken")}},
				Rows:    []document.Row{{Cells: []document.Cell{cell("pakkans"), cell("handel"), cell("remt")}}, {Cells: []document.Cell{cell("handel"), cell("pakkans"), cell("draagt bij")}}},
			},
		},
		Notes: []document.Note{
			{ID: "note-1", Number: "1", Blocks: []document.Block{&document.Paragraph{Text: document.Words("Zo zeiden zij.")}}},
			{ID: "note-2", Number: "2", Blocks: []document.Block{&document.Paragraph{Text: document.Words("En zo.")}}},
		},
	}
	pictures := map[string]*picture.Picture{"fig-map": {ID: "fig-map", Width: 200, Height: 80, Shapes: []picture.Shape{
		&picture.Path{Segments: []picture.Segment{{Op: picture.Move, Points: [3]picture.Point{{X: 10, Y: 40}}}, {Op: picture.Line, Points: [3]picture.Point{{X: 150, Y: 40}}}}, Stroke: templates.Minus, Width: 1.8},
		&picture.Text{X: 10, Y: 20, Face: text.Sans, Size: 9, Color: templates.Ink, Value: "pakkans"},
	}}}
	book, problems := page.Set(doc, fonts, map[string]page.Size{"fig-map": {W: 200, H: 80}})
	if len(problems) > 0 {
		t.Fatalf("the memo has problems: %v", problems)
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, book, pictures, doc, fonts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A draft is a PDF taken apart, to be changed and put together again.
type draft struct {
	t       testing.TB
	f       *pdfread.File
	objects map[int]any
	trailer dict
	header  string
	tail    string
}

func takeApart(t testing.TB, b []byte) *draft {
	t.Helper()
	f, err := pdfread.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	d := &draft{t: t, f: f, objects: map[int]any{}, trailer: dict{}, header: "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"}
	for _, k := range []name{"Root", "Info", "ID"} {
		d.trailer[k] = f.Trailer[k]
	}
	for num := range f.Entries {
		v := f.Object(num)
		if s, ok := v.(*stream); ok {
			if s.Dict["Type"] == name("ObjStm") || s.Dict["Type"] == name("XRef") {
				continue
			}
			data, err := f.Decode(s)
			if err != nil {
				t.Fatal(err)
			}
			delete(s.Dict, "Filter")
			s.Raw = data
		}
		if v != nil {
			d.objects[num] = v
		}
	}
	return d
}

// putTogether writes the draft with a plain cross-reference table.
func (d *draft) putTogether() []byte {
	var b bytes.Buffer
	b.WriteString(d.header)
	size := 0
	for num := range d.objects {
		size = max(size, num+1)
	}
	offsets := make([]int, size)
	for num := 1; num < size; num++ {
		v, ok := d.objects[num]
		if !ok {
			continue
		}
		offsets[num] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", num)
		if s, isStream := v.(*stream); isStream {
			s.Dict["Length"] = len(s.Raw)
			writeObject(&b, s.Dict)
			b.WriteString("\nstream\n")
			b.Write(s.Raw)
			b.WriteString("\nendstream")
		} else {
			writeObject(&b, v)
		}
		b.WriteString("\nendobj\n")
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", size)
	for _, at := range offsets[1:] {
		if at == 0 {
			b.WriteString("0000000000 00001 f \n")
		} else {
			fmt.Fprintf(&b, "%010d 00000 n \n", at)
		}
	}
	d.trailer["Size"] = size
	b.WriteString("trailer\n")
	writeObject(&b, d.trailer)
	fmt.Fprintf(&b, "\nstartxref\n%d\n%%%%EOF\n%s", start, d.tail)
	return b.Bytes()
}

func writeObject(b *bytes.Buffer, v any) {
	switch v := v.(type) {
	case nil:
		b.WriteString("null")
	case dict:
		b.WriteString("<<")
		for _, k := range pdfread.SortedKeys(v) {
			writeObject(b, k)
			b.WriteByte(' ')
			writeObject(b, v[k])
			b.WriteByte('\n')
		}
		b.WriteString(">>")
	case array:
		b.WriteByte('[')
		for _, e := range v {
			writeObject(b, e)
			b.WriteByte(' ')
		}
		b.WriteByte(']')
	case name:
		b.WriteByte('/')
		for i := range len(v) {
			if pdfread.IsRegular(v[i]) && v[i] != '#' {
				b.WriteByte(v[i])
			} else {
				fmt.Fprintf(b, "#%02X", v[i])
			}
		}
	case str:
		fmt.Fprintf(b, "<%X>", string(v))
	case ref:
		b.WriteString(v.String())
	default:
		fmt.Fprint(b, v)
	}
}

// The parts of a draft that faults are put in.

func (d *draft) catalog() dict { return d.f.Dict(d.trailer["Root"]) }

func (d *draft) sorted() []int {
	nums := make([]int, 0, len(d.objects))
	for n := range d.objects {
		nums = append(nums, n)
	}
	slices.Sort(nums)
	return nums
}

// all gives the dictionaries in which key has this value.
func (d *draft) all(key, value name) []dict {
	var out []dict
	for _, n := range d.sorted() {
		if o := d.f.Dict(ref{Number: n}); o != nil && o[key] == value {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		d.t.Fatalf("the memo has nothing with /%s /%s", key, value)
	}
	return out
}

func (d *draft) element(kind name) dict { return d.all("S", kind)[0] }
func (d *draft) page() dict             { return d.all("Type", "Page")[0] }
func (d *draft) link() dict             { return d.all("Subtype", "Link")[0] }
func (d *draft) font() dict             { return d.all("Subtype", "Type0")[0] }
func (d *draft) descendant() dict       { return d.all("Subtype", "CIDFontType2")[0] }
func (d *draft) xmp() *stream           { return d.f.Stream(d.catalog()["Metadata"]) }
func (d *draft) contents() *stream      { return d.f.Stream(d.page()["Contents"]) }
func (d *draft) add(v any) ref {
	n := 1
	for d.objects[n] != nil {
		n++
	}
	d.objects[n] = v
	return ref{Number: n}
}

// replace replaces the first old in a stream, which must be there.
func (d *draft) replace(s *stream, old, with string) {
	d.t.Helper()
	if !bytes.Contains(s.Raw, []byte(old)) {
		d.t.Fatalf("no %q in the stream", old)
	}
	s.Raw = bytes.Replace(s.Raw, []byte(old), []byte(with), 1)
}

// cut takes out of the metadata what stands from one text to another.
func (d *draft) cut(from, to string) {
	d.t.Helper()
	before, rest, ok := strings.Cut(string(d.xmp().Raw), from)
	_, after, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		d.t.Fatalf("no %q … %q in the metadata", from, to)
	}
	d.xmp().Raw = []byte(before + after)
}
