package document

// A Shift is what a change of the model did: the changes in words, and for each
// intervention whose effect moved, where it was and where it is.
type Shift struct {
	Common
	Changes []NumberedChange
	Effect  string // what the dumbbells measure: "Effect na tien jaar, gemiddeld over de doelen"
	Rows    []Dumbbell
	Rest    string // "De andere zes verschuiven minder dan 1 punt."
}

// A NumberedChange is a change as the maps above number it.
type NumberedChange struct {
	Text string // "Pakkans remt de mogelijkheid tot uitbuiten"
	Now  string // "zwak → gemiddeld", "nieuw"
}

// A Dumbbell is a number before and after.
type Dumbbell struct {
	ID, Label   string
	Before, Now float64 // points on a scale of 0 to 100, as Shift.Effect measures
	Text        string  // of Now
}
