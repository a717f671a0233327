package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"slotmemo/internal/document"
)

// active describes what has the focus, and how it shows.
type active struct {
	Tag, ID, Class, Name string
	InDrawing            bool
	Visible              bool
}

func (v *view) active() active {
	v.t.Helper()
	return eval[active](v, `(() => {
		const e = document.activeElement, s = getComputedStyle(e), g = e.closest("svg");
		return {Tag: e.tagName.toLowerCase(), ID: e.dataset.id ?? e.id, Class: e.getAttribute("class") ?? "",
			Name: e.getAttribute("aria-label") ?? e.textContent.trim().slice(0, 60), InDrawing: !!g,
			Visible: e === document.body || e.id === "memo" || s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0};
	})()`)
}

// press presses keys and holds that the focus can be seen afterwards.
func (v *view) press(keys string) active {
	v.t.Helper()
	v.run(chromedp.KeyEvent(keys))
	a := v.active()
	if !a.Visible {
		v.t.Errorf("after %q the focus can't be seen: %+v", keys, a)
	}
	return a
}

// tabTo presses Tab until something has the focus.
func (v *view) tabTo(what string, is func(active) bool) active {
	v.t.Helper()
	var seen []string
	for range 400 {
		a := v.press(kb.Tab)
		if is(a) {
			return a
		}
		seen = append(seen, a.Tag+" "+a.Name)
	}
	v.t.Fatalf("Tab doesn't reach %s; it went over %q", what, seen)
	return active{}
}

func TestKeyboard(t *testing.T) {
	doc := demo()
	v := openView(t, write(t, doc), viewSetting{})
	if a := v.press(kb.Tab); a.Class != "skip" {
		t.Errorf("the first Tab leads to %+v, want the skip link", a)
	}
	v.press(kb.Enter)
	v.exploreByKeys(doc.Explore)
	v.silent()
}

func TestKeyboardExample(t *testing.T) {
	takesTime(t)
	page, doc := examplePage(t, "mensenhandel")
	v := openView(t, page, viewSetting{})
	v.exploreByKeys(doc.Explore)
	v.silent()
}

// exploreByKeys reaches every factor, follows a relation, lights a loop, chooses
// interventions and moment, and leaves, with the keyboard alone.
func (v *view) exploreByKeys(e *document.Explore) {
	v.t.Helper()
	a := v.tabTo("the selects", func(a active) bool { return a.Tag == "select" })
	if a.Name != "Bekijk" {
		v.t.Errorf("the first select is %q", a.Name)
	}
	a = v.tabTo("the drawing", func(a active) bool { return a.InDrawing })
	v.everyFactor(e, a)
	v.followRelation(e)
	v.leave()
	v.lightUp(e)
	v.chooseInterventions(e)
}

func (v *view) everyFactor(e *document.Explore, first active) {
	v.t.Helper()
	reached := map[string]bool{first.ID: true}
	for range e.Nodes {
		reached[v.press(kb.PageDown).ID] = true
	}
	for _, n := range e.Nodes {
		if !reached[n.ID] {
			v.t.Errorf("the keyboard doesn't reach factor %s", n.ID)
		}
	}
	if to := v.press(kb.ArrowDown); !to.InDrawing {
		v.t.Errorf("an arrow key leaves the drawing for %+v", to)
	}
	v.press(kb.Home)
}

// followRelation goes from a factor with a relation to the other end of it.
func (v *view) followRelation(e *document.Explore) {
	v.t.Helper()
	from := e.Edges[0].From
	for range e.Nodes {
		if v.press(kb.PageDown).ID == from {
			break
		}
	}
	if a := v.press(kb.Enter); a.Tag != "h3" {
		v.t.Fatalf("Enter leads to %+v, want the details", a)
	}
	to := v.tabTo("a relation", func(a active) bool { return a.Class == "go" })
	v.press(kb.Enter)
	title := v.active().Name
	if !strings.HasSuffix(to.Name, title) || title == "" {
		v.t.Errorf("%q leads to %q", to.Name, title)
	}
	if a := v.press(kb.Escape); !a.InDrawing || !strings.HasPrefix(a.Name, title) {
		v.t.Errorf("Escape leads to %+v, want factor %q in the drawing", a, title)
	}
}

// leave clears what is lit by Escape and leaves the drawing by Tab.
func (v *view) leave() {
	v.t.Helper()
	v.press(kb.Escape)
	if n := eval[int](v, `document.querySelectorAll("svg.dim, svg .lit, svg .chosen").length`); n != 0 {
		v.t.Errorf("Escape leaves %d parts lit", n)
	}
	if a := v.press(kb.Tab); a.InDrawing {
		v.t.Errorf("Tab stays in the drawing: %+v", a)
	}
}

func (v *view) lightUp(e *document.Explore) {
	v.t.Helper()
	v.do(`document.querySelector(".controls select").focus()`)
	v.tabTo("the sets", func(a active) bool { return a.Name == "Markeer" })
	v.press(kb.ArrowDown)
	lit := eval[[]string](v, `[...document.querySelectorAll("svg .node.lit")].map(g => g.dataset.id).sort()`)
	want := slices.Sorted(slices.Values(e.Sets[0].Nodes))
	if !slices.Equal(lit, want) {
		v.t.Errorf("lit are %q, want those of %s: %q", lit, e.Sets[0].ID, want)
	}
	v.do(`new Promise(r => setTimeout(r, 250))`)
	if said := eval[string](v, `document.querySelector("[role=status]").textContent`); !strings.Contains(said, e.Sets[0].Name) {
		v.t.Errorf("a screen reader hears %q", said)
	}
	if hash := eval[string](v, `location.hash`); !strings.HasPrefix(hash, "#?s=") {
		v.t.Errorf("the address is %q", hash)
	}
}

// chooseInterventions chooses the first intervention and the second moment, and
// compares every number with the scenario.
func (v *view) chooseInterventions(e *document.Explore) {
	v.t.Helper()
	v.tabTo("the interventions", func(a active) bool { return a.Name == "Interventie 1" })
	v.press(kb.ArrowDown)
	v.tabTo("the moments", func(a active) bool { return a.Name == "Moment" })
	v.press(kb.ArrowDown)
	at := slices.IndexFunc(e.Scenarios, func(s document.Scenario) bool { return slices.Equal(s.Levers, []string{e.Levers[0].ID}) })
	s, moment := e.Scenarios[at], 1
	for i, n := range e.Nodes {
		if n.Goal == 0 {
			continue
		}
		row := eval[string](v, fmt.Sprintf(`[...document.querySelectorAll(".outcome tr")].find(r => r.cells[0].textContent === %q).cells[1].textContent`, n.Label))
		if want := points(s.Changes[moment][i]); !strings.HasSuffix(row, want) {
			v.t.Errorf("goal %s shows %q, want %q", n.Label, row, want)
		}
	}
	for i, n := range e.Nodes {
		name := eval[string](v, fmt.Sprintf(`document.querySelector('.target[data-id=%q]').getAttribute("aria-label")`, n.ID))
		if want := n.Label + ", " + points(s.Changes[moment][i]); name != want {
			v.t.Errorf("a screen reader hears %q, want %q", name, want)
		}
	}
}

// points writes a change as the memo does.
func points(x float64) string {
	s := strings.ReplaceAll(fmt.Sprintf("%.1f", x), ".", ",")
	switch {
	case strings.Trim(s, "-0,") == "":
		return "0,0"
	case x < 0:
		return strings.ReplaceAll(s, "-", "−")
	}
	return "+" + s
}
