package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/prose"
)

// loops tells the stories of the loops that the group named, and lists them all.
func loops(w *writer) []document.Block {
	if len(w.Result.Loops.List) == 0 {
		return nil
	}
	blocks := []document.Block{wording.Say(w.LoopSentence(), w.T("loops.meaning"))}
	blocks = append(blocks, w.stories()...)
	if n := len(w.Result.Loops.Independent); n > 0 && w.Result.Loops.Count > 1 {
		blocks = append(blocks, wording.Say(w.Capital(w.Many("loops.independent", n))))
	}
	return append(blocks, w.introduced("loops")...)
}

// stories tells the loops that the group named.
func (w *writer) stories() []document.Block {
	list := &document.Definitions{}
	for i := range w.Result.Loops.List {
		l := &w.Result.Loops.List[i]
		if l.Story == "" {
			continue
		}
		term := document.Words(w.LoopName(l) + " (" + w.T("kind."+l.Kind.String()) + ")")
		list.Items = append(list.Items, document.Definition{Term: term, Blocks: []document.Block{
			&document.Paragraph{Text: document.Words(prose.Sentence(w.Polish(l.Story)))},
		}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}
