package snapshot

import (
	"math"
	"slices"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/sentences"
)

// Circles tells loops as circles. It returns false where one has too many factors
// for a circle: then it has to be lit on the map.
func (t *Teller) Circles(c document.Common, loops []marvel.Loop) (*document.Circles, bool) {
	d := &document.Circles{Common: c, Shared: t.words.Get("shared")}
	var nodes []document.Node
	var edges []document.Edge
	for _, l := range loops {
		if len(l.Factors) > document.MostOnCircle || len(l.Factors) == 0 {
			return nil, false
		}
		circle := t.circle(l, len(loops) == 1)
		d.Loops = append(d.Loops, circle)
		nodes, edges = append(nodes, circle.Nodes...), append(edges, circle.Edges...)
	}
	d.Key = t.storyKey(nodes, edges)
	for _, kind := range []struct {
		letter string
		cue    document.Cue
		word   string
	}{
		{"R", document.CueReinforcing, "reinforcing"}, {"B", document.CueBalancing, "balancing"}, {"?", document.CueUndetermined, "undetermined"},
	} {
		if slices.ContainsFunc(d.Loops, func(l document.Circle) bool { return l.Letter == kind.letter }) {
			d.Key = append(d.Key, document.KeyEntry{Cue: kind.cue, Text: t.words.Get(kind.word)})
		}
	}
	return d, len(d.Loops) > 0
}

// circle tells one loop, from the factor where the group's own chain begins.
func (t *Teller) circle(l marvel.Loop, alone bool) document.Circle {
	factors, relations := t.asWritten(l)
	c := document.Circle{ID: l.ID, Letter: letterOf(l.Kind), Name: l.Name, Edges: t.edges(relations)}
	for _, id := range factors {
		c.Nodes = append(c.Nodes, t.node(id))
	}
	if !math.IsNaN(l.Delay) && l.Delay > 0 {
		c.Round = t.words.Format("round", t.years(l.Delay))
	}
	if alone {
		for _, id := range relations {
			c.Story = append(c.Story, t.reason(id))
		}
		if strings.Join(c.Story, "") == "" {
			c.Story = nil
		}
		c.Returns = t.returns(l)
	}
	return c
}

// asWritten turns a loop so that it begins where the group began to tell it.
func (t *Teller) asWritten(l marvel.Loop) (factors, relations []string) {
	at := 0
	for _, named := range t.m.Loops {
		if len(named.Factors) == len(l.Factors) && named.ID == l.ID {
			at = max(0, slices.Index(l.Factors, named.Factors[0]))
		}
	}
	return slices.Concat(l.Factors[at:], l.Factors[:at]), slices.Concat(l.Relations[at:], l.Relations[:at])
}

// reason returns the first sentence of what the group said of a relation; empty if
// it said nothing.
func (t *Teller) reason(relation string) string {
	r := t.m.Relation(relation)
	if r == nil {
		return ""
	}
	first, _ := sentences.First(document.Words(strings.Join(strings.Fields(r.Argument), " ")), t.language)
	s := strings.TrimSpace(document.Plain(first))
	if s != "" && !strings.ContainsAny(s, ".!?…") {
		s += "."
	}
	return s
}

// returns says what a round brings back of ten points; empty if that isn't
// known.
func (t *Teller) returns(l marvel.Loop) string {
	if math.IsNaN(l.Gain) || l.Kind == marvel.Undetermined {
		return ""
	}
	key := "returns_more"
	if l.Gain < 0 {
		key = "returns_less"
	}
	return t.words.Format(key, t.about(10*math.Abs(l.Gain)))
}

// about returns a number of points as one says it: "ruim één punt".
func (t *Teller) about(v float64) string {
	switch {
	case v < 0.25:
		return t.words.Get("hardly")
	case v < 0.75:
		return t.words.Get("half")
	}
	n := int(math.Round(v))
	key := "points_many"
	if n == 1 {
		key = "points_one"
	}
	whole := t.words.Format(key, t.number(n))
	switch d := v - float64(n); {
	case d > 0.05:
		return t.words.Format("just_over", whole)
	case d < -0.05:
		return t.words.Format("just_under", whole)
	}
	return whole
}
