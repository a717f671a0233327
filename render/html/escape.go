package html

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// Foreign text crosses into the page through the functions of this file, one
// for each context: escape (text and attributes), cssString, fragment, address
// and jsonData.

// escape makes text safe between tags and between double quotes.
func escape(s string) string { return entities.Replace(clean(s)) }

var entities = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\u00a0", "&nbsp;")

// clean drops what has no place in text: controls and noncharacters, which HTML
// forbids, and the controls that turn the direction of writing, with which a
// text can be made to show something else than it says (Trojan Source,
// CVE-2021-42574).
func clean(s string) string { return strings.Map(cleanRune, s) }

func cleanRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n':
		return r
	case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return '\n'
	case r < 0x20 || r >= 0x7f && r < 0xa0,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c,
		r == 0xfeff, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return -1
	}
	return r
}

// cssString makes a string of CSS, quotes included. All but letters, digits and
// spaces are written as numbers, so that nothing can end the string, the rule
// or the style element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range clean(s) {
		switch {
		case r == ' ' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			b.WriteRune(r)
		case r == '\n' || r == '\t':
			b.WriteByte(' ')
		default:
			fmt.Fprintf(&b, `\%x `, r) // the space ends the number and is no part of the text
		}
	}
	b.WriteByte('"')
	return b.String()
}

// fragment makes the address of a place in the page from its id.
func fragment(id string) string {
	return "#" + strings.ReplaceAll(url.PathEscape(id), "%2F", "/")
}

// anchor makes a valid id from an id of the Document: no white space, not empty.
func anchor(id string) string {
	id = strings.Join(strings.Fields(clean(id)), "-")
	if id == "" {
		return "-"
	}
	return id
}

// address gives an outside address, and false for one that may not be a link.
// The readers before us have checked it; this is the last gate.
func address(s string) (string, bool) {
	s = strings.TrimSpace(clean(s))
	if !utf8.ValidString(s) || strings.ContainsAny(s, "\n\t\\") {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return "", false
		}
	case "mailto":
		if u.Opaque == "" {
			return "", false
		}
	default:
		return "", false
	}
	return u.String(), true
}

// jsonData makes data for the script. encoding/json writes <, >, &, U+2028 and
// U+2029 as numbers, so nothing can end the script element; the controls of
// direction go as they do in text.
func jsonData(v any) (string, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("data for the page: %w", err)
	}
	return clean(string(b)), nil
}
