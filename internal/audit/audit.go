// Package audit checks a PDF against PDF/UA-1 (ISO 14289-1) and PDF/A-2 and -3
// (ISO 19005-2 and -3): what a machine can check of them, and a list of what a
// person must look at.
//
// It holds the rules; internal/pdfread reads. Neither shares code with the package
// that writes our PDF files, so that a mistake there isn't repeated here. Reading
// is lenient and judging strict: a damaged file gives findings, never an error.
//
//	pdfread.File ─┬─ syntax      header, cross-references, strings
//	              ├─ metadata    XMP, identification, title
//	              ├─ structure   tree, tables, lists, headings, notes
//	              ├─ content     marked content, text, fonts, colours
//	              └─ annotations links, forms, actions, destinations
package audit

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"slotmemo/internal/pdfread"
)

// A Profile is a standard with its part and level.
type Profile string

// The profiles.
const (
	UA1 Profile = "ua1"
	A2A Profile = "a2a"
	A2B Profile = "a2b"
	A2U Profile = "a2u"
	A3A Profile = "a3a"
	A3B Profile = "a3b"
	A3U Profile = "a3u"
)

// Profiles are all profiles, as a user may name them.
var Profiles = []Profile{UA1, A2A, A2B, A2U, A3A, A3B, A3U}

// Title gives the name of a profile as people write it.
func (p Profile) Title() string {
	if p == UA1 {
		return "PDF/UA-1"
	}
	return "PDF/A-" + string(p[1:])
}

func (p Profile) isA() bool    { return p != UA1 }
func (p Profile) part() string { return string(p[1]) }
func (p Profile) level() byte  { return p[2] }

// A Finding is a place where a file breaks a rule.
type Finding struct {
	Profile Profile `json:"profile"`
	Clause  string  `json:"clause"`           // clause and number of the test, "7.2-15"
	Rule    string  `json:"rule"`             // our name of it
	Page    int     `json:"page,omitempty"`   // from 1; 0: of the file as a whole
	Object  int     `json:"object,omitempty"` // number of the object; 0: unknown
	Detail  string  `json:"detail,omitempty"` // what was found there
	Times   int     `json:"times"`            // how often, where several are told as one
}

// A Remark is something that no clause forbids and a reader will stumble over.
type Remark struct {
	Rule   string `json:"rule"`
	Page   int    `json:"page,omitempty"`
	Detail string `json:"detail,omitempty"`
	Times  int    `json:"times"`
}

// A Report is what a check found.
type Report struct {
	Profiles  []Profile  `json:"profiles"`
	Claims    []Profile  `json:"claims"`   // what the file says of itself
	Language  string     `json:"language"` // of the document; empty if it doesn't say
	Pages     int        `json:"pages"`
	Findings  []Finding  `json:"findings"`
	Remarks   []Remark   `json:"remarks"`
	Questions []Question `json:"questions"` // for a person
	Counts    Counts     `json:"counts"`
}

// Counts tell what the file has.
type Counts struct {
	Elements int            `json:"elements"`
	Types    map[string]int `json:"types"` // structure elements by standard type
	Links    int            `json:"links"`
	Fonts    int            `json:"fonts"`
}

// OK tells whether nothing was found.
func (r *Report) OK() bool { return len(r.Findings) == 0 }

// Breaks tells whether a file breaks a profile.
func (r *Report) Breaks(p Profile) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Profile == p })
}

// maxSize bounds the files that are read.
const maxSize = 1 << 30

// Check checks a file against profiles. Without profiles it checks PDF/UA-1,
// and PDF/A at the level that the file claims. An error is one of reading.
func Check(r io.ReaderAt, size int64, profiles []Profile) (*Report, error) {
	if size > maxSize {
		return nil, fmt.Errorf("the file has %d bytes; at most %d are read", size, maxSize)
	}
	b := make([]byte, size)
	if n, err := r.ReadAt(b, 0); err != nil && (err != io.EOF || int64(n) < size) {
		return nil, fmt.Errorf("read: %w", err)
	}
	return CheckBytes(b, profiles), nil
}

// CheckBytes does as Check does, on bytes.
func CheckBytes(b []byte, profiles []Profile) *Report {
	c := &checker{found: map[findingKey]*Finding{}, remarks: map[string]*Remark{}}
	f, err := pdfread.Open(b)
	if err != nil {
		c.profiles = profiles
		if len(profiles) == 0 {
			c.profiles = []Profile{UA1}
		}
		c.fail("damaged", 0, 0, err.Error())
		return c.report(nil)
	}
	c.f = f
	c.root = f.Dict(f.Trailer["Root"])
	meta := metadataRules{c}
	meta.read()
	claims := meta.claims()
	c.profiles = profiles
	if len(profiles) == 0 {
		c.profiles = []Profile{UA1}
		for _, p := range claims {
			if p.isA() {
				c.profiles = append(c.profiles, p)
			}
		}
	}
	c.run()
	return c.report(claims)
}

// A checker checks one file: what its rules, which stand in files by subject, need
// in common.
type checker struct {
	f        *pdfread.File
	root     dict
	profiles []Profile
	meta     *xmp
	pages    pdfread.Pages
	pageAt   map[int]int // object number → index of the page
	tree     *pdfread.Tree
	found    map[findingKey]*Finding
	remarks  map[string]*Remark
	fonts    *fontRules
	links    int
	content  *contentFacts
	files    map[int]bool // file specifications that something is associated with
}

func (c *checker) run() {
	c.pages = c.f.Pages()
	c.pageAt = c.pages.ByObject()
	c.tree = c.f.Tree(c.pages)
	c.fonts = &fontRules{checker: c, byNumber: map[int]*font{}}
	c.checkBoxes()
	syntaxRules{c}.check()
	structureRules{c}.checkCatalog()
	metadataRules{c}.check()
	structureRules{c}.check()
	tableRules{c}.check()
	c.checkPages()
	annotationRules{c}.check()
	destinationRules{c}.check()
	c.checkObjects()
	colourRules{c}.check()
}

type findingKey struct {
	profile Profile
	rule    string
	page    int
}

// fail records that a rule is broken, for each profile that has the rule. On
// one page a rule is told once, with the first place.
func (c *checker) fail(id string, page, object int, detail string) {
	r, ok := rules[id]
	if !ok {
		panic(fmt.Sprintf("audit: no rule %q", id))
	}
	for _, p := range c.profiles {
		clause := r.clause(p)
		if clause == "" {
			continue
		}
		key := findingKey{p, id, page}
		if f := c.found[key]; f != nil {
			f.Times++
			continue
		}
		c.found[key] = &Finding{Profile: p, Clause: clause, Rule: id, Page: page, Object: object, Detail: clip(detail), Times: 1}
	}
}

// remark records something that no clause forbids.
func (c *checker) remark(id string, page int, detail string) {
	if !slices.Contains(remarkRules, id) {
		panic(fmt.Sprintf("audit: no remark %q", id))
	}
	key := fmt.Sprint(id, page)
	if r := c.remarks[key]; r != nil {
		r.Times++
		return
	}
	c.remarks[key] = &Remark{Rule: id, Page: page, Detail: clip(detail), Times: 1}
}

// failFor records a finding for one profile.
func (c *checker) failFor(p Profile, id string, page, object int, detail string) {
	all := c.profiles
	c.profiles = []Profile{p}
	c.fail(id, page, object, detail)
	c.profiles = all
}

// clip keeps a detail readable, whatever the file put there.
func clip(s string) string {
	const most = 120
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == '\u007f' {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(s, "·"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func (c *checker) report(claims []Profile) *Report {
	r := &Report{
		Profiles: c.profiles, Claims: claims, Pages: len(c.pages),
		Findings: []Finding{}, Remarks: []Remark{}, Questions: []Question{}, Counts: Counts{Types: map[string]int{}},
	}
	for _, f := range c.found {
		r.Findings = append(r.Findings, *f)
	}
	slices.SortFunc(r.Findings, func(a, b Finding) int {
		return strings.Compare(findingOrder(a), findingOrder(b))
	})
	for _, m := range c.remarks {
		r.Remarks = append(r.Remarks, *m)
	}
	slices.SortFunc(r.Remarks, func(a, b Remark) int {
		return strings.Compare(fmt.Sprintf("%s %6d", a.Rule, a.Page), fmt.Sprintf("%s %6d", b.Rule, b.Page))
	})
	if c.f != nil {
		r.Language, _ = c.f.Text(c.root["Lang"])
		c.count(&r.Counts)
		r.Questions = c.questions()
	}
	return r
}

func findingOrder(f Finding) string {
	p := slices.Index(Profiles, f.Profile)
	return fmt.Sprintf("%02d %s %s %08d", p, clauseOrder(f.Clause), f.Rule, f.Page)
}

// clauseOrder makes clauses sort by their numbers.
func clauseOrder(clause string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(clause, func(r rune) bool { return r == '.' || r == '-' }) {
		fmt.Fprintf(&b, "%4s", part)
	}
	return b.String()
}

func (c *checker) count(n *Counts) {
	n.Links = c.links
	n.Fonts = c.fonts.count()
	if c.tree == nil {
		return
	}
	n.Elements = len(c.tree.Elements)
	for _, e := range c.tree.Elements {
		n.Types[string(e.Kind)]++
	}
}
