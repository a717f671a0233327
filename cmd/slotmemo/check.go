package main

import (
	"context"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	var strict bool
	c := &cobra.Command{
		Use:   "check PROJECT…",
		Short: "Do all checks of build and write nothing",
		Example: `  slotmemo check mijn-memo
  slotmemo check --strict mijn-memo    warnings count as errors`,
		Args: needs(1, "a project folder"),
		RunE: func(c *cobra.Command, dirs []string) error {
			return a.checkAll(c.Context(), dirs, buildFlags{strict: strict})
		},
	}
	c.Flags().BoolVar(&strict, "strict", false, "take warnings for errors")
	return c
}

// checkAll checks each project as build would, up to its pages.
func (a *app) checkAll(ctx context.Context, dirs []string, f buildFlags) error {
	for _, dir := range dirs {
		if _, err := projectName(dir); err != nil {
			return err
		}
	}
	return a.each(dirs, func(i int) error {
		steps := a.progress()
		defer steps.end()
		_, err := a.make(ctx, dirs[i], f, steps)
		return err
	})
}
