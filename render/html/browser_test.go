package html

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"slotmemo/internal/testenv"
)

// thorough tells whether to look at every page in every setting, which takes a
// minute: where tools must be there, or more random runs are asked for.
func thorough() bool {
	return os.Getenv("SLOTMEMO_REQUIRE_TOOLS") == "1" || os.Getenv("SLOTMEMO_RUNS") != ""
}

// takesTime skips a test that a quick run leaves out.
func takesTime(t testing.TB) {
	t.Helper()
	if !thorough() {
		t.Skip("skipped: a slow test in a browser; SLOTMEMO_RUNS=1 runs it")
	}
}

// npmFile gives a file of the npm checkers (testdata/npm, or SLOTMEMO_NPM).
func npmFile(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("SLOTMEMO_NPM")
	if dir == "" {
		dir = "testdata/npm"
	}
	path := filepath.Join(dir, "node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		testenv.Lacks(t, name+" isn't installed (npm ci in render/html/testdata/npm)")
	}
	return path
}

// A browser is one headless Chromium for all tests of a run.
type browser struct {
	ctx    context.Context
	cancel func()
}

var (
	startOnce sync.Once
	shared    *browser
)

func TestMain(m *testing.M) {
	code := m.Run()
	if shared != nil {
		shared.cancel()
	}
	os.Exit(code)
}

func startBrowser(t testing.TB) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		testenv.Lacks(t, "chromium isn't installed")
	}
	startOnce.Do(func() {
		profile, err := os.MkdirTemp("", "slotmemo-chromium-")
		if err != nil {
			t.Fatal(err)
		}
		options := []chromedp.ExecAllocatorOption{
			chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
			chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		}
		for _, flag := range []string{"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars"} {
			options = append(options, chromedp.Flag(flag, true))
		}
		allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, stop := chromedp.NewContext(allocator)
		shared = &browser{ctx, func() { stop(); stopAllocator(); _ = os.RemoveAll(profile) }}
		if err := chromedp.Do(ctx); err != nil {
			t.Fatalf("start %s: %v", path, err)
		}
	})
	if shared == nil {
		t.Fatal("the browser didn't start")
	}
	return shared
}

// A view is a tab that shows one page, and keeps what the browser complained about.
type view struct {
	t          testing.TB
	ctx        context.Context
	mu         sync.Mutex
	complaints []string
}

// viewSetting is how a tab is set before it shows the page.
type viewSetting struct {
	width    int64
	dark     bool
	media    string // "print"
	features map[string]string
	noScript bool
	fragment string
}

// openView writes the page to a file and shows it.
func openView(t testing.TB, html string, s viewSetting) *view {
	t.Helper()
	file := filepath.Join(t.TempDir(), "memo.html")
	if err := os.WriteFile(file, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := chromedp.NewContext(startBrowser(t).ctx)
	t.Cleanup(stop)
	v := &view{t: t, ctx: ctx}
	v.must(chromedp.Listen(ctx, v.listen))
	call(v, network.Enable, network.EnableParams{})
	call(v, log.Enable, cdp.Empty{})
	call(v, runtime.Enable, cdp.Empty{})
	v.set(s)
	v.run(chromedp.Navigate((&url.URL{Scheme: "file", Path: file}).String()+s.fragment), chromedp.WaitReady("body"))
	return v
}

// call sends a command of the protocol.
func call[P, R any](v *view, command cdp.Command[P, R], params P) R {
	v.t.Helper()
	r, err := chromedp.Call(v.ctx, command, params)
	v.must(err)
	return r
}

func (v *view) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

func (v *view) set(s viewSetting) {
	v.t.Helper()
	if s.width == 0 {
		s.width = 1280
	}
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	for name, value := range s.features {
		features = append(features, &emulation.MediaFeature{Name: name, Value: value})
	}
	call(v, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: s.width, Height: 900, DeviceScaleFactor: 1})
	call(v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: s.media, Features: features})
	call(v, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.noScript})
}

// listen keeps messages and requests: there should be none.
func (v *view) listen(event any) {
	complain := func(format string, args ...any) {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.complaints = append(v.complaints, fmt.Sprintf(format, args...))
	}
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		complain("console %s: %v", e.Type, e.Args)
	case *runtime.EventExceptionThrown:
		complain("exception: %s", e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		complain("log %s: %s", e.Entry.Source, e.Entry.Text)
	case *network.EventResponseReceived:
		if u := e.Response.URL; !strings.HasPrefix(u, "data:") && e.Type != network.ResourceTypeDocument {
			complain("request of %s", u)
		}
	}
}

func (v *view) run(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, stop := context.WithTimeout(v.ctx, time.Minute)
	defer stop()
	v.must(chromedp.Do(ctx, steps...))
}

// eval runs an expression (or promise) in the page.
func eval[T any](v *view, expression string) T {
	v.t.Helper()
	ctx, stop := context.WithTimeout(v.ctx, time.Minute)
	defer stop()
	r, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		v.t.Fatalf("%.200s: %v", expression, err)
	}
	return r
}

// do runs a statement.
func (v *view) do(statement string) { v.t.Helper(); eval[chromedp.Void](v, statement) }

// silent fails if the browser complained.
func (v *view) silent() {
	v.t.Helper()
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, c := range v.complaints {
		v.t.Errorf("the browser says: %s", c)
	}
}

// near lays out all that is far from the screen too, as a reader sees it who
// comes there, and waits for the small jobs that follow.
const near = `new Promise((done) => {
	const s = new CSSStyleSheet();
	s.replaceSync(".picture, .scroll { content-visibility: visible !important }");
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, s];
	document.fonts.ready.then(() => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => setTimeout(done, 300)))));
})`

// axe gives what axe-core finds against WCAG 2.2 AA and best practice.
func (v *view) axe(state string) {
	v.t.Helper()
	v.do(near)
	source, err := os.ReadFile(npmFile(v.t, "axe-core/axe.min.js"))
	if err != nil {
		v.t.Fatal(err)
	}
	v.do(string(source))
	findings := eval[[]struct {
		ID    string `json:"id"`
		Help  string `json:"help"`
		Nodes []struct {
			HTML    string `json:"html"`
			Summary string `json:"failureSummary"`
		} `json:"nodes"`
	}](v, `axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]})
		.then(r => r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => ({html: n.html.slice(0, 200), failureSummary: n.failureSummary}))})))`)
	for _, f := range findings {
		detail, _ := json.MarshalIndent(f.Nodes, "", "  ")
		v.t.Errorf("axe, %s: %s (%s): %s", state, f.ID, f.Help, detail)
	}
}
