package document

// A Caption says what there is to see in a figure or table. It is finished
// text: whoever prints it sets Message apart from Rest and looks for nothing.
type Caption struct {
	Message []Inline // the one thing to see, a sentence
	Rest    []Inline // what follows it; empty if nothing does
}

// Empty reports whether the caption says nothing.
func (c Caption) Empty() bool { return len(c.Message) == 0 && len(c.Rest) == 0 }

// Text returns the whole caption on one line.
func (c Caption) Text() []Inline {
	return append(append([]Inline{}, c.Message...), c.Tail()...)
}

// Tail returns what follows the message, with the blank between. The blank is
// part of the first run of text, so that a face shapes both together.
func (c Caption) Tail() []Inline {
	if len(c.Message) == 0 || len(c.Rest) == 0 {
		return c.Rest
	}
	if t, ok := c.Rest[0].(Text); ok {
		return append([]Inline{" " + t}, c.Rest[1:]...)
	}
	return append([]Inline{Text(" ")}, c.Rest...)
}
