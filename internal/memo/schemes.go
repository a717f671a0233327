package memo

import "slotmemo/internal/markdown"

// Schemes says what the addresses of a memo's texts may begin with (markdown.Host).
func (host) Schemes() markdown.Schemes {
	return markdown.Schemes{
		Links:  []string{"factor", "loop", "intervention", "actor", "snapshot", "table", "chapter", "effect"},
		Images: []string{"snapshot", "table", "chart", "session"},
	}
}
