package html

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// memoText gives the text of the page without what the script added.
const memoText = `(() => {
	const copy = document.body.cloneNode(true);
	for (const e of copy.querySelectorAll("[data-ui], script, style, title")) e.remove();
	for (const e of copy.querySelectorAll("*")) e.append(" "); // sorted rows lose the line ends between them
	return copy.textContent.replace(/\s+/g, " ").trim();
})()`

// TestSameTextWithoutScript holds that the script adds to the page and changes
// nothing of what the memo says, whatever is done with it.
func TestSameTextWithoutScript(t *testing.T) {
	takesTime(t)
	for _, page := range testPages(t) {
		off := openView(t, page.html, viewSetting{noScript: true})
		want := eval[string](off, memoText)
		if n := eval[int](off, `document.querySelectorAll("[data-ui]").length`); n != 0 {
			t.Fatalf("the script ran: %d controls", n)
		}
		if hidden := eval[int](off, `[...document.querySelectorAll("body *")].filter(e => e.hidden).length`); hidden != 0 {
			t.Errorf("%d parts are hidden without the script", hidden)
		}
		on := openView(t, page.html, viewSetting{})
		compare := func(state string) {
			if got := eval[string](on, memoText); got != want {
				t.Errorf("%s, %s, the text differs (-without +with script):\n%s", page.name, state, cmp.Diff(strings.Fields(want), strings.Fields(got)))
			}
		}
		compare("untouched")
		on.do(strings.Replace(useAll, "b.click(); b.click(); b.click(); b.click();", "b.click(); b.click(); b.click();", 1))
		compare("every control used")
	}
}
