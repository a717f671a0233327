package memo

import (
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/memo/charts"
)

// TestPlacedChartStandsOnce holds that a chart that a text places isn't drawn once
// more in the chapter on effects, whatever the ids of the model look like.
func TestPlacedChartStandsOnce(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"memo.yaml":               strings.ReplaceAll(base["memo.yaml"], "[background]", "[background, effects]"),
		"model/factors.csv":       strings.ReplaceAll(base["model/factors.csv"], "c,", "costEffectiveness,"),
		"model/relations.csv":     strings.NewReplacer("b,c,", "b,costEffectiveness,", "c,a,", "costEffectiveness,a,").Replace(base["model/relations.csv"]),
		"model/loops.csv":         "id,factors,name,story\n",
		"model/interventions.csv": base["model/interventions.csv"] + "i2,Meer budget,b,0.6\n",
	}
	for _, placed := range append(charts.Names(), "") {
		files["text/02-background.md"] = "# Aanleiding\n\nTekst.\n"
		if placed != "" {
			files["text/02-background.md"] += "\n![](chart:" + placed + ")\n"
		}
		p := readProject(t, files)
		doc, problems := writeMemo(p, viewsOf(t, p), marvel.Analyse(p.Model, marvel.Options{}), Edition{})
		drawn := map[string]int{}
		for _, f := range document.Figures(doc) {
			if f.Drawing != nil {
				drawn[f.Drawing.Base().ID]++
			}
		}
		for _, name := range charts.Names() {
			if drawn["chart-"+name] != 1 {
				t.Errorf("%q placed: chart %q stands %d times in the memo; %v", placed, name, drawn["chart-"+name], list(problems))
			}
		}
	}
}
