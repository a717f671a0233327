package html

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram"
	"slotmemo/layout/diagram/synthetic"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/render/svg"
)

// TestContactSheet makes docs/snapshots.png: the 36 diagrams of the trial under
// fresh, to be looked at when layouts have changed. Like the README's pictures it
// is only made when asked:
//
//	SLOTMEMO_PICTURES=1 go test -run ContactSheet ./render/html
func TestContactSheet(t *testing.T) {
	if os.Getenv("SLOTMEMO_PICTURES") != "1" {
		t.Skip("skipped: SLOTMEMO_PICTURES=1 makes the contact sheet anew")
	}
	const columns, cell = 6, 280 // pixels
	v := openView(t, contactSheet(t, columns, cell), viewSetting{width: columns * cell})
	v.do(`Promise.all([...document.images].map(i => i.decode()))`)
	height := eval[float64](v, `document.documentElement.scrollHeight`)
	call(v, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: columns * cell, Height: int64(height), DeviceScaleFactor: 1,
	})
	v.do(settled)
	keepPicture(t, "snapshots.png", decodePNG(t, call(v, page.CaptureScreenshot, page.CaptureScreenshotParams{}).Data))
}

// contactSheet gives a page of all diagrams in rows, each in a cell of so many
// pixels.
func contactSheet(t *testing.T, columns, cell int) string {
	t.Helper()
	fonts := text.NewFonts()
	all := synthetic.Trial()
	for i, d := range all {
		d.ID, d.Layout = fmt.Sprintf("trial%d", i), document.FreshLayout
	}
	places, err := diagram.Place(context.Background(), fonts, nil, all, diagram.Options{Language: "nl"})
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	fmt.Fprintf(&page, `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>
body{margin:0;display:grid;grid-template-columns:repeat(%d,%dpx)}
img{box-sizing:border-box;padding:8px;width:%[2]dpx;height:%[3]dpx;object-fit:contain}</style>`, columns, cell, cell*6/5)
	for _, d := range all {
		var b bytes.Buffer
		if err := svg.Write(&b, picture.Draw(places.Placed[d.ID], fonts), svg.Words{Language: "nl", Title: d.ID}, fonts); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&page, `<img alt="" src="data:image/svg+xml;base64,%s">`, base64.StdEncoding.EncodeToString(b.Bytes()))
	}
	return page.String()
}
