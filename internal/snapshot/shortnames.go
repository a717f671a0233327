package snapshot

import (
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/prose"
)

// ShortNamesOf returns the short names of a model as pictures use them: without
// article and with a capital. A table gives them as a sentence does ("de
// handreiking").
func ShortNamesOf(m *model.Model, language string) ShortNames {
	names := ShortNames{Factors: map[string]string{}, Interventions: map[string]string{}, Actors: map[string]string{}}
	p := prose.New(language)
	set := func(in map[string]string, id, short string) {
		if short != "" {
			in[id] = p.Capital(withoutArticle(short, language))
		}
	}
	for _, f := range m.Factors {
		set(names.Factors, f.ID, f.Short)
	}
	for _, i := range m.Interventions {
		set(names.Interventions, i.ID, i.Short)
	}
	for _, a := range m.Actors {
		set(names.Actors, a.ID, a.Short)
	}
	return names
}

// withoutArticle takes the article off a name.
func withoutArticle(name, language string) string {
	articles := []string{"de ", "het ", "een "}
	if language == "en" {
		articles = []string{"the ", "a ", "an "}
	}
	for _, a := range articles {
		if len(name) > len(a) && strings.EqualFold(name[:len(a)], a) {
			return name[len(a):]
		}
	}
	return name
}
