package marvel

// structure counts for each factor what acts on it and on what it acts. It
// doesn't call a central factor a leverage point: centrality on such diagrams
// is contested (Crielaard et al. 2023).
func structure(n *network, loops Loops) []Place {
	places := make([]Place, len(n.factors))
	for f, id := range n.factors {
		p := Place{Factor: id, In: len(n.in[f]), Out: len(n.out[f])}
		switch {
		case p.In == 0 && p.Out == 0:
			p.Role = Isolated
		case p.In == 0:
			p.Role = Driver
		case p.Out == 0:
			p.Role = Outcome
		}
		places[f] = p
	}
	for _, c := range loops.Components {
		for _, id := range c.Factors {
			places[n.index[id]].Cyclic = true
		}
	}
	for _, l := range loops.List {
		for _, id := range l.Factors {
			places[n.index[id]].Loops++
		}
	}
	return places
}
