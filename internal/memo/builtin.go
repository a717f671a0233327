package memo

import (
	"strings"

	"slotmemo/internal/document"
)

// builtInBlocks writes a chapter that no text replaces. A chapter without
// content gives nothing and doesn't appear.
func (w *writer) builtInBlocks(id string, plan []*chapter) []document.Block {
	switch id {
	case "summary":
		return w.summary(plan)
	case "background":
		return w.background()
	case "approach":
		return w.approach(plan)
	case "landscape":
		return pointing(w, "point.landscape", w.landscape(), w.homeless(id, plan))
	case "domains":
		return w.domains(plan)
	case "effects":
		return append(w.effects(), w.homeless(id, plan)...)
	case "implications":
		return w.homeless(id, plan)
	case "recommendations":
		return append(w.introduced("recommendations"), w.homeless(id, plan)...)
	case "limits":
		return append(w.limits(), w.homeless(id, plan)...)
	case "factors":
		return w.introduced("factors", w.t("factors.intro"))
	case "relations":
		return w.introduced("relations", w.t("relations.intro"), w.dissentCount())
	case "actors":
		return w.introduced("actors", w.t("actors.intro"))
	case "loops":
		return w.loops()
	case "numbers":
		return w.numbers()
	case "sessions":
		return w.sessionChapter()
	case "changes":
		return pointing(w, "point.changes", w.changes(), w.homeless(id, plan))
	}
	return nil
}

// appendix is what a chapter of the team's own gets at its end: the snapshots
// that no text places, and what a chapter of this name can't do without.
func (w *writer) appendix(id string, plan []*chapter) []document.Block {
	var blocks []document.Block
	switch id {
	case "recommendations":
		blocks = w.introduced("recommendations")
	case "domains":
		for _, d := range w.m.Domains() {
			blocks = append(blocks, w.domainFigures(d)...)
		}
	}
	return append(blocks, w.homeless(id, plan)...)
}

// homeless gives the figures of snapshots that no text places and whose home is
// this chapter, or whose home isn't in this memo if this is the last chapter.
func (w *writer) homeless(id string, plan []*chapter) []document.Block {
	present := map[string]bool{}
	lastChapter := ""
	for _, c := range plan {
		present[c.id] = true
		if !c.annex || lastChapter == "" {
			lastChapter = c.id
		}
	}
	var blocks []document.Block
	for _, v := range w.views {
		home := v.Home()
		if home == id && id != "domains" || !present[home] && id == lastChapter {
			blocks = append(blocks, w.unplaced(v)...)
		}
	}
	return blocks
}

// pointing puts figures behind text, with a sentence that refers to them: the
// text before a figure says why it is there.
func pointing(w *writer, key string, text, figures []document.Block) []document.Block {
	if len(figures) == 0 {
		return text
	}
	var refs []document.Inline
	for i, b := range figures {
		f, ok := b.(*document.Figure)
		if !ok {
			continue
		}
		switch {
		case i > 0 && i == len(figures)-1:
			refs = append(refs, document.Text(" "+w.prose().And()+" "))
		case i > 0:
			refs = append(refs, document.Text(", "))
		}
		refs = append(refs, w.refer("snapshot", strings.TrimPrefix(f.ID, "fig-")))
	}
	if len(figures) > 1 {
		key += ".many"
	} else {
		key += ".one"
	}
	sentence := append(refs, document.Text(" "+w.t(key)))
	if p, ok := lastBlock(text).(*document.Paragraph); ok {
		p.Text = append(append(p.Text, document.Text(" ")), sentence...)
		return append(text, figures...)
	}
	return append(append(text, &document.Paragraph{Text: sentence}), figures...)
}

func lastBlock(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// background says on whose behalf and for whom.
func (w *writer) background() []document.Block {
	m := &w.p.Memo
	var s []string
	if m.Subject != "" {
		s = append(s, w.t("background.subject", m.Subject))
	}
	if m.Client != "" {
		s = append(s, w.t("background.client", m.Client))
	}
	if m.Facilitator != "" {
		s = append(s, w.t("background.facilitator", m.Facilitator))
	}
	if len(s) == 0 {
		return nil
	}
	return []document.Block{say(s...)}
}

// approach tells how the model was made: method, sessions, participants.
func (w *writer) approach(plan []*chapter) []document.Block {
	blocks := []document.Block{say(w.t("approach.method"), w.t("approach.words"))}
	if len(w.sessions) > 0 {
		list := &document.List{Ordered: true, Start: 1, Tight: true}
		for _, s := range w.sessions {
			list.Items = append(list.Items, document.Item{Blocks: []document.Block{
				&document.Paragraph{Text: document.Words(w.sessionLine(s))},
			}})
		}
		intro := say(w.many("approach.sessions", len(w.sessions)))
		if w.inPlan(plan, "sessions") && w.hasSessionChapter() {
			intro.Text = append(intro.Text, document.Text(" "+w.t("approach.annex.before")+" "), w.refer("chapter", "sessions"), document.Text("."))
		}
		blocks = append(blocks, intro, list)
		blocks = append(blocks, w.introduced("participants", w.t("participants.intro"))...)
	}
	if !w.inPlan(plan, "sessions") { // the main points are in the memo in any case
		blocks = append(blocks, w.sessionChapter()...)
	}
	return blocks
}

func (w *writer) inPlan(plan []*chapter, id string) bool {
	for _, c := range plan {
		if c.id == id {
			return true
		}
	}
	return false
}

func (w *writer) loops() []document.Block {
	if len(w.r.Loops.List) == 0 {
		return nil
	}
	blocks := []document.Block{say(w.loopSentence(), w.t("loops.meaning"))}
	blocks = append(blocks, w.stories()...)
	if n := len(w.r.Loops.Independent); n > 0 && w.r.Loops.Count > 1 {
		blocks = append(blocks, say(w.capital(w.many("loops.independent", n))))
	}
	return append(blocks, w.introduced("loops")...)
}
