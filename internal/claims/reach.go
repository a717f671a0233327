package claims

import "slices"

// after gives the factors that a factor reaches, itself among them.
func (b *bench) after(from string) map[string]bool {
	seen := map[string]bool{from: true}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, r := range b.model.Relations {
			if r.From == queue[0] && !seen[r.To] {
				seen[r.To] = true
				queue = append(queue, r.To)
			}
		}
	}
	return seen
}

// before gives the factors from which a goal can be reached, the goals among
// them.
func (b *bench) before() map[string]bool {
	seen := map[string]bool{}
	var queue []string
	for _, g := range b.goals {
		seen[g.id] = true
		queue = append(queue, g.id)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, r := range b.model.Relations {
			if r.To == queue[0] && !seen[r.From] {
				seen[r.From] = true
				queue = append(queue, r.From)
			}
		}
	}
	return seen
}

// open gives, between interventions and the goals, the relations of which a
// sign or word isn't known, and the factors pushed of which the level isn't.
func (b *bench) open(interventions []string) (relations, levels []string) {
	leads := b.before()
	for _, id := range interventions {
		reached := b.after(b.factorOf(id))
		for _, r := range b.model.Relations {
			if (reached[r.From] || r.Force && reached[r.To]) && leads[r.To] && b.isOpen(r) && !slices.Contains(relations, r.ID) {
				relations = append(relations, r.ID)
			}
		}
		if f := b.model.Factor(b.factorOf(id)); f != nil && !f.Level.Known {
			levels = append(levels, f.ID)
		}
	}
	slices.Sort(relations)
	return relations, levels
}
