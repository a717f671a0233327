package analysis

import (
	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
)

// contest is one criterion by which interventions are compared.
type contest struct {
	Measure   string     `json:"measure"`
	T         number     `json:"t"`
	Goal      string     `json:"goal"` // of for_goal
	Outcome   string     `json:"outcome"`
	Order     []standing `json:"order"`
	Missing   []missing  `json:"missing"`
	Field     int        `json:"field"`
	Computed  int        `json:"computed"`
	Lead      number     `json:"lead"`
	Near      int        `json:"near"`
	Firm      string     `json:"firm"`
	Tried     int        `json:"tried"`
	Kept      int        `json:"kept"`
	ChangedBy []turn     `json:"changed_by"`
}

type standing struct {
	Interventions []string     `json:"interventions"`
	Points        number       `json:"points"`
	Goals         []goalChange `json:"goals"`
	Loses         []goalChange `json:"loses"`
	Mostly        string       `json:"mostly"`
}

type goalChange struct {
	Goal   string `json:"goal"`
	Points number `json:"points"`
}

type missing struct {
	Interventions []string     `json:"interventions"`
	Reason        string       `json:"reason"`
	Until         number       `json:"until"`
	Factor        string       `json:"factor"`
	Relations     []string     `json:"relations"`
	Harmed        []goalChange `json:"harmed"`
}

type turn struct {
	Relation string     `json:"relation"`
	Word     string     `json:"word"`
	From     string     `json:"from"`
	To       string     `json:"to"`
	First    []string   `json:"first"`
	Points   number     `json:"points"`
	Lead     number     `json:"lead"`
	Near     [][]string `json:"near"`
	Lost     [][]string `json:"lost"`
}

type combination struct {
	Interventions []string `json:"interventions"`
	Moments       []part   `json:"moments"`
	Average       part     `json:"average"`
	Crosses       bool     `json:"crosses"`
}

type part struct {
	Points  number `json:"points"`
	Sum     number `json:"sum"`
	Verdict string `json:"verdict"`
}

type dispute struct {
	Relation string         `json:"relation"`
	OnPath   bool           `json:"on_path"`
	Matters  bool           `json:"matters"`
	Weakest  bool           `json:"weakest"`
	Changes  []disputedTurn `json:"changes"`
}

type disputedTurn struct {
	Contest int  `json:"contest"` // place in claims.singles
	Turn    turn `json:"turn"`
}

type claimSet struct {
	Singles      []contest     `json:"singles"`
	Together     []contest     `json:"together"`
	Unanimous    bool          `json:"unanimous"`
	Nothing      bool          `json:"nothing"`
	Combinations []combination `json:"combinations"`
	Disputes     []dispute     `json:"disputes"`
	Session      sessionAsks   `json:"session"`
}

type sessionAsks struct {
	Words   []weight `json:"words"`
	Unnamed []string `json:"unnamed_loops"`
	Orphans []string `json:"without_owner"`
	Astray  []string `json:"without_path"`
}

type weight struct {
	Relation string `json:"relation"`
	Turns    int    `json:"turns"`
	Disputed bool   `json:"disputed"`
}

func newClaims(c *claims.Claims) claimSet {
	out := claimSet{
		Singles: []contest{}, Together: []contest{}, Combinations: []combination{}, Disputes: []dispute{},
		Unanimous: c.Agreement.Unanimous, Nothing: c.Nothing,
		Session: sessionAsks{[]weight{}, list(c.Session.Unnamed), list(c.Session.Orphans), list(c.Session.Astray)},
	}
	for i := range c.Singles {
		out.Singles = append(out.Singles, newContest(&c.Singles[i]))
	}
	for i := range c.Together {
		out.Together = append(out.Together, newContest(&c.Together[i]))
	}
	for _, k := range c.Combinations {
		one := combination{list(k.Interventions), []part{}, newPart(k.Average), k.Crosses}
		for _, p := range k.At {
			one.Moments = append(one.Moments, newPart(p))
		}
		out.Combinations = append(out.Combinations, one)
	}
	for _, d := range c.Disputes {
		one := dispute{d.Relation, d.OnPath, d.Matters, d.Weakest, []disputedTurn{}}
		for _, s := range d.Steps {
			for _, t := range s.Turns {
				one.Changes = append(one.Changes, disputedTurn{t.Contest, newTurn(t.Turn)})
			}
		}
		out.Disputes = append(out.Disputes, one)
	}
	for _, w := range c.Session.Words {
		out.Session.Words = append(out.Session.Words, weight{w.Relation, w.Turns, w.Disputed})
	}
	return out
}

func newPart(p claims.Part) part { return part{number(p.Value), number(p.Sum), p.Verdict.String()} }

func newContest(c *claims.Contest) contest {
	out := contest{
		Measure: c.Measure.String(), T: number(c.At), Goal: c.Goal, Outcome: c.Outcome.String(),
		Order: []standing{}, Missing: []missing{}, Field: c.Field(), Computed: c.Computed(), Lead: number(c.Lead), Near: c.Near,
		Firm: c.Firmness.Level().String(), Tried: c.Firmness.Tried, Kept: c.Firmness.Kept, ChangedBy: []turn{},
	}
	for _, s := range c.Standings {
		out.Order = append(out.Order, standing{list(s.Interventions), number(s.Value), goalChanges(s.Goals), goalChanges(s.Loses), s.Mostly})
	}
	for _, m := range c.Missing {
		out.Missing = append(out.Missing, missing{list(m.Interventions), m.Reason.String(), number(m.Until), m.Factor, list(m.Relations), goalChanges(m.Harmed)})
	}
	for _, t := range c.Firmness.Turns {
		out.ChangedBy = append(out.ChangedBy, newTurn(t))
	}
	return out
}

func goalChanges(all []claims.GoalChange) []goalChange {
	out := []goalChange{}
	for _, g := range all {
		out = append(out, goalChange{g.Goal, number(g.Points)})
	}
	return out
}

func newTurn(t claims.Turn) turn {
	return turn{t.Step.Relation, wordOf(t.Step), t.Step.From, t.Step.To, list(t.First), number(t.Value), number(t.Lead), lists(t.Near), lists(t.Lost)}
}

func lists(all [][]string) [][]string {
	if all == nil {
		return [][]string{}
	}
	return all
}

func wordOf(s marvel.Shift) string {
	if s.Speed {
		return "speed"
	}
	return "strength"
}

// instability is why runs go off the scale and what mends it.
type instability struct {
	Free     bool         `json:"free_only"`
	Runs     [][]string   `json:"runs"`
	Readings int          `json:"readings"`
	Growth   number       `json:"growth"` // per year
	Period   number       `json:"period"` // years
	Factors  []string     `json:"factors"`
	Causes   []cause      `json:"causes"`
	Growing  int          `json:"growing_loops"`
	Cuts     []string     `json:"cuts"`
	Repairs  []repair     `json:"repairs"`
	Others   []repair     `json:"other_repairs"`
	Searched int          `json:"searched_words"`
	Complete bool         `json:"complete"`
	Gradual  *gradual     `json:"gradual"`
	Weakened *weakenedAll `json:"weakened"`
}

type cause struct {
	Loop  string   `json:"loop"`
	Gain  number   `json:"gain"`
	Alone bool     `json:"alone"`
	Cuts  []string `json:"cuts"`
}

type repair struct {
	Words []wordChange `json:"words"`
	Steps int          `json:"steps"`
	Free  bool         `json:"free"` // the system without interventions is stable too
}

type wordChange struct {
	Relation string `json:"relation"`
	Word     string `json:"word"`
	From     string `json:"from"`
	To       string `json:"to"`
	Steps    int    `json:"steps"`
}

type gradual struct {
	Words  []wordChange `json:"words"`
	Growth []number     `json:"growth"`
	Stable bool         `json:"stable"`
}

type weakenedAll struct {
	PerCent   int        `json:"per_cent"`
	Strengths []strength `json:"strengths"`
}

type strength struct {
	Word  string `json:"word"`
	Value number `json:"value"`
}

func newInstability(r *marvel.Result) *instability {
	x := r.Instability
	if x == nil {
		return nil
	}
	out := &instability{
		Free: x.Free, Runs: [][]string{}, Readings: x.Readings, Growth: number(x.Growth), Period: number(x.Period), Factors: list(x.Factors),
		Causes: []cause{}, Growing: x.Growing, Cuts: list(x.Cuts), Repairs: repairs(x.List), Others: repairs(x.Others),
		Searched: x.Searched, Complete: x.Complete,
	}
	for _, i := range x.Runs {
		out.Runs = append(out.Runs, list(r.Effects[i].Interventions))
	}
	for _, c := range x.Causes {
		out.Causes = append(out.Causes, cause{c.Loop, number(c.Gain), c.Alone, list(c.Cuts)})
	}
	if len(x.Gradual.Words) > 0 {
		out.Gradual = &gradual{wordChanges(x.Gradual.Words), numbers(x.Gradual.Growth), x.Gradual.Stable}
	}
	if x.PerCent > 0 {
		out.Weakened = &weakenedAll{PerCent: x.PerCent}
		for _, s := range x.Strengths {
			out.Weakened.Strengths = append(out.Weakened.Strengths, strength{s.Name, number(s.Value)})
		}
	}
	return out
}

func repairs(all []marvel.Repair) []repair {
	out := []repair{}
	for _, r := range all {
		out = append(out, repair{wordChanges(r.Words), r.Steps, r.Free})
	}
	return out
}

func wordChanges(all []marvel.WordChange) []wordChange {
	out := []wordChange{}
	for _, w := range all {
		out = append(out, wordChange{w.Relation, w.Kind.String(), w.From, w.To, w.Steps})
	}
	return out
}

// settling is what answers of the group would settle.
type settling struct {
	Results int      `json:"results"`
	Known   int      `json:"known"`
	Open    int      `json:"open"`
	Answers []answer `json:"answers"`
}

type answer struct {
	Relation string `json:"relation"`
	Sign     bool   `json:"sign"`
	Strength bool   `json:"strength"`
	Speed    bool   `json:"speed"`
	Adds     int    `json:"adds"`
	Blocks   int    `json:"blocks"`
}

func newSettling(s marvel.Settling) settling {
	out := settling{s.Results, s.Known, s.Open, []answer{}}
	for _, a := range s.Answers {
		out.Answers = append(out.Answers, answer{a.Relation, a.Sign, a.Strength, a.Speed, a.Adds, a.Blocks})
	}
	return out
}
