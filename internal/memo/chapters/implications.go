package chapters

import "slotmemo/internal/document"

// implications are the team's to write; without a text there are at most figures.
func implications(w *writer) []document.Block { return w.homeless("implications") }
