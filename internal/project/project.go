// Package project reads a memo project from disk: memo.yaml, the model, the
// session notes and the texts. It reports every problem at its place and draws
// no conclusions; it doesn't know what will be made of a project.
package project

import (
	"slotmemo/internal/folder"
	"slotmemo/internal/model"
	"slotmemo/internal/source"
	"slotmemo/internal/tables"
	"slotmemo/internal/yamltree"
)

// A Project is a memo project as it stands on disk.
type Project struct {
	Dir      string // as given
	Memo     Memo
	Model    *model.Model
	Sessions []Session   // in order of their number
	Texts    []Text      // in order of their number, then name
	Previous *Previous   // nil if memo.yaml names none
	Versions []*Previous // every older state that was read, by path
	Kept     Kept        // ids of loops from earlier builds

	folder *folder.Folder
	scales tables.Scales
	lost   tables.Lost // so that the model may lack what is referred to
	tried  []string    // paths of older states that were read, or can't be
}

// Memo is what memo.yaml says. Texts are as written.
type Memo struct {
	Pos         source.Pos
	Title       string
	Subtitle    string
	Subject     string
	Language    string // "nl" or "en"
	Client      string
	Facilitator string
	From        string
	To          []Recipient
	CC          []string
	Date        string // YYYY-MM-DD
	Reference   string
	Version     string
	Status      string // "draft" or "final", whatever the language it was written in
	Marking     Marking
	Contact     string
	ReplyBy     string // YYYY-MM-DD
	Horizon     float64
	Moments     []float64 // years, rising
	Combine     int
	Chapters    []string              // ids, empty: the built-in order
	Snapshots   yamltree.Entry        // as it stands: internal/snapshot reads it
	Previous    string                // path of the older state, as written
	Fields      map[string]source.Pos // where each key stands: "title", "to", …
}

// A Recipient is one of the addressees.
type Recipient struct {
	ID   string // equals Name if none was given
	Name string
}

// A Marking is a classification or TLP label, printed as it stands.
type Marking struct {
	Label, SetBy, Until string
}

// A Session is the note of one expert session.
type Session struct {
	Pos          source.Pos
	Number       int
	Title        string
	Date         string
	Place        string
	Participants []string // ids of actors
	Body         Markdown

	places []source.Pos // of Participants
}

// A Text is a chapter of the project team's own.
type Text struct {
	Pos     source.Pos
	Number  int    // from the file name, 0 if none
	Name    string // from the file name, without number and ending
	Chapter string // id of the built-in chapter it replaces; empty: a chapter of its own
	Body    Markdown
}

// Markdown is text with the place of its first character, for messages.
type Markdown struct {
	Pos  source.Pos
	Text string
}

// Previous is the older state to compare with.
type Previous struct {
	Path  string // as written: "versions/0.8"
	Memo  Memo
	Model *model.Model
}
