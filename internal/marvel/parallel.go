package marvel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel does work 0 … n−1 on all cores. Each piece writes a place of its
// own, so that the outcome doesn't depend on who does what.
func parallel(n int, work func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	group.Wait()
}
