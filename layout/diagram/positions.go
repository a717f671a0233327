package diagram

// Positions are the places of nodes on the map by id: whole points, x to the
// right, y downward.
type Positions map[string]Position

// A Position is a place on the map.
type Position struct{ X, Y float64 }
