package snapshot

import (
	"crypto/sha256"
	"encoding/hex"

	"slotmemo/internal/document"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// Overrides compares the texts that authors wrote for their views with the
// pictures for which they wrote them. A text that is still the same while its
// picture changed is reported as stale, and keeps being so until it is revised.
// It returns what is to be kept after a successful build.
func Overrides(views []View, diagrams map[string]*document.Diagram, kept map[string]model.Override) (map[string]model.Override, []source.Problem) {
	now := map[string]model.Override{}
	var problems []source.Problem
	for _, v := range views {
		if v.Alt == "" && v.Description == "" {
			continue
		}
		before, known := kept[v.ID]
		text := textPrint(v)
		d := diagrams[v.ID]
		switch {
		case known && before.Text == text && (d == nil || fingerprint(d) != before.Picture):
			now[v.ID] = before
			if d != nil {
				problems = append(problems, source.Problem{Pos: v.Pos, Severity: source.Warning, Message: altStale, Args: []any{v.ID}})
			}
		case d != nil:
			now[v.ID] = model.Override{Text: text, Picture: fingerprint(d)}
		}
	}
	return now, problems
}

func textPrint(v View) string {
	sum := sha256.Sum256([]byte(v.Alt + "\x00" + v.Description))
	return hex.EncodeToString(sum[:8])
}
