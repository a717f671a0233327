package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A report says what became of the mutations.
type report struct {
	o       options
	all     int // changes that could be made
	results []result
	counts  map[outcome]int
}

func newReport(o options, all int, results []result) *report {
	r := &report{o: o, all: all, results: results, counts: map[outcome]int{}}
	slices.SortFunc(r.results, func(a, b result) int {
		return cmp.Or(strings.Compare(a.file.name, b.file.name), a.from-b.from, strings.Compare(a.now, b.now))
	})
	for _, one := range results {
		r.counts[one.outcome]++
	}
	return r
}

// noticed counts the changes that some test noticed, tried those that compile.
func (r *report) noticed() int { return r.counts[killed] + r.counts[stuck] }

func (r *report) tried() int { return r.noticed() + r.counts[survived] }

// score is the percentage of changes that were noticed, rounded down; 100 when
// none was tried.
func (r *report) score() int {
	if r.tried() == 0 {
		return 100
	}
	return 100 * r.noticed() / r.tried()
}

// print lists the survivors by place, then the score.
func (r *report) print(w io.Writer) {
	for _, one := range r.results {
		if one.outcome == survived {
			fmt.Fprintln(w, one.mutation)
		}
	}
	fmt.Fprintf(w, "%d %%: %d of %d changes were noticed (%d of them by the time limit); seed %d, %d could be made, %d did not compile\n",
		r.score(), r.noticed(), r.tried(), r.counts[stuck], r.o.seed, r.all, r.counts[invalid])
	if r.o.number > 0 && r.tried() < min(r.o.number, r.all-r.counts[invalid]) {
		fmt.Fprintf(w, "the time was over before %d were tried\n", r.o.number)
	}
}
