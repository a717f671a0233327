package tables

import "slotmemo/internal/source"

// A reporter keeps what is wrong in tables.
type reporter struct {
	problems    []source.Problem
	suggestions source.Suggestions
}

func (r *reporter) add(p source.Problem) { r.problems = append(r.problems, p) }

// report tells of an error at a cell, a row or a file.
func (r *reporter) report(pos source.Pos, m source.Message, args ...any) {
	r.add(source.Problem{Pos: pos, Message: m, Args: args})
}

func (r *reporter) warn(pos source.Pos, m source.Message, args ...any) {
	r.add(source.Problem{Pos: pos, Severity: source.Warning, Message: m, Args: args})
}

// near reports that word isn't one of the candidates, with the nearest of them.
func (r *reporter) near(pos source.Pos, word string, candidates []string, m source.Message, args ...any) {
	r.add(source.Problem{Pos: pos, Message: m, Args: args, Near: r.suggestions.Near(word, candidates)})
}

// bounded reports whether a row is within the limits, and reports if it isn't.
func (r *reporter) bounded(pos source.Pos, rows, columns int) bool {
	switch {
	case rows > maxRows:
		r.report(pos, tooManyRows, maxRows)
	case columns > maxColumns:
		r.report(pos, tooManyColumns, columns, maxColumns)
	default:
		return true
	}
	return false
}
