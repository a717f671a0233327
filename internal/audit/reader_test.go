package audit

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"slotmemo/internal/pdfread"
	"slotmemo/internal/testenv"
)

// TestPopplerReadsWhatWeRead holds our reader, on which tests of whole memos rest,
// to another: the same elements in the same order, with the same words. Poppler
// reads the whole page again for each element, so the memo is a small one.
func TestPopplerReadsWhatWeRead(t *testing.T) {
	testenv.NeedsTool(t, "pdfinfo")
	memo := smallMemo(t)
	file := filepath.Join(t.TempDir(), "memo.pdf")
	if err := os.WriteFile(file, memo, 0o666); err != nil {
		t.Fatal(err)
	}
	ours, theirs := elementsWeRead(t, memo), elementsOfPoppler(t, file)
	if len(ours) < 60 || !slices.ContainsFunc(ours, func(s string) bool { return strings.Contains(s, "bewijslast") }) {
		t.Errorf("only %d elements were found:\n%s", len(ours), strings.Join(ours, "\n"))
	}
	if !slices.Equal(ours, theirs) {
		t.Errorf("we read\n%s\n\npoppler reads\n%s", strings.Join(ours, "\n"), strings.Join(theirs, "\n"))
	}
}

func elementsWeRead(t *testing.T, b []byte) []string {
	t.Helper()
	f, err := pdfread.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	pages := f.Pages()
	texts := f.Texts(pages)
	var lines []string
	for _, e := range f.Tree(pages).Elements {
		var own strings.Builder
		for _, k := range e.Order {
			if k.Element == nil {
				own.WriteString(texts.Of(pdfread.MCID{Stream: k.Page, ID: k.MCID}))
			}
		}
		lines = append(lines, fmt.Sprintf("%s %s", e.Kind, squeeze(own.String())))
	}
	return lines
}

var (
	structLine = regexp.MustCompile(`^ *([A-Za-z0-9]+)(?: "[^"]*")?(?: <[^>]*>)? ?(?:\((?:block|inline)\))?:?$`)
	structText = regexp.MustCompile(`^( *)"(.*)"$`)
)

// elementsOfPoppler returns the same as pdfinfo tells it: a line for an element,
// deeper ones indented, and lines of what it says itself.
func elementsOfPoppler(t *testing.T, file string) []string {
	t.Helper()
	out, err := exec.Command("pdfinfo", "-struct-text", file).Output()
	if err != nil {
		t.Fatalf("pdfinfo: %v", err)
	}
	type open struct{ indent, at int }
	var lines []string
	var stack []open
	closeTo := func(indent int) {
		for len(stack) > 0 && stack[len(stack)-1].indent >= indent {
			stack = stack[:len(stack)-1]
		}
	}
	for s := bufio.NewScanner(bytes.NewReader(out)); s.Scan(); {
		line := s.Text()
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if m := structText.FindStringSubmatch(line); m != nil {
			if closeTo(indent); len(stack) > 0 {
				lines[stack[len(stack)-1].at] += squeeze(m[2])
			}
		} else if m := structLine.FindStringSubmatch(line); m != nil {
			closeTo(indent)
			stack = append(stack, open{indent, len(lines)})
			lines = append(lines, m[1]+" ")
		}
	}
	return lines
}

// squeeze drops white space: lines are broken differently.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
