package chapters

import "slotmemo/internal/document"

// actors are listed with what they own in the model.
func actors(w *writer) []document.Block {
	return w.introduced("actors", w.T("actors.intro"))
}
