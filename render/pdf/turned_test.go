package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"

	"slotmemo/layout/text"
	"slotmemo/render/pdf"
	"slotmemo/render/picture"
	"slotmemo/templates"
)

// inflated gives all streams of a file that unpack, one after another.
func inflated(file []byte) string {
	var b strings.Builder
	for _, part := range bytes.Split(file, []byte("stream\n"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		if s, err := io.ReadAll(r); err == nil {
			b.Write(s)
		}
	}
	return b.String()
}

// A text that stands at an angle turns against the clock about its anchor.
func TestTurnedText(t *testing.T) {
	book, pictures, doc := sample()
	turned := func(anchor picture.Anchor) picture.Shape {
		return &picture.Text{X: 100, Y: 50, Anchor: anchor, Face: text.Sans, Size: 8, Color: templates.Ink, Value: "langs de lijn", Turn: 90}
	}
	pic := pictures["fig-map"]
	pic.Shapes = append(pic.Shapes, turned(picture.Start), turned(picture.End))
	var b bytes.Buffer
	if err := (pdf.Options{}).Write(&b, book, pictures, doc, fonts); err != nil {
		t.Fatal(err)
	}
	var starts []string
	for _, line := range strings.Split(inflated(b.Bytes()), "BT ") {
		if at, ok := strings.CutPrefix(line, "0 1 -1 0 "); ok {
			starts = append(starts, strings.Join(strings.Fields(at)[:2], " "))
		}
	}
	if len(starts) != 2 {
		t.Fatalf("%d turned texts, want 2: %q", len(starts), starts)
	}
	var begin, end [2]float64
	for i, at := range []*[2]float64{&begin, &end} {
		if _, err := fmt.Sscan(starts[i], &at[0], &at[1]); err != nil {
			t.Fatal(err)
		}
	}
	if begin[0] != end[0] {
		t.Errorf("both stand on one line upward, but begin at %v and %v", begin, end)
	}
	if begin[1]-end[1] < 20 { // the page's y grows upward: what ends at the point begins below
		t.Errorf("the one that ends at the point begins at %v, the one that begins there at %v", end, begin)
	}
}
