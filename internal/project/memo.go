package project

import (
	"slices"
	"strings"
	"unicode"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/tables"
	"slotmemo/internal/yamltree"
)

// Limits of what memo.yaml may ask.
const (
	MaxHorizon = 100.0 // years
	maxMoments = 12
	maxCombine = 6
)

// A decoder reads the fields of memo.yaml and of the head of notes.
type decoder struct{ yamltree.Decoder }

// readMemo reads memo.yaml. What isn't there gets the default of the method.
func readMemo(root yamltree.Value) (Memo, tables.Scales, []source.Problem) {
	d := &decoder{}
	m := Memo{
		Pos: source.Pos{Path: root.Pos.Path}, Language: language(root), Status: "draft",
		Horizon: 10, Combine: 2, Fields: map[string]source.Pos{},
	}
	scales := tables.StandardScales()
	if root.Kind == yamltree.Scalar || root.Kind == yamltree.List {
		d.Report(root.Pos, expectedFields)
	}
	d.Fields(root, d.memoFields(&m, &scales))
	for _, e := range root.Entries {
		m.Fields[e.Key] = e.Pos
	}
	d.moments(&m, root)
	if root.Kind == yamltree.Map || root.Kind == yamltree.Null {
		d.mandatory(&m, root)
	}
	return m, scales, d.Problems
}

// language gives the language before anything else is read, since the problems
// of a file are told in it.
func language(root yamltree.Value) string {
	if e, ok := root.Entry("language"); ok && strings.EqualFold(strings.TrimSpace(e.Val.Text), "en") {
		return "en"
	}
	return "nl"
}

func (d *decoder) memoFields(m *Memo, scales *tables.Scales) []yamltree.Field {
	text := func(key string, to *string) yamltree.Field {
		return yamltree.Field{Key: key, Read: func(e yamltree.Entry) { *to = strings.Join(strings.Fields(d.Text(e)), " ") }}
	}
	return []yamltree.Field{
		text("title", &m.Title),
		text("subtitle", &m.Subtitle),
		text("subject", &m.Subject),
		{Key: "language", Read: func(e yamltree.Entry) {
			d.OneOf(e, map[string]string{"nl": "nl", "en": "en"}, source.Choice{"nl", "en"}, "nl")
		}},
		text("client", &m.Client),
		text("facilitator", &m.Facilitator),
		text("from", &m.From),
		{Key: "to", Read: func(e yamltree.Entry) { m.To = d.recipients(e) }},
		{Key: "cc", Read: func(e yamltree.Entry) { m.CC = d.Texts(e) }},
		{Key: "date", Read: func(e yamltree.Entry) { m.Date = d.Date(e) }},
		text("reference", &m.Reference),
		text("version", &m.Version),
		{Key: "status", Read: func(e yamltree.Entry) { m.Status = d.OneOf(e, statusWords, statusChoice, "draft") }},
		{Key: "marking", Read: func(e yamltree.Entry) { m.Marking = d.marking(e) }},
		text("contact", &m.Contact),
		{Key: "reply_by", Read: func(e yamltree.Entry) { m.ReplyBy = d.Date(e) }},
		{Key: "horizon", Read: func(e yamltree.Entry) { m.Horizon = d.Number(e, 0.1, MaxHorizon, 10) }},
		{Key: "moments", Read: func(e yamltree.Entry) { m.Moments = d.numbers(e) }},
		{Key: "combine", Read: func(e yamltree.Entry) { m.Combine = d.Whole(e, 1, maxCombine, 2) }},
		{Key: "scales", Read: func(e yamltree.Entry) { d.scales(e, scales) }},
		{Key: "chapters", Read: func(e yamltree.Entry) { m.Chapters = d.Texts(e) }},
		{Key: "snapshots", Read: func(e yamltree.Entry) { m.Snapshots = e }},
		text("previous", &m.Previous),
	}
}

var (
	statusWords = map[string]string{
		"concept": "draft", "draft": "draft", "definitief": "final", "final": "final",
	}
	statusChoice = source.Message{NL: "concept of definitief", EN: "draft or final"}
)

func (d *decoder) marking(e yamltree.Entry) Marking {
	var m Marking
	if e.Val.Kind == yamltree.Scalar { // marking: TLP:AMBER
		m.Label = d.Text(e)
		return m
	}
	if e.Val.Kind == yamltree.Null || !d.IsMap(e, "label, set_by, until") {
		return m
	}
	d.Fields(e.Val, []yamltree.Field{
		{Key: "label", Read: func(e yamltree.Entry) { m.Label = d.Text(e) }},
		{Key: "set_by", Read: func(e yamltree.Entry) { m.SetBy = d.Text(e) }},
		{Key: "until", Read: func(e yamltree.Entry) { m.Until = d.Text(e) }},
	})
	return m
}

// recipients reads the addressees. Their ids are also names of folders below
// out/, so two that differ in capitals only are one too many.
func (d *decoder) recipients(e yamltree.Entry) []Recipient {
	var all []Recipient
	seen := map[string]source.Pos{}
	for _, v := range d.List(e) {
		r, pos, ok := d.recipient(v)
		if !ok {
			continue
		}
		if first, twice := seen[strings.ToLower(r.ID)]; twice {
			d.Problems = append(d.Problems, source.Problem{Pos: pos, Message: IDTwice, Args: []any{r.ID}, See: first})
			continue
		}
		seen[strings.ToLower(r.ID)] = pos
		all = append(all, r)
	}
	return all
}

func (d *decoder) recipient(v yamltree.Value) (r Recipient, pos source.Pos, ok bool) {
	pos = v.Pos
	switch v.Kind {
	case yamltree.Null:
		return r, pos, false
	case yamltree.Scalar:
		r.Name = strings.TrimSpace(v.Text)
		r.ID = r.Name
	case yamltree.Map:
		d.Fields(v, []yamltree.Field{
			{Key: "id", Read: func(e yamltree.Entry) { r.ID, pos = d.Text(e), e.Val.Pos }},
			{Key: "name", Also: []string{"naam"}, Read: func(e yamltree.Entry) { r.Name = d.Text(e) }},
		})
		if r.Name == "" {
			r.Name = r.ID
		}
		if r.ID == "" {
			r.ID = r.Name
		}
	}
	if r.Name == "" {
		d.Report(v.Pos, badRecipient)
		return r, pos, false
	}
	return r, pos, folderID(&d.Decoder, pos, r.ID, r.ID == r.Name)
}

// CheckID checks an id that becomes the name of a file or folder below out/, and
// reports what is wrong with it.
func CheckID(d *yamltree.Decoder, pos source.Pos, id string) bool {
	return folderID(d, pos, id, false)
}

// folderID checks an id that becomes the name of a folder. A whole name that
// serves as id may have blanks as well.
func folderID(d *yamltree.Decoder, pos source.Pos, id string, isName bool) bool {
	switch strings.ToLower(id) {
	case "intern", "snapshots", ".", "..":
		d.Report(pos, reservedID, id)
		return false
	}
	for i, r := range id {
		letter := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
		blank := isName && i > 0 && strings.ContainsRune(" ,()&'’+:;", r)
		if !letter && !blank && (i == 0 || !strings.ContainsRune("._-", r)) {
			d.Report(pos, idCharacters, id, string(r))
			return false
		}
	}
	return true
}

func (d *decoder) numbers(e yamltree.Entry) []float64 {
	var all []float64
	for _, v := range d.List(e) {
		if n := d.Number(yamltree.Entry{Key: e.Key, Pos: e.Pos, Val: v}, 0, MaxHorizon, -1); n >= 0 {
			all = append(all, n)
		}
	}
	return all
}

// moments checks the moments against each other and the horizon. Silent ones
// are 1, 3 and 10 years, as far as the horizon goes.
func (d *decoder) moments(m *Memo, root yamltree.Value) {
	e, given := root.Entry("moments")
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
		d.Report(e.Val.Pos, tooManyMoments, len(m.Moments), maxMoments)
		m.Moments = m.Moments[:maxMoments]
	}
	for i, t := range m.Moments {
		pos := e.Val.Pos
		if i < len(e.Val.Items) && len(e.Val.Items) == len(m.Moments) {
			pos = e.Val.Items[i].Pos
		}
		if i > 0 && t <= m.Moments[i-1] {
			d.Report(pos, momentsNotRising, source.Number(t), source.Number(m.Moments[i-1]))
		}
		if t > m.Horizon {
			d.Report(pos, MomentBeyond, source.Number(t), source.Number(m.Horizon))
		}
	}
}

// mandatory warns for what a memo must say; a final memo may not lack it.
func (d *decoder) mandatory(m *Memo, root yamltree.Value) {
	severity := source.Warning
	if m.Status == "final" {
		severity = source.Error
	}
	for _, key := range []string{"title", "from", "to", "date", "subject", "status", "version"} {
		pos := m.Pos
		if e, ok := root.Entry(key); ok {
			if !e.Val.Empty() {
				continue
			}
			pos = e.Pos
		}
		d.Problems = append(d.Problems, source.Problem{Pos: pos, Severity: severity, Message: mandatory, Args: []any{key}})
	}
}

// scales reads the project's own words. If all of them are words of the method,
// they only get other numbers; if one is not, the words given are the scale.
func (d *decoder) scales(e yamltree.Entry, s *tables.Scales) {
	if e.Val.Kind == yamltree.Null || !d.IsMap(e, "strength, speed") {
		return
	}
	d.Fields(e.Val, []yamltree.Field{
		{Key: "strength", Also: []string{"sterkte"}, Read: func(e yamltree.Entry) {
			s.Strengths = d.scale(e, s.Strengths, false, 0.001, 10)
			slices.SortStableFunc(s.Strengths, func(a, b model.Step) int { return compare(a.Value, b.Value) })
		}},
		{Key: "speed", Also: []string{"snelheid"}, Read: func(e yamltree.Entry) {
			s.Speeds = d.scale(e, s.Speeds, true, tables.MinYears, MaxHorizon)
			slices.SortStableFunc(s.Speeds, func(a, b model.Step) int { return compare(b.Value, a.Value) })
		}},
	})
}

func (d *decoder) scale(e yamltree.Entry, standard model.Scale, speed bool, low, high float64) model.Scale {
	if e.Val.Kind == yamltree.Null || !d.IsMap(e, "…") {
		return standard
	}
	if len(e.Val.Entries) == 0 {
		d.Report(e.Val.Pos, emptyScale, e.Key)
		return standard
	}
	given, own := model.Scale{}, false
	for _, w := range e.Val.Entries {
		name, known := tables.StandardWord(speed, w.Key)
		if !known {
			name, own = w.Key, true
		}
		if given.Index(name) >= 0 {
			d.Report(w.Pos, wordTwice, w.Key)
			continue
		}
		if w.Val.Empty() {
			d.NoNumber(w, low, high)
			continue
		}
		given = append(given, model.Step{Name: name, Value: d.Number(w, low, high, 1)})
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
