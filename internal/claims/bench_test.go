package claims_test

import (
	"testing"

	"slotmemo/internal/claims"
	"slotmemo/internal/marvel"
)

// BenchmarkEverything does all that analyse and the memo need, for the larger
// example: 46 factors, 78 relations, 36 effects, 270 steps.
func BenchmarkEverything(b *testing.B) {
	m := readExample(b, "mensenhandel")
	for b.Loop() {
		claims.Make(m, marvel.Analyse(m, marvel.Options{}))
	}
}
