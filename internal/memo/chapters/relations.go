package chapters

import "slotmemo/internal/document"

// relations are listed with the arguments of the group.
func relations(w *writer) []document.Block {
	return w.introduced("relations", w.T("relations.intro"), w.DissentCount())
}
