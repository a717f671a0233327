// Package claims holds the sentences that say something of the results: what is
// best, what moves most, what hardly depends on the words chosen. A sentence
// that could prove wrong when the model changes belongs here, whatever chapter,
// table or chart prints it. Each is whole, or empty if there is nothing to claim.
package claims

import "slotmemo/internal/memo/findings"

// A Writer writes sentences about findings.
type Writer struct{ *findings.Findings }
