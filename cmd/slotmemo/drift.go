package main

import (
	"fmt"
	"strings"

	"slotmemo/internal/source"
)

var (
	driftNew = source.Message{
		NL: "kaart: nieuw geplaatst bij hun buren: %s",
		EN: "map: placed for the first time, near their neighbours: %s",
	}
	driftGone = source.Message{
		NL: "kaart: niet meer in het model: %s",
		EN: "map: no longer in the model: %s",
	}
	driftMoved = source.Message{
		NL: "kaart: opnieuw ingedeeld, zoals gevraagd; %d factoren staan elders",
		EN: "map: laid out afresh, as asked; %d factors stand elsewhere",
	}
)

// tellDrift says what changed on the map since the last build.
func (a *app) tellDrift(w *work) {
	if a.quiet {
		return
	}
	say := func(m source.Message, args ...any) {
		fmt.Fprintf(a.stderr, "%s: %s\n", w.project.Dir, fmt.Sprintf(m.In(w.language()), args...))
	}
	d := w.places.Drift
	if len(d.New) > 0 {
		say(driftNew, strings.Join(d.New, ", "))
	}
	if len(d.Gone) > 0 {
		say(driftGone, strings.Join(d.Gone, ", "))
	}
	if len(d.Moved) > 0 {
		say(driftMoved, len(d.Moved))
	}
}
