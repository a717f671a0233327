package snapshot

import (
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// maxSession is the highest number of a session.
const maxSession = 9999

// A Session shows what came in a session: the relations and factors whose column
// names it, and the ends of those relations.
type Session struct {
	Pos    source.Pos
	Number int
}

func readSession(d *yamltree.Decoder, e yamltree.Entry) Selector {
	n := d.Whole(e, 1, maxSession, 0)
	if n == 0 {
		return nil
	}
	return &Session{Pos: e.Val.Pos, Number: n}
}

func (*Session) check(*checker)  {} // a session in which nothing came is a warning of choose
func (*Session) home() string    { return HomeSessions }
func (*Session) section() string { return "" }

func (s *Session) choose(c *choice) {
	c.tell("subject_session", strconv.Itoa(s.Number))
	empty := true
	for _, f := range c.in.Model.Factors {
		if inSession(f.Session, s.Number) {
			c.addFactor(f.ID, core)
			empty = false
		}
	}
	for _, r := range c.in.Model.Relations {
		if inSession(r.Session, s.Number) {
			c.addChain(r.ID)
			empty = false
		}
	}
	if empty {
		c.report(s.Pos, source.Warning, emptySession, s.Number)
	}
}

// inSession reports whether a column names a session: "2", "1, 2" and "sessie 2"
// name session 2.
func inSession(column string, n int) bool { return slices.Contains(sessionNumbers(column), n) }

// sessionNumbers returns the sessions that a column names. Numbers of four digits
// are years.
func sessionNumbers(column string) []int {
	var all []int
	for _, digits := range strings.FieldsFunc(column, func(c rune) bool { return c < '0' || c > '9' }) {
		if n, err := strconv.Atoi(digits); err == nil && len(digits) < 3 {
			all = append(all, n)
		}
	}
	return all
}

// light lights the most important of what came in the session; its other relations
// are quiet.
func (s *Session) light(l *lighting) {
	came := l.offered(func(r model.Relation) bool { return inSession(r.Session, s.Number) })
	l.most(maxLit, came)
	among := ends(came)
	for _, f := range l.c.in.Model.Factors {
		if inSession(f.Session, s.Number) {
			among[f.ID] = true
		}
	}
	l.alone(maxLit, among)
	for _, r := range came {
		if !l.relations[r.ID] {
			l.quiet[r.ID] = true
		}
	}
	l.tell(among)
}
