package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"time"
)

// ErrTimeout says that a layout was cut off by the safety net of time.
var ErrTimeout = errors.New("cut off by the time limit")

// Limits of a worker. Graphviz frees neither what it reads nor what it writes;
// a fresh worker takes 35 ms.
const (
	maxLayouts = 500
	maxBytes   = 48 << 20
)

// A Pool has workers that start when they are first needed. It is safe for
// concurrent use.
type Pool struct {
	Timeout time.Duration    // of one layout
	Command func() *exec.Cmd // starts a worker; set by NewPool
	free    chan *worker     // nil: not started yet
	started atomic.Int64     // workers ever started
	names   atomic.Int64     // of graphs, unique in this process
	mu      sync.Mutex       // guards all
	all     map[*worker]bool // alive
	closed  bool
}

// NewPool makes a pool of n workers; nothing starts yet.
func NewPool(n int, timeout time.Duration) *Pool {
	p := &Pool{
		Timeout: timeout, Command: self,
		free: make(chan *worker, n), all: map[*worker]bool{},
	}
	for range n {
		p.free <- nil
	}
	return p
}

// self is the command that starts this program as a worker.
func self() *exec.Cmd {
	path, err := os.Executable()
	if err != nil {
		path = os.Args[0]
	}
	// Linux keeps the program that runs reachable when its file is replaced.
	if _, err := os.Stat("/proc/self/exe"); err == nil {
		path = "/proc/self/exe"
	}
	cmd := exec.Command(path, subcommand)
	cmd.Env = append(os.Environ(), variable+"=1")
	return cmd
}

// Started tells how many workers were ever started.
func (p *Pool) Started() int { return int(p.started.Load()) }

// Do lays out one graph. An answer that fails to validate and a worker that
// dies are tried once more with a fresh worker.
func (p *Pool) Do(ctx context.Context, r Request) (*Answer, error) {
	if os.Getenv(variable) != "" {
		return nil, errors.New("a worker can't start workers")
	}
	var w *worker
	select {
	case w = <-p.free:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { p.free <- w }()
	var err error
	for range 2 {
		if w == nil {
			if w, err = p.start(); err != nil {
				w = nil
				return nil, fmt.Errorf("start a worker for Graphviz: %w", err)
			}
		}
		var a *Answer
		if a, err = p.ask(ctx, w, r); err == nil {
			if w.spent() {
				p.retire(w)
				w = nil
			}
			return a, nil
		}
		p.retire(w)
		w = nil
		if errors.Is(err, ErrTimeout) || ctx.Err() != nil {
			break
		}
	}
	return nil, fmt.Errorf("lay out %d nodes with %s: %w", len(r.Nodes), r.Engine, err)
}

func (p *Pool) ask(ctx context.Context, w *worker, r Request) (*Answer, error) {
	name := fmt.Sprintf("g%d", p.names.Add(1))
	message := r.Engine + "\n" + r.dot(name)
	type reply struct {
		bytes []byte
		err   error
	}
	done := make(chan reply, 1)
	go func() {
		b, err := w.talk([]byte(message))
		done <- reply{b, err}
	}()
	timer := time.NewTimer(p.Timeout)
	defer timer.Stop()
	select {
	case got := <-done:
		if got.err != nil {
			return nil, got.err
		}
		w.layouts++
		w.bytes += len(message) + len(got.bytes)
		if len(got.bytes) > 0 && got.bytes[0] == '!' {
			return nil, fmt.Errorf("answer of Graphviz: %s", got.bytes[1:])
		}
		return parse(r, name, got.bytes)
	case <-timer.C:
		w.kill()
		<-done
		return nil, ErrTimeout
	case <-ctx.Done():
		w.kill()
		<-done
		return nil, ctx.Err()
	}
}

func (p *Pool) start() (*worker, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errors.New("the pool is closed")
	}
	w, err := startWorker(p.Command())
	if err != nil {
		return nil, err
	}
	p.all[w] = true
	p.started.Add(1)
	return w, nil
}

// retire ends a worker and waits for it.
func (p *Pool) retire(w *worker) {
	p.mu.Lock()
	delete(p.all, w)
	p.mu.Unlock()
	w.end()
}

// Close ends all workers and waits until they are gone.
func (p *Pool) Close() {
	p.mu.Lock()
	p.closed = true
	alive := p.all
	p.all = map[*worker]bool{}
	p.mu.Unlock()
	for w := range alive {
		w.end()
	}
}

// A worker is a running process.
type worker struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     io.ReadCloser
	layouts int
	bytes   int
	ended   sync.Once
}

func startWorker(cmd *exec.Cmd) (*worker, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &worker{cmd: cmd, in: in, out: out}, nil
}

func (w *worker) talk(message []byte) ([]byte, error) {
	if err := send(w.in, message); err != nil {
		return nil, fmt.Errorf("worker: %w", err)
	}
	b, err := receive(w.out)
	if err != nil {
		return nil, fmt.Errorf("worker: %w", err)
	}
	return b, nil
}

func (w *worker) spent() bool { return w.layouts >= maxLayouts || w.bytes >= maxBytes }

func (w *worker) kill() { _ = w.cmd.Process.Kill() }

// end closes the worker's input, which ends it at once; kill makes sure.
func (w *worker) end() {
	w.ended.Do(func() {
		_ = w.in.Close()
		w.kill()
		_ = w.cmd.Wait() // it was killed: its exit code says nothing
	})
}
