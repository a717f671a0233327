package memo

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
)

type modelFactor = model.Factor

// factorTable lists the factors by domain, with what they mean.
func (w *writer) factorTable() *document.Table {
	withLevels := slices.ContainsFunc(w.m.Factors, func(f model.Factor) bool { return f.Level.Known })
	t := &document.Table{
		Caption: w.caption(w.many("caption.factors", len(w.m.Factors))),
		Columns: w.columns("factors", "factor", "definition", "role"),
	}
	if withLevels {
		t.Columns = append(t.Columns, w.columns("factors", "factor", "level>")[1])
		t.Note = document.Words(w.t("note.levels"))
	}
	w.byDomain(func(domain string, factors []string) {
		if domain != "" || len(w.m.Domains()) > 0 {
			t.Rows = append(t.Rows, groupRow(w.domainTitle(domain)))
		}
		for _, id := range factors {
			f := w.m.Factor(id)
			r := row("factor-"+slug(f.ID), f.Label, w.polish(f.Definition), w.role(f))
			r.Pos = f.Pos
			if withLevels {
				level := w.t("dash")
				if f.Level.Known {
					level = w.level(f.Level.Value)
				}
				r.Cells = append(r.Cells, document.Cell{Text: document.Words(level)})
			}
			t.Rows = append(t.Rows, r)
		}
	})
	return t
}

func (w *writer) domainTitle(domain string) string {
	if domain == "" {
		return w.t("domain.none")
	}
	return w.capital(domain)
}

// role says what a factor is in the analysis: a goal, a point of intervention.
func (w *writer) role(f *model.Factor) string {
	var roles []string
	switch f.Goal {
	case model.Higher:
		roles = append(roles, w.t("role.higher"))
	case model.Lower:
		roles = append(roles, w.t("role.lower"))
	}
	switch {
	case w.isLever(f.ID):
		roles = append(roles, w.t("role.lever"))
	case f.Controllable:
		roles = append(roles, w.t("role.controllable"))
	}
	if len(f.Owners) > 0 {
		roles = append(roles, w.t("role.owner", w.list(w.actors(f.Owners))))
	}
	return w.capital(strings.Join(roles, "; "))
}

func (w *writer) actors(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.actor(id)
	}
	return names
}

// relationTable lists the relations by the domain of the factor they start from.
// The argument takes the widest column; ids aren't printed.
func (w *writer) relationTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.many("caption.relations", len(w.m.Relations))),
		Columns: w.columns("relations", "from", "does", "to", "argument"),
		Note:    document.Words(w.t("note.relations")),
	}
	w.byDomain(func(domain string, factors []string) {
		var rows []document.Row
		for _, id := range factors {
			for _, r := range w.relationsFrom(id) {
				rows = append(rows, document.Row{Pos: r.Pos, ID: "relation-" + slug(r.ID), Cells: []document.Cell{
					{Text: document.Words(w.factor(r.From))},
					{Text: document.Words(w.relationWords(&r))},
					{Text: document.Words(w.factor(r.To))},
					{Text: w.argument(&r)},
				}})
			}
		}
		if len(rows) > 0 && len(w.m.Domains()) > 0 {
			t.Rows = append(t.Rows, groupRow(w.domainTitle(domain)))
		}
		t.Rows = append(t.Rows, rows...)
	})
	return t
}

// relationsFrom gives the relations of a factor in the order of their targets' names.
func (w *writer) relationsFrom(id string) []model.Relation {
	var from []model.Relation
	for _, r := range w.m.Relations {
		if r.From == id {
			from = append(from, r)
		}
	}
	slices.SortFunc(from, func(a, b model.Relation) int { return strings.Compare(a.ID, b.ID) })
	return sorted(w, from, func(r model.Relation) string { return w.factor(r.To) })
}

// argument is why the group thinks so, in which session, and who thinks otherwise.
func (w *writer) argument(r *model.Relation) []document.Inline {
	s := sentence(w.polish(r.Argument))
	if r.Session != "" {
		s = strings.TrimSpace(s + " (" + w.t("session.short", r.Session) + ")")
	}
	text := document.Words(s)
	if r.Dissent != "" {
		text = append(text, document.Text(" "), document.Emph{Kids: document.Words(w.t("dissent", sentence(w.polish(r.Dissent))))})
	}
	return text
}

func (w *writer) interventionTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.many("caption.interventions", len(w.m.Interventions))),
		Columns: w.columns("interventions", "intervention", "factor", "change", "time", "owner"),
		Note:    document.Words(w.t("note.interventions")),
	}
	for _, c := range w.m.Interventions {
		owner := w.list(w.actors(c.Owners))
		if owner == "" {
			owner = w.t("dash")
		}
		r := row("intervention-"+slug(c.ID), c.Label, w.factor(c.Factor), w.push(&c), w.timing(&c), owner)
		r.Pos = c.Pos
		t.Rows = append(t.Rows, r)
	}
	return t
}

// push says from where to where an intervention moves its factor: "50 → 80".
func (w *writer) push(c *model.Intervention) string {
	if f := w.m.Factor(c.Factor); f != nil && f.Level.Known {
		return w.level(f.Level.Value) + " → " + w.level(c.Target)
	}
	return w.t("push.to", w.level(c.Target))
}

// timing says how quickly an intervention works on its own factor, and when it is on.
func (w *writer) timing(c *model.Intervention) string {
	s := w.years(c.AdjustmentYears)
	whole := c.ActiveFrom <= 0 && (!c.ActiveUntil.Known || c.ActiveUntil.Value >= w.horizon())
	switch {
	case whole:
	case c.ActiveUntil.Known:
		s += ", " + w.t("active.between", w.short(c.ActiveFrom), w.short(c.ActiveUntil.Value))
	case c.ActiveFrom > 0:
		s += ", " + w.t("active.from", w.short(c.ActiveFrom))
	}
	return s
}

// actorTable lists the actors with what they own in the model.
func (w *writer) actorTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.many("caption.actors", len(w.m.Actors))),
		Columns: w.columns("actors", "actor", "description", "owns"),
	}
	for _, a := range sorted(w, w.m.Actors, func(a model.Actor) string { return a.Label }) {
		what := sentence(w.polish(a.Description))
		if a.Kind != "" {
			what = strings.TrimSpace(sentence(w.capital(w.polish(a.Kind))) + " " + what)
		}
		r := row("actor-"+slug(a.ID), a.Label, what, w.capital(w.owns(a.ID)))
		r.Pos = a.Pos
		t.Rows = append(t.Rows, r)
	}
	return t
}

// owns lists the interventions and factors of an actor.
func (w *writer) owns(actor string) string {
	var parts, factors, levers []string
	for _, f := range w.m.Factors {
		if slices.Contains(f.Owners, actor) {
			factors = append(factors, f.Label)
		}
	}
	for _, c := range w.m.Interventions {
		if slices.Contains(c.Owners, actor) {
			levers = append(levers, c.Label)
		}
	}
	if len(levers) > 0 {
		parts = append(parts, w.t(pluralKey("owns.interventions", len(levers)), w.list(levers)))
	}
	if len(factors) > 0 {
		parts = append(parts, w.t(pluralKey("owns.factors", len(factors)), w.list(factors)))
	}
	if len(parts) == 0 {
		return w.t("dash")
	}
	return strings.Join(parts, "; ")
}

func pluralKey(key string, n int) string {
	if n == 1 {
		return key + ".one"
	}
	return key + ".many"
}

// participantTable says which organisations sat in which sessions. It names no
// persons.
func (w *writer) participantTable() *document.Table {
	var order []string
	in := map[string][]string{}
	for _, s := range w.sessions {
		for _, id := range s.Participants {
			if in[id] == nil {
				order = append(order, id)
			}
			in[id] = append(in[id], strconv.Itoa(s.Number))
		}
	}
	t := &document.Table{
		Caption: w.caption(w.capital(w.many("caption.participants", len(order)))),
		Columns: w.columns("participants", "actor", "sessions"),
	}
	for _, id := range sorted(w, order, w.actor) {
		t.Rows = append(t.Rows, row("", w.actor(id), w.list(slices.Compact(in[id]))))
	}
	return t
}

// wordTable gives the numbers behind the words of the group.
func (w *writer) wordTable() *document.Table {
	t := &document.Table{
		Caption: w.caption(w.t("caption.words")),
		Columns: w.columns("words", "word", "meaning", "value."),
	}
	used := func(get func(model.Relation) string) map[string]int {
		n := map[string]int{}
		for _, r := range w.m.Relations {
			n[get(r)]++
		}
		return n
	}
	t.Columns = append(t.Columns, w.columns("words", "word", "used>")[1])
	t.Rows = append(t.Rows, groupRow(w.t("words.strength")))
	counts := used(func(r model.Relation) string { return r.Strength })
	for _, s := range w.m.Strengths {
		t.Rows = append(t.Rows, row("", w.capital(w.word("strength", s.Name)), w.t("words.strength.meaning", w.short(s.Value*10)), w.short(s.Value), strconv.Itoa(counts[s.Name])))
	}
	t.Rows = append(t.Rows, groupRow(w.t("words.speed")))
	counts = used(func(r model.Relation) string { return r.Speed })
	for _, s := range w.m.Speeds {
		t.Rows = append(t.Rows, row("", w.capital(w.word("speed", s.Name)), w.t("words.speed.meaning", w.years(s.Value), w.years(3*s.Value)), w.short(s.Value), strconv.Itoa(counts[s.Name])))
	}
	return t
}

// loopRows is how many loops the table prints.
const loopRows = 12

func (w *writer) loopTable() *document.Table {
	l := &w.r.Loops
	t := &document.Table{
		Caption: w.caption(w.loopCaption()),
		Columns: w.columns("loops", "name", "kind", "chain", "gain.", "delay."),
		Note:    document.Words(w.loopNote()),
	}
	for i := range l.List {
		if i == loopRows {
			break
		}
		x := &l.List[i]
		t.Rows = append(t.Rows, row("loop-"+slug(x.ID), w.loopName(x), w.t("kind."+x.Kind.String()), w.chain(x.Factors, true), w.loopGain(x.Gain), w.orDash(x.Delay, 1)))
	}
	return t
}

func (w *writer) loopGain(v float64) string {
	if math.IsNaN(v) {
		return w.t("dash")
	}
	return w.gainText(v)
}

// chain writes factors in a row: "a → b → a".
func (w *writer) chain(factors []string, closed bool) string {
	var names []string
	for _, id := range factors {
		names = append(names, w.factor(id))
	}
	if closed && len(names) > 0 {
		names = append(names, names[0])
	}
	return strings.Join(names, " → ")
}
