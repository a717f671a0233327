package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
)

// introduced is a generated table below the sentence that says what it means and
// refers to it: nothing if a text has placed the table already or if it is empty.
func (w *writer) introduced(name string, sentences ...string) []document.Block {
	if w.placed[name] {
		return nil
	}
	t := w.tables.Make(name)
	if t == nil {
		return nil
	}
	w.placed[name] = true
	p := wording.Say(sentences...)
	if w.Has("see." + name) {
		if len(p.Text) > 0 {
			p.Text = append(p.Text, document.Text(" "))
		}
		p.Text = append(p.Text, draft.Refer(draft.ToTable, name), document.Text(" "+w.T("see."+name)))
	}
	if len(p.Text) == 0 {
		return []document.Block{t}
	}
	return []document.Block{p, t}
}
