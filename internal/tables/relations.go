package tables

import (
	"cmp"
	"slices"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

func (rd *reader) readRelations(s sheet) {
	for _, row := range s.rows {
		from, okFrom := rd.end(row.get("from"), fromCell)
		to, okTo := rd.end(row.get("to"), toCell)
		r := model.Relation{
			Pos: row.first("id", "from").pos, ID: row.text("id"), From: from, To: to,
			Sign:     rd.sign(row.get("sign")),
			Strength: rd.step(row.get("strength"), strengthName, rd.scales.Strengths, strengthWords),
			Speed:    rd.step(row.get("speed"), speedName, rd.scales.Speeds, speedWords),
			Force:    rd.word(row.get("kind"), kindName, kindWords) == "force",
			Argument: row.text("argument"),
			Session:  row.text("session"),
			Dissent:  row.text("dissent"),
		}
		if okFrom && okTo {
			rd.model.Relations = append(rd.model.Relations, r)
		} else {
			rd.lost[relations] = true
		}
	}
	makeRelationIDs(rd.model.Relations)
}

func (rd *reader) end(c cell, column source.Message) (string, bool) {
	if c.empty() {
		rd.report(c.pos, emptyCell, column, aFactor)
		return "", false
	}
	return rd.refer(c, &rd.cells.factors, unknownFactor)
}

// sign reads a sign. One that is missing or "?" is unknown and worth a warning;
// it is never taken for plus.
func (v values) sign(c cell) model.Sign {
	switch v.word(c, signName, signWords) {
	case "+":
		return model.Plus
	case "−":
		return model.Minus
	case "?":
		v.warn(c.pos, noSign)
	}
	return model.Unknown
}

// makeRelationIDs gives relations without id the id "from>to". Of several
// between the same factors the later ones get -2, -3, … in the order of sign
// (plus first), strength and speed, so that the order of rows doesn't matter.
func makeRelationIDs(relations []model.Relation) {
	maker := newIDMaker()
	var without []*model.Relation
	for i := range relations {
		if r := &relations[i]; r.ID == "" {
			without = append(without, r)
		} else {
			maker.taken[r.ID] = true
		}
	}
	slices.SortStableFunc(without, func(a, b *model.Relation) int {
		return cmp.Or(cmp.Compare(b.Sign, a.Sign), cmp.Compare(a.Strength, b.Strength), cmp.Compare(a.Speed, b.Speed))
	})
	for _, r := range without {
		r.ID = maker.make(r.From + ">" + r.To)
	}
}

func (rd *reader) readInterventions(s sheet) {
	ids := rd.ids(s, "label")
	for i, row := range s.rows {
		factor, ok := rd.end(row.get("factor"), factorCell)
		target := rd.target(row.get("target"))
		v := model.Intervention{
			Pos: row.first("id", "label").pos, ID: ids[i], Label: row.first("label", "id").text, Short: row.text("short"),
			Factor: factor, Target: target,
			AdjustmentYears: rd.years(row.get("adjustment_years"), adjustName, MinYears, 1),
			ActiveFrom:      rd.years(row.get("active_from"), fromName, 0, 0),
			Owners:          rd.owners(row.get("owner")),
		}
		v.ActiveUntil = rd.until(row.get("active_until"), v.ActiveFrom)
		if ok && v.ID != "" {
			rd.addIntervention(v)
		} else {
			rd.lost[interventions] = true
		}
	}
}

func (v values) until(c cell, from float64) model.Number {
	n := v.number(c, untilName)
	if n.Known && n.Value <= from {
		v.report(c.pos, endsBeforeStart, c.text, source.Number(from))
		return model.Number{}
	}
	return n
}

func (rd *reader) readActors(s sheet) {
	rd.actorsGiven = true
	rd.cells.actors.where, rd.cells.actors.table = s.pos.File(), actors
	ids := rd.ids(s, "label")
	for i, row := range s.rows {
		if ids[i] == "" {
			continue
		}
		a := model.Actor{
			Pos: row.first("id", "label").pos, ID: ids[i], Label: row.first("label", "id").text, Short: row.text("short"),
			Kind: row.text("kind"), Description: row.text("description"),
		}
		rd.model.Actors = append(rd.model.Actors, a)
		rd.cells.actors.add(a.ID, a.Label)
	}
}

func (rd *reader) readLoops(s sheet) {
	ids := rd.ids(s, "name")
	for i, row := range s.rows {
		chain := row.get("factors")
		if chain.empty() {
			rd.report(chain.pos, emptyCell, factorsCell, aChain)
			rd.lost[loops] = true
			continue
		}
		l := model.NamedLoop{
			Pos: row.first("id", "name").pos, ID: ids[i],
			Name: row.text("name"), Story: row.text("story"),
		}
		complete := true
		for _, c := range list(chain, ">→") {
			id, ok := rd.refer(c, &rd.cells.factors, unknownFactor)
			complete = complete && ok
			l.Factors = append(l.Factors, id)
		}
		if n := len(l.Factors); n > 1 && l.Factors[0] == l.Factors[n-1] {
			l.Factors = l.Factors[:n-1] // "a > b > a" says the same as "a > b"
		}
		if complete && l.ID != "" {
			rd.model.Loops = append(rd.model.Loops, l)
		} else {
			rd.lost[loops] = true
		}
	}
}
