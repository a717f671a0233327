package pdfread

import "strings"

// MCID names a marked-content sequence: stream is the index of its page, from 1,
// or −number of its form.
type MCID struct{ Stream, ID int }

// Texts are the texts of sequences.
type Texts map[MCID]*strings.Builder

// Add adds to the text of a sequence.
func (t Texts) Add(id MCID, s string) {
	b := t[id]
	if b == nil {
		b = &strings.Builder{}
		t[id] = b
	}
	b.WriteString(s)
}

// Of returns the text of a sequence.
func (t Texts) Of(id MCID) string {
	if b := t[id]; b != nil {
		return b.String()
	}
	return ""
}

// TextOf returns the text of an element with all that is in it, in reading order.
func (f *File) TextOf(n *Element, texts Texts) string {
	var b strings.Builder
	f.writeText(&b, n, texts, 0)
	return b.String()
}

func (f *File) writeText(b *strings.Builder, n *Element, texts Texts, depth int) {
	if s, ok := f.Text(n.Dict["ActualText"]); ok {
		b.WriteString(s)
		return
	}
	for _, k := range n.Order {
		if k.Element == nil {
			b.WriteString(texts.Of(MCID{k.Page, k.MCID}))
		} else if depth < MaxDepth {
			f.writeText(b, k.Element, texts, depth+1)
		}
	}
}

// Bounds of the work on the texts of one file: of operators, and of runs of
// forms, which double with each level of forms in forms.
const (
	MaxOperators = 20_000_000
	MaxRuns      = 20_000
	MaxForms     = 20 // in each other
)

// Texts returns the texts of the marked-content sequences of pages. Artifacts
// are left out; a span with ActualText has that.
func (f *File) Texts(pages Pages) Texts {
	w := &textWork{texts: Texts{}, fonts: map[int]*Font{}}
	for _, p := range pages {
		b, _ := f.Contents(p)
		r := &textReader{f: f, work: w, resources: p.Resources, stream: p.Index}
		r.run(b)
	}
	return w.texts
}

// Contents returns the content streams of a page, one after the other; of a stream
// that breaks off what could be read, with the error.
func (f *File) Contents(p *Page) ([]byte, error) {
	var all []byte
	var broken error
	for _, v := range f.List(p.Dict["Contents"]) {
		s := f.Stream(v)
		if s == nil {
			continue
		}
		b, err := f.Decode(s)
		if err != nil && broken == nil {
			broken = StreamError{s.Number, err}
		}
		all = append(append(all, b...), '\n')
	}
	return all, broken
}

type textWork struct {
	texts           Texts
	fonts           map[int]*Font
	operators, runs int
}

// A textReader runs a content stream as far as its text asks for.
type textReader struct {
	f         *File
	work      *textWork
	resources Dict
	stream    int
	depth     int
	font      *Font
	saved     []*Font
	marks     []textMark
}

// A textMark is an open sequence.
type textMark struct {
	artifact, tagged, replaced bool // replaced: ActualText stands for what is in it
	id                         MCID
}

func (r *textReader) run(b []byte) {
	base := len(r.marks)
	for c := NewContent(b); r.work.operators < MaxOperators; r.work.operators++ {
		o, ok := c.Next()
		if !ok {
			break
		}
		r.operation(o)
	}
	r.marks = r.marks[:min(base, len(r.marks))]
}

func (r *textReader) operation(o Operation) {
	switch o.Operator {
	case "q":
		if len(r.saved) < 10_000 {
			r.saved = append(r.saved, r.font)
		}
	case "Q":
		if n := len(r.saved); n > 0 {
			r.font, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "Tf":
		r.font = r.find(r.resource("Font", o.Name(0)))
	case "gs":
		if list := r.f.Array(r.f.Dict(r.resource("ExtGState", o.Name(0)))["Font"]); len(list) > 0 {
			r.font = r.find(list[0])
		}
	case "BMC", "BDC":
		r.open(o)
	case "EMC":
		r.marks = r.marks[:max(0, len(r.marks)-1)]
	case "Tj", "'":
		r.show(o.Operands)
	case "\"":
		r.show(o.Operands[min(2, len(o.Operands)):])
	case "TJ":
		if len(o.Operands) > 0 {
			list, _ := o.Operands[0].(Array)
			r.show(list)
		}
	case "Do":
		r.form(r.f.Stream(r.resource("XObject", o.Name(0))))
	}
}

func (r *textReader) resource(kind, n Name) any { return r.f.Dict(r.resources[kind])[n] }

func (r *textReader) find(v any) *Font {
	num := NumberOf(v)
	if have := r.work.fonts[num]; have != nil && num != 0 {
		return have
	}
	read := r.f.Font(v)
	if num != 0 {
		r.work.fonts[num] = read
	}
	return read
}

func (r *textReader) open(o Operation) {
	m := textMark{artifact: o.Name(0) == "Artifact"}
	props := o.Properties(r.f, r.resources)
	actual, replaced := r.f.Text(props["ActualText"])
	m.replaced = replaced
	if id, ok := r.f.Get(props["MCID"]).(int); ok {
		m.tagged, m.id = true, MCID{r.stream, id}
	}
	if replaced {
		r.write(actual)
	}
	if len(r.marks) < 1000 {
		r.marks = append(r.marks, m)
	}
}

func (r *textReader) show(list []any) {
	if r.font == nil {
		return
	}
	for _, m := range r.marks {
		if m.artifact || m.replaced {
			return
		}
	}
	for _, v := range list {
		s, _ := v.(String)
		r.font.Split(s, func(code int) {
			if t, ok := r.font.Text(code); ok {
				r.write(t)
			}
		})
	}
}

// write adds to the text of the innermost sequence that an element may name.
func (r *textReader) write(s string) {
	for i := len(r.marks) - 1; i >= 0; i-- {
		if r.marks[i].tagged {
			r.work.texts.Add(r.marks[i].id, s)
			return
		}
	}
}

// form runs a form in a state of its own.
func (r *textReader) form(s *Stream) {
	if s == nil || r.f.Name(s.Dict["Subtype"]) != "Form" || r.depth > MaxForms || r.work.runs > MaxRuns {
		return
	}
	r.work.runs++
	b, _ := r.f.Decode(s)
	sub := &textReader{
		f: r.f, work: r.work, resources: r.f.Dict(s.Dict["Resources"]), stream: -s.Number,
		depth: r.depth + 1, font: r.font, marks: r.marks[:len(r.marks):len(r.marks)],
	}
	if sub.resources == nil {
		sub.resources = r.resources
	}
	sub.run(b)
}
