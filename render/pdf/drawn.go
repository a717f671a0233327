package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"github.com/go-pdf/fpdf"
)

var (
	xrefEntry   = regexp.MustCompile(`(\d{10}) 00000 n `)
	contentsRef = regexp.MustCompile(`/Contents (\d+) 0 R`)
	lengthEntry = regexp.MustCompile(`/Length (\d+)`)
)

// drawn takes the content streams out of what fpdf wrote. fpdf has no way to
// ask for them; its file has one cross-reference table, and pages that stand in
// it in order.
func drawn(p *fpdf.Fpdf, pages int) ([][]byte, error) {
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		return nil, fmt.Errorf("fpdf: %w", err)
	}
	all := b.Bytes()
	table := bytes.LastIndex(all, []byte("\nxref\n"))
	if table < 0 {
		return nil, fmt.Errorf("fpdf wrote no xref")
	}
	var offsets []int
	for _, m := range xrefEntry.FindAllSubmatch(all[table:], -1) {
		n, _ := strconv.Atoi(string(m[1])) // ten digits
		offsets = append(offsets, n)
	}
	var streams [][]byte
	for _, at := range offsets {
		if !isPage(all[at:]) {
			continue
		}
		s, err := contentOf(all, at, offsets)
		if err != nil {
			return nil, err
		}
		streams = append(streams, s)
	}
	if len(streams) != pages {
		return nil, fmt.Errorf("fpdf wrote %d pages of %d", len(streams), pages)
	}
	return streams, nil
}

func isPage(b []byte) bool {
	b = b[:min(len(b), 40)]
	return bytes.Contains(b, []byte(" 0 obj\n<</Type /Page\n"))
}

func contentOf(all []byte, at int, offsets []int) ([]byte, error) {
	m := contentsRef.FindSubmatch(all[at:min(len(all), at+500)])
	if m == nil {
		return nil, fmt.Errorf("fpdf wrote a page without contents")
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil || n < 1 || n > len(offsets) {
		return nil, fmt.Errorf("fpdf wrote a page with contents %s", m[1])
	}
	b := all[offsets[n-1]:]
	head := b[:min(len(b), 100)]
	start := bytes.Index(head, []byte("stream\n"))
	l := lengthEntry.FindSubmatch(head)
	if start < 0 || l == nil {
		return nil, fmt.Errorf("fpdf wrote no stream in object %d", n)
	}
	size, err := strconv.Atoi(string(l[1]))
	start += len("stream\n")
	if err != nil || start+size > len(b) {
		return nil, fmt.Errorf("fpdf wrote a stream of %s bytes", l[1])
	}
	return b[start : start+size], nil
}
