package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"

	"slotmemo/internal/audit"
	"slotmemo/internal/source"
	"slotmemo/render/pdf"
)

// writePDF writes the PDF and audits it. Where a clause fails the PDF is written
// again without the claim that the clause belongs to: a memo says nothing of
// itself that isn't so.
func (w *work) writePDF() ([]byte, error) {
	var o pdf.Options
	var err error
	if o.Date, err = epoch(os.Getenv("SOURCE_DATE_EPOCH")); err != nil {
		return nil, err
	}
	b, err := w.pdfWith(o)
	if err != nil {
		return nil, err
	}
	r := audit.CheckBytes(b, []audit.Profile{audit.UA1, audit.A2A})
	if w.broken = r.Findings; r.OK() {
		return b, nil
	}
	o.WithoutUA, o.WithoutA = r.Breaks(audit.UA1), r.Breaks(audit.A2A)
	return w.pdfWith(o)
}

func (w *work) pdfWith(o pdf.Options) ([]byte, error) {
	var b bytes.Buffer
	if err := o.Write(&b, w.book, w.pictures, w.doc, w.fonts); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return b.Bytes(), nil
}

// epoch reads SOURCE_DATE_EPOCH: seconds since 1970. Empty: no date.
// Source: reproducible-builds.org, specification of SOURCE_DATE_EPOCH.
func epoch(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(s, 10, 64)
	const year9999 = 253402300799
	if err != nil || seconds < 0 || seconds > year9999 {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q; expected seconds since 1970", s)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

var notClaimed = source.Message{
	NL: "memo.pdf noemt zich geen %s, want clausule %s klopt niet: %s (een fout van slotmemo)",
	EN: "memo.pdf doesn't claim %s, since clause %s fails: %s (a fault of slotmemo)",
}

// tellClaims tells which claims the PDF lacks and why. Of a final memo, and
// under --strict, that is a failure: ours, not that of the project.
func (a *app) tellClaims(w *work, strict bool) error {
	for _, f := range w.broken {
		a.warn(w, notClaimed, f.Profile.Title(), f.Clause, f.Sentence(w.language()))
	}
	if len(w.broken) > 0 && (strict || !w.doc.Draft) {
		return &failure{code: exitOther}
	}
	return nil
}
