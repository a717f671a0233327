package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
)

// approach tells how the model was made: method, sessions, participants.
func approach(w *writer) []document.Block {
	blocks := []document.Block{wording.Say(w.T("approach.method"), w.T("approach.words"))}
	if len(w.texts.Sessions) > 0 {
		list := &document.List{Ordered: true, Start: 1, Tight: true}
		for _, s := range w.texts.Sessions {
			list.Items = append(list.Items, document.Item{Blocks: []document.Block{
				&document.Paragraph{Text: document.Words(w.sessionLine(s))},
			}})
		}
		intro := wording.Say(w.Many("approach.sessions", len(w.texts.Sessions)))
		if w.plan.Has("sessions") && w.hasSessionChapter() {
			intro.Text = append(intro.Text, document.Text(" "+w.T("approach.annex.before")+" "), draft.Refer(draft.ToChapter, "sessions"), document.Text("."))
		}
		blocks = append(blocks, intro, list)
		blocks = append(blocks, w.introduced("participants", w.T("participants.intro"))...)
	}
	if !w.plan.Has("sessions") { // the main points are in the memo in any case
		blocks = append(blocks, sessions(w)...)
	}
	return blocks
}
