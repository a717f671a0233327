package html

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"slotmemo/internal/testenv"
)

// TestPrint prints the page as a reader would and reads the sheets.
func TestPrint(t *testing.T) {
	takesTime(t)
	testenv.NeedsTool(t, "pdftotext")
	v := openView(t, write(t, demo()), viewSetting{})
	pdf, err := chromedp.Run(v.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "print.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	if len(sheets) < 3 {
		t.Fatalf("%d sheets, want several", len(sheets))
	}
	for i, sheet := range sheets {
		for _, want := range []string{"Samenhang", "Concept · Versie 0.9", fmt.Sprintf("Pagina %d van %d", i+1, len(sheets))} {
			if !strings.Contains(sheet, want) {
				t.Errorf("sheet %d lacks %q", i+1, want)
			}
		}
		if n := strings.Count(sheet, "TLP:AMBER"); n < 2 {
			t.Errorf("sheet %d has its marking %d times, want at top and bottom", i+1, n)
		}
	}
	all := strings.Join(sheets, "")
	for _, want := range []string{"https://example.org/rapport", "Zestien factoren in een kring"} {
		if !strings.Contains(all, want) {
			t.Errorf("the print lacks %q", want)
		}
	}
	if strings.Contains(all, "Zoek een factor") {
		t.Error("the print has controls")
	}
}

// TestPrintFits holds that nothing is wider than the sheet: a browser shrinks the
// whole print for one table that is. Seen in mensenhandel: all at two thirds.
func TestPrintFits(t *testing.T) {
	takesTime(t)
	const sheet = 642 // px: A4 less 20 mm at both sides
	for _, page := range testPages(t) {
		v := openView(t, page.html, viewSetting{width: sheet, media: "print"})
		v.do(`document.querySelectorAll("details").forEach(d => { d.open = true; })`)
		if wide := eval[[]string](v, fmt.Sprintf(`document.documentElement.scrollWidth <= %d ? [] : [...document.querySelectorAll("table, svg, pre")]
			.filter(e => e.getBoundingClientRect().right > %d).map(e => e.closest("figure")?.id ?? e.tagName)`, sheet, sheet)); len(wide) > 0 {
			t.Errorf("%s: wider than the sheet: %q", page.name, wide)
		}
	}
}

// TestMeasure holds that a line of text has 68 characters at most, on average.
func TestMeasure(t *testing.T) {
	takesTime(t)
	for _, width := range []int64{390, 1100, 1600} {
		v := openView(t, write(t, demo()), viewSetting{width: width})
		n := eval[float64](v, `(() => {
			const p = document.getElementById("p-3-4"), r = document.createRange(), node = [...p.childNodes].find(n => n.nodeType === 3);
			r.selectNodeContents(node);
			return node.length / new Set([...r.getClientRects()].map(b => Math.round(b.top))).size;
		})()`)
		if n > 68 {
			t.Errorf("at %d px a line has %.1f characters, want 68 at most", width, n)
		}
	}
}

// TestMotionAndForcedColours holds that nothing moves for who asks for rest, and
// that forced colours leave edges and names.
func TestMotionAndForcedColours(t *testing.T) {
	takesTime(t)
	v := openView(t, write(t, demo()), viewSetting{features: map[string]string{"prefers-reduced-motion": "reduce"}})
	if n := eval[int](v, `[...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e); return s.animationName !== "none" || parseFloat(s.transitionDuration) > 0 || s.scrollBehavior === "smooth"; }).length`); n > 0 {
		t.Errorf("%d parts move", n)
	}
	v = openView(t, write(t, demo()), viewSetting{features: map[string]string{"forced-colors": "active"}})
	v.do(useAll)
	v.contrast("forced colours", 10)
}
