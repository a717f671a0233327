// Package engine has Graphviz lay out graphs in worker processes.
//
// Graphviz comes as one WebAssembly module per process: it isn't re-entrant,
// ignores cancellation, and reports a crash as success. So it runs in copies of
// this same program, one per core, that do nothing else; a Pool hands them
// requests, validates every answer and kills what doesn't answer.
//
// Lengths are points and y runs downward on both sides of this package.
package engine

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing/fstest"

	"github.com/goccy/go-graphviz"

	"slotmemo/layout/diagram/earlycache"
)

// Version is part of the key of whatever is kept of an answer: Graphviz's
// results change with nothing but its version.
const Version = "go-graphviz v0.2.10"

// subcommand and variable together make a process a worker. The variable also
// keeps a program that doesn't know the sub-command from starting workers
// without end.
const (
	subcommand = "graphviz-worker"
	variable   = "SLOTMEMO_GRAPHVIZ_WORKER"
)

// A worker does its work here, before main and before any flag is parsed, and
// so in every program that links this package: the tests of other rooms have
// their workers without knowing of them.
func init() {
	earlycache.Restore()
	if len(os.Args) == 2 && os.Args[1] == subcommand && os.Getenv(variable) != "" {
		os.Exit(work(os.Stdin, os.Stdout))
	}
}

// maxMessage bounds a request and an answer.
const maxMessage = 64 << 20

// work answers requests until the input ends. A message is a length of four
// bytes and so many bytes; a request names the engine in its first line.
func work(in io.Reader, out io.Writer) int {
	// The reader must be able to end the process while a layout runs for ever:
	// it needs a thread of its own, and no collector may wait for the layout.
	runtime.GOMAXPROCS(2)
	debug.SetGCPercent(-1)
	graphviz.SetFileSystem(fstest.MapFS{})
	ctx := context.Background()
	gv, err := graphviz.New(ctx)
	if err != nil {
		return 3
	}
	requests := make(chan []byte)
	go func() {
		for {
			message, err := receive(in)
			if err != nil {
				os.Exit(0) // the parent is gone
			}
			requests <- message
		}
	}()
	for message := range requests {
		answer, err := layOut(ctx, gv, message)
		if err != nil {
			answer = []byte("!" + err.Error())
		}
		if err := send(out, answer); err != nil {
			return 3
		}
		collect()
	}
	return 0
}

// collect frees memory between layouts, since the collector is off.
func collect() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > 256<<20 {
		runtime.GC()
	}
}

func layOut(ctx context.Context, gv *graphviz.Graphviz, message []byte) (answer []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // getters panic when the module is dead
			err = fmt.Errorf("%v", r)
		}
	}()
	name, dot, ok := strings.Cut(string(message), "\n")
	if !ok {
		return nil, errors.New("request without an engine")
	}
	graph, err := graphviz.ParseBytes([]byte(dot))
	if err != nil {
		return nil, err
	}
	if graph == nil {
		return nil, errors.New("no graph")
	}
	var b bytes.Buffer
	err = gv.SetLayout(graphviz.Layout(name)).Render(ctx, graph, "json0", &b)
	if closeErr := graph.Close(); err == nil {
		err = closeErr
	}
	return b.Bytes(), err
}

func send(w io.Writer, message []byte) error {
	framed := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(message)), uint32(len(message)))
	_, err := w.Write(append(framed, message...))
	return err
}

func receive(r io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(head[:])
	if n > maxMessage {
		return nil, fmt.Errorf("message of %d bytes", n)
	}
	message := make([]byte, n)
	_, err := io.ReadFull(r, message)
	return message, err
}
