package picture_test

import (
	"encoding/base64"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	"slotmemo/templates"
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
	branches, _, ok := teller.Branches(common("branches", "Extra rechercheurs: één ingreep, drie doelen"), "experts", r.Goals)
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

// TestStoriesToLookAt makes a page with every form, made of the example, light,
// dark and grey, with short names and with long ones, to be looked at in a
// browser when a form has changed:
//
//	SLOTMEMO_PICTURES=1 go test -v -run StoriesToLookAt ./render/picture
func TestStoriesToLookAt(t *testing.T) {
	if os.Getenv("SLOTMEMO_PICTURES") != "1" {
		t.Skip("skipped: SLOTMEMO_PICTURES=1 makes the contact sheet")
	}
	fonts := text.NewFonts()
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><title>Stories</title><style>\n" + svg.Rules())
	for _, f := range []struct {
		face  text.Face
		style string
	}{{text.Sans, "font-weight:400"}, {text.SansBold, "font-weight:600"}, {text.SansItalic, "font-weight:400;font-style:italic"}} {
		fmt.Fprintf(&page, "@font-face{font-family:Memo;%s;src:url(data:font/ttf;base64,%s)}\n", f.style, base64.StdEncoding.EncodeToString(templates.Font(f.face.Name())))
	}
	for class, colours := range map[string]map[templates.Role]string{"light": templates.DefaultTheme().Light, "dark": templates.DefaultTheme().Dark} {
		fmt.Fprintf(&page, ".%s{--sans:Memo;", class)
		for _, role := range slices.Sorted(maps.Keys(colours)) {
			fmt.Fprintf(&page, "--%s:%s;", role, colours[role])
		}
		page.WriteString("background:var(--paper)}\n")
	}
	page.WriteString(".grey{filter:grayscale(1)}div{display:flex;flex-wrap:wrap;gap:40px;padding:30px}</style>\n")
	for _, look := range []struct {
		class string
		names snapshot.ShortNames
	}{{"light", short}, {"dark", short}, {"light grey", short}, {"light", snapshot.ShortNames{}}} {
		fmt.Fprintf(&page, "<div class=%q>\n", look.class)
		for _, d := range example(t, look.names) {
			page.WriteString(svg.Inline(picture.Story(story.Place(d, fonts, "nl"), fonts), svg.Options{}))
		}
		page.WriteString("</div>\n")
	}
	path := filepath.Join(os.TempDir(), "slotmemo-stories.html")
	if err := os.WriteFile(path, []byte(page.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("look at %s", path)
}
