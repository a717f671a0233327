package tables

import (
	"cmp"
	"slices"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// readFactors reads the factors, and the interventions of people who keep them
// in the same table.
func (rd *reader) readFactors(s sheet) {
	rd.cells.factors.where, rd.cells.factors.table = s.pos.File(), factors
	ids := rd.ids(s, "label")
	for i, row := range s.rows {
		if ids[i] == "" {
			continue
		}
		label := row.first("label", "id")
		f := model.Factor{
			Pos: row.first("id", "label").pos, ID: ids[i], Label: label.text, Short: row.text("short"),
			Definition:   row.text("definition"),
			Domain:       row.text("domain"),
			Level:        rd.level(row.get("level"), levelName),
			Controllable: rd.word(row.get("controllable"), controlName, yesWords) == "yes",
			Goal:         rd.goal(row.get("goal")),
			Weight:       1,
			Owners:       rd.owners(row.get("owner")),
			Session:      row.text("session"),
			X:            rd.number(row.get("x"), xName),
			Y:            rd.number(row.get("y"), yName),
		}
		f.Weight = rd.weight(row.get("weight"), f.Goal)
		rd.model.Factors = append(rd.model.Factors, f)
		rd.cells.factors.add(f.ID, f.Label)
		rd.ownIntervention(row, f)
	}
}

func (v values) goal(c cell) model.Direction {
	if c.empty() {
		return model.NoGoal
	}
	switch v.word(c, goalName, goalWords) {
	case "+":
		return model.Higher
	case "−":
		return model.Lower
	}
	return model.NoGoal
}

func (v values) weight(c cell, goal model.Direction) float64 {
	n := v.number(c, weightName)
	switch {
	case !n.Known:
		return 1
	case n.Value <= 0:
		v.report(c.pos, notPositive, weightName, c.text)
		return 1
	case goal == model.NoGoal:
		v.warn(c.pos, weightWithoutGoal, c.text)
		return 1
	}
	return n.Value
}

// ownIntervention reads the intervention that a row of the factors table names.
func (rd *reader) ownIntervention(row row, f model.Factor) {
	id, label, target := row.get("intervention"), row.get("intervention name"), row.get("target")
	if id.empty() && label.empty() {
		if !target.empty() {
			rd.warn(target.pos, targetWithoutIntervention, target.text)
		}
		return
	}
	if label.empty() {
		label.text = f.Label
	}
	if id.empty() {
		id = cell{slug(label.text), label.pos}
	} else {
		rd.checkID(id)
	}
	rd.addIntervention(model.Intervention{
		Pos: id.pos, ID: id.text, Label: label.text, Factor: f.ID,
		Target: rd.target(target), AdjustmentYears: 1,
	})
}

func (v values) target(c cell) float64 {
	if c.empty() {
		v.report(c.pos, emptyCell, targetName, aNumber)
	}
	return v.level(c, targetName).Value
}

func (rd *reader) addIntervention(v model.Intervention) {
	rd.model.Interventions = append(rd.model.Interventions, v)
}

// owners reads the actors of a cell. Where the project has no table of actors,
// the owners are the actors.
func (rd *reader) owners(c cell) []string {
	var ids []string
	for _, o := range list(c, "|\n") {
		id, many := rd.cells.actors.find(o.text)
		switch {
		case id != "" && !many:
		case rd.actorsGiven || rd.lost[actors]:
			rd.cells.actors.table = actors
			id, _ = rd.refer(o, &rd.cells.actors, unknownActor)
		default:
			id = rd.newActor(o)
		}
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// newActor makes an actor of an owner that is only named. Its id is the name
// where that can be an id, so that others may refer to it as it is written.
func (rd *reader) newActor(o cell) string {
	id := o.text
	if forbidden(id) != 0 {
		id = slug(id)
	}
	if id == "" || rd.cells.actors.ids[id] {
		rd.near(o.pos, o.text, rd.cells.actors.all, unknownActor, o.text, o.pos.File())
		return ""
	}
	rd.model.Actors = append(rd.model.Actors, model.Actor{Pos: o.pos, ID: id, Label: o.text})
	rd.cells.actors.add(id, o.text)
	return id
}

// ids gives the ids of rows: as written, else made of the label (slug), with
// -2, -3, … where two labels give the same. These numbers follow the alphabet
// of the labels, not the order of the rows. A row without id and label is
// reported and gets "".
func (rd *reader) ids(s sheet, label string) []string {
	rows := s.rows
	ids, maker := make([]string, len(rows)), newIDMaker()
	var without []int
	for i, row := range rows {
		id := row.get("id")
		if !id.empty() {
			rd.checkID(id)
			ids[i] = id.text
			maker.taken[id.text] = true
			continue
		}
		if slug(row.text(label)) == "" {
			rd.report(row.pos, noName)
			rd.lost[s.table.Key] = true
			continue
		}
		without = append(without, i)
	}
	slices.SortStableFunc(without, func(a, b int) int {
		return cmp.Compare(fold(rows[a].text(label)), fold(rows[b].text(label)))
	})
	for n, i := range without {
		c := rows[i].get(label)
		if n > 0 && fold(rows[without[n-1]].text(label)) == fold(c.text) {
			rd.add(source.Problem{Pos: c.pos, Message: twoLabels, Args: []any{c.text}, See: rows[without[n-1]].get(label).pos})
			rd.lost[s.table.Key] = true
			continue
		}
		ids[i] = maker.make(slug(c.text))
	}
	return ids
}
