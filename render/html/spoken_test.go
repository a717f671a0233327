package html

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/dom"
)

// spoken gives what a screen reader gets of the parts with a role: name and
// description, from the browser's own accessibility tree.
func (v *view) spoken(role string) [][2]string {
	v.t.Helper()
	root := call(v, dom.GetDocument, dom.GetDocumentParams{}).Root
	var all [][2]string
	for _, n := range call(v, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{NodeID: root.NodeID, Role: role}).Nodes {
		if !n.Ignored {
			all = append(all, [2]string{plainValue(n.Name), plainValue(n.Description)})
		}
	}
	return all
}

func plainValue(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	return strings.Trim(string(v.Value), `"`)
}

// TestFigureIsSpoken holds that a figure says its alternative as its name and its
// words as its description, though they are folded: with and without the script.
func TestFigureIsSpoken(t *testing.T) {
	f := demoFigure()
	for _, c := range []struct {
		role     string
		noScript bool
		after    string
	}{
		{"image", true, ""},
		{"graphics-document", false, " Kies een factor"},
	} {
		v := openView(t, write(t, demo()), viewSetting{noScript: c.noScript})
		got := v.spoken(c.role)
		if len(got) == 0 || got[0][0] != f.Alt || !strings.HasPrefix(got[0][1], "Zestien factoren in een kring."+c.after) {
			t.Errorf("%s: a screen reader gets %q", c.role, got)
		}
	}
}
