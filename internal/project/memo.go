package project

import (
	"slices"
	"strings"
	"unicode"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/tables"
)

// Limits of what memo.yaml may ask.
const (
	maxHorizon   = 100.0 // years
	maxMoments   = 12
	maxCombine   = 6
	maxSnapshots = 500
)

// readMemo reads memo.yaml. What isn't there gets the default of the method.
func readMemo(root value) (Memo, tables.Scales, []source.Problem) {
	d := &decoder{}
	m := Memo{
		Pos: source.Pos{Path: root.pos.Path}, Language: language(root), Status: "draft",
		Horizon: 10, Combine: 2, Fields: map[string]source.Pos{},
	}
	scales := tables.StandardScales()
	if root.kind == scalar || root.kind == list {
		d.report(root.pos, expectedFields)
	}
	d.fields(root, d.memoFields(&m, &scales))
	for _, e := range root.entries {
		m.Fields[e.key] = e.pos
	}
	d.moments(&m, root)
	if root.kind == mapping || root.kind == null {
		d.mandatory(&m, root)
	}
	return m, scales, d.problems
}

// language gives the language before anything else is read, since the problems
// of a file are told in it.
func language(root value) string {
	if e, ok := root.entry("language"); ok && strings.EqualFold(strings.TrimSpace(e.val.text), "en") {
		return "en"
	}
	return "nl"
}

func (d *decoder) memoFields(m *Memo, scales *tables.Scales) []field {
	text := func(key string, to *string) field {
		return field{key: key, read: func(e entry) { *to = strings.Join(strings.Fields(d.text(e)), " ") }}
	}
	return []field{
		text("title", &m.Title),
		text("subtitle", &m.Subtitle),
		text("subject", &m.Subject),
		{key: "language", read: func(e entry) {
			d.oneOf(e, map[string]string{"nl": "nl", "en": "en"}, source.Choice{"nl", "en"}, "nl")
		}},
		text("client", &m.Client),
		text("facilitator", &m.Facilitator),
		text("from", &m.From),
		{key: "to", read: func(e entry) { m.To = d.recipients(e) }},
		{key: "cc", read: func(e entry) { m.CC = d.texts(e) }},
		{key: "date", read: func(e entry) { m.Date = d.date(e) }},
		text("reference", &m.Reference),
		text("version", &m.Version),
		{key: "status", read: func(e entry) { m.Status = d.oneOf(e, statusWords, statusChoice, "draft") }},
		{key: "marking", read: func(e entry) { m.Marking = d.marking(e) }},
		text("contact", &m.Contact),
		{key: "reply_by", read: func(e entry) { m.ReplyBy = d.date(e) }},
		{key: "horizon", read: func(e entry) { m.Horizon = d.number(e, 0.1, maxHorizon, 10) }},
		{key: "moments", read: func(e entry) { m.Moments = d.numbers(e) }},
		{key: "combine", read: func(e entry) { m.Combine = d.whole(e, 1, maxCombine, 2) }},
		{key: "scales", read: func(e entry) { d.scales(e, scales) }},
		{key: "chapters", read: func(e entry) { m.Chapters = d.texts(e) }},
		{key: "snapshots", read: func(e entry) { m.Views = d.views(e) }},
		text("previous", &m.Previous),
	}
}

var (
	statusWords = map[string]string{
		"concept": "draft", "draft": "draft", "definitief": "final", "final": "final",
	}
	statusChoice = source.Message{NL: "concept of definitief", EN: "draft or final"}
)

func (d *decoder) marking(e entry) Marking {
	var m Marking
	if e.val.kind == scalar { // marking: TLP:AMBER
		m.Label = d.text(e)
		return m
	}
	if e.val.kind == null || !d.isMap(e, "label, set_by, until") {
		return m
	}
	d.fields(e.val, []field{
		{key: "label", read: func(e entry) { m.Label = d.text(e) }},
		{key: "set_by", read: func(e entry) { m.SetBy = d.text(e) }},
		{key: "until", read: func(e entry) { m.Until = d.text(e) }},
	})
	return m
}

// recipients reads the addressees. Their ids are also names of folders below
// out/, so two that differ in capitals only are one too many.
func (d *decoder) recipients(e entry) []Recipient {
	var all []Recipient
	seen := map[string]source.Pos{}
	for _, v := range d.list(e) {
		r, pos, ok := d.recipient(v)
		if !ok {
			continue
		}
		if first, twice := seen[strings.ToLower(r.ID)]; twice {
			d.problems = append(d.problems, source.Problem{Pos: pos, Message: idTwice, Args: []any{r.ID}, See: first})
			continue
		}
		seen[strings.ToLower(r.ID)] = pos
		all = append(all, r)
	}
	return all
}

func (d *decoder) recipient(v value) (r Recipient, pos source.Pos, ok bool) {
	pos = v.pos
	switch v.kind {
	case null:
		return r, pos, false
	case scalar:
		r.Name = strings.TrimSpace(v.text)
		r.ID = r.Name
	case mapping:
		d.fields(v, []field{
			{key: "id", read: func(e entry) { r.ID, pos = d.text(e), e.val.pos }},
			{key: "name", also: []string{"naam"}, read: func(e entry) { r.Name = d.text(e) }},
		})
		if r.Name == "" {
			r.Name = r.ID
		}
		if r.ID == "" {
			r.ID = r.Name
		}
	}
	if r.Name == "" {
		d.report(v.pos, badRecipient)
		return r, pos, false
	}
	return r, pos, d.folderID(pos, r.ID, r.ID == r.Name)
}

// folderID checks an id that becomes the name of a folder. A whole name that
// serves as id may have blanks as well.
func (d *decoder) folderID(pos source.Pos, id string, isName bool) bool {
	switch strings.ToLower(id) {
	case "intern", "snapshots", ".", "..":
		d.report(pos, reservedID, id)
		return false
	}
	for i, r := range id {
		letter := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
		blank := isName && i > 0 && strings.ContainsRune(" ,()&'’+:;", r)
		if !letter && !blank && (i == 0 || !strings.ContainsRune("._-", r)) {
			d.report(pos, idCharacters, id, string(r))
			return false
		}
	}
	return true
}

func (d *decoder) numbers(e entry) []float64 {
	var all []float64
	for _, v := range d.list(e) {
		if n := d.number(entry{e.key, e.pos, v}, 0, maxHorizon, -1); n >= 0 {
			all = append(all, n)
		}
	}
	return all
}

// moments checks the moments against each other and the horizon. Silent ones
// are 1, 3 and 10 years, as far as the horizon goes.
func (d *decoder) moments(m *Memo, root value) {
	e, given := root.entry("moments")
	if !given || len(m.Moments) == 0 {
		m.Moments = nil
		for _, t := range []float64{1, 3, 10} {
			if t <= m.Horizon {
				m.Moments = append(m.Moments, t)
			}
		}
		return
	}
	if len(m.Moments) > maxMoments {
		d.report(e.val.pos, tooManyMoments, len(m.Moments), maxMoments)
		m.Moments = m.Moments[:maxMoments]
	}
	for i, t := range m.Moments {
		pos := e.val.pos
		if i < len(e.val.items) && len(e.val.items) == len(m.Moments) {
			pos = e.val.items[i].pos
		}
		if i > 0 && t <= m.Moments[i-1] {
			d.report(pos, momentsNotRising, source.Number(t), source.Number(m.Moments[i-1]))
		}
		if t > m.Horizon {
			d.report(pos, momentBeyond, source.Number(t), source.Number(m.Horizon))
		}
	}
}

// mandatory warns for what a memo must say; a final memo may not lack it.
func (d *decoder) mandatory(m *Memo, root value) {
	severity := source.Warning
	if m.Status == "final" {
		severity = source.Error
	}
	for _, key := range []string{"title", "from", "to", "date", "subject", "status", "version"} {
		pos := m.Pos
		if e, ok := root.entry(key); ok {
			if !e.val.empty() {
				continue
			}
			pos = e.pos
		}
		d.problems = append(d.problems, source.Problem{Pos: pos, Severity: severity, Message: mandatory, Args: []any{key}})
	}
}

// scales reads the project's own words. If all of them are words of the method,
// they only get other numbers; if one is not, the words given are the scale.
func (d *decoder) scales(e entry, s *tables.Scales) {
	if e.val.kind == null || !d.isMap(e, "strength, speed") {
		return
	}
	d.fields(e.val, []field{
		{key: "strength", also: []string{"sterkte"}, read: func(e entry) {
			s.Strengths = d.scale(e, s.Strengths, false, 0.001, 10)
			slices.SortStableFunc(s.Strengths, func(a, b model.Step) int { return compare(a.Value, b.Value) })
		}},
		{key: "speed", also: []string{"snelheid"}, read: func(e entry) {
			s.Speeds = d.scale(e, s.Speeds, true, tables.MinYears, maxHorizon)
			slices.SortStableFunc(s.Speeds, func(a, b model.Step) int { return compare(b.Value, a.Value) })
		}},
	})
}

func (d *decoder) scale(e entry, standard model.Scale, speed bool, low, high float64) model.Scale {
	if e.val.kind == null || !d.isMap(e, "…") {
		return standard
	}
	if len(e.val.entries) == 0 {
		d.report(e.val.pos, emptyScale, e.key)
		return standard
	}
	given, own := model.Scale{}, false
	for _, w := range e.val.entries {
		name, known := tables.StandardWord(speed, w.key)
		if !known {
			name, own = w.key, true
		}
		if given.Index(name) >= 0 {
			d.report(w.pos, wordTwice, w.key)
			continue
		}
		if w.val.empty() {
			d.report(w.pos, notNumberIn, w.key, "", source.Number(low), source.Number(high))
			continue
		}
		given = append(given, model.Step{Name: name, Value: d.number(w, low, high, 1)})
	}
	if own && len(given) > 0 {
		return given
	}
	for i, step := range standard {
		if g := given.Index(step.Name); g >= 0 {
			standard[i].Value = given[g].Value
		}
	}
	return standard
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
