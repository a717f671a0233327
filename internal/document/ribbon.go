package document

// A Ribbon is one way, as a band that is as high as what is left of the push.
type Ribbon struct {
	Common
	Stops []Stop
	Edges []Edge // Edges[i] leads from Stops[i] to the next
	Total string // what all ways together do: one way isn't the outcome
}

// A Stop is a node on the way.
type Stop struct {
	Node
	Points float64 // that arrive, signed, on a scale of 0 to 100
	Text   string  // the same as printed: "+20"
	Years  float64 // from the start of the way; NaN if it isn't known
	When   string  // the same as printed: "1½"
}
