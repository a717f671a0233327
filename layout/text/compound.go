package text

import "strings"

// Links stand between the parts of a Dutch compound, endings after the last.
var (
	links   = []string{"", "s", "en", "n", "e"}
	endings = []string{"", "s", "en", "n", "e", "je", "jes", "er", "ers"}
)

// compound gives the places between the parts of a compound: only if all of it
// is made of known parts, for half-known compounds would be cut at the wrong
// place (arbeids-ter). Of several ways the one with the fewest parts counts.
func (h *hyphenator) compound(w string) []int {
	if h.parts == nil || len(w) < 8 {
		return nil
	}
	c := cutter{h.parts, w, make(map[int][]int)}
	ends := c.from(0)
	if len(ends) < 2 {
		return nil
	}
	return ends[:len(ends)-1]
}

// cutter cuts one word into parts.
type cutter struct {
	parts map[string]bool
	w     string
	known map[int][]int
}

// from gives where the parts from byte start end, the end of the word
// included; nil if there is no way.
func (c *cutter) from(start int) []int {
	if ends, ok := c.known[start]; ok {
		return ends
	}
	c.known[start] = nil
	var best []int
	rest := c.w[start:]
	for n := len(rest); n >= 3; n-- {
		if !c.parts[rest[:n]] {
			continue
		}
		for _, ending := range endings {
			if rest[n:] == ending && (start > 0 || ending == "") {
				best = better(best, []int{len(c.w)})
			}
		}
		for _, link := range links {
			if !strings.HasPrefix(rest[n:], link) || len(rest) < n+len(link)+3 {
				continue
			}
			at := start + n + len(link)
			if tail := c.from(at); tail != nil {
				best = better(best, append([]int{at}, tail...))
			}
		}
	}
	c.known[start] = best
	return best
}

// better gives the way with fewer parts; of equals the one that was found
// first, which has the longest first part.
func better(a, b []int) []int {
	if a == nil || len(b) < len(a) {
		return b
	}
	return a
}
