package picture_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
	"slotmemo/internal/model"
	"slotmemo/internal/project"
	"slotmemo/internal/snapshot"
	"slotmemo/layout/story"
	"slotmemo/layout/text"
	"slotmemo/render/picture"
	"slotmemo/render/svg"
)

// short are the names by which the pictures of the example call its things.
var short = snapshot.ShortNames{
	Factors: map[string]string{
		"daders": "Frustreren van daders", "pakkans": "Pakkans van daders",
	},
	Interventions: map[string]string{
		"training": "Training", "handreiking": "Gegevensdeling", "experts": "Extra rechercheurs", "zonderaangifte": "Zonder aangifte",
		"overzicht": "Overzicht opvang", "bedrijfsleven": "Convenanten", "voorlichting": "Voorlichting", "coordinator": "Coördinator",
	},
	Actors: map[string]string{
		"om": "OM", "politie": "Politie", "inspectie": "Inspectie", "kmar": "KMar", "rapporteur": "Rapporteur",
		"taskforce": "Task Force", "jenv": "JenV", "szw": "SZW", "vws": "VWS", "bz": "BZ",
	},
}

// example gives the drawings of examples/mensenhandel, with short names or none.
func example(t *testing.T, names snapshot.ShortNames) []document.Drawing {
	t.Helper()
	p, problems, err := project.Read("../../examples/mensenhandel")
	if err != nil || p == nil || p.Model == nil {
		t.Fatal(err, problems)
	}
	r := marvel.Analyse(p.Model, marvel.Options{Horizon: p.Memo.Horizon, Moments: p.Memo.Moments})
	return drawingsOf(t, p.Model, r, names)
}

func drawingsOf(t *testing.T, m *model.Model, r *marvel.Result, names snapshot.ShortNames) []document.Drawing {
	t.Helper()
	teller := snapshot.NewTeller(m, r, "nl", names)
	var all []document.Drawing
	add := func(d document.Drawing, ok bool) {
		if ok {
			all = append(all, d)
		} else {
			t.Errorf("%T wasn't made", d)
		}
	}
	common := func(id, head string) document.Common { return document.Common{ID: id, Title: id, Head: head} }
	loops := func(ids ...string) (found []marvel.Loop) {
		for _, l := range r.Loops.List {
			if slices.Contains(ids, l.ID) {
				found = append(found, l)
			}
		}
		return found
	}
	one := func(d *document.Circles, ok bool) { add(d, ok) }
	one(teller.Circles(common("circle", ""), loops("zicht")))
	one(teller.Circles(common("pair", ""), loops("verdringing", "wachten")))
	ribbon, ok := teller.Ribbon(common("ribbon", "Van training naar bescherming, langs de sterkste weg"), "training", "bescherming")
	add(ribbon, ok)
	branches, _, ok := teller.Branches(common("branches", "Extra rechercheurs: één ingreep, drie doelen"), "experts")
	add(branches, ok)
	as := *m.Relation("v46")
	weak := as
	weak.Strength = "weak"
	dispute, ok := teller.Dispute(common("dispute", "Eén pijl, twee lezingen"), []snapshot.ReadingOf{
		{Name: "De uitbuiting verhuist", Who: "de helft van de groep", Relation: weak},
		{Name: "De uitbuiting krimpt", Who: "zo staat het in het model", Relation: as},
	})
	add(dispute, ok)
	forYou, ok := teller.ForYou(common("foryou", ""), "jenv")
	add(forYou, ok)
	multiples, ok := teller.Multiples(common("multiples", ""))
	add(multiples, ok)
	scatter, ok := teller.Scatter(common("scatter", "Wat helpt, en wanneer"))
	add(scatter, ok)
	bump, ok := teller.Bump(common("bump", "Vier maatstaven, vier volgordes"))
	add(bump, ok)
	before := *m
	before.Relations = slices.Clone(m.Relations)
	for i := range before.Relations {
		if before.Relations[i].ID == "v46" {
			before.Relations[i].Strength = "weak"
		}
	}
	old := marvel.Analyse(&before, marvel.Options{Horizon: 10, Moments: r.Options.Moments, OnlyEffects: true, Combine: 1})
	shift, ok := teller.Shift(common("shift", ""), old, []document.NumberedChange{
		{Text: "Pakkans remt de mogelijkheid tot uitbuiten", Now: "zwak → gemiddeld"},
		{Text: "Opsporing zonder aangifte draagt bij aan effectiviteit", Now: "nieuw"},
	})
	add(shift, ok)
	return all
}

// SLOTMEMO_PICTURES=DIR writes every form, made of the example, as SVG to look
// at.
func TestStoriesToLookAt(t *testing.T) {
	dir := os.Getenv("SLOTMEMO_PICTURES")
	if dir == "" {
		t.Skip("SLOTMEMO_PICTURES isn't set to a folder")
	}
	fonts := text.NewFonts()
	for set, names := range map[string]snapshot.ShortNames{"": short, "-long": {}} {
		for _, d := range example(t, names) {
			pic := picture.Story(story.Place(d, fonts, "nl"), fonts)
			var b bytes.Buffer
			if err := svg.Write(&b, pic, svg.Words{Language: "nl", Title: pic.ID, Desc: pic.ID}, fonts); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, pic.ID+set+".svg"), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
