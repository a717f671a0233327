package snapshot

import (
	"maps"
	"slices"
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// A Domain shows the factors of one or more domains, with what stands next to
// them faint.
type Domain struct {
	Pos   source.Pos
	Names []string
}

func readDomain(d *yamltree.Decoder, e yamltree.Entry) Selector {
	names := d.Texts(e)
	if len(names) == 0 {
		return nil
	}
	return &Domain{Pos: e.Val.Pos, Names: names}
}

func (s *Domain) check(c *checker) { c.many(s.Pos, s.Names, &c.domains, unknownDomain) }
func (*Domain) home() string       { return HomeDomains }
func (*Domain) section() string    { return "" }

func (s *Domain) choose(c *choice) {
	c.groups = true
	var names []string
	for _, name := range s.Names {
		domain, ok := findDomain(c.in.Model, name)
		if !ok {
			c.problems = append(c.problems, unknown(s.Pos, noDomain, name, c.in.Model.Domains()))
			continue
		}
		names = append(names, domain)
		for _, f := range c.in.Model.Factors {
			if f.Domain == domain {
				c.addFactor(f.ID, core)
			}
		}
	}
	if len(names) == 1 {
		c.tell("subject_domain", names[0])
	} else {
		c.tell("subject_domains", joined(names, c.and()))
	}
}

// findDomain finds a domain by its name, whatever the case of its letters.
func findDomain(m *model.Model, name string) (string, bool) {
	domains := m.Domains()
	if slices.Contains(domains, name) {
		return name, true
	}
	for _, d := range domains {
		if strings.EqualFold(d, strings.TrimSpace(name)) {
			return d, true
		}
	}
	return "", false
}

// light lights the most important relations with an end in the domains, and the way
// out to the nearest goal.
func (s *Domain) light(l *lighting) {
	inside := map[string]bool{}
	for _, name := range s.Names {
		domain, _ := findDomain(l.c.in.Model, name)
		l.domains[domain] = true
		for _, f := range l.c.in.Model.Factors {
			inside[f.ID] = inside[f.ID] || f.Domain == domain
		}
	}
	maps.DeleteFunc(inside, func(_ string, in bool) bool { return !in })
	relations := l.offered(func(r model.Relation) bool { return inside[r.From] || inside[r.To] })
	l.withWayOut(maxLit, relations)
	l.alone(maxLit, inside)
	among := ends(relations)
	maps.Copy(among, inside)
	l.tell(among)
}
