package project

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// sessions reads the notes of the expert sessions.
func (r *reader) sessions() error {
	names, err := r.markdown("sessions")
	if err != nil {
		return err
	}
	seen := map[int]source.Pos{}
	for _, name := range names {
		text, ok, err := r.file("sessions/"+name, maxText)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		s, problems := readSession("sessions/"+name, text)
		r.add(problems...)
		if first, twice := seen[s.Number]; twice && s.Number != 0 {
			r.add(source.Problem{Pos: s.Pos, Message: sessionTwice, Args: []any{s.Number}, See: first})
			continue
		}
		seen[s.Number] = s.Pos
		r.project.Sessions = append(r.project.Sessions, s)
	}
	slices.SortStableFunc(r.project.Sessions, func(a, b Session) int { return cmp.Compare(a.Number, b.Number) })
	return nil
}

// maxSession is the highest number of a session.
const maxSession = 9999

// readSession reads one note: its front matter and, untouched, its body.
func readSession(path, text string) (Session, []source.Problem) {
	start := source.Pos{Path: path, Line: 1, Column: 1}
	s := Session{Pos: start}
	s.Number, _ = number(path[strings.LastIndexByte(path, '/')+1:])
	d := &decoder{}
	front, body, ok := d.frontMatter(start, text)
	if ok {
		s.read(d, front)
	}
	s.Body = body
	if s.Number == 0 && len(d.Problems) == 0 {
		d.Report(start, noSessionNumber)
	}
	return s, d.Problems
}

func (s *Session) read(d *decoder, front yamltree.Value) {
	d.Fields(front, []yamltree.Field{
		{Key: "session", Also: []string{"sessie"}, Read: func(e yamltree.Entry) {
			s.Number, s.Pos = d.Whole(e, 1, maxSession, s.Number), e.Val.Pos
		}},
		{Key: "title", Also: []string{"titel"}, Read: func(e yamltree.Entry) { s.Title = d.Text(e) }},
		{Key: "date", Also: []string{"datum"}, Read: func(e yamltree.Entry) { s.Date = d.Date(e) }},
		{Key: "place", Also: []string{"plaats", "locatie", "location"}, Read: func(e yamltree.Entry) { s.Place = d.Text(e) }},
		{Key: "participants", Also: []string{"deelnemers"}, Read: func(e yamltree.Entry) {
			for _, v := range d.List(e) {
				for _, id := range splitCommas(d.Text(yamltree.Entry{Key: e.Key, Pos: e.Pos, Val: v})) {
					s.Participants = append(s.Participants, id)
					s.places = append(s.places, v.Pos)
				}
			}
		}},
	})
}

func splitCommas(s string) []string {
	var all []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// frontMatter splits the fields between two lines "---" off a text. ok is false
// if there are none.
func (d *decoder) frontMatter(start source.Pos, text string) (front yamltree.Value, body Markdown, ok bool) {
	text = strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff")
	line, rest, found := strings.Cut(text, "\n")
	if !found || strings.TrimRight(line, " \t") != "---" {
		return front, d.body(start, text), false
	}
	end, n := 0, 2
	for {
		line, after, more := strings.Cut(rest[end:], "\n")
		if trimmed := strings.TrimRight(line, " \t"); trimmed == "---" || trimmed == "..." {
			inside := source.Pos{Path: start.Path, Line: 2, Column: 1}
			root, problems := yamltree.Parse(inside, rest[:end])
			d.Problems = append(d.Problems, problems...)
			if root.Kind != yamltree.Map && root.Kind != yamltree.Null {
				d.Report(root.Pos, expectedFields)
			}
			return root, d.body(source.Pos{Path: start.Path, Line: n + 1, Column: 1}, after), true
		}
		if !more {
			d.Report(start, openFrontMatter)
			return front, d.body(start, text), false
		}
		end += len(line) + 1
		n++
	}
}

// body gives the Markdown of a text: UTF-8, lines ending in LF, accents
// composed, without characters that can't be seen.
func (d *decoder) body(pos source.Pos, text string) Markdown {
	if !utf8.ValidString(text) {
		d.Report(source.InvalidUTF8(pos, text), source.NotUTF8)
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	text, problems := source.VisibleLines(pos, text)
	d.Problems = append(d.Problems, problems...)
	return Markdown{Pos: pos, Text: norm.NFC.String(text)}
}

// checkSessions checks what notes and model say of each other.
func (r *reader) checkSessions() {
	if r.actorsGiven() && !r.project.lost["actors"] {
		ids := r.project.Actors()
		for i := range r.project.Sessions {
			r.checkParticipants(&r.project.Sessions[i], &ids)
		}
	}
	numbers := map[string]bool{}
	for _, s := range r.project.Sessions {
		numbers[itoa(s.Number)] = true
	}
	if len(numbers) == 0 || numbers["0"] { // none, or one whose number is wrong
		return
	}
	for _, rel := range r.project.Model.Relations {
		for _, n := range strings.FieldsFunc(rel.Session, func(c rune) bool { return c < '0' || c > '9' }) {
			if len(n) < 3 && !numbers[strings.TrimLeft(n, "0")] { // longer ones are years
				r.report(rel.Pos, source.Warning, noSuchSession, rel.ID, n)
			}
		}
	}
}

// actorsGiven tells whether there is a table of actors. Without one the actors
// of the model are the owners named in its other tables, and anybody may have
// taken part in a session.
func (r *reader) actorsGiven() bool {
	m := r.project.Model
	if len(m.Actors) == 0 {
		return false
	}
	file := m.Actors[0].Pos.File()
	return (len(m.Factors) == 0 || m.Factors[0].Pos.File() != file) &&
		(len(m.Interventions) == 0 || m.Interventions[0].Pos.File() != file)
}

func (r *reader) checkParticipants(s *Session, actors *Names) {
	for i, p := range s.Participants {
		id, ok := actors.Find(p)
		if !ok {
			r.add(source.Problem{
				Pos: s.places[i], Message: UnknownActor, Args: []any{p, actors.Where},
				Near: source.Near(p, actors.All()),
			})
			continue
		}
		s.Participants[i] = id
	}
}
