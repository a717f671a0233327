package memo

import (
	"math"
	"slices"
	"strconv"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// changes is the annex on what is new since the older version in memo.yaml.
func (w *writer) changes() []document.Block {
	prev := w.p.Previous
	if prev == nil || prev.Model == nil {
		return nil
	}
	o := w.r.Options
	o.SkipRobustness = true
	c := &comparison{writer: w, old: prev.Model, d: marvel.Compare(prev.Model, w.m, marvel.Analyse(prev.Model, o), w.r)}
	since := prev.Path
	if prev.Memo.Version != "" {
		since = w.t("version.small", prev.Memo.Version)
	}
	if c.d.None() {
		return []document.Block{say(w.t("changes.none", since))}
	}
	blocks := []document.Block{say(w.t("changes.intro", since), c.counts())}
	section := func(key string, list *document.List) {
		if len(list.Items) > 0 {
			blocks = append(blocks, &document.Heading{Level: 2, Text: document.Words(w.t("changes." + key)), ID: "changes-" + key}, list)
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
	*writer
	old *model.Model
	d   *marvel.Difference
}

func (c *comparison) counts() string {
	var parts []string
	add := func(key string, items []marvel.Changed) {
		if len(items) > 0 {
			parts = append(parts, c.many(key, len(items)))
		}
	}
	add("changes.n.factors", c.d.Factors)
	add("changes.n.relations", c.d.Relations)
	add("changes.n.interventions", c.d.Interventions)
	if n := len(c.d.LoopsBorn) + len(c.d.LoopsGone) + len(c.d.LoopsTurned); n > 0 {
		parts = append(parts, c.many("changes.n.loops", n))
	}
	if len(parts) == 0 {
		return ""
	}
	return c.t("changes.counts", c.list(parts))
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
			addItem(list, c.t("changes.born", name(i.ID)))
		case marvel.Gone:
			addItem(list, c.t("changes.gone", name(i.ID)))
		case marvel.Altered:
			var fields []string
			for _, f := range i.Fields {
				fields = append(fields, c.field(f))
			}
			addItem(list, c.t("changes.altered", name(i.ID), c.list(fields)))
		}
	}
	return list
}

// field tells an altered attribute: "sterkte van zwak naar sterk". Long texts
// are only said to have changed.
func (c *comparison) field(f marvel.Field) string {
	name := f.Name
	if c.words.Has("field." + name) {
		name = c.t("field." + name)
	}
	before, after := c.value(f.Name, f.Old), c.value(f.Name, f.New)
	switch long := slices.Contains(longFields, f.Name); {
	case long && before == "":
		return c.t("changes.field.added", name)
	case long:
		return c.t("changes.field.long", name)
	case before == "":
		return c.t("changes.field.new", name, after)
	case after == "":
		return c.t("changes.field.gone", name, before)
	}
	return c.t("changes.field", name, before, after)
}

// longFields hold sentences, which the list of changes doesn't repeat.
var longFields = []string{"argument", "dissent", "definition"}

func (c *comparison) value(field, v string) string {
	switch field {
	case "strength", "speed":
		if v == "" {
			return ""
		}
		return c.word(field, v)
	case "level", "target":
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return c.level(x)
		}
	case "sign":
		switch v {
		case "+":
			return "+"
		case "-", minus:
			return minus
		}
		return c.t("word.unknown")
	}
	return v
}

func (c *comparison) factorName(id string) string {
	if f := c.m.Factor(id); f != nil {
		return f.Label
	}
	if f := c.old.Factor(id); f != nil {
		return f.Label
	}
	return id
}

func (c *comparison) relationName(id string) string {
	r := c.m.Relation(id)
	if r == nil {
		r = c.old.Relation(id)
	}
	if r == nil {
		return id
	}
	return c.factorName(r.From) + " → " + c.factorName(r.To)
}

func (c *comparison) interventionName(id string) string {
	if i := c.m.Intervention(id); i != nil {
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
				addItem(list, c.t(key+".more", c.count(len(loops)-changedLoops)))
				break
			}
			addItem(list, c.t(key, c.loopName(&l), c.t("kind."+l.Kind.String()), c.oldChain(l.Factors)))
		}
	}
	add("changes.loop.born", c.d.LoopsBorn)
	add("changes.loop.gone", c.d.LoopsGone)
	for _, t := range c.d.LoopsTurned {
		addItem(list, c.t("changes.loop.turned", c.loopName(&t.Loop), c.t("kind."+t.Old.String()), c.t("kind."+t.Loop.Kind.String())))
	}
	if c.d.LoopsBounded && len(list.Items) > 0 {
		addItem(list, c.t("changes.loop.bounded"))
	}
	return list
}

func (c *comparison) oldChain(factors []string) string {
	var names []string
	for _, id := range factors {
		names = append(names, c.factorName(id))
	}
	return c.listChain(names)
}

func (w *writer) listChain(names []string) string {
	if len(names) == 0 {
		return ""
	}
	s := ""
	for _, n := range names {
		s += n + " → "
	}
	return s + names[0]
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
			addItem(list, c.t(key, c.names(b.New), c.names(b.Old)))
		}
	}
	for _, r := range c.d.Rankings {
		if moves := c.moves(r.Old, r.New); len(moves) > 0 {
			addItem(list, c.t("changes.ranking", c.after(r.Moment), c.list(moves)))
		}
	}
	end := c.lastMoment()
	for _, e := range c.d.Effects {
		if len(e.Interventions) != 1 || e.Moment != end {
			continue
		}
		if math.IsNaN(e.Old) || math.IsNaN(e.New) {
			continue
		}
		addItem(list, c.t("changes.effect", quoted(c.interventionName(e.Interventions[0])), quoted(c.factorName(e.Goal)), c.after(e.Moment), c.points(e.Old), c.points(e.New)))
	}
	return list
}

// moves tells which interventions stand at another place in a ranking than they
// did, in the order of now.
func (c *comparison) moves(before, after []string) []string {
	var moves []string
	for i, id := range after {
		name, was := quoted(c.interventionName(id)), slices.Index(before, id)
		now, then := c.decimal(float64(i+1), 0), c.decimal(float64(was+1), 0)
		switch {
		case was < 0:
			moves = append(moves, c.t("changes.place.new", name, now))
		case i < was:
			moves = append(moves, c.t("changes.place.up", name, then, now))
		case i > was:
			moves = append(moves, c.t("changes.place.down", name, then, now))
		}
	}
	return moves
}

func (c *comparison) names(ids []string) string {
	names := slices.Clone(ids)
	for i, id := range names {
		names[i] = quoted(c.interventionName(id))
	}
	return c.list(names)
}
