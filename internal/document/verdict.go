package document

// Verdict says what a change means for a goal; a change under one point means
// nothing.
type Verdict int

// Verdicts.
const (
	NoVerdict Verdict = iota
	Nearer            // filled round with a tick
	Further           // open square with a cross
)
