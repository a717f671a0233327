package audit

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed words/*.yaml
var wordFiles embed.FS

// words are the sentences of the audit by language. They stand here and not
// with those of the rest of the program, with which the audit shares nothing.
var words = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, language := range []string{"nl", "en"} {
		b, err := wordFiles.ReadFile("words/" + language + ".yaml")
		if err != nil {
			panic(err)
		}
		m := map[string]string{}
		if err := yaml.Unmarshal(b, &m); err != nil {
			panic(fmt.Sprintf("audit: words in %s: %v", language, err))
		}
		all[language] = m
	}
	return all
})

// say gives a sentence in a language; English if we don't speak it.
func say(language, key string, args ...any) string {
	m := words()[language]
	if m == nil {
		m = words()["en"]
	}
	s, ok := m[key]
	if !ok {
		panic(fmt.Sprintf("audit: no sentence %q", key))
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// Sentence says what was found and where, in a language ("nl" or "en").
func (f Finding) Sentence(language string) string {
	return sentence(language, "rule."+f.Rule, f.Detail, f.Page, f.Object, f.Times)
}

// Sentence says what the remark is and where.
func (m Remark) Sentence(language string) string {
	return sentence(language, "remark."+m.Rule, m.Detail, m.Page, 0, m.Times)
}

func sentence(language, key, detail string, page, object, times int) string {
	s := say(language, key)
	if detail != "" {
		s += " (" + detail + ")"
	}
	var where []string
	if page > 0 {
		where = append(where, say(language, "text.page", page))
	}
	if object > 0 {
		where = append(where, say(language, "text.object", object))
	}
	if times > 1 {
		where = append(where, say(language, "text.times", times))
	}
	if len(where) > 0 {
		s += ": " + strings.Join(where, ", ")
	}
	return s
}

// Sentence asks the question.
func (q Question) Sentence(language string) string {
	s := say(language, "question."+q.ID)
	if len(q.Pages) > 0 {
		s += " (" + say(language, "text.pages-list", ranges(q.Pages)) + ")"
	}
	return s
}

// ranges writes sorted numbers as 1–3, 5.
func ranges(n []int) string {
	var parts []string
	for i := 0; i < len(n); {
		j := i
		for j+1 < len(n) && n[j+1] == n[j]+1 {
			j++
		}
		if j == i {
			parts = append(parts, fmt.Sprint(n[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d–%d", n[i], n[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

func titles(profiles []Profile) string {
	s := make([]string, len(profiles))
	for i, p := range profiles {
		s[i] = p.Title()
	}
	return strings.Join(s, ", ")
}

// Text gives the report for people.
func (r *Report) Text(language string) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	claims := titles(r.Claims)
	if claims == "" {
		claims = say(language, "text.claims-none")
	}
	line(say(language, "text.claims", claims))
	line(say(language, "text.checked", titles(r.Profiles)))
	line(say(language, "text.pages", r.Pages, r.Counts.Elements, r.Counts.Links, r.Counts.Fonts))
	if r.OK() {
		line(say(language, "text.none"))
	} else {
		line(say(language, "text.findings", len(r.Findings)))
	}
	for _, f := range r.Findings {
		line(fmt.Sprintf("  %s %s  %s", f.Profile.Title(), f.Clause, f.Sentence(language)))
	}
	if len(r.Remarks) > 0 {
		line("\n" + say(language, "text.remarks") + ":")
	}
	for _, m := range r.Remarks {
		line("  " + m.Sentence(language))
	}
	if len(r.Questions) > 0 {
		line("\n" + say(language, "text.questions") + ":")
	}
	for _, q := range r.Questions {
		line("  [ ] " + q.Sentence(language))
	}
	return b.String()
}

// JSON gives the report for programs, with the sentences in a language.
func (r *Report) JSON(language string) ([]byte, error) {
	type told struct {
		Finding
		Sentence string `json:"sentence"`
	}
	type remarked struct {
		Remark
		Sentence string `json:"sentence"`
	}
	type asked struct {
		Question
		Sentence string `json:"sentence"`
	}
	out := struct {
		*Report
		OK             bool       `json:"ok"`
		Findings       []told     `json:"findings"`
		Remarks        []remarked `json:"remarks"`
		Questions      []asked    `json:"questions"`
		NotImplemented []Gap      `json:"not_implemented"`
	}{Report: r, OK: r.OK(), Findings: []told{}, Remarks: []remarked{}, Questions: []asked{}, NotImplemented: NotImplemented()}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, told{f, f.Sentence(language)})
	}
	for _, m := range r.Remarks {
		out.Remarks = append(out.Remarks, remarked{m, m.Sentence(language)})
	}
	for _, q := range r.Questions {
		out.Questions = append(out.Questions, asked{q, q.Sentence(language)})
	}
	return json.MarshalIndent(out, "", "  ")
}
