package html

import (
	"math"
	"strconv"
	"strings"

	"slotmemo/internal/document"
)

// pageData is what the script gets: words of its own, and the model to explore.
// The script computes nothing of the method: every number stands here, rounded
// as the memo prints it.
type pageData struct {
	Words   map[string]string `json:"words"`
	Explore *exploreJSON      `json:"explore,omitempty"`
}

// exploreJSON is document.Explore with places in lists instead of ids, since 500
// scenarios of 300 factors must stay small.
type exploreJSON struct {
	Figure    string         `json:"figure"`
	Nodes     []nodeJSON     `json:"nodes"`
	Edges     []edgeJSON     `json:"edges"`
	Sets      []setJSON      `json:"sets"`
	Levers    []leverJSON    `json:"levers"`
	Moments   []string       `json:"moments"`
	Scenarios []scenarioJSON `json:"scenarios"`
	Omitted   string         `json:"omitted,omitempty"`
}

type factJSON [2]string

type nodeJSON struct {
	ID    string     `json:"id"`
	Label string     `json:"label"`
	Text  string     `json:"text,omitempty"`
	Facts []factJSON `json:"facts,omitempty"`
	Goal  int        `json:"goal,omitempty"`
	Box   *box       `json:"box,omitempty"` // where it is drawn, if it is
}

type edgeJSON struct {
	ID       string     `json:"id"`
	From     int        `json:"from"`
	To       int        `json:"to"`
	Sentence string     `json:"sentence"`
	Text     string     `json:"text,omitempty"`
	Facts    []factJSON `json:"facts,omitempty"`
}

type setJSON struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Name  string `json:"name"`
	Text  string `json:"text,omitempty"`
	Nodes []int  `json:"nodes"`
	Edges []int  `json:"edges"`
}

type leverJSON struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Node  int    `json:"node"` // −1: not in the figure
}

type scenarioJSON struct {
	Levers  []int   `json:"levers"`
	Changes [][]int `json:"changes,omitempty"` // tenths of points, by moment and node
	Gain    []int   `json:"gain,omitempty"`    // hundredths of points, by moment
	Places  []int   `json:"places,omitempty"`  // in the ranking, by moment, from 1; 0: none
	Void    string  `json:"void,omitempty"`
}

// scriptWords are the keys of html.yaml that the script uses.
var scriptWords = []string{
	"decimal", "scale", "ui-contents", "ui-close", "ui-search", "ui-search-none", "ui-search-found", "ui-search-first", "ui-search-more", "ui-factor",
	"ui-filter", "ui-filter-rows", "ui-sort-up", "ui-sort-down", "ui-sort-none", "ui-links", "ui-link-copy", "ui-link-copied", "ui-link-address",
	"ui-explore", "ui-explore-help", "ui-look", "ui-look-none", "ui-light", "ui-light-none", "ui-effect", "ui-and", "ui-lever", "ui-lever-more",
	"ui-nothing", "ui-moment", "ui-no-scenario", "ui-goals", "ui-goal", "ui-change", "ui-wish", "ui-higher", "ui-lower", "ui-ranking", "ui-gain", "ui-base",
	"ui-rank", "ui-chosen", "ui-choice", "ui-out", "ui-in", "ui-go", "ui-in-sets", "ui-members", "ui-lit", "ui-clear", "ui-view-link", "ui-effect-here",
	"ui-selected", "ui-relation", "ui-no-effect",
}

// exploreData gives the data of the page as a script element that no browser runs.
func (w *writer) exploreData() (string, error) {
	data := pageData{Words: map[string]string{}}
	for _, key := range scriptWords {
		data.Words[key] = w.words.Get(key)
	}
	if e := w.doc.Explore; e != nil {
		data.Explore = exploreOf(e, boxes(w.pictures[e.Figure], w.fonts))
	}
	s, err := jsonData(data)
	if err != nil {
		return "", err
	}
	return "<script type=\"application/json\" id=\"page-data\">" + s + "</script>\n", nil
}

func exploreOf(e *document.Explore, drawn map[string]box) *exploreJSON {
	out := &exploreJSON{Figure: anchor(e.Figure), Omitted: e.Omitted}
	nodes, edges, levers := map[string]int{}, map[string]int{}, map[string]int{}
	for i, n := range e.Nodes {
		nodes[n.ID] = i
		node := nodeJSON{ID: n.ID, Label: n.Label, Text: n.Text, Facts: facts(n.Facts), Goal: n.Goal}
		if b, ok := drawn[n.ID]; ok {
			node.Box = &b
		}
		out.Nodes = append(out.Nodes, node)
	}
	for _, edge := range e.Edges {
		from, okFrom := nodes[edge.From]
		to, okTo := nodes[edge.To]
		if !okFrom || !okTo {
			continue
		}
		edges[edge.ID] = len(out.Edges)
		out.Edges = append(out.Edges, edgeJSON{edge.ID, from, to, edge.Sentence, edge.Text, facts(edge.Facts)})
	}
	for _, s := range e.Sets {
		out.Sets = append(out.Sets, setJSON{s.Kind, s.ID, s.Name, s.Text, places(s.Nodes, nodes), places(s.Edges, edges)})
	}
	for i, l := range e.Levers {
		levers[l.ID] = i
		node, ok := nodes[l.Node]
		if !ok {
			node = -1
		}
		out.Levers = append(out.Levers, leverJSON{l.ID, l.Label, node})
	}
	for _, m := range e.Moments {
		out.Moments = append(out.Moments, m.Label)
	}
	for _, s := range e.Scenarios {
		out.Scenarios = append(out.Scenarios, scenarioOf(s, levers))
	}
	return out
}

func scenarioOf(s document.Scenario, levers map[string]int) scenarioJSON {
	out := scenarioJSON{Levers: places(s.Levers, levers), Void: s.Void}
	if s.Void != "" {
		return out
	}
	for _, changes := range s.Changes {
		row := make([]int, len(changes))
		for i, c := range changes {
			row[i] = scaled(c, 1)
		}
		out.Changes = append(out.Changes, row)
	}
	for _, g := range s.Gain {
		out.Gain = append(out.Gain, scaled(g/100, 2))
	}
	out.Places = s.Places
	return out
}

func facts(list []document.Fact) []factJSON {
	var out []factJSON
	for _, f := range list {
		out = append(out, factJSON{f.Label, f.Value})
	}
	return out
}

// places turns ids into places in a list; unknown ids are left out.
func places(ids []string, at map[string]int) []int {
	out := make([]int, 0, len(ids))
	for _, id := range ids {
		if i, ok := at[id]; ok {
			out = append(out, i)
		}
	}
	return out
}

// noNumber stands for a value that isn't a number; the script shows a dash.
const noNumber = math.MinInt32

// scaled gives x times 10 to the power of decimals, rounded by the rule with
// which the memo prints x, so that page and memo can't differ in a last digit.
func scaled(x float64, decimals int) int {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return noNumber
	}
	n, err := strconv.Atoi(strings.Replace(strconv.FormatFloat(x, 'f', decimals, 64), ".", "", 1))
	if err != nil {
		return noNumber
	}
	return n
}
