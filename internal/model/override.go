package model

// An Override says for which picture an author wrote a text of the view's own.
type Override struct {
	Text    string // fingerprint of the author's text
	Picture string // fingerprint of what the picture showed
}
