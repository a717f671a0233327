package marvel

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// mostKept is the number of loops of now whose ids are kept, the most important
// ones, and of those that went whose ids are. Nobody refers to a loop that stands
// below a thousand others, and the file of them shouldn't outgrow the model.
const mostKept = 1000

// LoopKey names a loop by its relations from its canonical start: the key of
// Options.LoopIDs.
func LoopKey(l Loop) string { return strings.Join(l.Relations, " > ") }

// nameLoops gives every circuit its id: the group's own, the kept one, or the
// next free number in the order of the ranking.
func (n *network) nameLoops(list []circuit, kept map[string]string) []Loop {
	taken := map[string]bool{}
	for _, id := range kept {
		taken[id] = true
	}
	for _, l := range n.model.Loops {
		taken[l.ID] = true
	}
	loops := make([]Loop, len(list))
	given := map[string]bool{}
	next := highest(kept) + 1
	for i, c := range list {
		l := n.loop(c)
		if c.named >= 0 && !given[n.model.Loops[c.named].ID] {
			l.ID = n.model.Loops[c.named].ID
		}
		if id := kept[LoopKey(l)]; l.ID == "" && !given[id] {
			l.ID = id
		}
		for ; l.ID == ""; next++ {
			if id := fmt.Sprintf("L%d", next); !taken[id] {
				l.ID = id
			}
		}
		given[l.ID] = true
		loops[i] = l
	}
	return loops
}

// KeepLoopIDs gives the ids to keep for a later run: those of the loops of now,
// and of loops that went, so that one that comes back gets its old id and no
// other loop ever does. Of the latter the oldest are forgotten first.
func KeepLoopIDs(kept map[string]string, now []Loop) map[string]string {
	ids := map[string]string{}
	for _, l := range now[:min(len(now), mostKept)] {
		ids[LoopKey(l)] = l.ID
	}
	var gone []string
	for key := range kept {
		if _, ok := ids[key]; !ok {
			gone = append(gone, key)
		}
	}
	slices.SortFunc(gone, func(a, b string) int {
		return cmp.Or(cmp.Compare(loopNumber(kept[b]), loopNumber(kept[a])), cmp.Compare(kept[a], kept[b]), cmp.Compare(a, b))
	})
	for _, key := range gone[:min(len(gone), mostKept)] {
		ids[key] = kept[key]
	}
	return ids
}

// highest gives the highest number that an id of the form L12 has: no loop gets
// one up to it, since ids of loops that went may have been forgotten.
func highest(kept map[string]string) int {
	most := 0
	for _, id := range kept {
		most = max(most, loopNumber(id))
	}
	return most
}

// loopNumber gives the number of an id that we made, 0 for any other.
func loopNumber(id string) int {
	digits, ok := strings.CutPrefix(id, "L")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 || n > math.MaxInt32 {
		return 0
	}
	return n
}
