package read

import "regexp"

var (
	viewAddress    = regexp.MustCompile(`\]\(\s*<?snapshot:([^\s)>]+)`)
	viewDefinition = regexp.MustCompile(`(?m)^\s*\[[^\]]*\]:\s*<?snapshot:([^\s>]+)`)
)

// placedViews finds the snapshots that a left-out part places, without parsing
// it. A snapshot that no other part places is left out with it: its caption says
// what the part says. A mere reference doesn't place one.
func placedViews(hidden string) []string {
	var ids []string
	for _, m := range viewAddress.FindAllStringSubmatchIndex(hidden, -1) {
		depth := 0
		for i := m[0]; i >= 0; i-- { // back to the bracket that opens
			switch hidden[i] {
			case ']':
				depth++
			case '[':
				depth--
			}
			if depth == 0 {
				if i > 0 && hidden[i-1] == '!' {
					ids = append(ids, hidden[m[2]:m[3]])
				}
				break
			}
		}
	}
	for _, m := range viewDefinition.FindAllStringSubmatch(hidden, -1) {
		ids = append(ids, m[1])
	}
	return ids
}
