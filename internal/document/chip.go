package document

// A Chip names an actor under a label.
type Chip struct {
	Text   string
	Filled bool // the reader's own, or nobody else's
}
