package memo

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"slotmemo/internal/document"
	"slotmemo/internal/project"
	"slotmemo/internal/source"
)

// builtIn gives the ids of the built-in chapters in their order.
func builtIn() []string {
	var all []string
	for _, c := range project.Chapters() {
		all = append(all, c.ID)
	}
	return all
}

// A chapter of the memo: built in, replaced by a text, or the team's own.
type chapter struct {
	id     string // built-in id, or the file name of an own chapter
	own    *text  // nil: made by the program
	annex  bool
	title  []document.Inline
	blocks []document.Block
}

func isAnnex(id string) bool {
	return slices.ContainsFunc(project.Chapters(), func(c project.Chapter) bool { return c.ID == id && c.Annex })
}

// plan puts the chapters in order: those of memo.yaml or all built-in ones, and
// between background and limits the own chapters that memo.yaml doesn't list.
func (w *writer) plan() []*chapter {
	order := builtIn()
	if len(w.p.Memo.Chapters) > 0 {
		order = w.listed()
	}
	var plan []*chapter
	for _, id := range order {
		plan = append(plan, w.newChapter(id))
	}
	for _, t := range w.ownTexts() {
		if !slices.Contains(order, t.Name) {
			c := w.newChapter(t.Name)
			plan = slices.Insert(plan, w.placeFor(plan, t.Number), c)
		}
	}
	// Annexes stand at the end, whatever the order in memo.yaml.
	slices.SortStableFunc(plan, func(a, b *chapter) int { return boolInt(a.annex) - boolInt(b.annex) })
	return plan
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// listed gives the chapters of memo.yaml, unknown ones reported.
func (w *writer) listed() []string {
	var order []string
	for _, name := range w.p.Memo.Chapters {
		id := w.chapterID(name)
		switch {
		case id == "":
			known := w.knownChapters()
			w.problems = append(w.problems, unknown(w.p.Memo.Fields["chapters"], UnknownChapter, name, known, strings.Join(known, ", ")))
		case slices.Contains(order, id):
			w.report(w.p.Memo.Fields["chapters"], PlacedTwice, name)
		default:
			order = append(order, id)
		}
	}
	return order
}

func (w *writer) newChapter(id string) *chapter {
	c := &chapter{id: id, annex: isAnnex(id)}
	for _, t := range w.texts {
		if t.Chapter == id || t.Chapter == "" && t.Name == id {
			c.own = t
		}
	}
	switch {
	case c.own != nil && c.own.title != nil:
		c.title = c.own.title
	case w.words.Has("chapter." + id):
		c.title = document.Words(w.t("chapter." + id))
	default:
		c.title = document.Words(w.capital(strings.Map(dashToBlank, id)))
	}
	return c
}

func dashToBlank(r rune) rune {
	if r == '-' || r == '_' {
		return ' '
	}
	return r
}

func (w *writer) ownTexts() []*text {
	var own []*text
	for _, t := range w.texts {
		if t.Chapter == "" {
			own = append(own, t)
		}
	}
	slices.SortStableFunc(own, func(a, b *text) int { return a.Number - b.Number })
	return own
}

// placeFor gives the place of an own chapter with this number: before the first
// chapter between background and limits that has a higher one. A built-in
// chapter without a text counts by its place: 10, 20, 30, …
func (w *writer) placeFor(plan []*chapter, number int) int {
	begin, end := 0, 0
	for i, c := range plan {
		if !c.annex {
			end = i + 1
		}
		if c.id == "summary" || c.id == "background" {
			begin = i + 1
		}
	}
	if i := slices.IndexFunc(plan, func(c *chapter) bool { return c.id == "limits" }); i >= 0 {
		end = i
	}
	decades := w.usesDecades()
	for i := begin; i < end; i++ {
		n := 0
		switch c := plan[i]; {
		case c.own != nil:
			n = c.own.Number
		case decades:
			n = 10 * (slices.Index(builtIn(), c.id) + 1)
		default:
			n = slices.Index(builtIn(), c.id) + 1
		}
		if n > number {
			return i
		}
	}
	return max(begin, end)
}

// usesDecades tells whether the team numbers its files 10, 20, 30 rather than
// 1, 2, 3.
func (w *writer) usesDecades() bool {
	return slices.ContainsFunc(w.p.Texts, func(t project.Text) bool { return t.Number > len(project.Chapters()) })
}

// writeChapters fills each chapter from its text or from the model.
func (w *writer) writeChapters(plan []*chapter) {
	for _, c := range plan {
		if c.own != nil {
			c.blocks = c.own.blocks
		}
	}
	// Recommendations and figures of the texts are known from here on.
	w.keepOnce(plan)
	w.given = w.inOrder(plan)
	for _, c := range plan {
		if c.own == nil {
			c.blocks = w.builtInBlocks(c.id, plan)
		} else {
			c.blocks = append(c.blocks, w.appendix(c.id, plan)...)
		}
	}
	w.standardBox(plan)
}

// keepOnce drops and reports what the texts place a second time.
func (w *writer) keepOnce(plan []*chapter) {
	seen := map[string]source.Pos{}
	keep := func(b document.Block) bool {
		id, pos := "", source.Pos{}
		switch b := b.(type) {
		case *document.Figure:
			id, pos = b.ID, b.Pos
		case *document.Table:
			id, pos = b.ID, b.Pos
		}
		if id == "" {
			return true
		}
		if first, ok := seen[id]; ok {
			w.problems = append(w.problems, source.Problem{Pos: pos, Message: PlacedTwice, Args: []any{id}, See: first})
			return false
		}
		seen[id] = pos
		return true
	}
	for _, c := range plan {
		c.blocks = prune(c.blocks, keep)
		eachBlock(c.blocks, func(b document.Block) {
			switch b := b.(type) {
			case *document.Figure:
				w.figures[strings.TrimPrefix(b.ID, "fig-")] = b
			case *document.Table:
				if b.ID != "" {
					w.tables[strings.TrimPrefix(b.ID, "table-")] = b
				}
			}
		})
	}
}

// hasContent tells whether a chapter says anything.
func (c *chapter) hasContent() bool { return len(c.blocks) > 0 }

// longestSlug keeps addresses short enough to mail.
const longestSlug = 60

// slug makes an id of a text: small letters, digits and dashes, cut at a word.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
		default:
			dash = true
		}
	}
	id := b.String()
	if len(id) <= longestSlug {
		return id
	}
	if i := strings.LastIndexByte(id[:longestSlug], '-'); i > 0 {
		return id[:i]
	}
	for len(id) > longestSlug {
		_, n := utf8.DecodeLastRuneInString(id)
		id = id[:len(id)-n]
	}
	return id
}
