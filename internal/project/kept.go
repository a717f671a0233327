package project

import "slotmemo/internal/kept"

// Kept is what earlier builds settled and what follows from the model depends on.
// Where things stand on paper is kept too, but no affair of a Project.
type Kept struct {
	Loops kept.Loops
	Alts  kept.Alternatives
}

// kept reads what earlier builds kept.
func (r *reader) kept() error {
	alts, problems, err := kept.ReadAlternatives(r.folder)
	if err != nil {
		return err
	}
	r.add(problems...)
	loops, problems, err := kept.ReadLoops(r.folder)
	if err != nil {
		return err
	}
	r.add(problems...)
	r.project.Kept = Kept{Loops: loops, Alts: alts}
	return nil
}
