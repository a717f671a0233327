package engine

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"slotmemo/layout/diagram/earlycache"
)

// graph makes a random graph; equal seeds give equal graphs.
func graph(seed uint64, n, m int) Request {
	r := rand.New(rand.NewPCG(seed, 1))
	q := Request{Engine: "dot", Graph: "nodesep=0.2,ranksep=0.3"}
	for range n {
		q.Nodes = append(q.Nodes, Box{W: 40 + 50*r.Float64(), H: 18 + 20*r.Float64()})
	}
	for range m {
		a, b := r.IntN(n), r.IntN(n)
		if a != b {
			q.Edges = append(q.Edges, Link{From: a, To: b})
		}
	}
	return q
}

func TestPoolAnswersInParallel(t *testing.T) {
	p := NewPool(2, time.Minute)
	defer p.Close()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			q := graph(uint64(i%4), 12, 20)
			a, err := p.Do(t.Context(), q)
			if err != nil {
				t.Error(err)
				return
			}
			for j, e := range q.Edges {
				if len(a.Edges[j])%3 != 1 {
					t.Errorf("edge %v has %d points", e, len(a.Edges[j]))
				}
			}
		})
	}
	wg.Wait()
	if n := p.Started(); n > 2 {
		t.Errorf("%d workers started, want at most 2", n)
	}
}

// TestEarlyCacheComesFirst guards the order of initialisation on which package
// earlycache rests.
func TestEarlyCacheComesFirst(t *testing.T) {
	if earlycache.Dir == "" {
		t.Skip("no folder for the compiled module")
	}
	files, err := filepath.Glob(filepath.Join(earlycache.Dir, "go-graphviz", "wazero-*", "*"))
	if err != nil || len(files) == 0 {
		t.Errorf("go-graphviz didn't use %s (%v)", earlycache.Dir, err)
	}
}

func TestDyingWorkers(t *testing.T) {
	for name, command := range map[string]string{
		"ends at once":  "exit 1",
		"talks garbage": `head -c 4 >/dev/null; printf '\0\0\0\2{}'; sleep 60`,
		"too long":      `printf '\377\377\377\377'; sleep 60`,
	} {
		t.Run(name, func(t *testing.T) {
			p := NewPool(1, 10*time.Second)
			defer p.Close()
			p.Command = func() *exec.Cmd { return exec.Command("sh", "-c", command) }
			if _, err := p.Do(t.Context(), graph(1, 5, 8)); err == nil || errors.Is(err, ErrTimeout) {
				t.Errorf("got %v, want an error of the worker", err)
			}
			if p.Started() != 2 {
				t.Errorf("%d workers started, want a second try", p.Started())
			}
		})
	}
}

func TestHangingWorkerIsCutOff(t *testing.T) {
	p := NewPool(1, 100*time.Millisecond)
	defer p.Close()
	p.Command = func() *exec.Cmd { return exec.Command("sleep", "600") }
	if _, err := p.Do(t.Context(), graph(1, 5, 8)); !errors.Is(err, ErrTimeout) {
		t.Errorf("got %v, want a timeout", err)
	}
}

func TestKilledWorkerIsReplaced(t *testing.T) {
	p := NewPool(1, time.Minute)
	defer p.Close()
	if _, err := p.Do(t.Context(), graph(1, 5, 8)); err != nil {
		t.Fatal(err)
	}
	for w := range p.all {
		w.kill()
	}
	if _, err := p.Do(t.Context(), graph(2, 5, 8)); err != nil {
		t.Errorf("after a worker was killed: %v", err)
	}
}

// TestWorkerEndsWithItsParent closes the input in the middle of a layout that
// takes for ever.
func TestWorkerEndsWithItsParent(t *testing.T) {
	w, err := startWorker(self())
	if err != nil {
		t.Fatal(err)
	}
	q := graph(1, 8, 14)
	q.Engine, q.Graph = "neato", "maxiter=1000000000,epsilon=0"
	if err := send(w.in, []byte(q.Engine+"\n"+q.dot("g1"))); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // let it begin; a slow start only makes the test easier
	_ = w.in.Close()
	gone := make(chan error, 1)
	go func() { gone <- w.cmd.Wait() }()
	select {
	case <-gone:
	case <-time.After(20 * time.Second):
		w.kill()
		t.Error("the worker outlives its parent")
	}
}

func TestValidation(t *testing.T) {
	q := Request{Nodes: []Box{{}, {}}, Edges: []Link{{From: 0, To: 1}}}
	good := `{"name":"g1","bb":"0,0,10,10","objects":[{"name":"n0","pos":"1,2"},{"name":"n1","pos":"3,4"}],"edges":[{"id":"e0","pos":"e,1,1 0,0 1,1 2,2 3,3"}]}`
	if _, err := parse(q, "g1", []byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"g1"`, `"g0"`},
		{`"3,4"`, `""`},
		{`"3,4"`, `"nan,4"`},
		{`"n1"`, `"n0"`},
		{`"n1"`, `"n7"`},
		{`"e0"`, `"e1"`},
		{` 3,3`, ``},
		{`2,2`, `2;2`},
		{`0,0,10,10`, ``},
		{`{"name"`, `{name`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if change[0] == `"n1"` && change[1] == `"n0"` {
			bad = strings.Replace(good, `,{"name":"n1","pos":"3,4"}`, "", 1)
		}
		if _, err := parse(q, "g1", []byte(bad)); err == nil {
			t.Errorf("%q instead of %q is accepted", change[1], change[0])
		}
	}
}

func BenchmarkDo(b *testing.B) {
	p := NewPool(1, time.Minute)
	defer p.Close()
	for _, size := range [][2]int{{10, 15}, {20, 30}, {40, 70}} {
		for _, set := range [][2]string{
			{"dot", "nodesep=0.12,ranksep=0.25"},
			{"dot", "nodesep=0.12,ranksep=0.25,splines=line"},
			{"neato", "overlap=ortho,splines=true,sep=\"+8\""},
			{"neato", "overlap=ortho,sep=\"+8\",splines=line"},
			{"neato", "overlap=true,splines=line"},
			{"neato", "mode=KK,overlap=ortho,sep=\"+8\",splines=line"},
			{"neato", "mode=KK,overlap=true,splines=line"},
			{"neato", "mode=sgd,overlap=true,splines=line"},
		} {
			b.Run(fmt.Sprintf("%d/%d/%s/%s", size[0], size[1], set[0], set[1]), func(b *testing.B) {
				q := graph(1, size[0], size[1])
				q.Engine, q.Graph = set[0], set[1]
				for b.Loop() {
					if _, err := p.Do(context.Background(), q); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestNoWorkerIsLeft holds that a closed pool has no process any more.
func TestNoWorkerIsLeft(t *testing.T) {
	p := NewPool(2, time.Minute)
	if _, err := p.Do(t.Context(), graph(1, 5, 8)); err != nil {
		t.Fatal(err)
	}
	var all []*worker
	for w := range p.all {
		all = append(all, w)
	}
	p.Close()
	for _, w := range all {
		if w.cmd.ProcessState == nil {
			t.Error("a worker is still there")
		}
	}
	if _, err := p.Do(t.Context(), graph(1, 5, 8)); err == nil {
		t.Error("a closed pool answers")
	}
}

// TestCompiledModule starts workers with a folder for the compiled module that
// is new, damaged, or no folder at all. None may panic.
func TestCompiledModule(t *testing.T) {
	home := t.TempDir()
	wasm := filepath.Join(home, "slotmemo", "wasm")
	layOut := func(home string) {
		t.Helper()
		p := NewPool(1, time.Minute)
		defer p.Close()
		p.Command = func() *exec.Cmd {
			cmd := self()
			cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+home)
			return cmd
		}
		if _, err := p.Do(t.Context(), graph(1, 5, 8)); err != nil || p.Started() != 1 {
			t.Errorf("%v after %d workers", err, p.Started())
		}
	}
	modules := func() []string {
		files, err := filepath.Glob(filepath.Join(wasm, "go-graphviz", "wazero-*", "*[0-9a-f]"))
		if err != nil {
			t.Fatal(err)
		}
		return slices.DeleteFunc(files, func(f string) bool { return len(filepath.Base(f)) != 64 })
	}
	layOut(home)
	if len(modules()) == 0 {
		t.Skip("no compiler for this processor: nothing is kept")
	}
	for _, file := range modules() {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b[40] ^= 0xff // in the table of functions, which wazero doesn't check
		if err := os.WriteFile(file, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	layOut(home)
	for _, file := range modules() {
		if err := os.Truncate(file, 100); err != nil {
			t.Fatal(err)
		}
	}
	layOut(home)
	blocked := filepath.Join(home, "blocked")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	layOut(blocked)
}
