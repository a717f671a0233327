package snapshot

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/prose"
	"slotmemo/internal/source"
	"slotmemo/templates"
)

// A writer tells a part of a model in words.
type writer struct {
	in       Input
	p        *part
	words    templates.Words
	labels   map[string]string // of the nodes of the picture
	problems []source.Problem
}

func newWriter(in Input, p *part) *writer {
	w := &writer{in: in, p: p, words: templates.Texts(in.Language, "snapshot"), labels: map[string]string{}}
	for _, n := range p.nodes {
		w.labels[n.ID] = n.Label
	}
	return w
}

// subject names what is shown: "Lus ‘vertrouwen’".
func (w *writer) subject() string { return w.subjectOf(math.MaxInt) }

// subjectOf names what is shown, with names of at most so many characters.
func (w *writer) subjectOf(most int) string {
	if len(w.p.subjects) == 0 {
		return w.words.Get("subject_none")
	}
	var titles []string
	for _, s := range w.p.subjects {
		args := make([]any, len(s.args))
		for i, a := range s.args {
			args[i] = shorten(a, most)
		}
		titles = append(titles, w.words.Format(s.key, args...))
	}
	return strings.Join(titles, "; ")
}

// quoted puts names in quotes: so each is the name of one thing, whatever its
// number ("‘Meldingen’ draagt bij") and whatever "en" stands in it.
func quoted(names []string) []string {
	return prose.AllQuoted(names)
}

func (w *writer) title() string { return cmp.Or(w.in.View.Caption, w.subject()) }

// alt makes the short alternative: subject, message, pointer. What doesn't fit
// in AltMax characters is cut from the message first, at a word.
func (w *writer) alt() string {
	if own := w.in.View.Alt; own != "" {
		if n := utf8.RuneCountInString(own); n > AltMax {
			w.problems = append(w.problems, source.Problem{
				Pos: w.in.View.Pos, Severity: source.Warning, Message: altTooLong, Args: []any{w.in.View.ID, n, AltMax},
			})
		}
		return shorten(own, AltMax)
	}
	pointer := cmp.Or(w.in.Pointer, w.words.Get("pointer"))
	message := strings.TrimSuffix(cmp.Or(w.in.View.Message, w.counts()), ".")
	subject := shorten(w.subjectOf(26), 85)
	room := AltMax - utf8.RuneCountInString(subject+": . "+pointer)
	if room < 10 {
		return shorten(subject+". "+pointer, AltMax)
	}
	message = shorten(message, room)
	stop := ". "
	if strings.ContainsAny(message[len(message)-1:], "!?") || strings.HasSuffix(message, "…") {
		stop = " "
	}
	return subject + ": " + message + stop + pointer
}

// shorten cuts a text at a word so that it has at most n characters.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}

// number returns a number in words up to ten.
func (w *writer) number(n int) string {
	return prose.New(w.in.Language).Count(n)
}

// count returns "één factor", "12 factoren".
func (w *writer) count(key string, n int) string {
	if n == 1 {
		return w.words.Format(key+"_one", w.number(n))
	}
	return w.words.Format(key+"_many", w.number(n))
}

func (w *writer) counts() string {
	if w.p.overview != nil {
		return w.count("domain", len(w.p.nodes))
	}
	return w.count("factor", len(w.p.nodes)) + " " + w.words.Get("and") + " " + w.relationCount()
}

func (w *writer) relationCount() string {
	if len(w.p.links) == 0 {
		return w.words.Get("no_relations")
	}
	return w.count("relation", len(w.p.links))
}

// long tells the picture: what it holds, each loop, each relation.
func (w *writer) long() []document.Block {
	return slices.Concat(w.tale(), w.valueBlocks(), w.relationBlocks())
}

// told returns each relation as a sentence, in the order of the table.
func (w *writer) told() []string {
	var sentences []string
	for _, l := range w.sorted() {
		sentences = append(sentences, w.sentence(l))
	}
	return sentences
}

// tale tells the picture but for its relations and changes one by one, which
// stand in tables.
func (w *writer) tale() []document.Block {
	var blocks []document.Block
	for _, paragraph := range strings.Split(strings.ReplaceAll(w.in.View.Description, "\r\n", "\n"), "\n\n") {
		if text := strings.Join(strings.Fields(paragraph), " "); text != "" {
			blocks = append(blocks, w.paragraph(text))
		}
	}
	if len(blocks) == 0 {
		blocks = append(blocks, w.paragraph(w.opening()))
	}
	blocks = append(blocks, w.changeBlocks()...)
	blocks = append(blocks, w.routeBlocks()...)
	blocks = append(blocks, w.loopBlocks()...)
	if w.p.effect != nil && len(w.p.effect.change) == 0 {
		blocks = append(blocks, w.paragraph(w.words.Get("no_numbers")))
	}
	if omitted := w.omitted(); omitted != "" {
		blocks = append(blocks, w.paragraph(omitted))
	}
	return blocks
}

func (w *writer) paragraph(text string) document.Block {
	return &document.Paragraph{Text: document.Words(text)}
}

func (w *writer) list(items []string) document.Block {
	l := &document.List{Tight: true}
	for _, text := range items {
		l.Items = append(l.Items, document.Item{Blocks: []document.Block{w.paragraph(text)}})
	}
	return l
}

// opening says what the picture shows, and which marks its names carry.
func (w *writer) opening() string {
	if w.p.overview != nil {
		return w.overviewOpening()
	}
	if len(w.p.nodes) == 0 {
		return w.words.Format("holds_nothing", w.subject())
	}
	sentences := []string{w.words.Format("holds", w.subject(), w.count("factor", len(w.p.nodes)), w.relationCount())}
	outside := 0
	var goals, levers []string
	for _, n := range w.p.nodes {
		if n.Light == document.Ghost {
			outside++
		}
		if n.Goal {
			goals = append(goals, n.Label)
		}
		if n.Lever {
			levers = append(levers, n.Label)
		}
	}
	if outside > 0 {
		sentences = append(sentences, prose.New(w.in.Language).Capital(w.count("outside", outside)))
	}
	sentences = append(sentences, w.names("goals", goals)...)
	sentences = append(sentences, w.names("levers", levers)...)
	return strings.Join(sentences, " ")
}

func (w *writer) names(key string, labels []string) []string {
	switch len(labels) {
	case 0:
		return nil
	case 1:
		return []string{w.words.Format(key+"_one", quoted(labels)[0])}
	}
	return []string{w.words.Format(key+"_many", joined(quoted(labels), w.words.Get("and")))}
}

// relationBlocks returns each relation as a sentence, those of the border apart.
func (w *writer) relationBlocks() []document.Block {
	var inside, border []string
	for _, l := range w.sorted() {
		if l.edge.Light == document.Ghost {
			border = append(border, w.sentence(l))
		} else {
			inside = append(inside, w.sentence(l))
		}
	}
	var blocks []document.Block
	if len(inside) > 0 {
		blocks = append(blocks, w.paragraph(w.words.Get("relations_head")), w.list(inside))
	}
	if len(border) > 0 {
		blocks = append(blocks, w.paragraph(w.words.Get("border_head")), w.list(border))
	}
	return blocks
}

// maxNamedLoops bounds the loops named under a picture that isn't about loops.
const maxNamedLoops = 12

// loopBlocks tells the loops of a loop view. Under another picture it names
// those that have a name and lie wholly in it: their chapter tells them.
func (w *writer) loopBlocks() []document.Block {
	var blocks []document.Block
	for _, l := range w.p.loops {
		blocks = append(blocks, w.paragraph(w.tellLoop(l)))
	}
	if len(blocks) > 0 {
		return blocks
	}
	var names []string
	for _, l := range w.loopsInside() {
		names = append(names, "‘"+l.Name+"’ ("+w.words.Get("kind_"+l.Kind.String())+")")
	}
	switch len(names) {
	case 0:
		return nil
	case 1:
		return []document.Block{w.paragraph(w.words.Format("other_loops_one", names[0]))}
	}
	return []document.Block{w.paragraph(w.words.Format("other_loops_many", joined(names, w.words.Get("and"))))}
}

func (w *writer) loopsInside() []marvel.Loop {
	shown := map[string]bool{}
	for _, l := range w.p.links {
		if l.edge.Change != document.Gone {
			shown[l.edge.ID] = true
		}
	}
	var loops []marvel.Loop
	for _, l := range w.in.Answers.Loops.List {
		if l.Name == "" || slices.ContainsFunc(l.Relations, func(r string) bool { return !shown[r] }) {
			continue
		}
		if loops = append(loops, l); len(loops) == maxNamedLoops {
			break
		}
	}
	return loops
}

// tellLoop tells a loop: its kind, its relations in a chain, the group's story.
func (w *writer) tellLoop(l marvel.Loop) string {
	var chain []string
	for _, id := range l.Relations {
		if r := w.in.Model.Relation(id); r != nil {
			bare := *r
			chain = append(chain, w.bare(bare.From, bare.To, int(bare.Sign)))
		}
	}
	text := w.words.Format("loop_"+l.Kind.String(), loopName(l), joined(chain, w.words.Get("and")))
	if story := strings.Join(strings.Fields(l.Story), " "); story != "" {
		text += " " + story
	}
	return text
}

// bare tells a relation by its sign alone.
func (w *writer) bare(from, to string, sign int) string {
	key := "unknown_sign"
	switch {
	case sign > 0:
		key = "plus"
	case sign < 0:
		key = "minus"
	}
	a, b := labelOf(w.in.Model, from), labelOf(w.in.Model, to)
	return strings.NewReplacer("%[1]s", a, "%[2]s", b, "%[3]s", "", "%[4]s", "").Replace(w.words.Get(key))
}

// routeBlocks tells how many paths there are, and the three told apart.
func (w *writer) routeBlocks() []document.Block {
	r := w.p.route
	if r == nil {
		return nil
	}
	to := labelOf(w.in.Model, r.to)
	lines := []string{}
	switch {
	case !r.complete:
		lines = append(lines, w.words.Format("route_least", r.label, to, w.number(r.count)))
	case r.count == 1:
		lines = append(lines, w.words.Format("route_one", r.label, to))
	default:
		lines = append(lines, w.words.Format("route_many", r.label, to, w.number(r.count)))
	}
	missing := false
	for i, p := range r.three {
		if len(p.Relations) == 0 {
			missing = true
			continue
		}
		lines = append(lines, w.words.Format("track_told", w.words.Get(fmt.Sprintf("track_%d", i+1)), w.chain(p.Factors), w.words.Get(trackSign(p))))
	}
	if missing {
		lines = append(lines, w.words.Get("track_missing"))
	}
	return []document.Block{w.paragraph(lines[0]), w.list(lines[1:])}
}

// chain names the factors of a path in order.
func (w *writer) chain(factors []string) string {
	var names []string
	for _, id := range factors {
		names = append(names, labelOf(w.in.Model, id))
	}
	return strings.Join(names, " → ")
}

func trackSign(p marvel.Path) string {
	switch {
	case p.Gain > 0:
		return "track_plus"
	case p.Gain < 0:
		return "track_minus"
	}
	return "track_unknown"
}

// omitted says what isn't in the picture though one might expect it.
func (w *writer) omitted() string {
	var sentences []string
	if w.p.overview != nil {
		sentences = append(sentences, w.overviewOmitted())
	}
	if w.p.lit.Words != "" {
		sentences = append(sentences, w.p.lit.Words)
	}
	var hidden []string
	for _, id := range w.p.hidden {
		hidden = append(hidden, labelOf(w.in.Model, id))
	}
	sentences = append(sentences, w.names("hidden", hidden)...)
	return strings.Join(sentences, " ")
}
