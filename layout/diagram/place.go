package diagram

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/diagram/engine"
	"slotmemo/layout/text"
)

// Options of Place. The zero value is what a build without kept positions uses.
type Options struct {
	Language string        // of the labels, for hyphenation
	Kept     Positions     // from an earlier build; nil if there are none
	Relayout bool          // forget them
	Width    Pt            // room for a figure; 0: 138 mm
	Height   Pt            // 0: 560 pt
	Cache    string        // folder of layouts; empty: in the user's cache folder; "-": none
	Workers  int           // 0: one per core
	Timeout  time.Duration // of one layout by Graphviz; 0: a minute. A safety net, see design
}

// Places is what Place finds.
type Places struct {
	Placed    map[string]*Placed // by the id of the diagram
	Quality   map[string]Quality // of each
	Positions Positions          // of the whole map, to be kept; nil if there is no map, or it was cut off
	Drift     Drift              // what changed on the map
	Problems  []source.Problem   // warnings: fallbacks, small letters
	Workers   int                // that were started
}

// cutOff warns that Graphviz gave no answer.
var cutOff = source.Message{
	NL: "Graphviz gaf geen bruikbare indeling van %q (%s); het beeld is eenvoudiger ingedeeld en de indeling wordt niet bewaard",
	EN: "Graphviz gave no usable layout of %q (%s); the picture is arranged in a simpler way and its layout isn't kept",
}

// small warns of letters that are hard to read.
var small = source.Message{
	NL: "%q is te vol voor één figuur: de letters worden %.1f punt, onder de grens van %.0f; splits de snapshot",
	EN: "%q is too full for one figure: its letters become %.1f points, below the limit of %.0f; split the snapshot",
}

// Place finds positions and curves for all diagrams. The map is the diagram of
// the whole model: where a node stands there is a hint for all others; it may
// be nil.
func Place(ctx context.Context, fonts *text.Fonts, whole *document.Diagram, diagrams []*document.Diagram, o Options) (*Places, error) {
	return newPlacer(fonts, o).all(ctx, whole, diagrams, o)
}

func (p *placer) all(ctx context.Context, whole *document.Diagram, diagrams []*document.Diagram, o Options) (*Places, error) {
	defer p.pool.Close()
	out := &Places{Placed: map[string]*Placed{}, Quality: map[string]Quality{}}
	if err := p.placeMap(ctx, whole, out, o); err != nil {
		return nil, err
	}
	results := make([]result, len(diagrams))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(p.workers + 1)
	for i, d := range diagrams {
		group.Go(func() error {
			var err error
			if results[i], err = p.place(ctx, d); err != nil {
				return fmt.Errorf("lay out %s: %w", d.ID, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for i, d := range diagrams {
		r := results[i]
		out.Placed[d.ID], out.Quality[d.ID] = r.placed, r.quality
		out.Problems = append(out.Problems, r.problems(d)...)
	}
	out.Workers = p.pool.Started()
	return out, nil
}

// A placer places the diagrams of one document.
type placer struct {
	measurer
	pool      *engine.Pool
	workers   int
	cache     *cache
	page      vec
	positions Positions
	groupOf   map[string][]string // ids on the map, by group
}

func newPlacer(fonts *text.Fonts, o Options) *placer {
	p := &placer{measurer: measurer{fonts, o.Language, &sync.Map{}}, page: vec{float64(o.Width), float64(o.Height)}}
	if p.page.x == 0 {
		p.page.x = float64(138 * text.MM)
	}
	if p.page.y == 0 {
		p.page.y = 560
	}
	p.workers = o.Workers
	if p.workers == 0 {
		p.workers = runtime.NumCPU()
	}
	timeout := o.Timeout
	if timeout == 0 {
		timeout = time.Minute
	}
	p.pool = engine.NewPool(p.workers, timeout)
	p.cache = openCache(o.Cache)
	return p
}

// A result is a placed diagram with what is to be said of it.
type result struct {
	placed  *Placed
	quality Quality
	wrap    float64
	failure error // of Graphviz; then the layout isn't kept
}

func (r result) problems(d *document.Diagram) []source.Problem {
	var all []source.Problem
	if r.failure != nil {
		all = append(all, source.Problem{Severity: source.Warning, Message: cutOff, Args: []any{d.ID, r.failure.Error()}})
	}
	if r.quality.Size > 0 && r.quality.Size < float64(LabelMin) {
		all = append(all, source.Problem{Severity: source.Warning, Message: small, Args: []any{d.ID, r.quality.Size, float64(LabelMin)}})
	}
	return all
}
