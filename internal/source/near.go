package source

import (
	"cmp"
	"strconv"
	"strings"
)

// maxNear is the longest word, in characters, for which a suggestion is sought.
const maxNear = 64

// Near gives the candidate that was probably meant by word, or "" if none is
// near: at most a third of its characters differ, and never more than three.
// Capitals count only among equally near ones; then the first in the alphabet
// wins, so that the order of a table's rows doesn't change a message.
func Near(word string, candidates []string) string {
	w := []rune(strings.ToLower(word))
	if len(w) == 0 || len(w) > maxNear {
		return ""
	}
	best, bestDistance := "", min(3, (len(w)+1)/3)+1
	for _, c := range candidates {
		if abs(len(c)-len(word)) > 4*bestDistance {
			continue
		}
		r := []rune(strings.ToLower(c))
		if len(r) > maxNear || abs(len(r)-len(w)) > bestDistance {
			continue
		}
		d := distance(w, r)
		if d < bestDistance || d == bestDistance && best != "" && nearer(word, c, best) {
			best, bestDistance = c, d
		}
	}
	return best
}

// nearer tells whether a is nearer to word than b if capitals count.
func nearer(word, a, b string) bool {
	w := []rune(word)
	return cmp.Or(cmp.Compare(distance(w, []rune(a)), distance(w, []rune(b))), cmp.Compare(a, b)) < 0
}

// Suggestions seeks suggestions for many words, up to a bound: a table of 20,000
// names that are all wrong would take minutes, and nobody reads so many
// messages. The zero value is ready.
type Suggestions struct{ compared int }

// maxCompared is how many comparisons all suggestions together may cost; about a
// second.
const maxCompared = 1_000_000

// Near is Near until the bound is reached, and then "".
func (s *Suggestions) Near(word string, candidates []string) string {
	if s.compared += len(candidates); s.compared > maxCompared {
		return ""
	}
	return Near(word, candidates)
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func abs(n int) int { return max(n, -n) }

// A Choice is a list of what was expected: "zwak, gemiddeld of sterk".
type Choice []string

// In puts the choice into words.
func (c Choice) In(language string) string {
	or := " of "
	if language == "en" {
		or = " or "
	}
	if len(c) < 2 {
		return strings.Join(c, "")
	}
	return strings.Join(c[:len(c)-1], ", ") + or + c[len(c)-1]
}

// A Number is a number in a message, with the decimal sign of the language.
type Number float64

// In puts the number into words: "0,01".
func (n Number) In(language string) string {
	s := strconv.FormatFloat(float64(n), 'f', -1, 64)
	if language == "en" {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}
