// Package model holds a MARVEL model as plain values: factors, relations,
// interventions, actors and named loops, with the words for strength and speed
// and the numbers behind them, and the checks that need nothing but the model.
//
// It reads no files and draws no conclusions: what follows from a model is
// internal/marvel's affair.
package model

import "slotmemo/internal/source"

// A Model is an enriched causal loop diagram. The order of its slices is that
// of the user's tables; no result depends on it.
type Model struct {
	Factors       []Factor
	Relations     []Relation
	Interventions []Intervention
	Actors        []Actor
	Loops         []NamedLoop
	Strengths     Scale // rising in value
	Speeds        Scale // rising in speed, so falling in years
}

// A Factor is a variable of the system.
type Factor struct {
	Pos          source.Pos
	ID           string
	Label        string
	Short        string // in pictures and sentences that have little room; empty: Label
	Definition   string
	Domain       string // as written; empty if none
	Level        Number // current level on [0,1]
	Controllable bool
	Goal         Direction // NoGoal unless the factor is a goal
	Weight       float64   // of a goal, 1 if silent
	Owners       []string  // ids of actors
	Session      string    // in which it came, as written: "2"; empty if not recorded
	X, Y         Number    // first position on the map, if the table gives one
}

// Number is an optional number.
type Number struct {
	Value float64
	Known bool
}

// Known gives a number that is known.
func Known(v float64) Number { return Number{Value: v, Known: true} }

// Direction is the desired direction of a goal.
type Direction int

const (
	Lower  Direction = -1
	NoGoal Direction = 0
	Higher Direction = +1
)

// Sign tells whether a relation passes a change on as it is or turned round.
type Sign int

const (
	Minus   Sign = -1
	Unknown Sign = 0
	Plus    Sign = +1
)

// A Relation is a causal relation between two factors.
type Relation struct {
	Pos      source.Pos
	ID       string
	From, To string // ids of factors
	Sign     Sign
	Strength string // name of a step of Model.Strengths; empty if unknown
	Speed    string // name of a step of Model.Speeds; empty if unknown
	Force    bool   // draws its target to the level of its source
	Argument string // why the group thinks so
	Session  string // in which it was agreed, as written: "2"
	Dissent  string
}

// An Intervention holds a factor at a target.
type Intervention struct {
	Pos             source.Pos
	ID              string
	Label           string
	Short           string  // as in a sentence: "de handreiking"; empty: Label
	Factor          string  // id
	Target          float64 // level on [0,1]
	AdjustmentYears float64 // T, 1 if silent
	ActiveFrom      float64 // years
	ActiveUntil     Number  // years; unknown: to the end
	Owners          []string
}

// An Actor is an organisation named by the experts.
type Actor struct {
	Pos         source.Pos
	ID          string
	Label       string
	Short       string // "Politie"; empty: Label
	Kind        string
	Description string
}

// A NamedLoop is the group's name and story for a closed chain of factors.
type NamedLoop struct {
	Pos     source.Pos
	ID      string
	Factors []string // ids in order; the first isn't repeated
	Name    string
	Story   string
}

// A Step of a Scale is a word and the number behind it.
type Step struct {
	Name  string  // "weak", "average", … or a word of the project's own
	Value float64 // strength: gain k; speed: mean delay τ in years
}

// A Scale is a row of steps from the weakest (slowest) to the strongest (quickest).
type Scale []Step

// Index gives the place of the step with this name, or -1.
func (s Scale) Index(name string) int {
	for i, step := range s {
		if step.Name == name {
			return i
		}
	}
	return -1
}

// Standard words and numbers of the method; see S2 in the method's sources
// (the worked example of van Zijderveld 2007 in the Business Simulation Library).
func StandardStrengths() Scale {
	return Scale{{"weak", 0.2}, {"average", 0.5}, {"strong", 1.0}, {"very strong", 1.2}}
}

// StandardSpeeds gives the mean delays in years, slowest first.
func StandardSpeeds() Scale {
	return Scale{{"low", 3}, {"average", 1}, {"high", 0.5}, {"very high", 0.25}}
}

// Factor gives the factor with this id, or nil.
func (m *Model) Factor(id string) *Factor {
	for i := range m.Factors {
		if m.Factors[i].ID == id {
			return &m.Factors[i]
		}
	}
	return nil
}

// Relation gives the relation with this id, or nil.
func (m *Model) Relation(id string) *Relation {
	for i := range m.Relations {
		if m.Relations[i].ID == id {
			return &m.Relations[i]
		}
	}
	return nil
}

// Intervention gives the intervention with this id, or nil.
func (m *Model) Intervention(id string) *Intervention {
	for i := range m.Interventions {
		if m.Interventions[i].ID == id {
			return &m.Interventions[i]
		}
	}
	return nil
}

// Actor gives the actor with this id, or nil.
func (m *Model) Actor(id string) *Actor {
	for i := range m.Actors {
		if m.Actors[i].ID == id {
			return &m.Actors[i]
		}
	}
	return nil
}

// Domains gives the domains in order of first appearance.
func (m *Model) Domains() []string {
	var domains []string
	seen := map[string]bool{"": true}
	for _, f := range m.Factors {
		if !seen[f.Domain] {
			seen[f.Domain] = true
			domains = append(domains, f.Domain)
		}
	}
	return domains
}
