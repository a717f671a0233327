package project

import (
	"slices"
	"strings"

	"slotmemo/internal/source"
)

// Names are the ids and labels of one kind of thing in a model.
type Names struct {
	IDs    []string
	Labels []string      // of the ids, in the same order
	Where  source.Phrase // the table they stand in
	Lost   bool          // rows are missing, so that a name that isn't there says nothing
}

// Find returns the id for an id, or for a label that only one has.
func (n *Names) Find(written string) (string, bool) {
	if slices.Contains(n.IDs, written) {
		return written, true
	}
	id, count := "", 0
	for i, label := range n.Labels {
		if same(label, written) || same(n.IDs[i], written) {
			id = n.IDs[i]
			count++
		}
	}
	return id, count == 1
}

// All returns the ids, then the labels: what a word that isn't among them may
// have been meant for.
func (n *Names) All() []string { return slices.Concat(n.IDs, n.Labels) }

func (n *Names) add(id, label string) { n.IDs, n.Labels = append(n.IDs, id), append(n.Labels, label) }

// Factors returns the names of the factors.
func (p *Project) Factors() Names {
	m := p.Model
	n := Names{Lost: p.lost["factors"], Where: table(factorsTable, len(m.Factors), func() source.Pos { return m.Factors[0].Pos })}
	for _, f := range m.Factors {
		n.add(f.ID, f.Label)
	}
	return n
}

// Interventions returns the names of the interventions.
func (p *Project) Interventions() Names {
	m := p.Model
	n := Names{Lost: p.lost["interventions"], Where: table(interventionsTable, len(m.Interventions), func() source.Pos { return m.Interventions[0].Pos })}
	for _, v := range m.Interventions {
		n.add(v.ID, v.Label)
	}
	return n
}

// Starts returns what a path may begin with: interventions and factors.
func (p *Project) Starts() Names {
	v, f := p.Interventions(), p.Factors()
	return Names{
		IDs: slices.Concat(v.IDs, f.IDs), Labels: slices.Concat(v.Labels, f.Labels),
		Where: both{v.Where, f.Where}, Lost: v.Lost || f.Lost,
	}
}

// Actors returns the names of the actors.
func (p *Project) Actors() Names {
	m := p.Model
	n := Names{Lost: p.lost["actors"], Where: table(actorsTable, len(m.Actors), func() source.Pos { return m.Actors[0].Pos })}
	for _, a := range m.Actors {
		n.add(a.ID, a.Label)
	}
	return n
}

// Domains returns the domains, which are their own labels.
func (p *Project) Domains() Names {
	n := p.Factors()
	n.IDs = p.Model.Domains()
	n.Labels = n.IDs
	return n
}

// Loops returns the names of the loops that the group named, and the ids that
// earlier builds gave to others.
func (p *Project) Loops() Names {
	m := p.Model
	n := Names{Lost: p.lost["loops"], Where: table(loopsTable, len(m.Loops), func() source.Pos { return m.Loops[0].Pos })}
	for _, l := range m.Loops {
		n.add(l.ID, l.Name)
	}
	for _, id := range p.Kept.Loops {
		n.add(id, id)
	}
	return n
}

// table gives the file of a table, or its name if the model has none.
func table(name source.Message, rows int, first func() source.Pos) source.Phrase {
	if rows == 0 {
		return name
	}
	file := first().File()
	return source.Message{NL: file, EN: file}
}

// both is two phrases with "of" between them.
type both [2]source.Phrase

func (b both) In(language string) string {
	return source.Choice{b[0].In(language), b[1].In(language)}.In(language)
}

// same reports whether two names are the same but for capitals and blanks.
func same(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
