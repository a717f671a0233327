package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	var strict bool
	var pdf pdfCheck
	c := &cobra.Command{
		Use:   "check PROJECT… | FILE.pdf…",
		Short: "Do all checks of build and write nothing; or audit PDF files",
		Long: `Of a project: do all checks that build does, and write nothing.

Of a PDF file, anyone's: check it against PDF/UA-1 and, at the level that it
claims, PDF/A-2 or -3; list what a person must look at. Exit codes: 0 nothing
found; 1 findings; 3 the file can't be read.

These clauses a machine could check, and check doesn't:
` + unchecked(),
		Example: `  slotmemo check mijn-memo
  slotmemo check --strict mijn-memo    warnings count as errors
  slotmemo check memo.pdf
  slotmemo check --profile ua1,a2a --format json memo.pdf`,
		Args: needs(1, "a project folder or a PDF file"),
		RunE: func(c *cobra.Command, args []string) error {
			if slices.ContainsFunc(args, isPDF) {
				return a.checkFiles(args, pdf)
			}
			return a.checkAll(c.Context(), args, buildFlags{strict: strict})
		},
	}
	c.Flags().BoolVar(&strict, "strict", false, "of a project: take warnings for errors")
	c.Flags().StringVar(&pdf.profiles, "profile", "", "of a PDF: check these, of "+profileNames()+" (default: ua1 and what the file claims)")
	c.Flags().StringVar(&pdf.format, "format", "text", "of a PDF: text or json")
	c.Flags().StringVar(&pdf.language, "language", "", "of a PDF: nl or en (default: that of the file)")
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
