package main

import (
	"fmt"

	"slotmemo/internal/source"
)

// show prints problems by place, and gives a failure if they stop the command.
func (a *app) show(problems []source.Problem, language string, strict bool) error {
	source.Sort(problems)
	stop := false
	for _, p := range problems {
		if p.Severity == source.Error || strict && p.Severity == source.Warning {
			stop = true
		}
		if a.shows(p.Severity) {
			fmt.Fprintf(a.stderr, "%s: %s%s\n", placeOf(p), kindWord(p.Severity, language), p.Text(language))
		}
	}
	if stop {
		return &failure{code: exitProject}
	}
	return nil
}

// placeOf gives the place of a problem. What the program was given without one
// are the words of the head: they stand in memo.yaml.
func placeOf(p source.Problem) source.Pos {
	if p.Pos == (source.Pos{}) {
		return source.Pos{Path: "memo.yaml"}
	}
	return p.Pos
}

func (a *app) shows(s source.Severity) bool {
	switch s {
	case source.Error:
		return true
	case source.Warning:
		return !a.quiet
	}
	return a.verbose && !a.quiet
}

var (
	warningWord = source.Message{NL: "let op: ", EN: "warning: "}
	noteWord    = source.Message{NL: "ter info: ", EN: "note: "}
)

func kindWord(s source.Severity, language string) string {
	switch s {
	case source.Warning:
		return warningWord.In(language)
	case source.Note:
		return noteWord.In(language)
	}
	return ""
}

// warn tells something about a whole project.
func (a *app) warn(w *work, m source.Message, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.stderr, "%s: %s%s\n", w.project.Dir, warningWord.In(w.language()), fmt.Sprintf(m.In(w.language()), args...))
	}
}
