package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"slotmemo/internal/analysis"
	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"

	"github.com/spf13/cobra"
)

// Bounds of the flags of analyse: a run has steps for every year, and moments
// are columns of a table.
const (
	maxHorizon = 100 // years
	maxMoments = 20
	maxCombine = 10
)

// analyseFlags are the flags of analyse; zero means: as memo.yaml says.
type analyseFlags struct {
	format  string
	moments string
	combine int
	horizon float64
}

func (a *app) analyseCommand() *cobra.Command {
	var flags analyseFlags
	c := &cobra.Command{
		Use:   "analyse PROJECT",
		Short: "Print what follows from the model: effects, loops, paths, robustness",
		Long: `analyse prints the numbers behind the memo. It reads memo.yaml and the model
only: faults in texts don't stop it.`,
		Example: `  slotmemo analyse mijn-memo
  slotmemo analyse --format json --moments 1,2,5 --combine 3 mijn-memo`,
		Args: cobra.MatchAll(needs(1, "a project"), cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return a.runAnalyse(args[0], flags)
		},
	}
	c.Flags().StringVar(&flags.format, "format", "text", "text or json")
	c.Flags().StringVar(&flags.moments, "moments", "", "moments in years, for instance 1,3,10 (default: memo.yaml)")
	c.Flags().IntVar(&flags.combine, "combine", 0, "largest combination of interventions (default: memo.yaml)")
	c.Flags().Float64Var(&flags.horizon, "horizon", 0, "horizon in years (default: memo.yaml)")
	return c
}

func (a *app) runAnalyse(dir string, flags analyseFlags) error {
	if flags.format != "text" && flags.format != "json" {
		return wrongUse("--format %q isn't known; expected text or json", flags.format)
	}
	if flags.horizon < 0 || flags.horizon > maxHorizon || flags.combine < 0 || flags.combine > maxCombine {
		return wrongUse("--horizon goes to %d years and --combine to %d", maxHorizon, maxCombine)
	}
	moments, err := readMoments(flags.moments)
	if err != nil {
		return err
	}
	p, _, problems, err := readViews(dir)
	if err != nil {
		return &failure{exitOther, err}
	}
	if err := a.show(problems, p.Memo.Language, false); err != nil {
		return err
	}
	o := options(p)
	if flags.horizon > 0 {
		o.Horizon = flags.horizon
		o.Moments = slices.DeleteFunc(slices.Clone(o.Moments), func(t float64) bool { return t > o.Horizon })
	}
	if flags.combine > 0 {
		o.Combine = flags.combine
	}
	if len(moments) > 0 {
		o.Moments = moments
	}
	r := marvel.Analyse(p.Model, o)
	c := claims.Make(p.Model, r)
	if flags.format == "json" {
		return written(analysis.JSON(a.stdout, p.Model, r, c))
	}
	return written(analysis.Text(a.stdout, p.Model, r, c, p.Memo.Language))
}

// written wraps a failure to print.
func written(err error) error {
	if err != nil {
		return &failure{exitOther, fmt.Errorf("print the analysis: %w", err)}
	}
	return nil
}

// readMoments reads "1,3,10"; nothing gives none.
func readMoments(s string) ([]float64, error) {
	var moments []float64
	for _, part := range strings.Split(s, ",") {
		if s == "" {
			break
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || !(v >= 0 && v <= maxHorizon) {
			return nil, wrongUse("--moments %q isn't a list of years from 0 to %d; for instance 1,3,10", s, maxHorizon)
		}
		moments = append(moments, v)
	}
	if len(moments) > maxMoments {
		return nil, wrongUse("--moments has %d years; at most %d", len(moments), maxMoments)
	}
	return moments, nil
}
