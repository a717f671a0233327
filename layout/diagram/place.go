package diagram

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
	"slotmemo/layout/diagram/engine"
	"slotmemo/layout/text"
)

// Options of Place. The zero value is what a build without a kept map uses.
type Options struct {
	Language string        // of the labels, for hyphenation
	Kept     Kept          // from an earlier build
	Relayout bool          // forget it
	Workers  int           // at once; 0: one per core
	Timeout  time.Duration // of one layout by Graphviz; 0: a minute. A safety net, see design
}

// Places is what Place finds.
type Places struct {
	Placed   map[string]*Placed // by the id of the diagram
	Kept     Kept               // to be kept; without spots if there is no map, or Graphviz failed
	Drift    Drift              // what changed on the map
	Problems []source.Problem   // warnings
	Workers  int                // processes of Graphviz that were started
}

var (
	// cutOff warns that Graphviz gave no answer.
	cutOff = source.Message{
		NL: "Graphviz gaf geen bruikbare indeling van %q (%s); het beeld is eenvoudiger ingedeeld en de indeling wordt niet bewaard",
		EN: "Graphviz gave no usable layout of %q (%s); the picture is arranged in a simpler way and its layout isn't kept",
	}
	// strange warns of a station in the field of another group.
	strange = source.Message{
		NL: "%q staat op de kaart buiten zijn domein: de bewaarde plaats blijft; wis de regel in layout/ of gebruik --relayout om hem te verplaatsen",
		EN: "%q stands outside its domain on the map: the kept place stays; delete its line in layout/ or use --relayout to move it",
	}
)

// Place places all diagrams. The map is the diagram of the whole model; what a
// diagram doesn't name of it is drawn as a ghost. Without a map (nil), or for a
// diagram that asks to be laid out afresh, the diagram itself is the map.
func Place(ctx context.Context, fonts *text.Fonts, whole *document.Diagram, diagrams []*document.Diagram, o Options) (*Places, error) {
	return newPlacer(fonts, o).all(ctx, whole, diagrams, o)
}

// A placer places the diagrams of one document.
type placer struct {
	measurer
	pool    *engine.Pool
	workers int
	land    *land // of the whole map; nil if there is none
}

func newPlacer(fonts *text.Fonts, o Options) *placer {
	p := &placer{measurer: measurer{fonts, o.Language}, workers: o.Workers}
	if p.workers == 0 {
		p.workers = runtime.NumCPU()
	}
	timeout := o.Timeout
	if timeout == 0 {
		timeout = time.Minute
	}
	p.pool = engine.NewPool(p.workers, timeout)
	return p
}

func (p *placer) all(ctx context.Context, whole *document.Diagram, diagrams []*document.Diagram, o Options) (*Places, error) {
	defer p.pool.Close()
	out := &Places{Placed: map[string]*Placed{}}
	if whole != nil && len(whole.Nodes) > 0 {
		if err := p.survey(ctx, whole, out, o); err != nil {
			return nil, err
		}
	}
	placed, problems := make([]*Placed, len(diagrams)), make([][]source.Problem, len(diagrams))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(p.workers)
	for i, d := range diagrams {
		group.Go(func() error {
			var err error
			if placed[i], problems[i], err = p.place(ctx, d); err != nil {
				return fmt.Errorf("lay out %s: %w", d.ID, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for i, d := range diagrams {
		out.Placed[d.ID] = placed[i]
		out.Problems = append(out.Problems, problems[i]...)
	}
	out.Workers = p.pool.Started()
	return out, nil
}

// survey finds the map: kept stations stay, new ones find room among them.
func (p *placer) survey(ctx context.Context, whole *document.Diagram, out *Places, o Options) error {
	kept := o.Kept
	if o.Relayout {
		kept = Kept{}
	}
	l, scale, held, failure := p.lay(ctx, whole, kept)
	if ctx.Err() != nil {
		return fmt.Errorf("lay out the map: %w", ctx.Err())
	}
	for _, i := range l.divide() {
		out.Problems = append(out.Problems, source.Problem{Severity: source.Warning, Message: strange, Args: []any{l.ids[i]}})
	}
	l.bend(kept.Bows)
	l.mend(func(id string) bool {
		_, given := held[id]
		return !given
	}, kept.Bows)
	l.round(scale, held)
	p.land = l
	now := l.keep(scale, kept.Spots)
	if failure != nil {
		out.Problems = append(out.Problems, failed(whole.ID, failure))
	} else {
		out.Kept = now
	}
	out.Drift = drift(o.Kept.Spots, now.Spots)
	return nil
}

func failed(id string, err error) source.Problem {
	return source.Problem{Severity: source.Warning, Message: cutOff, Args: []any{id, err.Error()}}
}

// lay gives every node of a map its station. Held are those that were given, and
// stay.
func (p *placer) lay(ctx context.Context, d *document.Diagram, kept Kept) (l *land, s scale, held map[string]Spot, failure error) {
	l = newLand(d)
	spots := map[string]Spot{}
	for _, id := range l.ids {
		if at, ok := kept.Spots[id]; ok {
			spots[id] = at
		}
	}
	if len(spots) == 0 {
		spots = firstSpots(d)
		l.frame, s = scaleOf(spots, len(l.ids))
		for id, at := range spots { // they may be in any unit: kept are points
			p := onPoint(s.in(at))
			spots[id] = Spot{p.x, p.y}
		}
		s = scale{0, 0, 1, 1}
		if len(spots) == 0 {
			return l, s, nil, l.found(ctx, p.pool)
		}
	} else {
		l.frame, s = scaleOf(spots, len(l.ids))
	}
	k := known{}
	for id, at := range spots {
		k[id] = s.in(at)
	}
	l.join(k)
	l.round(s, spots)
	return l, s, spots, nil
}

// round puts the stations that weren't given where the next build reads them.
func (l *land) round(s scale, held map[string]Spot) {
	for i, id := range l.ids {
		if _, ok := held[id]; !ok {
			l.stations[i] = s.in(s.out(l.stations[i]))
		}
	}
}

// place places one diagram on the map, or on a map of its own.
func (p *placer) place(ctx context.Context, d *document.Diagram) (*Placed, []source.Problem, error) {
	l := p.land
	var problems []source.Problem
	if l == nil || d.Layout == document.FreshLayout {
		var failure error
		if l, _, _, failure = p.lay(ctx, d, Kept{}); failure != nil {
			problems = append(problems, failed(d.ID, failure))
		}
		l.divide()
		l.bend(nil)
		l.mend(func(string) bool { return true }, nil)
	} else {
		l = l.with(d)
	}
	return p.compose(l, d), problems, ctx.Err()
}
