package html

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// analysed is what `slotmemo analyse --format json` prints, as far as the page shows it.
type analysed struct {
	Moments []float64 `json:"moments"`
	Effects []struct {
		Interventions []string `json:"interventions"`
		Unstable      bool     `json:"unstable"`
		Goals         []struct {
			Goal    string `json:"goal"`
			Moments []struct {
				Change *float64 `json:"change"`
			} `json:"moments"`
		} `json:"goals"`
	} `json:"effects"`
	Ranking []struct {
		Order []struct {
			Interventions []string `json:"interventions"`
			Gain          float64  `json:"gain"`
		} `json:"order"`
	} `json:"ranking"`
}

// command builds slotmemo once for all tests.
var command = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "slotmemo-command-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "slotmemo")
	if out, err := exec.Command("go", "build", "-o", path, "slotmemo/cmd/slotmemo").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build slotmemo: %w: %s", err, out)
	}
	return path, nil
})

func runCommand(t *testing.T, args ...string) []byte {
	t.Helper()
	path, err := command()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(path, args...).Output()
	if err != nil {
		t.Fatalf("slotmemo %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// shown is what the page shows of a choice of interventions at a moment.
type shown struct {
	Goals   map[string]string // change by goal
	Named   map[string]string // change by goal, as a screen reader hears it at the drawing
	Ranking [][3]string       // place, interventions, gain
	Chosen  int               // row of the choice in Ranking
	Said    string
}

const whatIsShown = `(() => {
	const data = JSON.parse(document.getElementById("page-data").textContent).explore;
	const goals = data.nodes.filter(n => n.goal), byLabel = new Map(goals.map(n => [n.label, n.id]));
	const [goalTable, ranking] = document.querySelectorAll(".outcome table");
	const rows = [...ranking.tBodies[0].rows];
	return {
		Goals: Object.fromEntries([...goalTable.tBodies[0].rows].map(r => [byLabel.get(r.cells[0].textContent), r.cells[1].textContent.replace(/^[▲▼] /, "")])),
		Named: Object.fromEntries(goals.map(n => [n.id, document.querySelector('.target[data-id="' + n.id + '"]').getAttribute("aria-label").slice(n.label.length + 2)])),
		Ranking: rows.map(r => [...r.cells].map(c => c.textContent)),
		Chosen: rows.findIndex(r => r.matches(".chosen")),
	};
})()`

// TestNumbersEqualAnalyse chooses every intervention, every pair and every moment
// with the keyboard and compares what the page shows with what the command
// `slotmemo analyse` prints: from the files of the project, through a code path
// that shares nothing with the page but the method.
func TestNumbersEqualAnalyse(t *testing.T) {
	takesTime(t)
	for name, words := range map[string]pageWords{
		"mensenhandel":    {"Interventie %d", "Moment", " en ", " (gekozen)", ","},
		"softwarerelease": {"Intervention %d", "Moment", " and ", " (chosen)", "."},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			runCommand(t, "build", "--quiet", "-o", dir, "../../examples/"+name)
			var want analysed
			if err := json.Unmarshal(runCommand(t, "analyse", "--format", "json", "../../examples/"+name), &want); err != nil {
				t.Fatal(err)
			}
			html, err := os.ReadFile(filepath.Join(dir, "memo.html"))
			if err != nil {
				t.Fatal(err)
			}
			v := openView(t, string(html), viewSetting{})
			n := v.compareNumbers(&want, words)
			t.Logf("%d numbers compared", n)
			if n < 100 {
				t.Errorf("only %d numbers were compared", n)
			}
			v.silent()
		})
	}
}

type pageWords struct{ lever, moment, and, chosen, decimal string }

// compareNumbers goes through all choices and counts the numbers compared.
func (v *view) compareNumbers(want *analysed, words pageWords) int {
	v.t.Helper()
	levers := eval[[][2]string](v, `JSON.parse(document.getElementById("page-data").textContent).explore.levers.map(l => [l.id, l.label])`)
	labels := map[string]string{}
	for _, l := range levers {
		labels[l[0]] = l[1]
	}
	compared := 0
	for i, effect := range want.Effects {
		if len(effect.Interventions) == 0 {
			continue
		}
		v.chooseByKeys(words, effect.Interventions, levers)
		for m := range want.Moments {
			v.selectByKeys(words.moment, m)
			if effect.Unstable {
				continue
			}
			got := eval[shown](v, whatIsShown)
			where := fmt.Sprintf("%s at moment %d", strings.Join(effect.Interventions, " + "), m)
			for _, g := range effect.Goals {
				change := words.points(100**g.Moments[m].Change, 1)
				if got.Goals[g.Goal] != change || got.Named[g.Goal] != change {
					v.t.Errorf("%s: goal %s shows %q and is read as %q, analyse says %q", where, g.Goal, got.Goals[g.Goal], got.Named[g.Goal], change)
				}
				compared += 2
			}
			compared += v.compareRanking(where, got, want, i, m, labels, words)
		}
	}
	return compared
}

// compareRanking compares the best three and the choice itself.
func (v *view) compareRanking(where string, got shown, want *analysed, effect, m int, labels map[string]string, words pageWords) int {
	v.t.Helper()
	var rows [][3]string
	chosen := -1
	for at, one := range want.Ranking[m].Order {
		is := slices.Equal(one.Interventions, want.Effects[effect].Interventions)
		if at >= 3 && !is {
			continue
		}
		var names []string
		for _, id := range one.Interventions {
			names = append(names, labels[id])
		}
		row := [3]string{fmt.Sprint(at + 1), strings.Join(names, words.and), words.points(one.Gain/100, 2)}
		if is {
			chosen = len(rows)
			row[1] += words.chosen
		}
		rows = append(rows, row)
	}
	if !slices.Equal(got.Ranking, rows) || got.Chosen != chosen {
		v.t.Errorf("%s: the ranking is %q (chosen: row %d), analyse says %q (row %d)", where, got.Ranking, got.Chosen, rows, chosen)
	}
	return 2 * len(rows)
}

// points writes a number as the memo does, from what analyse prints unrounded.
func (w pageWords) points(x float64, decimals int) string {
	s := fmt.Sprintf("%.*f", decimals, x)
	digits := strings.ReplaceAll(strings.TrimPrefix(s, "-"), ".", w.decimal)
	switch {
	case strings.Trim(s, "-0.") == "":
		return digits
	case x < 0:
		return "−" + digits
	}
	return "+" + digits
}

// chooseByKeys empties the second select and chooses one intervention after the
// other: who empties the first makes the second the first.
func (v *view) chooseByKeys(words pageWords, ids []string, levers [][2]string) {
	v.t.Helper()
	v.selectByKeys(fmt.Sprintf(words.lever, 2), 0)
	for n, id := range ids {
		at := slices.IndexFunc(levers, func(l [2]string) bool { return l[0] == id })
		v.selectByKeys(fmt.Sprintf(words.lever, n+1), at+1)
	}
}

// selectByKeys goes to an option of a select by Home and the arrow down.
func (v *view) selectByKeys(name string, option int) {
	v.t.Helper()
	focused := eval[bool](v, fmt.Sprintf(`(() => {
		const s = [...document.querySelectorAll(".controls select")].find(s => s.getAttribute("aria-label") === %s);
		s.focus();
		return document.activeElement === s;
	})()`, jsString(name)))
	if !focused { // the second is off until there is a first
		return
	}
	v.run(chromedp.KeyEvent(kb.Home + strings.Repeat(kb.ArrowDown, option)))
}
