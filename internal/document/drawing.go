package document

// A Drawing is a picture that tells one thing and isn't laid out on the map: one
// of *Circles, *Ribbon, *Branches, *Dispute, *ForYou, *Multiples, *Scatter,
// *Bump and *Shift.
//
// A Drawing holds what a reader sees in the reader's words: numbers stand in it
// as numbers, to be drawn, and as texts, to be printed. It numbers, rounds and
// translates nothing.
type Drawing interface {
	// Base returns what all drawings have.
	Base() *Common
	drawing()
}

// A Common is what all drawings have.
type Common struct {
	ID    string
	Title string // name for those who don't see it
	Head  string // printed above the drawing; empty: nothing is
	Key   []KeyEntry
}

// Base returns c.
func (c *Common) Base() *Common { return c }

func (*Common) drawing() {}
