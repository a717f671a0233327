package memo

import (
	"slices"
	"strings"

	"slotmemo/internal/memo/draft"
	"slotmemo/internal/memo/wording"
	"slotmemo/internal/model"
	"slotmemo/internal/snapshot"
)

// withDomains adds a view for each domain of a model that is too large for one
// figure, where memo.yaml has none of that domain.
func withDomains(views []snapshot.View, m *model.Model, words *wording.Words) []snapshot.View {
	if !snapshot.Large(m) || len(m.Domains()) < 2 {
		return views
	}
	shown := map[string]bool{}
	for _, v := range views {
		for _, d := range v.Domains() {
			shown[strings.ToLower(d)] = true
		}
	}
	for _, d := range m.Domains() {
		id := "domain-" + draft.Slug(d)
		taken := slices.ContainsFunc(views, func(v snapshot.View) bool { return v.ID == id })
		if shown[strings.ToLower(d)] || taken {
			continue
		}
		views = append(views, snapshot.View{
			ID: id, Caption: words.T("caption.domain", words.Capital(d)), Show: []snapshot.Selector{&snapshot.Domain{Names: []string{d}}},
		})
	}
	return views
}
