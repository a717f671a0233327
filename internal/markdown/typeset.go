package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"slotmemo/internal/document"
)

// Quotes gives a plain string the quotes, apostrophes and dashes of print, and
// leaves its blanks alone: for names, which every room breaks over lines itself.
func Quotes(s, language string) string { return strings.Join(quotes([]rune(s), language), "") }

// object stands for what has no characters of its own to look at: code, a link
// of ours, a note mark.
const object = '\uFFFC'

// Typeset gives text the quotes, apostrophes and dashes of print, and joins what
// mustn't break over lines ("€ 1.000", "art. 5", "6 september"). Code and the
// text of bare addresses stay as they are. Doing it twice changes nothing.
func Typeset(text []document.Inline, language string) []document.Inline {
	var flat []rune
	flatten(text, &flat)
	t := &typesetter{out: joints(quotes(flat, language))}
	return t.rebuild(text)
}

// Polish is Typeset for a plain string.
func Polish(s, language string) string {
	return document.Plain(Typeset(document.Words(s), language))
}

// flatten writes the characters of a line in one row.
func flatten(text []document.Inline, out *[]rune) {
	for _, in := range text {
		switch in := in.(type) {
		case document.Text:
			*out = append(*out, []rune(string(in))...)
		case document.LineBreak:
			*out = append(*out, '\n')
		case document.Emph:
			flatten(in.Kids, out)
		case document.Strong:
			flatten(in.Kids, out)
		case document.Span:
			flatten(in.Kids, out)
		case document.Link:
			if len(in.Kids) == 0 {
				*out = append(*out, object)
			}
			flatten(in.Kids, out)
		default:
			*out = append(*out, object)
		}
	}
}

// A typesetter deals the characters out again. out[i] replaces the i-th.
type typesetter struct {
	out []string
	at  int
}

func (t *typesetter) rebuild(text []document.Inline) []document.Inline {
	if text == nil {
		return nil
	}
	out := make([]document.Inline, 0, len(text))
	for _, in := range text {
		switch in := in.(type) {
		case document.Text:
			n := utf8.RuneCountInString(string(in))
			out = append(out, document.Text(strings.Join(t.out[t.at:t.at+n], "")))
			t.at += n
		case document.Emph:
			out = append(out, document.Emph{Kids: t.rebuild(in.Kids)})
		case document.Strong:
			out = append(out, document.Strong{Kids: t.rebuild(in.Kids)})
		case document.Span:
			in.Kids = t.rebuild(in.Kids)
			out = append(out, in)
		case document.Link:
			if len(in.Kids) == 0 {
				t.at++
			}
			in.Kids = t.rebuild(in.Kids)
			out = append(out, in)
		default: // LineBreak, CodeText, NoteRef
			t.at++
			out = append(out, in)
		}
	}
	return out
}

// quotes curls quotes and apostrophes, and makes dashes and dots of their
// typewriter forms. Both languages use the same shapes; they differ in which
// words begin with an apostrophe.
func quotes(text []rune, language string) []string {
	out := make([]string, len(text))
	for i := 0; i < len(text); i++ {
		out[i] = string(text[i])
		switch text[i] {
		case '"':
			out[i] = "”"
			if opens(text, i) {
				out[i] = "“"
			}
		case '\'':
			out[i] = "’"
			if opens(text, i) && !elision(text, i, language) {
				out[i] = "‘"
			}
		case '.':
			if i+2 < len(text) && text[i+1] == '.' && text[i+2] == '.' && (i == 0 || text[i-1] != '.') && (i+3 >= len(text) || text[i+3] != '.') {
				out[i], out[i+1], out[i+2] = "…", "", ""
				i += 2
			}
		case '-':
			if i+1 < len(text) && text[i+1] == '-' && (i == 0 || text[i-1] != '-') && (i+2 >= len(text) || text[i+2] != '-') {
				out[i], out[i+1] = "–", ""
				i++
			}
		}
	}
	return out
}

// opens tells whether a quote at i stands before what it quotes.
func opens(text []rune, i int) bool {
	if i+1 >= len(text) || unicode.IsSpace(text[i+1]) {
		return false
	}
	if i == 0 {
		return true
	}
	prev := text[i-1]
	return unicode.IsSpace(prev) || strings.ContainsRune("([{<“‘\"'„«–—/-", prev) && prev != text[i]
}

var elisions = map[string][]string{
	"nl": {"s", "t", "n", "k", "m", "r", "ns", "er", "t'"},
	"en": {"tis", "twas", "em", "til", "cause", "n"},
}

// elision tells whether the apostrophe at i stands for letters left out: 's, '68.
func elision(text []rune, i int, language string) bool {
	j := i + 1
	for j < len(text) && (unicode.IsLetter(text[j]) || unicode.IsDigit(text[j])) {
		j++
	}
	word := strings.ToLower(string(text[i+1 : j]))
	if j < len(text) && text[j] == '\'' {
		return false // 's' is a quoted letter
	}
	if len(word) == 2 && word[0] >= '0' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9' {
		return true
	}
	for _, e := range elisions[language] {
		if word == e {
			return true
		}
	}
	return false
}

const months = `januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|` +
	`January|February|March|April|May|June|July|August|September|October|November|December`

// joint finds blanks that mustn't break: the blank is group 1.
var joint = []*regexp.Regexp{
	regexp.MustCompile(`[€$£]( )\d`),
	regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:art|artt|nr|nrs|no|p|pp|blz|par|hfst|bijl|ca|fig|tab|vgl|jo|lid|sub|dr|drs|mr|ir|prof|ing)\.( )[\p{L}\d]`),
	regexp.MustCompile(`(?:^|[^\p{L}])(?:artikel|figuur|tabel|hoofdstuk|bijlage|pagina|paragraaf|sessie|jaar|stap|article|figure|table|chapter|annex|page|section|session|year|step|lid)( )\d`),
	regexp.MustCompile(`\d( )(?:` + months + `)`),
	regexp.MustCompile(`\d( )(?:%|‰|km|m|cm|mm|kg|g|t|ha|km²|m²|uur|u|min|sec|euro|procent|procentpunt|punt|punten|jaar|jaren|maanden|weken|dagen|mln|mld|miljoen|miljard|°C|years?|months?|weeks?|days?|points?|hours?|million|billion|per)(?:[^\p{L}\d]|$)`),
	regexp.MustCompile(`(?:^|[^\p{L}])\p{Lu}\.( )\p{Lu}`),
}

// joints makes blanks hard where a line mustn't break.
func joints(text []string) []string {
	var b strings.Builder
	index := make([]int, 0, len(text)) // of each byte of b in text
	for i, s := range text {
		b.WriteString(s)
		for range len(s) {
			index = append(index, i)
		}
	}
	line := b.String()
	for _, re := range joint {
		for from := 0; from < len(line); {
			m := re.FindStringSubmatchIndex(line[from:])
			if m == nil {
				break
			}
			text[index[from+m[2]]] = "\u00a0"
			from += m[3] // the next joint may begin right after this blank
		}
	}
	return text
}
