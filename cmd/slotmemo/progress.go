package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// Patience is how long a command may be silent on a terminal.
const patience = time.Second

// Progress tells on a terminal what a command is doing, once it takes longer
// than patience. Elsewhere it is silent: results and problems say enough.
type progress struct {
	mu    sync.Mutex
	out   io.Writer // nil: silent
	step  string
	timer *time.Timer
	shown bool
}

func (a *app) progress() *progress {
	p := &progress{}
	if f, ok := a.stderr.(*os.File); ok && !a.quiet && term.IsTerminal(int(f.Fd())) {
		p.out = f
		p.timer = time.AfterFunc(patience, p.show)
	}
	return p
}

// now says what is being done.
func (p *progress) now(step string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.step = step
	if p.shown {
		p.print()
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = true
	p.print()
}

func (p *progress) print() { fmt.Fprintf(p.out, "\r\x1b[K%s …", p.step) }

// end wipes the line.
func (p *progress) end() {
	if p.timer == nil {
		return
	}
	p.timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}
