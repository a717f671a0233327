package tables

import (
	"fmt"
	"strings"
	"testing"

	"slotmemo/internal/folder"
)

// large writes a model of so many factors and relations below dir. Each
// relation names its factors by label.
func large(b testing.TB, dir string, factors, relations int, known bool) {
	var fs, rs strings.Builder
	fs.WriteString("naam,niveau,domein\n")
	for i := range factors {
		fmt.Fprintf(&fs, "Factor met de naam %d,0.5,Domein %d\n", i, i%7)
	}
	rs.WriteString("van,naar,teken,sterkte,snelheid,onderbouwing\n")
	for i := range relations {
		to := (i*i + i/factors + 1) % factors
		if to == i%factors {
			to = (to + 1) % factors
		}
		name := "Factor met de naam"
		if !known {
			name = "Faktor met de naam"
		}
		fmt.Fprintf(&rs, "%s %d,%s %d,+,zeer sterk,Laag,Omdat het zo is.\n", name, i%factors, name, to)
	}
	write(b, dir, "model/factors.csv", fs.String())
	write(b, dir, "model/relations.csv", rs.String())
}

func benchmark(b *testing.B, factors, relations int, known bool) {
	dir := b.TempDir()
	large(b, dir, factors, relations, known)
	f, err := folder.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(f, "model", "model.xlsx", StandardScales()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead300(b *testing.B) { benchmark(b, 300, 900, true) }

// BenchmarkReadLimit reads as many rows as a table may have, and
// BenchmarkReadWrong as many that name factors that aren't there.
func BenchmarkReadLimit(b *testing.B) { benchmark(b, 19_000, 19_000, true) }

func BenchmarkReadWrong(b *testing.B) { benchmark(b, 19_000, 19_000, false) }
