package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// Exit codes; see --help.
const (
	exitDone    = 0
	exitProject = 1 // the project has errors, or warnings under --strict
	exitUsage   = 2 // wrong use of the command line
	exitOther   = 3 // the disk, a worker, or a fault of ours
)

// A failure ends a command with a code. Err may be nil when all has been said.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func wrongUse(format string, args ...any) error {
	return &failure{exitUsage, fmt.Errorf(format, args...)}
}

// App is what the commands share: where they print, and how much.
type app struct {
	stdout, stderr io.Writer
	quiet, verbose bool
}

// run runs the program with these arguments and gives its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(stderr, "slotmemo: this is a fault in slotmemo itself, please report it: %v\n%s", fault, debug.Stack())
			code = exitOther
		}
	}()
	a := &app{stdout: stdout, stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return a.exitCode(root.ExecuteContext(ctx))
}

// exitCode prints what is left to say of an error and gives its code.
func (a *app) exitCode(err error) int {
	if err == nil {
		return exitDone
	}
	var f *failure
	if !errors.As(err, &f) {
		// What cobra itself refuses (an unknown command or flag) is wrong use.
		f = &failure{exitUsage, err}
	}
	if f.err != nil {
		fmt.Fprintf(a.stderr, "slotmemo: %v\n", f.err)
	}
	if f.code == exitUsage {
		fmt.Fprintln(a.stderr, "slotmemo: see slotmemo --help")
	}
	return f.code
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "slotmemo",
		Short: "From a MARVEL model and session notes to the concluding memo, as PDF and HTML",
		Long: `slotmemo reads a memo project (a model, the notes of the expert sessions and
texts), computes what follows from the model, and writes the memo as PDF and HTML.

Exit codes: 0 done; 1 the project has errors (or warnings under --strict);
2 wrong use; 3 something else failed.`,
		Example: `  slotmemo new mijn-memo
  slotmemo build mijn-memo
  slotmemo check mijn-memo`,
		Version:       ownVersion(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetVersionTemplate("slotmemo {{.Version}}\n")
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "print errors only")
	root.PersistentFlags().BoolVarP(&a.verbose, "verbose", "v", false, "print notes too")
	root.AddCommand(a.commands()...)
	return root
}

// noSuchCommand refuses what is no command, with what was probably meant.
func noSuchCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(filepath.Join(args[0], "memo.yaml")); err == nil {
		return wrongUse("%q is no command; did you mean slotmemo build %s?", args[0], args[0])
	}
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return wrongUse("%q is no command; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return wrongUse("%q is no command", args[0])
}

// needs refuses a command line with fewer than n arguments, naming what is missing.
func needs(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return wrongUse("%s needs %s, for instance:\n%s", c.CommandPath(), what, c.Example)
		}
		return nil
	}
}
