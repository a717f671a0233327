package html

import (
	"bytes"
	"image/png"
	"net/url"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"slotmemo/internal/document"
)

// settled waits until the page stands still: jobs for later are done, and what
// came near the screen is laid out.
const settled = `new Promise((done) => {
	let last = -1, same = 0;
	const look = () => { same = scrollY === last ? same + 1 : 0; last = scrollY; same > 5 ? done() : setTimeout(look, 50); };
	look();
})`

// standing gives where an element stands in the window, in px from its top.
func (v *view) standing(id string) float64 {
	v.t.Helper()
	return eval[float64](v, `document.getElementById(`+jsString(id)+`)?.getBoundingClientRect().top ?? NaN`)
}

func jsString(s string) string {
	quoted, _ := jsonData(s)
	return quoted
}

// TestAddresses holds that each address of the page leads where it says, though
// what is far away isn't laid out until it comes near.
func TestAddresses(t *testing.T) {
	for _, p := range testPages(t) {
		t.Run(p.name, func(t *testing.T) {
			for i, id := range addressesOf(p.doc) {
				v := openView(t, p.html, viewSetting{width: []int64{390, 1280, 320}[i], fragment: "#" + url.PathEscape(id)})
				v.arrives(id, "opened there")
				v.do(`scrollTo(0, 0)`)
				v.do(settled)
				v.do(`location.hash = "#memo"`)
				v.do(`location.hash = "#" + encodeURIComponent(` + jsString(id) + `)`)
				v.arrives(id, "by a link")
				v.notBlank()
				v.silent()
			}
		})
	}
}

// addressesOf gives a heading, a figure and a row from the end of the memo.
func addressesOf(doc *document.Document) []string {
	var heading, figure, row string
	document.Walk(doc, document.Visitor{Block: func(b document.Block) {
		switch b := b.(type) {
		case *document.Heading:
			heading = b.ID
		case *document.Figure:
			figure = b.ID
		case *document.Table:
			if n := len(b.Rows); n > 20 && b.Rows[n/2].ID != "" {
				row = b.Rows[n/2].ID
			}
		}
	}})
	ids := []string{anchor(heading), anchor(figure)}
	if row != "" {
		ids = append(ids, anchor(row))
	}
	return ids
}

// arrives holds that a place stands at the top of the window, or as near as the
// end of the page allows.
func (v *view) arrives(id, how string) {
	v.t.Helper()
	v.do(settled)
	top := v.standing(id)
	end := eval[bool](v, `scrollY + innerHeight >= document.documentElement.scrollHeight - 2`)
	if !(top > -2 && top < 40) && !(end && top > 0 && top < 900) {
		v.t.Errorf("%s, %s: it stands at %.0f px (end of the page: %v)", id, how, top, end)
	}
}

// notBlank takes a picture of the window and holds that something is in it.
func (v *view) notBlank() {
	v.t.Helper()
	shot := call(v, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	img, err := png.Decode(bytes.NewReader(shot.Data))
	v.must(err)
	r := img.Bounds()
	first, other := img.At(r.Min.X, r.Max.Y-1), 0
	for y := r.Min.Y; y < r.Max.Y; y += 3 {
		for x := r.Min.X; x < r.Max.X; x += 3 {
			if img.At(x, y) != first {
				other++
			}
		}
	}
	if other < r.Dx()*r.Dy()/9/200 {
		v.t.Errorf("the window is blank: %d points differ", other)
	}
}

// TestAddressOfState holds that an address with what was explored restores it and
// brings the figure into view: in a new tab, by a link, and by going back.
func TestAddressOfState(t *testing.T) {
	for _, p := range testPages(t) {
		t.Run(p.name, func(t *testing.T) { addressOfState(t, p) })
	}
}

func addressOfState(t *testing.T, p testPage) {
	e := p.doc.Explore
	all := "#?f=" + url.QueryEscape(e.Nodes[1].ID) + "&s=" + url.QueryEscape(e.Sets[0].ID) + "&i=" + url.QueryEscape(e.Levers[0].ID) + "&m=1"
	v := openView(t, p.html, viewSetting{fragment: all})
	for _, c := range []struct{ name, fragment, see string }{
		{"all at once", all, `document.querySelectorAll(".node.lit").length > 1 && document.querySelectorAll(".badge").length > 1 &&
			document.querySelectorAll(".outcome table").length === 2 && document.querySelector(".node.chosen") && document.querySelector(".detail h3")`},
		{"set", "#?s=" + url.QueryEscape(e.Sets[0].ID), `document.querySelectorAll(".node.lit").length > 1 && !document.querySelector(".badge, .chosen")`},
		{"relation", "#?r=" + url.QueryEscape(e.Edges[1].ID), `document.querySelector(".edge.chosen") && document.querySelectorAll(".node.lit").length === 2`},
	} {
		if hash := eval[string](v, `location.hash`); hash != c.fragment {
			v.do(`scrollTo(0, 0); location.hash = ` + jsString(c.fragment))
		}
		v.arrives(anchor(e.Figure), c.name)
		if !eval[bool](v, "!!("+c.see+")") {
			t.Errorf("%s: %s doesn't restore the state", c.name, c.fragment)
		}
		v.notBlank()
	}
	v.do(`scrollTo(0, 0); location.hash = "#memo"`)
	v.run(chromedp.NavigateBack())
	v.arrives(anchor(e.Figure), "by going back")
	// What the address names may be gone in a later version of the memo.
	v.do(`location.hash = "#?f=gone&s=gone&r=gone&i=gone&m=99"`)
	v.do(settled)
	if n := eval[int](v, `document.querySelectorAll(".lit, .badge").length`); n != 0 {
		t.Errorf("an unknown state lights up %d parts", n)
	}
	v.silent()
}
