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

// lookup is a memo with a long table, whose last column has words of a scale
// that no program knows, and with more finds than the list shows at first.
func lookup() *document.Document {
	doc := demo()
	scale := []string{"lauw", "warm", "heet"}
	t := &document.Table{ID: "tab-lang", Name: "Tabel", Number: "8", Caption: document.Caption{Message: words("Een lange tabel.")}, Columns: []document.Column{
		{Head: words("Naam"), Scope: true}, {Head: words("Warmte"), Order: scale},
	}}
	for i := range 60 {
		word := append(scale, "onbekend", "heet, als kracht")[i%5]
		t.Rows = append(t.Rows, document.Row{ID: fmt.Sprintf("rij-%d", i), Cells: []document.Cell{
			{Text: words(fmt.Sprintf("Vindplaats %02d", i))}, {Text: words(word)},
		}})
	}
	doc.Blocks = append(doc.Blocks, t)
	return doc
}

func TestLookup(t *testing.T) {
	v := openView(t, write(t, lookup()), viewSetting{})
	t.Run("search", func(t *testing.T) { v.t = t; v.searchShowsRest() })
	t.Run("sort", func(t *testing.T) { v.t = t; v.sortsByScale() })
	v.silent()
}

// searchShowsRest holds that a long list of finds says that it is cut, and shows
// the rest when asked.
func (v *view) searchShowsRest() {
	v.do(`document.getElementById("page-search").focus()`)
	v.run(chromedp.KeyEvent("vindplaats"))
	v.do(`new Promise(r => setTimeout(r, 250))`)
	const count, said = `document.querySelector(".hits .count").textContent`, `document.querySelector("[role=status]").textContent`
	if got, want := eval[string](v, count), "60 gevonden; hier staan de eerste 30"; got != want || eval[string](v, said) != want {
		v.t.Errorf("the list says %q and a screen reader hears %q, want %q", got, eval[string](v, said), want)
	}
	if n := eval[int](v, `document.querySelectorAll(".hits a").length`); n != 30 {
		v.t.Errorf("%d finds are shown, want 30", n)
	}
	v.tabTo("the rest", func(a active) bool { return a.Name == "Toon ook de andere 30" })
	if a := v.press(kb.Enter); a.Tag != "a" || !strings.Contains(a.Name, "Vindplaats 30") {
		v.t.Errorf("then the focus is on %+v, want the first of the rest", a)
	}
	if n := eval[int](v, `document.querySelectorAll(".hits a").length`); n != 60 || eval[string](v, count) != "60 gevonden" {
		v.t.Errorf("%d finds are shown and the list says %q, want all 60", n, eval[string](v, count))
	}
	v.press(kb.Escape)
}

// sortsByScale holds that words of a scale are sorted from least to most.
func (v *view) sortsByScale() {
	v.do(`document.querySelector("#tab-lang th:nth-child(2) .sort").focus()`)
	v.press(kb.Enter)
	got := eval[[]string](v, `[...document.querySelectorAll("#tab-lang tbody tr")].map(r => r.cells[1].textContent.split(",")[0])`)
	want := slices.Concat(slices.Repeat([]string{"onbekend"}, 12), slices.Repeat([]string{"lauw"}, 12), slices.Repeat([]string{"warm"}, 12), slices.Repeat([]string{"heet"}, 24))
	if !slices.Equal(got, want) {
		v.t.Errorf("sorted by scale the rows are %q", got)
	}
}
