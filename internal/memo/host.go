package memo

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/markdown"
	"slotmemo/internal/marvel"
	"slotmemo/internal/source"
)

// A host answers what one file of the user asks (markdown.Host).
type host struct {
	*writer
	file string
}

// A reference is a link whose words depend on the numbering. Until the document
// is numbered, its place is held by a Link with the Target "\x00n".
type reference struct {
	pos        source.Pos
	kind, name string            // "snapshot", "vertrouwen"; "#", "kop"
	heading    *document.Heading // instead of kind and name: a heading of this memo
	kids       []document.Inline
	told       bool // that it leads nowhere
}

// Part decides what is in this edition. In an edition for one addressee the
// label doesn't tell who else may read the part.
func (h host) Part(pos source.Pos, readers []string) (*document.Aside, bool, []source.Problem) {
	if len(readers) == 0 {
		return &document.Aside{Kind: document.Internal, Label: h.t("label.intern")}, h.e.Internal, nil
	}
	var problems []source.Problem
	for _, id := range readers {
		if h.recipient(id) == nil {
			problems = append(problems, unknown(pos, UnknownRecipient, id, h.recipientIDs()))
		}
	}
	if len(problems) > 0 {
		return nil, false, problems
	}
	if h.e.For == "" {
		label := h.t("label.only", strings.Join(readers, ", "))
		return &document.Aside{Kind: document.Audience, Label: label}, true, nil
	}
	label := h.t("label.only", h.e.For)
	return &document.Aside{Kind: document.Audience, Label: label}, slices.Contains(readers, h.e.For), nil
}

// Link gives the words for a name of the model, or holds the place of a number.
func (h host) Link(a markdown.Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	switch a.Scheme {
	case "factor":
		if f := h.m.Factor(a.Name); f != nil {
			return orText(kids, f.Label), nil
		}
		return kids, []source.Problem{unknown(a.Pos, UnknownFactor, a.Name, h.factorIDs())}
	case "intervention":
		if c := h.m.Intervention(a.Name); c != nil {
			return orText(kids, c.Label), nil
		}
		return kids, []source.Problem{unknown(a.Pos, UnknownIntervention, a.Name, h.interventionIDs())}
	case "actor":
		if x := h.m.Actor(a.Name); x != nil {
			return orText(kids, x.Label), nil
		}
		return kids, []source.Problem{unknown(a.Pos, UnknownActor, a.Name, h.actorIDs())}
	case "loop":
		return h.loopLink(a, kids)
	case "effect":
		return h.effectLink(a, kids)
	}
	if p := h.checkReference(a); p != nil {
		return kids, []source.Problem{*p}
	}
	return []document.Inline{h.hold(reference{pos: a.Pos, kind: a.Scheme, name: a.Name, kids: kids})}, nil
}

// hold keeps a reference until the document is numbered.
func (w *writer) hold(r reference) document.Inline {
	w.late = append(w.late, r)
	return document.Link{Target: "\x00" + strconv.Itoa(len(w.late)-1), Kids: r.kids}
}

// refer makes a reference of ours to a snapshot, table, chart or chapter.
func (w *writer) refer(kind, name string) document.Inline {
	return w.hold(reference{kind: kind, name: name})
}

// checkReference reports a name that can't exist; whether it stands in this
// memo is seen at the end.
func (h host) checkReference(a markdown.Address) *source.Problem {
	var p source.Problem
	switch a.Scheme {
	case "snapshot":
		if h.view(a.Name) != nil {
			return nil
		}
		p = unknown(a.Pos, UnknownSnapshot, a.Name, h.viewIDs())
	case "table":
		if slices.Contains(tableNames, a.Name) {
			return nil
		}
		p = unknown(a.Pos, UnknownTable, a.Name, tableNames, strings.Join(tableNames, ", "))
	case "chapter":
		if h.chapterID(a.Name) != "" {
			return nil
		}
		known := h.knownChapters()
		p = unknown(a.Pos, UnknownChapter, a.Name, known, strings.Join(known, ", "))
	default:
		return nil
	}
	return &p
}

func orText(kids []document.Inline, s string) []document.Inline {
	if len(kids) > 0 {
		return kids
	}
	return document.Words(s)
}

func (h host) loopLink(a markdown.Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	if l := h.loop(a.Name); l != nil {
		if l.Name == "" && len(kids) == 0 {
			return document.Words(l.ID), []source.Problem{{Pos: a.Pos, Severity: source.Warning, Message: LoopReference, Args: []any{a.Name}}}
		}
		return orText(kids, l.Name), nil
	}
	for _, l := range h.m.Loops {
		if l.ID == a.Name && l.Name != "" {
			return orText(kids, l.Name), nil
		}
	}
	return kids, []source.Problem{unknown(a.Pos, UnknownLoop, a.Name, h.loopIDs())}
}

// effectLink reads "c1+c3/costs@3" and gives the change of the factor in points.
func (h host) effectLink(a markdown.Address, kids []document.Inline) ([]document.Inline, []source.Problem) {
	fail := func(m source.Message, args ...any) ([]document.Inline, []source.Problem) {
		return kids, []source.Problem{{Pos: a.Pos, Message: m, Args: args}}
	}
	combination, rest, ok := strings.Cut(a.Name, "/")
	at := strings.LastIndex(rest, "@")
	if !ok || at < 0 {
		return fail(BadEffect, a.Name)
	}
	factor := rest[:at]
	year, err := strconv.ParseFloat(strings.ReplaceAll(rest[at+1:], ",", "."), 64)
	if err != nil || math.IsNaN(year) || math.IsInf(year, 0) {
		return fail(BadEffect, a.Name)
	}
	if horizon := h.horizon(); year < 0 || year > horizon {
		return fail(EffectBeyond, year, horizon)
	}
	var problems []source.Problem
	ids := strings.Split(combination, "+")
	for i, id := range ids {
		ids[i] = strings.TrimSpace(id)
		if h.m.Intervention(ids[i]) == nil {
			problems = append(problems, unknown(a.Pos, UnknownIntervention, ids[i], h.interventionIDs()))
		}
	}
	if h.m.Factor(factor) == nil {
		problems = append(problems, unknown(a.Pos, UnknownFactor, factor, h.factorIDs()))
	}
	if len(problems) > 0 {
		return kids, problems
	}
	change, ok := h.change(ids, factor, year)
	if !ok {
		word := h.t("undetermined")
		return orText(kids, word), []source.Problem{{Pos: a.Pos, Severity: source.Warning, Message: EffectUndetermined, Args: []any{a.Name, word}}}
	}
	return append(slices.Clone(kids), orSpace(kids, h.points(change))...), nil
}

func orSpace(kids []document.Inline, s string) []document.Inline {
	if len(kids) > 0 {
		s = hard + s
	}
	return document.Words(s)
}

// Place gives the blocks for an image of ours. Tables and charts are filled
// when the whole text has been read.
func (h host) Place(a markdown.Address, caption []document.Inline) ([]document.Block, []source.Problem) {
	switch a.Scheme {
	case "snapshot":
		v := h.view(a.Name)
		if v == nil {
			return nil, []source.Problem{unknown(a.Pos, UnknownSnapshot, a.Name, h.viewIDs())}
		}
		f := h.figure(*v, a.Pos, caption)
		if f == nil {
			return nil, nil
		}
		return []document.Block{f}, nil
	case "table":
		if !slices.Contains(tableNames, a.Name) {
			return nil, []source.Problem{unknown(a.Pos, UnknownTable, a.Name, tableNames, strings.Join(tableNames, ", "))}
		}
		return []document.Block{&document.Table{Pos: a.Pos, ID: "table-" + a.Name, Caption: h.captionOf(caption)}}, nil
	case "chart":
		if a.Name != "levels" && a.Name != "ranking" {
			return nil, []source.Problem{unknown(a.Pos, UnknownChart, a.Name, []string{"levels", "ranking"})}
		}
		blocks := h.charts(a.Name, a.Pos, caption)
		if len(blocks) == 0 {
			return nil, []source.Problem{{Pos: a.Pos, Severity: source.Warning, Message: EmptyChart, Args: []any{a.Name}}}
		}
		return blocks, nil
	case "session":
		return h.quote(a)
	}
	panic("memo: no rule for an image " + a.Scheme)
}

// Heading notes a recommendation and holds the place of its effect.
func (h host) Heading(head *document.Heading, attributes []markdown.Attribute) ([]document.Block, []source.Problem) {
	var problems []source.Problem
	rec := recommendation{heading: head}
	is := false
	for _, a := range attributes {
		switch a.Key {
		case "class":
			for _, class := range strings.Fields(a.Value) {
				switch class {
				case "aanbeveling", "recommendation":
					is = true
				default:
					problems = append(problems, source.Problem{Pos: head.Pos, Message: UnknownAttribute, Args: []any{"." + class}})
				}
			}
		case "for":
			for _, id := range markdown.Names(a.Value) {
				if h.recipient(id) == nil {
					problems = append(problems, unknown(head.Pos, UnknownRecipient, id, h.recipientIDs()))
					continue
				}
				rec.readers = append(rec.readers, id)
			}
		case "intervention", "interventie":
			for _, id := range markdown.Names(strings.ReplaceAll(a.Value, "+", " ")) {
				if h.m.Intervention(id) == nil {
					problems = append(problems, unknown(head.Pos, UnknownIntervention, id, h.interventionIDs()))
					continue
				}
				rec.interventions = append(rec.interventions, id)
			}
		case "id":
			head.ID = a.Value
		default:
			problems = append(problems, source.Problem{Pos: head.Pos, Message: UnknownAttribute, Args: []any{a.Key}})
		}
	}
	if !is {
		for _, a := range attributes {
			if a.Key == "for" || a.Key == "intervention" {
				problems = append(problems, source.Problem{Pos: head.Pos, Message: LoneAttribute, Args: []any{a.Key}})
			}
		}
		return nil, problems
	}
	slices.Sort(rec.interventions)
	rec.interventions = slices.Compact(rec.interventions)
	return h.recommend(&rec), problems
}

// horizon of the runs, in years.
func (w *writer) horizon() float64 {
	for _, h := range []float64{w.r.Options.Horizon, w.p.Memo.Horizon} {
		if h > 0 {
			return h
		}
	}
	return marvel.DefaultHorizon
}

func ids[T any](items []T, id func(*T) string) []string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = id(&items[i])
	}
	return out
}

func (w *writer) loop(id string) *marvel.Loop {
	for i := range w.r.Loops.List {
		if w.r.Loops.List[i].ID == id {
			return &w.r.Loops.List[i]
		}
	}
	return nil
}

// A note is a footnote of one file.
type note struct {
	blocks []document.Block
	pos    source.Pos
}

func noteKey(file, label string) string { return fmt.Sprintf("%s\x00%s", file, label) }
