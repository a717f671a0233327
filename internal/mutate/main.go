// Command mutate changes the program in small ways, one at a time, and tells
// which changes no test notices.
//
//	go run ./internal/mutate -n 40 ./layout/text
//
// A rule that can be turned round while all tests pass is a rule that nothing
// holds. The changes are made in memory and handed to go test by -overlay, so
// that no file is touched. A change that doesn't compile doesn't count.
//
// It knows nothing of slotmemo but the form of Go code; it is no part of the
// program, and nothing imports it.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// Options are what the command line asks for.
type options struct {
	number   int           // of changes to try; 0: all
	seed     uint64        // of the sample
	budget   time.Duration // after which no further change is tried; 0: none
	changed  string        // a revision: only files that differ from it
	funcs    *regexp.Regexp
	tests    string // of go test -run
	also     []string
	least    int // percent of changes that must be noticed
	workers  int
	list     bool
	packages []string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run returns the exit code: 0; 1 when fewer changes were noticed than -least
// asks; 2 for wrong use; 3 when something else failed.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if err != nil {
		return 2
	}
	r, err := mutate(ctx, o, stdout)
	if err != nil {
		fmt.Fprintln(stderr, "mutate:", err)
		return 3
	}
	if r == nil {
		return 0
	}
	r.print(stdout)
	if r.score() < o.least {
		fmt.Fprintf(stderr, "mutate: %d %% of the changes were noticed; %d %% is asked\n", r.score(), o.least)
		return 1
	}
	return 0
}

func parse(args []string, stderr io.Writer) (options, error) {
	o := options{}
	f := flag.NewFlagSet("mutate", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.IntVar(&o.number, "n", 40, "changes to try, a sample; 0 for all")
	f.Uint64Var(&o.seed, "seed", 1, "of the sample")
	f.DurationVar(&o.budget, "budget", 0, "time after which no further change is tried")
	f.StringVar(&o.changed, "changed", "", "only files that differ from this git `revision`")
	funcs := f.String("funcs", "", "only functions, constants and variables whose names match this `regexp`")
	f.StringVar(&o.tests, "run", "", "only tests that match this `regexp`")
	also := f.String("also", "", "run the tests of these `packages` too, with commas between")
	f.IntVar(&o.least, "least", 0, "`percent` of the changes that must be noticed")
	f.IntVar(&o.workers, "workers", runtime.NumCPU(), "changes tried at the same time")
	f.BoolVar(&o.list, "list", false, "list the changes, try none")
	f.Usage = func() {
		fmt.Fprintln(stderr, "mutate [flags] PACKAGE…")
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return o, err
	}
	var err error
	if o.funcs, err = regexp.Compile(*funcs); err != nil {
		fmt.Fprintln(stderr, "mutate: -funcs:", err)
		return o, err
	}
	o.also = strings.FieldsFunc(*also, func(r rune) bool { return r == ',' })
	if o.packages = f.Args(); len(o.packages) == 0 {
		f.Usage()
		return o, flag.ErrHelp
	}
	return o, nil
}

// mutate returns nil without an error when there was nothing to try.
func mutate(ctx context.Context, o options, stdout io.Writer) (*report, error) {
	files, err := sources(ctx, o)
	if err != nil {
		return nil, err
	}
	var all []mutation
	for _, f := range files {
		found, err := f.mutations(o.funcs)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	random := rand.New(rand.NewPCG(o.seed, 0))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	switch {
	case o.list:
		for _, m := range all {
			fmt.Fprintln(stdout, m)
		}
		return nil, nil
	case len(all) == 0:
		fmt.Fprintln(stdout, "mutate: nothing to change in these files")
		return nil, nil
	}
	return try(ctx, o, all)
}
