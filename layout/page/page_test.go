package page_test

import (
	"testing"

	"slotmemo/layout/page"
	"slotmemo/layout/page/pagetest"
	"slotmemo/layout/text"
)

func TestTorture(t *testing.T) {
	doc, sizes := pagetest.Torture()
	book, problems := page.Set(doc, text.NewFonts(), sizes)
	t.Log(len(book.Pages), "pages")
	for _, p := range problems {
		t.Log(p.Text("nl"))
	}
}

func BenchmarkSet(b *testing.B) {
	fonts := text.NewFonts()
	for b.Loop() {
		doc, sizes := pagetest.Torture()
		book, _ := page.Set(doc, fonts, sizes)
		b.ReportMetric(float64(len(book.Pages)), "pages")
	}
}
