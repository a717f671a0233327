package chapters

import (
	"slotmemo/internal/document"
	"slotmemo/internal/memo/wording"
)

// background says on whose behalf and for whom.
func background(w *writer) []document.Block {
	m := &w.Project.Memo
	var s []string
	if m.Subject != "" {
		s = append(s, w.T("background.subject", m.Subject))
	}
	if m.Client != "" {
		s = append(s, w.T("background.client", m.Client))
	}
	if m.Facilitator != "" {
		s = append(s, w.T("background.facilitator", m.Facilitator))
	}
	if len(s) == 0 {
		return nil
	}
	return []document.Block{wording.Say(s...)}
}
