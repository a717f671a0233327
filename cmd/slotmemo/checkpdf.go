package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"slotmemo/internal/audit"
)

// A pdfCheck is what check was asked about PDF files.
type pdfCheck struct {
	profiles string // "ua1,a2a"
	format   string // "text" or "json"
	language string // "nl", "en", or empty: that of the file
}

// isPDF tells a PDF from a project: by its name, or by how it begins.
func isPDF(path string) bool {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return err != nil && strings.EqualFold(filepath.Ext(path), ".pdf")
	}
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 5)
	_, err = f.Read(head)
	return err == nil && bytes.Equal(head, []byte("%PDF-"))
}

// checkFiles audits PDF files: 0 nothing found, 1 findings, 3 unreadable.
func (a *app) checkFiles(files []string, o pdfCheck) error {
	profiles, err := o.read()
	if err != nil {
		return err
	}
	code := exitDone
	for _, file := range files {
		if !isPDF(file) {
			return wrongUse("%s is no PDF; check projects and PDF files apart", file)
		}
		c, err := a.checkFile(file, profiles, o)
		if err != nil {
			return &failure{exitOther, err}
		}
		code = max(code, c)
	}
	if code != exitDone {
		return &failure{code: code}
	}
	return nil
}

func (a *app) checkFile(path string, profiles []audit.Profile, o pdfCheck) (code int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	r, err := audit.Check(f, info.Size(), profiles)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	language := o.language
	if language == "" {
		language, _, _ = strings.Cut(strings.ToLower(r.Language), "-")
	}
	if o.format == "json" {
		b, err := r.JSON(language)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", path, err)
		}
		fmt.Fprintf(a.stdout, "%s\n", b)
	} else if !a.quiet || !r.OK() {
		fmt.Fprintf(a.stdout, "%s\n%s", path, r.Text(language))
	}
	if !r.OK() {
		return exitProject, nil
	}
	return exitDone, nil
}

// read checks the flags and gives the profiles.
func (o pdfCheck) read() ([]audit.Profile, error) {
	if o.format != "text" && o.format != "json" {
		return nil, wrongUse("--format %s; expected text or json", o.format)
	}
	if o.language != "" && o.language != "nl" && o.language != "en" {
		return nil, wrongUse("--language %s; expected nl or en", o.language)
	}
	var profiles []audit.Profile
	for _, s := range strings.FieldsFunc(o.profiles, func(r rune) bool { return r == ',' || r == ' ' }) {
		p := audit.Profile(strings.ToLower(s))
		if !slices.Contains(audit.Profiles, p) {
			return nil, wrongUse("--profile %s; expected some of %s", s, profileNames())
		}
		profiles = append(profiles, p)
	}
	return profiles, nil
}

func profileNames() string {
	names := make([]string, len(audit.Profiles))
	for i, p := range audit.Profiles {
		names[i] = string(p)
	}
	return strings.Join(names, ", ")
}

// unchecked lists, for the help, what the audit leaves to others.
func unchecked() string {
	var b strings.Builder
	for _, g := range audit.NotImplemented() {
		fmt.Fprintf(&b, "  %-12s %-11s %s\n", g.Standard, g.Clause, g.What)
	}
	return b.String()
}
