package html

import (
	"fmt"
	"testing"
)

// contrastOf looks at every text, line and area of the drawings and gives those
// with too little contrast against what is painted under their middle: 4.5 for
// text, 3 for lines and marks (WCAG 1.4.3, 1.4.11). Areas that only support
// something (paper, tint, the shades of effects) are backgrounds; rules and ghosts
// are decoration.
const contrastOf = `((selector) => {
	const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
	const rgb = (css) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
	const light = ([r, g, b]) => [r, g, b].map(c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; })
		.reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
	const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
	const paper = rgb(getComputedStyle(document.body).backgroundColor);
	const ground = /f-(paper|tint|rise|fall)/;
	const found = [];
	let texts = 0, lines = 0;
	for (const svg of document.querySelectorAll(selector)) {
		const shapes = [...svg.querySelectorAll("path, rect, text")].filter(e => !e.matches(".hit, .target"));
		const fills = [];
		const under = (p) => { const f = fills.findLast(f => f.e.isPointInFill ? f.e.isPointInFill(p) : false); return f ? f.colour : paper; };
		const within = (b) => [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75]].map(([x, y]) => new DOMPoint(b.x + b.width * x, b.y + b.height * y));
		// Where a mark crosses another of its colour it is seen on both sides of it:
		// the best of its points counts.
		const check = (e, kind, colour, points, least) => {
			const c = rgb(colour);
			if (c[3] === 0) return;
			const r = Math.max(...points.map(p => ratio(c, under(p))));
			if (r < least) found.push(kind + " " + (e.textContent || e.getAttribute("class") || e.tagName) + " in " + (svg.getAttribute("aria-label") || "").slice(0, 40) + ": " + r.toFixed(2) + " " + colour);
		};
		for (const e of shapes) {
			const style = getComputedStyle(e);
			const box = e.getBBox(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
			if (e.tagName === "text") { texts++; check(e, "text", style.fill, [middle], 4.5); continue; }
			if (/[sf]-(edge|ghost)/.test(e.getAttribute("class") || "")) continue; // a ghost says nothing that is needed
			const isGround = ground.test(e.getAttribute("class") || "") || e.closest(".badge");
			if (style.fill !== "none" && !isGround) { lines++; check(e, "mark", style.fill, within(box), 3); }
			if (style.stroke !== "none" && !/s-(paper|rule)/.test(e.getAttribute("class") || "")) {
				lines++;
				check(e, "line", style.stroke, [0.13, 0.37, 0.5, 0.77].map(at => e.getPointAtLength(e.getTotalLength() * at)), 3);
			}
			if (style.fill !== "none") fills.push({e, colour: rgb(style.fill)});
		}
	}
	return {Found: [...new Set(found)].slice(0, 12), Texts: texts, Lines: lines};
})("svg.drawing")`

type contrast struct {
	Found        []string
	Texts, Lines int
}

func (v *view) contrast(state string, least int) {
	v.t.Helper()
	c := eval[contrast](v, contrastOf)
	if c.Texts < least || c.Lines < least {
		v.t.Errorf("%s: only %d texts and %d lines looked at", state, c.Texts, c.Lines)
	}
	for _, f := range c.Found {
		v.t.Errorf("%s: too little contrast: %s", state, f)
	}
}

func TestContrast(t *testing.T) {
	takesTime(t)
	for _, page := range testPages(t) {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s dark=%v", page.name, dark), func(t *testing.T) {
				v := openView(t, page.html, viewSetting{dark: dark})
				v.contrast("untouched", 10)
				v.do(useAll)
				v.contrast("every control used", 10)
			})
		}
	}
}
