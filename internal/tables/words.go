package tables

import (
	"fmt"
	"strings"
)

// Describe puts everything that is accepted into Markdown tables: names of
// tables, columns and words. docs/tables.md holds them, and a test compares.
func Describe() string {
	var b strings.Builder
	b.WriteString("| table | file or sheet may also be called |\n|---|---|\n")
	for _, t := range Known() {
		fmt.Fprintf(&b, "| %s | %s |\n", t.Key, strings.Join(t.Also, ", "))
	}
	for _, t := range Known() {
		fmt.Fprintf(&b, "\n### %s\n\n| column | also accepted |\n|---|---|\n", t.Key)
		for _, c := range t.Columns {
			name := c.Key
			if c.Required {
				name += " (obligatory)"
			}
			fmt.Fprintf(&b, "| %s | %s |\n", name, strings.Join(c.Also, ", "))
		}
	}
	b.WriteString("\n### Words in cells\n\n| column | word | also accepted |\n|---|---|---|\n")
	for _, v := range Vocabularies() {
		for _, w := range v.Words {
			var also []string
			for _, a := range w.Also {
				if a == "" {
					a = "(empty)"
				}
				also = append(also, a)
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", v.Column, w.Name, strings.Join(also, ", "))
		}
	}
	return b.String()
}
