package audit

import "strings"

// mcid names a marked-content sequence: stream is the index of its page, from 1,
// or −number of its form.
type mcid struct{ stream, id int }

// textsOf are the texts of sequences.
type textsOf map[mcid]*strings.Builder

// add adds to the text of a sequence.
func (t textsOf) add(id mcid, s string) {
	b := t[id]
	if b == nil {
		b = &strings.Builder{}
		t[id] = b
	}
	b.WriteString(s)
}

// of returns the text of a sequence.
func (t textsOf) of(id mcid) string {
	if b := t[id]; b != nil {
		return b.String()
	}
	return ""
}

// textOf returns the text of an element with all that is in it, in reading order.
func (f *file) textOf(n *node, texts textsOf) string {
	var b strings.Builder
	f.writeText(&b, n, texts, 0)
	return b.String()
}

func (f *file) writeText(b *strings.Builder, n *node, texts textsOf, depth int) {
	if s, ok := f.text(n.dict["ActualText"]); ok {
		b.WriteString(s)
		return
	}
	for _, k := range n.order {
		if k.node == nil {
			b.WriteString(texts.of(mcid{k.page, k.mcid}))
		} else if depth < maxDepth {
			f.writeText(b, k.node, texts, depth+1)
		}
	}
}

// Bounds of the work on the texts of one file: of operators, and of runs of
// forms, which double with each level of forms in forms.
const (
	maxOperators = 20_000_000
	maxRuns      = 20_000
	maxForms     = 20 // in each other
)

// readTexts returns the texts of the marked-content sequences of pages. Artifacts
// are left out; a span with ActualText has that.
func (f *file) readTexts(pages pageList) textsOf {
	w := &textWork{texts: textsOf{}, fonts: map[int]*fontOf{}}
	for _, p := range pages {
		b, _ := f.contents(p)
		r := &textReader{f: f, work: w, resources: p.resources, stream: p.index}
		r.run(b)
	}
	return w.texts
}

// contents returns the content streams of a page, one after the other; of a stream
// that breaks off what could be read, with the error.
func (f *file) contents(p *pageOf) ([]byte, error) {
	var all []byte
	var broken error
	for _, v := range f.asArray(p.dict["Contents"]) {
		s := f.stream(v)
		if s == nil {
			continue
		}
		b, err := f.decode(s)
		if err != nil && broken == nil {
			broken = streamError{s.num, err}
		}
		all = append(append(all, b...), '\n')
	}
	return all, broken
}

type textWork struct {
	texts           textsOf
	fonts           map[int]*fontOf
	operators, runs int
}

// A textReader runs a content stream as far as its text asks for.
type textReader struct {
	f         *file
	work      *textWork
	resources dict
	stream    int
	depth     int
	font      *fontOf
	saved     []*fontOf
	marks     []textMark
}

// A textMark is an open sequence.
type textMark struct {
	artifact, tagged, replaced bool // replaced: ActualText stands for what is in it
	id                         mcid
}

func (r *textReader) run(b []byte) {
	base := len(r.marks)
	for c := newContent(b); r.work.operators < maxOperators; r.work.operators++ {
		o, ok := c.next()
		if !ok {
			break
		}
		r.operation(o)
	}
	r.marks = r.marks[:min(base, len(r.marks))]
}

func (r *textReader) operation(o operation) {
	switch o.operator {
	case "q":
		if len(r.saved) < 10_000 {
			r.saved = append(r.saved, r.font)
		}
	case "Q":
		if n := len(r.saved); n > 0 {
			r.font, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "Tf":
		r.font = r.find(r.resource("Font", o.name(0)))
	case "gs":
		if list := r.f.array(r.f.dict(r.resource("ExtGState", o.name(0)))["Font"]); len(list) > 0 {
			r.font = r.find(list[0])
		}
	case "BMC", "BDC":
		r.open(o)
	case "EMC":
		r.marks = r.marks[:max(0, len(r.marks)-1)]
	case "Tj", "'":
		r.show(o.operands)
	case "\"":
		r.show(o.operands[min(2, len(o.operands)):])
	case "TJ":
		if len(o.operands) > 0 {
			list, _ := o.operands[0].(array)
			r.show(list)
		}
	case "Do":
		r.form(r.f.stream(r.resource("XObject", o.name(0))))
	}
}

func (r *textReader) resource(kind, n name) any { return r.f.dict(r.resources[kind])[n] }

func (r *textReader) find(v any) *fontOf {
	num := objectNumber(v)
	if have := r.work.fonts[num]; have != nil && num != 0 {
		return have
	}
	read := r.f.readFont(v)
	if num != 0 {
		r.work.fonts[num] = read
	}
	return read
}

func (r *textReader) open(o operation) {
	m := textMark{artifact: o.name(0) == "Artifact"}
	props := o.properties(r.f, r.resources)
	actual, replaced := r.f.text(props["ActualText"])
	m.replaced = replaced
	if id, ok := r.f.get(props["MCID"]).(int); ok {
		m.tagged, m.id = true, mcid{r.stream, id}
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
		s, _ := v.(str)
		r.font.split(s, func(code int) {
			if t, ok := r.font.text(code); ok {
				r.write(t)
			}
		})
	}
}

// write adds to the text of the innermost sequence that an element may name.
func (r *textReader) write(s string) {
	for i := len(r.marks) - 1; i >= 0; i-- {
		if r.marks[i].tagged {
			r.work.texts.add(r.marks[i].id, s)
			return
		}
	}
}

// form runs a form in a state of its own.
func (r *textReader) form(s *stream) {
	if s == nil || r.f.name(s.dict["Subtype"]) != "Form" || r.depth > maxForms || r.work.runs > maxRuns {
		return
	}
	r.work.runs++
	b, _ := r.f.decode(s)
	sub := &textReader{
		f: r.f, work: r.work, resources: r.f.dict(s.dict["Resources"]), stream: -s.num,
		depth: r.depth + 1, font: r.font, marks: r.marks[:len(r.marks):len(r.marks)],
	}
	if sub.resources == nil {
		sub.resources = r.resources
	}
	sub.run(b)
}
