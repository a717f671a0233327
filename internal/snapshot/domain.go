package snapshot

import (
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
	inside := map[string]bool{}
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
				inside[f.ID] = true
				c.addFactor(f.ID, core)
			}
		}
	}
	c.addBorder(inside)
	c.trimBorder()
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
