// Package pdfread reads PDF files: objects, cross-references, filters, pages,
// fonts as far as text asks for them, the structure tree and the texts of its
// elements. It isn't a viewer, reads no encrypted streams and judges nothing: the
// rules are internal/audit's.
//
// It is lenient: what is damaged is read as far as it goes. It shares no code with
// the package that writes our PDF files, so that a mistake there isn't repeated
// here.
//
//	bytes ──Open──▶ File ──┬─ Pages ─┬─ Tree ── elements in reading order
//	                       │         └─ Texts ─ what each sequence says
//	                       └─ objects, streams, fonts
package pdfread
