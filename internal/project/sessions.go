package project

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"slotmemo/internal/source"
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
	if s.Number == 0 && len(d.problems) == 0 {
		d.report(start, noSessionNumber)
	}
	return s, d.problems
}

func (s *Session) read(d *decoder, front value) {
	d.fields(front, []field{
		{key: "session", also: []string{"sessie"}, read: func(e entry) {
			s.Number, s.Pos = d.whole(e, 1, maxSession, s.Number), e.val.pos
		}},
		{key: "title", also: []string{"titel"}, read: func(e entry) { s.Title = d.text(e) }},
		{key: "date", also: []string{"datum"}, read: func(e entry) { s.Date = d.date(e) }},
		{key: "place", also: []string{"plaats", "locatie", "location"}, read: func(e entry) { s.Place = d.text(e) }},
		{key: "participants", also: []string{"deelnemers"}, read: func(e entry) {
			for _, v := range d.list(e) {
				for _, id := range splitCommas(d.text(entry{e.key, e.pos, v})) {
					s.Participants = append(s.Participants, id)
					s.places = append(s.places, v.pos)
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
func (d *decoder) frontMatter(start source.Pos, text string) (front value, body Markdown, ok bool) {
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
			root, problems := parseYAML(inside, rest[:end])
			d.problems = append(d.problems, problems...)
			if root.kind != mapping && root.kind != null {
				d.report(root.pos, expectedFields)
			}
			return root, d.body(source.Pos{Path: start.Path, Line: n + 1, Column: 1}, after), true
		}
		if !more {
			d.report(start, openFrontMatter)
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
		d.report(invalidAt(pos, text), notUTF8)
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	text, problems := visibleLines(pos, text)
	d.problems = append(d.problems, problems...)
	return Markdown{Pos: pos, Text: norm.NFC.String(text)}
}

// checkSessions checks what notes and model say of each other.
func (r *reader) checkSessions() {
	if r.actorsGiven() && !r.lost["actors"] {
		ids := names{where: table(actorsTable, 1, func() source.Pos { return r.project.Model.Actors[0].Pos })}
		for _, a := range r.project.Model.Actors {
			ids.add(a.ID, a.Label)
		}
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

func (r *reader) checkParticipants(s *Session, actors *names) {
	for i, p := range s.Participants {
		id, ok := actors.find(p)
		if !ok {
			r.add(source.Problem{
				Pos: s.places[i], Message: unknownActor, Args: []any{p, actors.where},
				Near: source.Near(p, slices.Concat(actors.ids, actors.labels)),
			})
			continue
		}
		s.Participants[i] = id
	}
}

// same tells whether two names are the same but for capitals and blanks.
func same(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
