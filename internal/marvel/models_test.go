package marvel

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"slotmemo/internal/model"
	"slotmemo/internal/testenv"
)

// table reads a CSV file as one map per row. The tests read the example with
// their own eyes, so that a fault in internal/tables doesn't show up here.
func table(t testing.TB, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		all = append(all, m)
	}
	return all
}

var words = map[string]string{
	"zwak": "weak", "gemiddeld": "average", "sterk": "strong", "zeer sterk": "very strong",
	"laag": "low", "hoog": "high", "zeer hoog": "very high",
}

func word(s string) string {
	if w, ok := words[s]; ok {
		return w
	}
	return s
}

func number(s string) model.Number {
	v, err := strconv.ParseFloat(s, 64)
	return model.Number{Value: v, Known: err == nil}
}

func sign(s string) model.Sign {
	switch s {
	case "+":
		return model.Plus
	case "-", "−":
		return model.Minus
	}
	return model.Unknown
}

func direction(s string) model.Direction {
	switch s {
	case "+", "hoger", "higher":
		return model.Higher
	case "-", "−", "lager", "lower":
		return model.Lower
	}
	return model.NoGoal
}

// readModel reads the tables of a project or of the made model jeugdhulp.
func readModel(t testing.TB, dir string) *model.Model {
	t.Helper()
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	for _, r := range table(t, filepath.Join(dir, "factors.csv")) {
		level := number(r["level"])
		if !level.Known {
			level = number(r["initial value"])
		}
		m.Factors = append(m.Factors, model.Factor{ID: r["id"], Label: r["label"], Level: level, Goal: direction(r["goal"]), Weight: 1})
		if id := r["intervention"]; id != "" {
			m.Interventions = append(m.Interventions, model.Intervention{ID: id, Factor: r["id"], Target: number(r["setpoint"]).Value, AdjustmentYears: 1})
		}
	}
	for _, r := range table(t, filepath.Join(dir, "relations.csv")) {
		m.Relations = append(m.Relations, model.Relation{
			ID: r["id"], From: r["from"], To: r["to"], Sign: sign(r["sign"]),
			Strength: word(r["strength"]), Speed: word(r["speed"]), Force: r["kind"] == "force", Argument: r["argument"],
		})
	}
	if path := filepath.Join(dir, "interventions.csv"); exists(path) {
		for _, r := range table(t, path) {
			m.Interventions = append(m.Interventions, model.Intervention{
				ID: r["id"], Factor: r["factor"], Target: number(r["target"]).Value,
				AdjustmentYears: number(r["adjustment_years"]).Value, ActiveFrom: number(r["active_from"]).Value, ActiveUntil: number(r["active_until"]),
			})
		}
	}
	return m
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// softwareRelease is the method's published example: S1, section 5.
func softwareRelease(t testing.TB) *model.Model {
	return readModel(t, "../../examples/softwarerelease/model")
}

// jeugdhulp is a made model of medium size, without levels.
func jeugdhulp(t testing.TB) *model.Model { return readModel(t, "testdata/jeugdhulp") }

// A recipe says how a random model is made.
type recipe struct {
	factors, relations int
	core               int // factors of one strong component, a ring with chords
	interventions      int
	goals              int
	strengths          []string // words to choose from
}

// randomModel makes a model from a seed.
func randomModel(seed uint64, c recipe) *model.Model {
	r := rand.New(rand.NewPCG(seed, 7))
	m := &model.Model{Strengths: model.StandardStrengths(), Speeds: model.StandardSpeeds()}
	id := func(i int) string { return fmt.Sprintf("f%03d", i) }
	for i := range c.factors {
		m.Factors = append(m.Factors, model.Factor{ID: id(i), Level: model.Known(0.2 + 0.6*r.Float64())})
	}
	strengths := c.strengths
	if strengths == nil {
		strengths = []string{"weak", "average", "strong", "very strong"}
	}
	speeds := []string{"low", "average", "high", "very high"}
	add := func(from, to int) {
		s := model.Plus
		if r.IntN(2) == 0 {
			s = model.Minus
		}
		m.Relations = append(m.Relations, model.Relation{
			ID: fmt.Sprintf("r%04d", len(m.Relations)), From: id(from), To: id(to), Sign: s,
			Strength: strengths[r.IntN(len(strengths))], Speed: speeds[r.IntN(len(speeds))],
		})
	}
	for i := range c.core {
		add(i, (i+1)%c.core)
	}
	for i := c.core; i < c.factors && c.core > 0; i++ { // what stands outside is fed by the core or feeds it
		if i%2 == 0 {
			add(r.IntN(c.core), i)
		} else {
			add(i, r.IntN(c.core))
		}
	}
	for tries := 0; len(m.Relations) < c.relations && tries < 100*c.relations; tries++ {
		from, to := r.IntN(c.factors), r.IntN(c.factors)
		if c.core > 0 { // keep the component as it is
			from, to = r.IntN(c.core), r.IntN(c.core)
		}
		if from != to {
			add(from, to)
		}
	}
	for i := range c.interventions {
		f := r.IntN(c.factors)
		m.Interventions = append(m.Interventions, model.Intervention{ID: fmt.Sprintf("c%d", i+1), Factor: id(f), Target: 0.9, AdjustmentYears: 1})
	}
	for _, f := range r.Perm(c.factors)[:c.goals] {
		m.Factors[f].Goal, m.Factors[f].Weight = model.Higher, 1
		if r.IntN(3) == 0 {
			m.Factors[f].Goal = model.Lower
		}
	}
	return m
}

// runs gives how often a random test repeats: few, or SLOTMEMO_RUNS.
func runs(few int) int { return testenv.Runs(few) }

func join(ids []string) string { return strings.Join(ids, " ") }
