package memo

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"slotmemo/internal/document"
	"slotmemo/internal/marvel"
)

// TestCanaries looks for what an edition leaves out in every field of its
// document: text, ids, alternatives, metadata, what a screen can explore.
func TestCanaries(t *testing.T) {
	hidden := func(mark string) string {
		m := strings.ToUpper(mark)
		return strings.NewReplacer("MARK", m, "mark", strings.ToLower(mark)).Replace(`
## Kop MARK

Tekst MARK met noot.[^mark] [link](https://MARK.example) [ref][mark]

[^mark]: Noot MARK.

[mark]: https://MARK.example

| MARK | b |
|------|---|
| MARK | c |

` + "```\ncode MARK\n```" + `

- lijst MARK

Begrip MARK
: uitleg MARK

### Advies MARK {.aanbeveling for="SZW" intervention="i1"}

![Bijschrift MARK](snapshot:snap-mark)

![Bijschrift MARK](table:words)
`)
	}
	body := "# Open\n\nOpen begin.\n\n::: intern\n" + hidden("geheimintern") + "\n:::\n\n" +
		"::: {for=\"JenV\"}\n" + hidden("geheimjenv") + "\n:::\n\nOpen eind.\n"
	body = strings.Replace(body, "![Bijschrift GEHEIMJENV](table:words)", "![Bijschrift GEHEIMJENV](table:factors)", 1)
	files := map[string]string{
		"text/02-background.md": body,
		"sessions/1-een.md":     "---\nsession: 1\ntitle: Een\n---\n\n## Hoofdlijnen\n\nOpen.\n\n::: intern\n\nSessie GEHEIMINTERN.\n\n:::\n\n::: {for=\"JenV\"}\n\nSessie GEHEIMJENV.\n\n:::\n",
		"memo.yaml": `title: Proefmemo
subject: De proef
from: Projectteam
to: [{id: JenV, name: Justitie}, {id: SZW, name: Sociale Zaken}]
date: 2018-09-06
status: concept
version: 0.9
snapshots:
  - {id: snap-geheimintern, caption: Opschrift GEHEIMINTERN, message: Zin GEHEIMINTERN., alt: Alt GEHEIMINTERN, description: Lang GEHEIMINTERN, show: {loop: [kring]}}
  - {id: snap-geheimjenv, caption: Opschrift GEHEIMJENV, message: Zin GEHEIMJENV., alt: Alt GEHEIMJENV, description: Lang GEHEIMJENV, show: all}
`,
	}
	p := read(t, files)
	r := marvel.Analyse(p.Model, marvel.Options{})
	for _, c := range []struct {
		edition      Edition
		intern, jenv bool
	}{
		{Edition{}, false, true},
		{Edition{For: "JenV"}, false, true},
		{Edition{For: "SZW"}, false, false},
		{Edition{Internal: true}, true, true},
		{Edition{For: "SZW", Internal: true}, true, false},
	} {
		t.Run(fmt.Sprintf("for=%s internal=%v", c.edition.For, c.edition.Internal), func(t *testing.T) {
			doc, problems := Write(p, viewsOf(t, p), r, c.edition)
			silent(t, problems)
			all := everything(t, doc)
			for mark, want := range map[string]bool{"geheimintern": c.intern, "geheimjenv": c.jenv} {
				if got := strings.Contains(all, mark); got != want {
					at := max(0, strings.Index(all, mark)-100)
					t.Errorf("%s found: %v, want %v: …%s…", mark, got, want, all[at:min(len(all), at+250)])
				}
			}
		})
	}
}

// TestLeftOutLeavesNoTrace holds that a document is the same with a left-out part
// as without it, down to ids and numbers.
func TestLeftOutLeavesNoTrace(t *testing.T) {
	with := "# Open\n\nEen.[^a]\n\n## Kop\n\n::: intern\n\n## Kop\n\nGeheim.[^a] [](snapshot:kring) [](table:factors)\n\n![](table:relations)\n\n:::\n\n## Kop\n\nTwee.[^b]\n\n[^a]: A.\n\n[^b]: B.\n"
	without := strings.Replace(with, with[strings.Index(with, "::: intern"):strings.Index(with, "## Kop\n\nTwee")], "", 1)
	write := func(body string) string {
		p := read(t, map[string]string{"text/02-background.md": body})
		doc, _ := Write(p, viewsOf(t, p), marvel.Analyse(p.Model, marvel.Options{}), Edition{})
		return places.ReplaceAllString(everything(t, doc), "")
	}
	if got, want := write(with), write(without); got != want {
		t.Errorf("a left-out part changes the document:\n%s\nwant:\n%s", got, want)
	}
}

// places in the file do differ.
var places = regexp.MustCompile(`"line":\d+`)

// everything writes all fields of a document in small letters.
func everything(t *testing.T, doc *document.Document) string {
	t.Helper()
	for _, s := range doc.Explore.Scenarios {
		if s.Void != "" {
			t.Fatalf("scenario %v has no numbers", s.Levers)
		}
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ToLower(string(b))
}
