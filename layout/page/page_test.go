package page_test

import (
	"fmt"
	"testing"

	"slotmemo/layout/page"
	"slotmemo/layout/page/pagetest"
	"slotmemo/layout/text"
)

func BenchmarkSet(b *testing.B) {
	fonts := text.NewFonts()
	for b.Loop() {
		doc, sizes := pagetest.Torture()
		book, _ := page.Set(doc, fonts, sizes)
		b.ReportMetric(float64(len(book.Pages)), "pages")
	}
}

// BenchmarkPages sets memos of 40, 400 and 1,000 pages: the time per page must
// not grow.
func BenchmarkPages(b *testing.B) {
	for _, pages := range []int{40, 400, 1000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			fonts := text.NewFonts()
			n := 0
			for b.Loop() {
				doc, sizes := pagetest.Long(pages)
				book, _ := page.Set(doc, fonts, sizes)
				n = len(book.Pages)
			}
			b.ReportMetric(float64(n), "pages")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/page")
		})
	}
}
