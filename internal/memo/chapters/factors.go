package chapters

import "slotmemo/internal/document"

// factors are listed with what they mean.
func factors(w *writer) []document.Block {
	return w.introduced("factors", w.T("factors.intro"))
}
