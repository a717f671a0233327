package main

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// canaries are words put where an edition may or may not show them. seenIn lists
// the editions (names of their folders below out/) that show the word.
var canaries = []struct {
	word   string
	seenIn []string
}{
	{"kanariealgemeen", []string{".", "Board", "IT", "intern"}},
	{"kanarieintern", []string{"intern"}},
	{"kanarievoetnootintern", []string{"intern"}},
	{"kanariekopintern", []string{"intern"}},
	{"kanariesessieintern", []string{"intern"}},
	{"kanarieit", []string{".", "IT", "intern"}},
	{"kanariekopit", []string{".", "IT", "intern"}},
	{"kanarievoetnootit", []string{".", "IT", "intern"}},
	{"kanarieadresit", []string{".", "IT", "intern"}},
	{"kanarieboard", []string{".", "Board", "intern"}},
	{"kanariecommentaar", nil},
	{"kanariekolom", nil},
	{"kanariesectie", nil},
	{"kanarieoudmodel", nil},
}

const canaryText = `# More to say

Everyone may read kanariealgemeen.

<!-- kanariecommentaar -->

::: intern

## About kanariekopintern

A remark on kanarieintern.[^i]

[^i]: The note kanarievoetnootintern.

:::

::: {for="IT"}

## For you kanariekopit

Only for IT: kanarieit, see [the desk](https://example.org/kanarieadresit).[^t]

[^t]: The note kanarievoetnootit.

:::

::: {for="Board"}

Only for the board: kanarieboard.

:::
`

// TestNoEditionLeaks builds each edition and looks for the canaries in every
// byte of it, PDF streams inflated, also as UTF-16 and in hexadecimal.
func TestNoEditionLeaks(t *testing.T) {
	t.Parallel()
	dir := copyProject(t, "softwarerelease", filepath.Join(t.TempDir(), "p"))
	plantCanaries(t, dir)
	editions := map[string][]string{".": nil, "Board": {"--for", "Board"}, "IT": {"--for", "IT"}, "intern": {"--internal"}}
	for name, flags := range editions {
		var stderr bytes.Buffer
		c := slotmemo(t, nil, append([]string{"build", dir}, flags...)...)
		c.Stderr = &stderr
		if err := c.Run(); err != nil {
			t.Fatalf("build %v: %v\n%s", flags, err, stderr.Bytes())
		}
		checkCanaries(t, name, filepath.Join(dir, "out", name))
	}
}

func plantCanaries(t *testing.T, dir string) {
	t.Helper()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	change := func(name string, edit func(string) string) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		write(name, edit(string(b)))
	}
	write("text/05-more.md", canaryText)
	change("sessions/1-landscape.md", func(s string) string {
		return strings.Replace(s, "## Discussion", "::: intern\n\nSaid kanariesessieintern.\n\n:::\n\n## Afterwards\n\nOver drinks kanariesectie.\n\n## Discussion", 1)
	})
	change("model/factors.csv", func(s string) string {
		lines := strings.Split(strings.TrimSpace(s), "\n")
		for i := range lines {
			lines[i] += map[bool]string{true: ",remark", false: ",kanariekolom"}[i == 0]
		}
		return strings.Join(lines, "\n") + "\n"
	})
	write("model/old.txt", "kanarieoudmodel")
}

func checkCanaries(t *testing.T, edition, dir string) {
	t.Helper()
	seen := haystack(t, dir)
	for _, c := range canaries {
		found := containsWord(seen, c.word)
		want := false
		for _, e := range c.seenIn {
			want = want || e == edition
		}
		switch {
		case found && !want:
			t.Errorf("edition %s leaks %s", edition, c.word)
		case !found && want:
			t.Errorf("edition %s doesn't say %s", edition, c.word)
		}
	}
}

// haystack gives all that can be read in the files of an edition.
func haystack(t *testing.T, dir string) []byte {
	t.Helper()
	var all bytes.Buffer
	for _, name := range []string{"memo.pdf", "memo.html"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
		all.Write(inflate(b))
	}
	if _, err := exec.LookPath("pdftotext"); err == nil {
		out, err := exec.Command("pdftotext", filepath.Join(dir, "memo.pdf"), "-").Output()
		if err != nil {
			t.Fatalf("pdftotext: %v", err)
		}
		all.WriteString(unbroken.Replace(string(out)))
	} else {
		needsTool(t, "pdftotext")
	}
	return bytes.ToLower(all.Bytes())
}

// unbroken puts words together that a line end has parted.
var unbroken = strings.NewReplacer("\u00ad\n", "", "-\n", "", "\u00ad", "")

var streams = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

// inflate gives the content of all deflated streams of a PDF.
func inflate(pdf []byte) []byte {
	var all bytes.Buffer
	for _, m := range streams.FindAllSubmatch(pdf, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // not deflated: its bytes are in the file already
		}
		b, err := io.ReadAll(io.LimitReader(z, 64<<20))
		if err == nil || len(b) > 0 {
			all.Write(b)
		}
	}
	return all.Bytes()
}

// containsWord looks for a word as UTF-8, as UTF-16 and in hexadecimal.
func containsWord(seen []byte, word string) bool {
	var wide []byte
	for _, u := range utf16.Encode([]rune(word)) {
		wide = append(wide, byte(u>>8), byte(u))
	}
	for _, form := range [][]byte{
		[]byte(word), wide,
		[]byte(hex.EncodeToString([]byte(word))), []byte(hex.EncodeToString(wide)),
	} {
		if bytes.Contains(seen, form) {
			return true
		}
	}
	return false
}
