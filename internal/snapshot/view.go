package snapshot

import (
	"slices"

	"slotmemo/internal/marvel"
	"slotmemo/internal/source"
)

// A View asks for a snapshot of the model: which part of it, and what the
// picture should say. It stands in memo.yaml under snapshots.
type View struct {
	Pos         source.Pos
	ID          string
	Caption     string
	Message     string
	Show        []Selector // together by union
	Light       []Selector // what the message is about; empty: importance decides
	Hide        []string   // ids of factors to leave out
	Layout      string     // map (default), pinned or fresh
	Alt         string     // the author's own short text alternative
	Description string     // the author's own long description
}

// Ids of the chapters in which a snapshot may stand that no text places.
const (
	HomeLandscape = "landscape"
	HomeDomains   = "domains"
	HomeEffects   = "effects"
	HomeSessions  = "sessions"
	HomeChanges   = "changes"
)

// Home returns the id of the chapter in which the snapshot stands if no text
// places it. The whole model goes before all else; a selector that has a chapter
// of its own goes before those that are at home among the effects.
func (v View) Home() string {
	home := HomeEffects
	for _, s := range v.Show {
		switch h := s.home(); h {
		case HomeLandscape:
			return h
		case HomeEffects:
		default:
			home = h
		}
	}
	return home
}

// Kind returns the section of the chapter on effects in which the snapshot
// stands: "effect", "path", "loop", or "" for the one at its end.
func (v View) Kind() string {
	for _, s := range v.Show {
		if k := s.section(); k != "" {
			return k
		}
	}
	return ""
}

// Needs returns what a view tells that only a request for it computes: effects at
// moments of its own, or of combinations that no result has.
func Needs(v View) []marvel.EffectAt {
	var asked []marvel.EffectAt
	for _, s := range slices.Concat(v.Show, v.Light) {
		if e, ok := s.(*Effect); ok {
			asked = append(asked, marvel.EffectAt{Interventions: e.Of, Moments: []float64{e.At}})
		}
	}
	return asked
}

// Since returns the path of the older state that the view compares with, or "".
func (v View) Since() string {
	for _, s := range v.Show {
		if c, ok := s.(*Change); ok && c.Since != "" {
			return c.Since
		}
	}
	return ""
}

// Domains returns the names of the domains that the view shows, as written.
func (v View) Domains() []string {
	var names []string
	for _, s := range v.Show {
		if d, ok := s.(*Domain); ok {
			names = append(names, d.Names...)
		}
	}
	return names
}

// LeadDomains returns the first domain of each selector of domains: where the
// snapshot stands in the chapter on domains.
func (v View) LeadDomains() []string {
	var names []string
	for _, s := range v.Show {
		if d, ok := s.(*Domain); ok && len(d.Names) > 0 {
			names = append(names, d.Names[0])
		}
	}
	return names
}
