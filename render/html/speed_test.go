package html

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	browserpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"slotmemo/internal/document"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// large makes a memo with a model of 300 factors and 900 relations, and its picture.
func large() (*document.Document, map[string]*picture.Picture) {
	const factors, relations, size = 300, 900, 900
	doc := demo()
	e := &document.Explore{Figure: "fig-landschap", Levers: doc.Explore.Levers, Moments: doc.Explore.Moments}
	p := &picture.Picture{ID: e.Figure, Width: size, Height: size}
	at := func(i int) picture.Point {
		return picture.Point{X: picture.Pt(20 + 50*(i%18)), Y: picture.Pt(20 + 50*(i/18))}
	}
	set := document.ExploreSet{Kind: "Lussen", ID: "all", Name: "Honderd factoren"}
	for i := range relations {
		from, to := i%factors, (7*i+i/factors+1)%factors
		id := fmt.Sprint("r", i)
		e.Edges = append(e.Edges, document.ExploreEdge{ID: id, From: fmt.Sprint("f", from), To: fmt.Sprint("f", to), Sentence: "Een draagt bij aan twee.", Text: "Zo bleek."})
		p.Shapes = append(p.Shapes, &picture.Group{Kind: "edge", ID: id, Shapes: []picture.Shape{&picture.Path{
			Stroke: templates.Plus, Width: 0.8,
			Segments: []picture.Segment{{Op: picture.Move, Points: [3]picture.Point{at(from)}}, {Op: picture.Line, Points: [3]picture.Point{at(to)}}},
		}}})
		if i < factors/3 {
			set.Nodes, set.Edges = append(set.Nodes, fmt.Sprint("f", i)), append(set.Edges, id)
		}
	}
	one := document.Scenario{Levers: []string{"training"}, Changes: [][]float64{nil, nil}, Gain: []float64{1, 2}}
	for i := range factors {
		id := fmt.Sprint("f", i)
		e.Nodes = append(e.Nodes, document.ExploreNode{ID: id, Label: fmt.Sprint("Factor ", i), Goal: max(0, 1-i)})
		p.Shapes = append(p.Shapes, &picture.Group{Kind: "node", ID: id, Shapes: []picture.Shape{
			&picture.Text{X: at(i).X, Y: at(i).Y, Anchor: picture.Middle, Face: text.Sans, Size: 9, Color: templates.Ink, Value: fmt.Sprint("Factor ", i)},
		}})
		for m := range one.Changes {
			one.Changes[m] = append(one.Changes[m], 30*math.Sin(float64(i+m)))
		}
	}
	e.Sets, e.Scenarios = []document.ExploreSet{set}, []document.Scenario{{}, one}
	doc.Explore = e
	return doc, map[string]*picture.Picture{e.Figure: p}
}

// timed changes a select of the page and gives the milliseconds until the next
// frame has been painted.
const timed = `(name, value) => new Promise((done) => {
	const s = [...document.querySelectorAll(".controls select")].find(s => s.getAttribute("aria-label") === name);
	requestAnimationFrame(() => {
		const start = performance.now();
		s.value = value;
		s.dispatchEvent(new Event("change", {bubbles: true}));
		document.querySelector(".explored").getBoundingClientRect();
		requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
	});
})`

// spent gives the milliseconds of processor time that the tab's main thread has
// spent so far: what a reader waits for, whatever else the machine does.
func (v *view) spent() map[string]float64 {
	v.t.Helper()
	all := map[string]float64{}
	for _, m := range call(v, performance.GetMetrics, cdp.Empty{}).Metrics {
		all[m.Name] = 1000 * m.Value
	}
	return all
}

// BenchmarkExplore gives how long a reader waits for what he asks of a model of
// 300 factors and 900 relations.
func BenchmarkExplore(b *testing.B) {
	doc, pictures := large()
	v := openView(b, writeWith(b, doc, pictures), viewSetting{width: 1600})
	call(v, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
	for _, c := range []struct{ name, control, on, off string }{
		{"factor", "Bekijk", "17", ""}, {"set", "Markeer", "0", ""}, {"effect", "Interventie 1", "0", ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			wall, before := 0.0, v.spent()["TaskDuration"]
			for range b.N {
				wall += eval[float64](v, fmt.Sprintf("(%s)(%q, %q)", timed, c.control, c.on))
				wall += eval[float64](v, fmt.Sprintf("(%s)(%q, %q)", timed, c.control, c.off))
			}
			b.ReportMetric(wall/float64(2*b.N), "ms/change")
			b.ReportMetric((v.spent()["TaskDuration"]-before)/float64(2*b.N), "cpu-ms/change")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// answers runs before the page does. When the page says that it is ready, a
// reader lights up the first set; what is kept is when he sees it lit, counted
// from the moment at which the browser began to open the page.
const answers = `new PerformanceObserver((list, self) => {
	if (!list.getEntriesByName("ready").length) return;
	self.disconnect();
	const s = [...document.querySelectorAll(".controls select")].find(s => s.getAttribute("aria-label") === "Markeer");
	s.selectedIndex = 1;
	s.dispatchEvent(new Event("change", {bubbles: true}));
	requestAnimationFrame(() => setTimeout(() => { window.answered = document.querySelector("svg .lit") ? performance.now() : NaN; }));
}).observe({type: "mark", buffered: true})`

// opening is what a page in a new tab took, in ms from the start of the navigation.
type opening struct {
	FirstPaint, Ready, Loaded, Answered float64
	LongTasks                           float64 // what tasks took above 50 ms each
}

const timesOfOpening = `new Promise((done) => {
	const at = (type, name) => performance.getEntriesByType(type).find(e => e.name === name)?.startTime ?? NaN;
	new PerformanceObserver((list) => {
		const long = list.getEntries().reduce((sum, e) => sum + Math.max(0, e.duration - 50), 0);
		const wait = () => window.answered === undefined ? setTimeout(wait, 20) : done({
			FirstPaint: at("paint", "first-contentful-paint"), Ready: at("mark", "ready"),
			Loaded: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd, Answered: window.answered, LongTasks: long});
		wait();
	}).observe({type: "longtask", buffered: true});
	setTimeout(() => done({Answered: window.answered ?? NaN}), 20000);
})`

// BenchmarkOpen gives how long the example takes until a reader can use it, by
// the browser's own timings and in processor time of the page's main thread;
// afterwards what the page does while nobody waits for it.
func BenchmarkOpen(b *testing.B) {
	page, _ := examplePage(b, "mensenhandel")
	var times opening
	cpu, idle := map[string]float64{}, 0.0
	for range b.N {
		v := openView(b, "", viewSetting{})
		call(v, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
		call(v, browserpage.AddScriptToEvaluateOnNewDocument, browserpage.AddScriptToEvaluateOnNewDocumentParams{Source: answers})
		file := filepath.Join(b.TempDir(), "memo.html")
		v.must(os.WriteFile(file, []byte(page), 0o644))
		// A new tab keeps the browser busy for a while: it starts a spare process for
		// the next one, which on two cores takes half of what we measure.
		v.do("new Promise(done => setTimeout(done, 2000))")
		before := v.spent()
		v.run(chromedp.Navigate("file://" + file))
		one := eval[opening](v, timesOfOpening)
		after := v.spent()
		for name, value := range after {
			cpu[name] += value - before[name]
		}
		v.do("new Promise(done => setTimeout(done, 2000))")
		idle += v.spent()["TaskDuration"] - after["TaskDuration"]
		times.FirstPaint += one.FirstPaint
		times.Ready += one.Ready
		times.Loaded += one.Loaded
		times.Answered += one.Answered
		times.LongTasks += one.LongTasks
	}
	n := float64(b.N)
	b.ReportMetric(times.FirstPaint/n, "ms-first-paint")
	b.ReportMetric(times.Ready/n, "ms-ready")
	b.ReportMetric(times.Loaded/n, "ms-loaded")
	b.ReportMetric(times.Answered/n, "ms-answered")
	b.ReportMetric(times.LongTasks/n, "ms-blocked")
	b.ReportMetric(cpu["TaskDuration"]/n, "cpu-ms/open")
	b.ReportMetric(cpu["ScriptDuration"]/n, "script-ms")
	b.ReportMetric((cpu["LayoutDuration"]+cpu["RecalcStyleDuration"])/n, "layout-ms")
	b.ReportMetric(idle/n, "cpu-ms-idle")
	b.ReportMetric(float64(len(page)), "bytes")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkWrite gives how long the page of the example takes to write.
func BenchmarkWrite(b *testing.B) {
	doc, pictures := large()
	for b.Loop() {
		writeWith(b, doc, pictures)
	}
}
