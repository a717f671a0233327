package mark

// An Identity is how the line of one intervention looks wherever it is drawn.
type Identity struct {
	Width Pt
	Dash  []Pt
	Round bool // a dash of 0 is a dot
}

// identities in the order of what the interventions do; see IdentityOf.
var identities = []Identity{
	{2.0, nil, false},
	{1.6, []Pt{6, 2.5}, false},
	{1.7, []Pt{1.2, 2.2}, false},
	{1.2, []Pt{7, 2, 1.4, 2}, false},
	{1.0, []Pt{3, 2}, false},
	{1.0, []Pt{10, 3}, false},
	{1.0, []Pt{1, 1.8}, false},
	{0.8, nil, false},
}

// Identities is how many interventions can be told apart; the rest is drawn
// alike and goes unnamed.
const Identities = 8

// IdentityOf gives the look of the intervention with this rank, from 0.
func IdentityOf(rank int) Identity {
	if rank < 0 || rank >= len(identities) {
		return Identity{Width: 0.5}
	}
	return identities[rank]
}
