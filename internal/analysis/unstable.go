package analysis

import (
	"math"
	"strconv"
	"strings"

	"slotmemo/internal/marvel"
	"slotmemo/internal/prose"
)

// shownRepairs is how many ways to mend a model are printed; JSON has more.
const shownRepairs = 8

// asking is the printer of what to ask the group.
type asking struct{ *printer }

// instability tells what can't be computed, why, and what to ask the group.
func (p asking) instability() {
	n, x := p.result.Numbers, p.result.Instability
	if x == nil {
		switch { // not looked into
		case n.Unstable:
			p.line("base_unstable", strings.Join(n.Causes, ", "))
		case n.FreeUnstable:
			p.line("free_unstable", strings.Join(n.Causes, ", "))
		}
		return
	}
	p.out.WriteString("\n")
	switch {
	case x.Free:
		p.line("runs_free")
	case n.Unstable:
		p.line("runs_base")
	default:
		p.line("runs_some")
	}
	p.runs()
	p.causes(x)
	p.repairs(x)
}

// runs tells how far each unstable run of a single intervention holds.
func (p asking) runs() {
	rows := [][]string{p.heads("intervention", "holds_until", "leaves_first")}
	for _, e := range p.result.Effects {
		switch {
		case !e.Unstable || len(e.Interventions) > 1:
		case math.IsInf(e.Until, 1):
			rows = append(rows, []string{p.names(e.Interventions), p.words.Get("past_horizon"), "–"})
		default:
			rows = append(rows, []string{p.names(e.Interventions), p.years(e.Until), p.factor(e.LeftBy)})
		}
	}
	if len(rows) > 1 {
		p.table(p.words.Get("runs"), rows)
		if p.result.Numbers.NoLevels {
			p.line("runs_push")
		}
	}
}

// causes tells how fast it grows and which loops make it.
func (p asking) causes(x *marvel.Instability) {
	p.out.WriteString("\n")
	switch {
	case x.Growth == 0:
		p.line("grows_linear", len(x.Factors))
	default:
		p.line("grows", len(x.Factors), p.number(math.Ln2/x.Growth, 1))
	}
	if x.Period > 0 {
		p.line("swings", p.number(x.Period, 1))
	}
	rows := [][]string{p.heads("loop", "gain", "alone", "factors")}
	for _, c := range x.Causes {
		alone := "no"
		if c.Alone {
			alone = "yes"
		}
		rows = append(rows, []string{c.Loop, p.signed(c.Gain, 2), p.words.Get(alone), p.way(c.Loop)})
	}
	if len(rows) > 1 {
		p.table(p.words.Format("causes", x.Growing), rows)
	}
	if len(x.Cuts) > 0 {
		p.line("cuts", strings.Join(x.Cuts, ", "))
	} else {
		p.line("no_cut")
	}
}

// way writes a loop as the names of its factors.
func (p asking) way(loop string) string {
	for _, l := range p.result.Loops.List {
		if l.ID != loop {
			continue
		}
		var names []string
		for _, f := range l.Factors {
			names = append(names, p.factor(f))
		}
		return strings.Join(append(names, names[0]), " → ")
	}
	return ""
}

// repairs tells what the group might look at again.
func (p asking) repairs(x *marvel.Instability) {
	if len(x.List) > 0 {
		p.mends(x)
		return
	}
	if x.Complete {
		p.line("no_repair")
	} else {
		p.line("no_repair_found")
	}
	if g := x.Gradual; len(g.Words) > 0 {
		rows := [][]string{p.heads("relation", "word", "step", "doubles_then")}
		for i, w := range g.Words {
			doubles := p.words.Get("settles")
			if g.Growth[i] > 0 {
				doubles = p.years(math.Ln2 / g.Growth[i])
			}
			rows = append(rows, []string{p.relation(w.Relation), p.words.Get("kind_" + w.Kind.String()), p.wording(w.Kind, w.From) + " → " + p.wording(w.Kind, w.To), doubles})
		}
		heading := "gradual_some"
		if g.Stable {
			heading = "gradual"
		}
		p.table(p.words.Get(heading), rows)
	}
	p.weakened(x.Weakened)
}

// mends lists the smallest changes, and below them larger ones of one word.
func (p asking) mends(x *marvel.Instability) {
	rows := [][]string{p.heads("relation", "word", "step")}
	for _, list := range [][]marvel.Repair{x.List, x.Others} {
		for _, r := range list[:min(len(list), shownRepairs)] {
			for i, w := range r.Words {
				row := []string{p.relation(w.Relation), p.words.Get("kind_" + w.Kind.String()), p.wording(w.Kind, w.From) + " → " + p.wording(w.Kind, w.To)}
				if i > 0 {
					row[0] = p.words.Format("and_also", row[0])
				}
				rows = append(rows, row)
			}
		}
	}
	heading := "repairs_one"
	if x.Searched > 1 {
		heading = "repairs_two"
	}
	p.table(p.words.Get(heading), rows)
	if !x.Complete {
		p.line("repairs_bounded")
	}
}

// wording gives a word of a scale in the language, or the project's own as it
// is; a sign as the tables have it.
func (p *printer) wording(kind marvel.WordKind, name string) string {
	switch {
	case kind == marvel.SpeedWord:
		return p.prose.Step(prose.Speed, name)
	case kind == marvel.StrengthWord:
		return p.prose.Step(prose.Strength, name)
	case name == "-":
		return "−"
	}
	return name
}

// weakened prints the scale to paste into memo.yaml.
func (p asking) weakened(w marvel.Weakened) {
	p.out.WriteString("\n")
	if w.PerCent == 0 {
		p.line("no_weakening")
		return
	}
	p.line("weakened", w.PerCent)
	p.out.WriteString("\n" + p.scale(w) + "\n")
}

// scale writes a scale of strengths as memo.yaml has it.
func (p asking) scale(w marvel.Weakened) string {
	var steps []string
	for _, s := range w.Strengths {
		steps = append(steps, p.wording(marvel.StrengthWord, s.Name)+": "+strconv.FormatFloat(s.Value, 'f', -1, 64))
	}
	return "scales:\n  strength: {" + strings.Join(steps, ", ") + "}"
}

// settling tells which answers of the group would settle most.
func (p asking) settling() {
	s := p.result.Settling
	if len(s.Answers) == 0 {
		return
	}
	rows := [][]string{p.heads("relation", "open", "adds", "blocks")}
	for _, a := range s.Answers {
		var open []string
		for _, o := range []struct {
			is  bool
			key string
		}{{a.Sign, "kind_sign"}, {a.Strength, "kind_strength"}, {a.Speed, "kind_speed"}} {
			if o.is {
				open = append(open, p.words.Get(o.key))
			}
		}
		rows = append(rows, []string{p.relation(a.Relation), strings.Join(open, ", "), strconv.Itoa(a.Adds), strconv.Itoa(a.Blocks)})
	}
	p.table(p.words.Format("settling", s.Known, s.Results), rows)
	if more := s.Open - len(s.Answers); more > 0 {
		p.line("settling_more", more)
	}
}

// session tells what a group may look at between two meetings.
func (p asking) session() {
	s := p.claims.Session
	rows := [][]string{p.heads("relation", "turns")}
	for _, w := range s.Words[:min(len(s.Words), shownShifts)] {
		note := ""
		if w.Disputed {
			note = p.words.Get("disputed")
		}
		rows = append(rows, []string{p.relation(w.Relation), strconv.Itoa(w.Turns), note})
	}
	if len(rows) > 1 {
		p.table(p.words.Get("session_words"), rows)
	}
	p.out.WriteString("\n")
	if s.Loops > 0 {
		p.line("unnamed", s.Loops, strings.Join(s.Unnamed, ", "))
	}
	switch {
	case s.NoOwners:
		p.line("no_owners")
	case len(s.Orphans) > 0:
		p.line("orphans", len(s.Orphans), strings.Join(s.Orphans, ", "))
	}
	if len(s.Astray) > 0 {
		p.line("astray", strings.Join(s.Astray, ", "))
	}
}
