package memo

import (
	"testing"

	"slotmemo/internal/project"
)

func TestNumbersAndDates(t *testing.T) {
	nl := newWriter(&project.Project{Memo: project.Memo{Language: "nl"}}, nil, nil, Edition{})
	en := newWriter(&project.Project{Memo: project.Memo{Language: "en"}}, nil, nil, Edition{})
	for _, c := range []struct{ got, want string }{
		{nl.decimal(1234.5, 1), "1234,5"},
		{nl.decimal(12345.5, 1), "12.345,5"},
		{en.decimal(-12345.5, 1), minus + "12,345.5"},
		{nl.signed(0.04, 1), "0,0"},
		{nl.signed(-0.04, 1), "0,0"},
		{nl.signed(0.05, 1), "+0,1"},
		{nl.points(-0.124), minus + "12,4"},
		{nl.short(0.25), "0,25"},
		{nl.short(3), "3"},
		{nl.years(1), "1\u00a0jaar"},
		{en.years(1), "1\u00a0year"},
		{en.years(0.5), "0.5\u00a0years"},
		{nl.after(3), "na\u00a03\u00a0jaar"},
		{nl.date("2018-09-06"), "6\u00a0september\u00a02018"},
		{en.date("2018-12-25"), "25\u00a0December\u00a02018"},
		{nl.date("binnenkort"), "binnenkort"},
		{nl.count(0), "geen"},
		{nl.count(1), "één"},
		{nl.count(10), "tien"},
		{nl.count(11), "11"},
		{nl.list([]string{"a"}), "a"},
		{nl.list([]string{"a", "b", "c"}), "a, b en c"},
		{en.list([]string{"a", "b"}), "a and b"},
		{nl.capital("ijs"), "IJs"},
		{en.capital("ice"), "Ice"},
		{nl.capital(""), ""},
		{nl.gainText(0.001), "≈\u00a00"},
		{sentence("Zin"), "Zin."},
		{sentence("Zin?"), "Zin?"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSorted(t *testing.T) {
	w := newWriter(&project.Project{}, nil, nil, Edition{})
	got := sorted(w, []string{"zicht", "IJsselland", "échec", "eb", "Aangifte", "coördinatie", "cooperatie", "jeugd"}, func(s string) string { return s })
	want := []string{"Aangifte", "cooperatie", "coördinatie", "eb", "échec", "IJsselland", "jeugd", "zicht"}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
}
