package html

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"slotmemo/internal/testenv"
)

// readmePictures are the pictures of the HTML edition in the README: an address
// with a state, as a reader could send it to a colleague.
var readmePictures = []struct {
	file, example string
	width, height int64
	set           viewSetting
}{
	{"html-wide.png", "mensenhandel", 1440, 900, viewSetting{fragment: "#?s=loop%3Averdringing&i=experts%20overzicht&m=1"}},
	{"html-dark.png", "softwarerelease", 1440, 900, viewSetting{dark: true, fragment: "#?f=swUsage&i=c3&m=2"}},
	{"html-phone.png", "mensenhandel", 390, 844, viewSetting{fragment: "#?s=loop%3Averdringing&i=experts%20overzicht&m=1"}},
}

// TestReadmePictures makes docs/html-*.png. Other browsers draw other pixels, so
// it only does so when asked:
//
//	SLOTMEMO_PICTURES=1 go test -run ReadmePictures ./render/html
func TestReadmePictures(t *testing.T) {
	if os.Getenv("SLOTMEMO_PICTURES") != "1" {
		t.Skip("skipped: SLOTMEMO_PICTURES=1 makes the README's pictures anew")
	}
	for _, p := range readmePictures {
		html, _ := examplePage(t, p.example)
		p.set.width = p.width
		v := openView(t, html, p.set)
		call(v, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: p.width, Height: p.height, DeviceScaleFactor: 1})
		v.do(settled)
		v.do(`new Promise(r => setTimeout(r, 1500))`)
		shot := call(v, page.CaptureScreenshot, page.CaptureScreenshotParams{})
		keepPicture(t, p.file, decodePNG(t, shot.Data))
	}
	html, _ := examplePage(t, "mensenhandel")
	keepPicture(t, "html-print.png", printed(t, html, 1, 6))
}

// printed prints a page as a reader would and gives two sheets side by side.
func printed(t *testing.T, html string, sheets ...int) image.Image {
	t.Helper()
	testenv.NeedsTool(t, "pdftoppm")
	v := openView(t, html, viewSetting{})
	pdf, err := chromedp.Run(v.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	v.must(err)
	dir := t.TempDir()
	v.must(os.WriteFile(filepath.Join(dir, "print.pdf"), pdf, 0o644))
	v.must(exec.Command("pdftoppm", "-r", "64", "-png", filepath.Join(dir, "print.pdf"), filepath.Join(dir, "sheet")).Run())
	files, err := filepath.Glob(filepath.Join(dir, "sheet-*.png"))
	v.must(err)
	slices.Sort(files)
	const gap = 16
	var all *image.RGBA
	for i, n := range sheets {
		b, err := os.ReadFile(files[n-1])
		v.must(err)
		sheet := decodePNG(t, b)
		w, h := sheet.Bounds().Dx(), sheet.Bounds().Dy()
		if all == nil {
			all = image.NewRGBA(image.Rect(0, 0, len(sheets)*(w+gap)+gap, h+2*gap))
			imagedraw.Draw(all, all.Bounds(), image.NewUniform(color.Gray{0xc8}), image.Point{}, imagedraw.Src)
		}
		imagedraw.Draw(all, image.Rect(gap+i*(w+gap), gap, gap+i*(w+gap)+w, gap+h), sheet, sheet.Bounds().Min, imagedraw.Src)
	}
	return all
}

func decodePNG(t *testing.T, b []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// keepPicture writes a picture to docs/ with its 256 most frequent colours, which
// is all that text and lines need and a third of the size.
func keepPicture(t *testing.T, name string, img image.Image) {
	t.Helper()
	counts := map[color.RGBA]int{}
	r := img.Bounds()
	at := func(x, y int) color.RGBA {
		c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
		return color.RGBA{c.R &^ 7, c.G &^ 7, c.B &^ 7, 0xff}
	}
	exact := map[color.RGBA]color.RGBA{} // the first colour met of each step stands for it
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			step := at(x, y)
			if counts[step]++; counts[step] == 1 {
				exact[step] = color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
			}
		}
	}
	steps := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, step := range steps[:min(len(steps), 256)] {
		palette = append(palette, exact[step])
	}
	small := image.NewPaletted(r, palette)
	imagedraw.Draw(small, r, img, r.Min, imagedraw.Src)
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, small); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../../docs/"+name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("docs/%s: %d bytes, %d colours of %d", name, b.Len(), len(palette), len(steps))
}
