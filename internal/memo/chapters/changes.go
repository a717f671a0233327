package chapters

import (
	"math"
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/findings"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// changes is the annex on what is new since the older version in memo.yaml.
func changes(w *writer) []document.Block {
	return w.pointing("point.changes", w.changes(), w.homeless("changes"))
}

func (w *writer) changes() []document.Block {
	prev := w.Project.Previous
	if prev == nil || w.Answers.Difference == nil {
		return nil
	}
	c := &comparison{Findings: w.Findings, old: prev.Model, d: w.Answers.Difference}
	since := prev.Path
	if prev.Memo.Version != "" {
		since = w.T("version.small", prev.Memo.Version)
	}
	if c.d.None() {
		return []document.Block{wording.Say(w.T("changes.none", since))}
	}
	blocks := []document.Block{wording.Say(w.T("changes.intro", since), c.counts())}
	section := func(key string, list *document.List) {
		if len(list.Items) > 0 {
			blocks = append(blocks, &document.Heading{Level: 2, Text: document.Words(w.T("changes." + key)), ID: "changes-" + key}, list)
		}
	}
	section("factors", c.things(c.d.Factors, c.factorName))
	section("relations", c.things(c.d.Relations, c.relationName))
	section("interventions", c.things(c.d.Interventions, c.interventionName))
	section("loops", c.loops())
	section("results", c.results())
	return blocks
}

// A comparison tells a Difference in words.
type comparison struct {
	*findings.Findings
	old *model.Model
	d   *marvel.Difference
}

func (c *comparison) counts() string {
	var parts []string
	add := func(key string, items []marvel.Changed) {
		if len(items) > 0 {
			parts = append(parts, c.Many(key, len(items)))
		}
	}
	add("changes.n.factors", c.d.Factors)
	add("changes.n.relations", c.d.Relations)
	add("changes.n.interventions", c.d.Interventions)
	if n := len(c.d.LoopsBorn) + len(c.d.LoopsGone) + len(c.d.LoopsTurned); n > 0 {
		parts = append(parts, c.Many("changes.n.loops", n))
	}
	if len(parts) == 0 {
		return ""
	}
	return c.T("changes.counts", c.List(parts))
}

func addItem(list *document.List, s string) {
	list.Items = append(list.Items, document.Item{Blocks: []document.Block{&document.Paragraph{Text: document.Words(s)}}})
}

// things lists what is new, gone or altered, with each altered attribute.
func (c *comparison) things(items []marvel.Changed, name func(string) string) *document.List {
	list := &document.List{Tight: true}
	for _, i := range items {
		switch i.State {
		case marvel.Born:
			addItem(list, c.T("changes.born", name(i.ID)))
		case marvel.Gone:
			addItem(list, c.T("changes.gone", name(i.ID)))
		case marvel.Altered:
			var fields []string
			for _, f := range i.Fields {
				fields = append(fields, c.field(f))
			}
			addItem(list, c.T("changes.altered", name(i.ID), c.List(fields)))
		}
	}
	return list
}

// field tells an altered attribute: "sterkte van zwak naar sterk". Long texts
// are only said to have changed.
func (c *comparison) field(f marvel.Field) string {
	name := f.Name
	if c.Has("field." + name) {
		name = c.T("field." + name)
	}
	before, after := c.value(f.Name, f.Old), c.value(f.Name, f.New)
	switch long := slices.Contains(longFields, f.Name); {
	case long && before == "":
		return c.T("changes.field.added", name)
	case long:
		return c.T("changes.field.long", name)
	case before == "":
		return c.T("changes.field.new", name, after)
	case after == "":
		return c.T("changes.field.gone", name, before)
	}
	return c.T("changes.field", name, before, after)
}

// longFields hold sentences, which the list of changes doesn't repeat.
var longFields = []string{"argument", "dissent", "definition"}

func (c *comparison) value(field, v string) string {
	switch field {
	case "strength", "speed":
		if v == "" {
			return ""
		}
		return c.Word(field, v)
	case "level", "target":
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return c.Level(x)
		}
	case "sign":
		switch v {
		case "+":
			return "+"
		case "-", wording.Minus:
			return wording.Minus
		}
		return c.T("word.unknown")
	}
	return v
}

func (c *comparison) factorName(id string) string {
	if f := c.Model.Factor(id); f != nil {
		return f.Label
	}
	if f := c.old.Factor(id); f != nil {
		return f.Label
	}
	return id
}

func (c *comparison) relationName(id string) string {
	r := c.Model.Relation(id)
	if r == nil {
		r = c.old.Relation(id)
	}
	if r == nil {
		return id
	}
	return c.factorName(r.From) + " → " + c.factorName(r.To)
}

func (c *comparison) interventionName(id string) string {
	if i := c.Model.Intervention(id); i != nil {
		return i.Label
	}
	if i := c.old.Intervention(id); i != nil {
		return i.Label
	}
	return id
}

// changedLoops is how many loops born and gone are named.
const changedLoops = 5

func (c *comparison) loops() *document.List {
	list := &document.List{Tight: true}
	add := func(key string, loops []marvel.Loop) {
		for i, l := range loops {
			if i == changedLoops {
				addItem(list, c.T(key+".more", c.Count(len(loops)-changedLoops)))
				break
			}
			addItem(list, c.T(key, c.LoopName(&l), c.T("kind."+l.Kind.String()), c.oldChain(l.Factors)))
		}
	}
	add("changes.loop.born", c.d.LoopsBorn)
	add("changes.loop.gone", c.d.LoopsGone)
	for _, t := range c.d.LoopsTurned {
		addItem(list, c.T("changes.loop.turned", c.LoopName(&t.Loop), c.T("kind."+t.Old.String()), c.T("kind."+t.Loop.Kind.String())))
	}
	if c.d.LoopsBounded && len(list.Items) > 0 {
		addItem(list, c.T("changes.loop.bounded"))
	}
	return list
}

func (c *comparison) oldChain(factors []string) string {
	var names []string
	for _, id := range factors {
		names = append(names, c.factorName(id))
	}
	return c.ListChain(names)
}

// results tells which conclusions changed: the best, the rankings, the effects.
func (c *comparison) results() *document.List {
	list := &document.List{Tight: true}
	for _, b := range c.d.BestChanged {
		key := "changes.best"
		if b.Combination {
			key = "changes.best.combination"
		}
		if len(b.Old) > 0 && len(b.New) > 0 {
			addItem(list, c.T(key, c.names(b.New), c.names(b.Old)))
		}
	}
	for _, r := range c.d.Rankings {
		if moves := c.moves(r.Old, r.New); len(moves) > 0 {
			addItem(list, c.T("changes.ranking", c.After(r.Moment), c.List(moves)))
		}
	}
	end := c.LastMoment()
	for _, e := range c.d.Effects {
		if len(e.Interventions) != 1 || e.Moment != end {
			continue
		}
		if math.IsNaN(e.Old) || math.IsNaN(e.New) {
			continue
		}
		addItem(list, c.T("changes.effect", prose.Quoted(c.interventionName(e.Interventions[0])), prose.Quoted(c.factorName(e.Goal)), c.After(e.Moment), c.Points(e.Old), c.Points(e.New)))
	}
	return list
}

// moves tells which interventions stand at another place in a ranking than they
// did, in the order of now.
func (c *comparison) moves(before, after []string) []string {
	var moves []string
	for i, id := range after {
		name, was := prose.Quoted(c.interventionName(id)), slices.Index(before, id)
		now, then := c.Decimal(float64(i+1), 0), c.Decimal(float64(was+1), 0)
		switch {
		case was < 0:
			moves = append(moves, c.T("changes.place.new", name, now))
		case i < was:
			moves = append(moves, c.T("changes.place.up", name, then, now))
		case i > was:
			moves = append(moves, c.T("changes.place.down", name, then, now))
		}
	}
	return moves
}

func (c *comparison) names(ids []string) string {
	names := slices.Clone(ids)
	for i, id := range names {
		names[i] = prose.Quoted(c.interventionName(id))
	}
	return c.List(names)
}
