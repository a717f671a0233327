package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"slotmemo/internal/project"

	"github.com/spf13/cobra"
)

func (a *app) newCommand() *cobra.Command {
	var language string
	c := &cobra.Command{
		Use:   "new DIR",
		Short: "Make a small complete project to start from",
		Long: `new makes a small project in DIR, a folder that is empty or isn't there yet:
a model, notes of two sessions, texts and snapshots. It builds as it is.`,
		Example: `  slotmemo new mijn-memo
  slotmemo new --language en my-memo`,
		Args: cobra.MatchAll(needs(1, "a folder"), cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return a.runNew(args[0], language)
		},
	}
	c.Flags().StringVar(&language, "language", "nl", "language of the memo: nl or en")
	return c
}

func (a *app) runNew(dir, language string) error {
	if language != "nl" && language != "en" {
		return wrongUse("--language %q isn't known; expected nl or en", language)
	}
	err := project.New(dir, language)
	if errors.Is(err, project.ErrNotEmpty) {
		return wrongUse("%s isn't empty; new needs a folder that is empty or isn't there", dir)
	}
	if err != nil {
		return &failure{exitOther, err}
	}
	if !a.quiet {
		fmt.Fprintf(a.stdout, "%s\n", filepath.Join(dir, "memo.yaml"))
	}
	return nil
}
