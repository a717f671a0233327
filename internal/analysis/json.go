// Package analysis tells what follows from a model as plain text or JSON: the
// numbers behind the memo, for slotmemo analyse.
//
// It takes a model and its marvel.Result and writes; it computes nothing, and
// leaves sentences that explain to internal/memo.
package analysis

import (
	"encoding/json"
	"io"
	"math"
	"strconv"

	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
)

// A number is written unrounded; what doesn't follow from the model is null.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if v := float64(n); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, float64(n), 'g', -1, 64), nil
}

func numbers(values []float64) []number {
	all := make([]number, len(values))
	for i, v := range values {
		all[i] = number(v)
	}
	return all
}

// A report is the JSON of a result. Names and order of the keys are fixed:
// other programs read them.
type report struct {
	Factors    int        `json:"factors"`
	Relations  int        `json:"relations"`
	Horizon    number     `json:"horizon"`
	Moments    []number   `json:"moments"`
	Combine    int        `json:"combine"`
	Open       open       `json:"open"`
	Loops      loops      `json:"loops"`
	Effects    []effect   `json:"effects"`
	Ranking    []ranking  `json:"ranking"`
	Best       best       `json:"best"`
	Paths      []paths    `json:"paths"`
	Robustness robustness `json:"robustness"`
	Structure  []place    `json:"structure"`

	Claims      claimSet     `json:"claims"`
	Instability *instability `json:"instability"` // null: nothing is unstable
	Settling    settling     `json:"settling"`
}

// open is what the model leaves open.
type open struct {
	NoLevels      bool     `json:"no_levels"`
	MissingLevels []string `json:"missing_levels"`
	UnknownSigns  []string `json:"unknown_signs"`
	UnknownWords  []string `json:"unknown_words"`
	BaseUnstable  bool     `json:"base_unstable"`
	FreeUnstable  bool     `json:"free_unstable"`
	Causes        []string `json:"causes"`
	CombineCut    bool     `json:"combine_cut"`
}

type loops struct {
	Count        int         `json:"count"`
	Complete     bool        `json:"complete"`
	MaxLength    *int        `json:"max_length"` // of the loops counted, if not all were
	Reinforcing  int         `json:"reinforcing"`
	Balancing    int         `json:"balancing"`
	Undetermined int         `json:"undetermined"`
	ByLength     []int       `json:"by_length"`
	Components   []component `json:"components"`
	List         []loop      `json:"list"`
	Independent  []string    `json:"independent"`
}

type component struct {
	Factors   []string `json:"factors"`
	Relations []string `json:"relations"`
}

type loop struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Name      string   `json:"name"`
	Factors   []string `json:"factors"`
	Relations []string `json:"relations"`
	Gain      number   `json:"gain"`
	Delay     number   `json:"delay"`
}

type effect struct {
	Interventions []string `json:"interventions"`
	Score         number   `json:"score"`
	Unstable      bool     `json:"unstable"`
	Causes        []string `json:"causes"`
	Until         number   `json:"until"` // years up to which an unstable run holds; null: to the end
	LeftBy        string   `json:"left_by"`
	Growth        number   `json:"growth"` // per year, of an unstable run
	Push          number   `json:"push"`
	Goals         []goal   `json:"goals"`
	Side          []side   `json:"side_effects"`
	Dips          []dip    `json:"dips"`
	Leaves        []leave  `json:"leaves"`
}

type goal struct {
	Goal    string   `json:"goal"`
	Moments []moment `json:"moments"`
	LongRun number   `json:"long_run"`
}

type moment struct {
	T      number  `json:"t"`
	Level  number  `json:"level"`
	Change number  `json:"change"`
	Trend  *string `json:"trend"` // null: it doesn't follow
}

type side struct {
	Factor string   `json:"factor"`
	Change []number `json:"change"`
}

type dip struct {
	Goal  string `json:"goal"`
	Depth number `json:"depth"`
	Time  number `json:"time"`
	Until number `json:"until"`
}

type leave struct {
	Factor string `json:"factor"`
	Time   number `json:"time"`
	Level  number `json:"level"`
}

type ranking struct {
	T        number     `json:"t"`
	ByPush   bool       `json:"by_push"`
	Order    []ranked   `json:"order"`   // singles and combinations
	Singles  []ranked   `json:"singles"` // the same without combinations
	Unranked [][]string `json:"unranked"`
}

type ranked struct {
	Interventions []string `json:"interventions"`
	Gain          number   `json:"gain"`
	PerPush       number   `json:"per_push"`
}

type best struct {
	Single      []string   `json:"single"`
	Combination []string   `json:"combination"`
	PerMoment   [][]string `json:"per_moment"`
}

type paths struct {
	Intervention string `json:"intervention"`
	Goal         string `json:"goal"`
	Count        int    `json:"count"`
	Negative     int    `json:"negative"`
	Undetermined int    `json:"undetermined"`
	GainSum      number `json:"gain_sum"`
	Complete     bool   `json:"complete"`
	MaxLength    *int   `json:"max_length"`
	Opposite     bool   `json:"opposite"`
	Shortest     *path  `json:"shortest"`
	Quickest     *path  `json:"quickest"`
	Strongest    *path  `json:"strongest"`
}

type path struct {
	Factors   []string `json:"factors"`
	Relations []string `json:"relations"`
	Gain      number   `json:"gain"`
	Delay     number   `json:"delay"`
}

type robustness struct {
	Tried    int          `json:"tried"`
	Possible int          `json:"possible"`
	Stable   stableCounts `json:"stable"`
	Matter   []shift      `json:"matter"`
}

type stableCounts struct {
	BestSingle      int   `json:"best_single"`
	BestCombination *int  `json:"best_combination"` // null without combinations
	Rankings        []int `json:"rankings"`         // per moment
	Directions      int   `json:"directions"`
	All             int   `json:"all"`
}

type shift struct {
	Relation string   `json:"relation"`
	Word     string   `json:"word"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Changes  []string `json:"changes"`
}

type place struct {
	Factor string `json:"factor"`
	In     int    `json:"in"`
	Out    int    `json:"out"`
	Loops  int    `json:"loops"`
	Role   string `json:"role"`
}

// JSON writes all of a result.
func JSON(w io.Writer, m *model.Model, r *marvel.Result, c *claims.Claims) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(newReport(m, r, c))
}

func newReport(m *model.Model, r *marvel.Result, c *claims.Claims) report {
	n := r.Numbers
	rep := report{
		Factors: len(m.Factors), Relations: len(m.Relations),
		Horizon: number(r.Options.Horizon), Moments: numbers(r.Options.Moments), Combine: r.Options.Combine,
		Open: open{
			n.NoLevels, list(n.MissingLevels), list(n.UnknownSigns), list(n.UnknownWords),
			n.Unstable, n.FreeUnstable, list(n.Causes), r.CombineCut,
		},
		Loops: newLoops(r.Loops), Best: newBest(r), Robustness: newRobustness(r),
		Claims: newClaims(c), Instability: newInstability(r), Settling: newSettling(r.Settling),
		Effects: []effect{}, Ranking: []ranking{}, Paths: []paths{}, Structure: []place{},
	}
	for _, e := range r.Effects {
		rep.Effects = append(rep.Effects, newEffect(r, e))
	}
	for _, k := range r.Rankings {
		rep.Ranking = append(rep.Ranking, newRanking(r, k))
	}
	for _, p := range r.Paths {
		rep.Paths = append(rep.Paths, newPaths(p))
	}
	for _, p := range r.Structure {
		rep.Structure = append(rep.Structure, place{p.Factor, p.In, p.Out, p.Loops, roleNames[p.Role]})
	}
	return rep
}

// list writes no ids as [], not as null: null means that it doesn't follow.
func list(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}

// bound gives the bound that was hit, nil if none.
func bound(complete bool, length int) *int {
	if complete {
		return nil
	}
	return &length
}

var roleNames = map[marvel.Role]string{marvel.Intermediate: "intermediate", marvel.Driver: "driver", marvel.Outcome: "outcome", marvel.Isolated: "isolated"}

func newLoops(l marvel.Loops) loops {
	all := loops{
		Count: l.Count, Complete: l.Complete, MaxLength: bound(l.Complete, l.MaxLength),
		Reinforcing: l.Reinforcing, Balancing: l.Balancing, Undetermined: l.Unknown,
		ByLength: l.ByLength, Components: []component{}, List: []loop{}, Independent: list(l.Independent),
	}
	if all.ByLength == nil {
		all.ByLength = []int{}
	}
	for _, c := range l.Components {
		all.Components = append(all.Components, component{list(c.Factors), list(c.Relations)})
	}
	for _, l := range l.List {
		all.List = append(all.List, loop{l.ID, l.Kind.String(), l.Name, list(l.Factors), list(l.Relations), number(l.Gain), number(l.Delay)})
	}
	return all
}

func newEffect(r *marvel.Result, e marvel.Effect) effect {
	out := effect{
		Interventions: list(e.Interventions), Score: number(e.Score), Unstable: e.Unstable, Causes: list(e.Causes), Until: number(e.Until), LeftBy: e.LeftBy, Growth: number(e.Growth), Push: number(e.Push),
		Goals: []goal{}, Side: []side{}, Dips: []dip{}, Leaves: []leave{},
	}
	for g, id := range r.Goals {
		one := goal{Goal: id, LongRun: number(e.LongRun[g]), Moments: []moment{}}
		f := r.Factor(id)
		for t, at := range r.Options.Moments {
			one.Moments = append(one.Moments, moment{number(at), number(e.Levels[f][t]), number(e.Change[f][t]), trendName(e.Trends[g][t])})
		}
		out.Goals = append(out.Goals, one)
	}
	for _, s := range e.Side {
		out.Side = append(out.Side, side{s.Factor, numbers(s.Change)})
	}
	for _, d := range e.Dips {
		out.Dips = append(out.Dips, dip{d.Goal, number(d.Depth), number(d.Time), number(d.Until)})
	}
	for _, l := range e.Excursions {
		out.Leaves = append(out.Leaves, leave{l.Factor, number(l.Time), number(l.Level)})
	}
	return out
}

func trendName(t marvel.Trend) *string {
	name := map[marvel.Trend]string{marvel.Rises: "rises", marvel.Falls: "falls", marvel.Still: "still"}[t]
	if name == "" {
		return nil
	}
	return &name
}

func newRanking(r *marvel.Result, k marvel.Ranking) ranking {
	out := ranking{T: number(k.Moment), ByPush: k.ByPush, Order: []ranked{}, Singles: []ranked{}, Unranked: [][]string{}}
	place := func(p marvel.Ranked) ranked {
		return ranked{r.Effects[p.Effect].Interventions, number(p.Gain), number(p.PerPush)}
	}
	for _, p := range k.All {
		out.Order = append(out.Order, place(p))
	}
	for _, p := range k.Singles {
		out.Singles = append(out.Singles, place(p))
	}
	for _, i := range k.Order { // the order follows, the gains don't
		out.Singles = append(out.Singles, place(marvel.Ranked{Effect: i, Gain: math.NaN(), PerPush: math.NaN()}))
	}
	for _, i := range k.Unranked {
		out.Unranked = append(out.Unranked, r.Effects[i].Interventions)
	}
	return out
}

// newBest names the best interventions; null if none follows.
func newBest(r *marvel.Result) best {
	ids := func(i int) []string {
		if i < 0 {
			return nil
		}
		return r.Effects[i].Interventions
	}
	out := best{Single: ids(r.Best.Single), Combination: ids(r.Best.Combination), PerMoment: [][]string{}}
	for _, i := range r.Best.PerMoment {
		out.PerMoment = append(out.PerMoment, ids(i))
	}
	return out
}

func newPaths(p marvel.Paths) paths {
	out := paths{
		Intervention: p.Intervention, Goal: p.Goal, Count: p.Count, Negative: p.Negative, Undetermined: p.Undetermined,
		GainSum: number(p.GainSum), Complete: p.Complete, MaxLength: bound(p.Complete, p.MaxLength), Opposite: p.Opposite,
	}
	if p.Count > 0 {
		out.Shortest, out.Quickest, out.Strongest = newPath(p.Shortest), newPath(p.Quickest), newPath(p.Strongest)
	}
	return out
}

func newPath(p marvel.Path) *path {
	return &path{list(p.Factors), list(p.Relations), number(p.Gain), number(p.Delay)}
}

func newRobustness(r *marvel.Result) robustness {
	b := r.Robustness
	out := robustness{Tried: b.Tried, Possible: b.Possible, Matter: []shift{}, Stable: stableCounts{
		BestSingle: b.StableSingle, Rankings: append([]int{}, b.StableRankings...),
		Directions: b.StableDirections, All: b.StableAll,
	}}
	if r.Best.Combination >= 0 {
		out.Stable.BestCombination = &b.StableCombination
	}
	for _, s := range b.Matter {
		changes := []string{}
		for _, c := range s.Changes {
			changes = append(changes, c.String())
		}
		out.Matter = append(out.Matter, shift{s.Relation, wordOf(s), s.From, s.To, changes})
	}
	return out
}
