package page_test

import (
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
