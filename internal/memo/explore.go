package memo

import "slotmemo/internal/document"

// explore gathers what a reader on a screen can ask of the model.
func (w *writer) explore(doc *document.Document) *document.Explore { return nil }

func (w *writer) changes() []document.Block { return nil }
