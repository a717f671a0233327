package model

import "slotmemo/internal/source"

// A View asks for a snapshot of the model: which part of it, and what the
// picture should say. It stands in memo.yaml under snapshots.
type View struct {
	Pos         source.Pos
	ID          string
	Caption     string
	Message     string
	Show        []Selector // together by union
	Hide        []string   // ids of factors to leave out
	Layout      string     // map (default), pinned or fresh
	Alt         string     // the author's own short text alternative
	Description string     // the author's own long description
}

// A Selector chooses factors and relations. Exactly one of its fields is set.
type Selector struct {
	Pos     source.Pos
	All     bool
	Loops   []string // ids of loops
	Domains []string
	Factor  *Neighbourhood
	Path    *Path
	Actor   string
	Effect  *EffectAt
	Change  string // the older state to compare with: "versions/0.8"
}

// A Neighbourhood is a factor with what stands so many steps before and after it.
type Neighbourhood struct {
	ID      string
	In, Out int
}

// An Override says for which picture an author wrote a text of the view's own.
type Override struct {
	Text    string // fingerprint of the author's text
	Picture string // fingerprint of what the picture showed
}

// A Path asks for all paths from an intervention (or a factor) to a factor.
type Path struct{ From, To string }

// An EffectAt asks for the effect of interventions at a moment, in years.
type EffectAt struct {
	Of []string
	At float64
}
