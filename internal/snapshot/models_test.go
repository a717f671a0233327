package snapshot_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"slotmemo/internal/model"
)

// example reads the CSV tables of an example: only what a snapshot needs. The
// real reader stands earlier in the line, but its project also wants texts.
func example(t testing.TB, name string) *model.Model {
	t.Helper()
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	for _, r := range rows(t, name, "factors") {
		f := model.Factor{ID: r["id"], Label: r["label"], Domain: r["domain"], Weight: 1}
		if v, err := strconv.ParseFloat(strings.Replace(r["level"], ",", ".", 1), 64); err == nil {
			f.Level = model.Known(v)
		}
		switch r["goal"] {
		case "+", "higher", "hoger":
			f.Goal = model.Higher
		case "-", "−", "lower", "lager":
			f.Goal = model.Lower
		}
		if o := r["owner"]; o != "" {
			f.Owners = strings.Split(o, "|")
		}
		m.Factors = append(m.Factors, f)
	}
	for _, r := range rows(t, name, "relations") {
		m.Relations = append(m.Relations, model.Relation{
			ID: r["id"], From: r["from"], To: r["to"], Sign: signOf(r["sign"]),
			Strength: english(r["strength"]), Speed: english(r["speed"]), Argument: r["argument"],
		})
	}
	for _, r := range rows(t, name, "interventions") {
		target, _ := strconv.ParseFloat(strings.Replace(r["target"], ",", ".", 1), 64)
		m.Interventions = append(m.Interventions, model.Intervention{
			ID: r["id"], Label: r["label"], Factor: r["factor"], Target: target, AdjustmentYears: 1,
		})
	}
	for _, r := range rows(t, name, "actors") {
		m.Actors = append(m.Actors, model.Actor{ID: r["id"], Label: r["label"]})
	}
	for _, r := range rows(t, name, "loops") {
		var chain []string
		for _, id := range strings.Split(r["factors"], ">") {
			chain = append(chain, strings.TrimSpace(id))
		}
		m.Loops = append(m.Loops, model.NamedLoop{ID: r["id"], Factors: chain, Name: r["name"], Story: r["story"]})
	}
	return m
}

func signOf(s string) model.Sign {
	switch s {
	case "+":
		return model.Plus
	case "-", "−":
		return model.Minus
	}
	return model.Unknown
}

func english(word string) string {
	switch word {
	case "zwak":
		return "weak"
	case "gemiddeld":
		return "average"
	case "sterk":
		return "strong"
	case "zeer sterk":
		return "very strong"
	case "laag":
		return "low"
	case "hoog":
		return "high"
	case "zeer hoog":
		return "very high"
	}
	return word
}

// columns gives our name for the Dutch heads of the example.
var columns = map[string]string{
	"van": "from", "naar": "to", "teken": "sign", "sterkte": "strength", "snelheid": "speed",
	"onderbouwing": "argument", "domein": "domain", "doel": "goal", "niveau": "level", "eigenaar": "owner",
	"factoren": "factors", "verhaal": "story", "streefwaarde": "target", "interventie": "label",
}

func rows(t testing.TB, name, table string) []map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../examples", name, "model", table+".csv"))
	if os.IsNotExist(err) {
		dutch := map[string]string{"factors": "factoren", "relations": "relaties", "interventions": "interventies", "actors": "actoren", "loops": "lussen"}[table]
		b, err = os.ReadFile(filepath.Join("../../examples", name, "model", dutch+".csv"))
	}
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(b)))
	if head, _, _ := strings.Cut(string(b), "\n"); strings.Contains(head, ";") {
		r.Comma = ';'
	}
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, v := range cells[:min(len(cells), len(all[0]))] {
			head := strings.TrimPrefix(all[0][i], "\ufeff")
			switch c, ok := columns[head]; {
			case ok:
				head = c
			case head == "factor" && table == "factors", head == "actor", head == "naam" && table == "actors":
				head = "label"
			case head == "naam":
				head = "name"
			}
			row[head] = v
		}
		out = append(out, row)
	}
	return out
}
