package html

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"slotmemo/internal/testenv"
)

var viewSettings = []struct {
	name string
	set  viewSetting
}{
	{"light", viewSetting{}},
	{"dark", viewSetting{dark: true}},
	{"320 px", viewSetting{width: 320}},
	{"320 px dark", viewSetting{width: 320, dark: true}},
	{"print", viewSetting{media: "print"}},
}

// useAll uses every control of the page once and leaves it with all of them in use.
const useAll = `(() => {
	const change = (e, value) => { e.value = value; e.dispatchEvent(new Event(e.type === "search" ? "input" : "change", {bubbles: true})); };
	const used = [];
	for (const b of document.querySelectorAll(".menu, .tools > button")) { b.click(); used.push(b.className); }
	for (const s of document.querySelectorAll(".controls select")) {
		for (const o of s.options) change(s, o.value);
		change(s, s.options[1].value);
		used.push(s.getAttribute("aria-label"));
	}
	for (const d of document.querySelectorAll("details")) d.open = true;
	for (const b of document.querySelectorAll("button.sort")) { b.click(); b.click(); b.click(); b.click(); used.push("sort"); }
	for (const f of document.querySelectorAll("input[type=search]")) { change(f, "a"); change(f, f.id ? "aan" : "e"); used.push("search"); }
	document.querySelector(".target")?.dispatchEvent(new MouseEvent("click", {bubbles: true}));
	document.querySelector(".edge[data-id]")?.dispatchEvent(new MouseEvent("click", {bubbles: true}));
	document.querySelector(".target")?.dispatchEvent(new MouseEvent("click", {bubbles: true}));
	for (const d of document.querySelectorAll("details")) d.open = true;
	return used.length;
})()`

func TestAxe(t *testing.T) {
	for _, page := range testPages(t) {
		for i, s := range viewSettings {
			if i > 0 && !thorough() || page.name != "demo" && s.set.dark && s.set.width > 0 {
				continue // colours don't depend on the width: the demo is enough
			}
			t.Run(page.name+" "+s.name, func(t *testing.T) { axeBeforeAndAfter(t, page.html, s.set) })
		}
	}
}

// axeBeforeAndAfter runs axe on the page as it comes and with every control used.
func axeBeforeAndAfter(t *testing.T, html string, s viewSetting) {
	v := openView(t, html, s)
	v.axe("untouched")
	if s.media != "print" {
		if used := eval[int](v, useAll); used < 8 {
			t.Errorf("%d controls found, expected at least 8", used)
		}
		v.axe("every control used")
	}
	v.silent()
}

// nu runs the Nu HTML checker over a page.
func nu(t *testing.T, html string) {
	t.Helper()
	testenv.NeedsTool(t, "java")
	jar := npmFile(t, "vnu-jar/build/dist/vnu.jar")
	file := filepath.Join(t.TempDir(), "memo.html")
	if err := os.WriteFile(file, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	out, _ := exec.Command("java", "-Xss2m", "-jar", jar, "--errors-only", "--stdout", "--format", "json", file).Output()
	var report struct {
		Messages []struct {
			Line    int    `json:"lastLine"`
			Message string `json:"message"`
			Extract string `json:"extract"`
		} `json:"messages"`
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("the Nu checker says %q: %v", out, err)
	}
	for _, m := range report.Messages {
		t.Errorf("Nu checker, line %d: %s in %q", m.Line, m.Message, m.Extract)
	}
}

func TestNu(t *testing.T) {
	takesTime(t)
	for _, page := range testPages(t) {
		t.Run(page.name, func(t *testing.T) { nu(t, page.html) })
	}
}

// TestNoSidewaysScroll holds that no page is wider than its screen, also with
// the text spacing of WCAG 1.4.12.
func TestNoSidewaysScroll(t *testing.T) {
	takesTime(t)
	for _, page := range testPages(t) {
		for _, width := range []int64{320, 390, 768, 1100, 1600} {
			if width == 320 || thorough() {
				t.Run(fmt.Sprintf("%s %d px", page.name, width), func(t *testing.T) { sidewaysScroll(t, page.html, width) })
			}
		}
	}
}

// tooWide gives what sticks out at the right, if the page scrolls sideways.
const tooWide = `(() => {
	const w = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= w) return [];
	return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest(".scroll, .picture"))
		.map(e => e.outerHTML.slice(0, 90)).slice(0, 5).concat("page: " + document.documentElement.scrollWidth);
})()`

// userSpacing sets the text spacing that a page must bear.
const userSpacing = `(() => {
	const s = new CSSStyleSheet();
	s.replaceSync("* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}");
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, s];
})()`

func sidewaysScroll(t *testing.T, html string, width int64) {
	v := openView(t, html, viewSetting{width: width})
	for _, step := range []struct{ state, do string }{
		{"untouched", "0"},
		{"unfolded", `document.querySelectorAll("details").forEach(d => { d.open = true; })`},
		{"every control used", useAll},
		{"user spacing", userSpacing},
	} {
		v.do(step.do)
		if over := eval[[]string](v, tooWide); len(over) > 0 {
			t.Errorf("%s: wider than the screen: %q", step.state, over)
		}
	}
}
