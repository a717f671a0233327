package audit

import "regexp"

// hasCatalogLanguage reports whether the document says its language.
func (c *checker) hasCatalogLanguage() bool {
	s, ok := c.f.Text(c.root["Lang"])
	return ok && s != ""
}

var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// checkLanguageTag checks a language that is said; an empty one isn't.
func (c *checker) checkLanguageTag(v any, page, object int) {
	if s, ok := c.f.Text(v); ok && s != "" && !languageTag.MatchString(s) {
		c.fail("language-tag", page, object, s)
	}
}
