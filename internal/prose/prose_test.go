package prose_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"slotmemo/internal/prose"
)

var nl, en = prose.New("nl"), prose.New("en")

// said is a text with "~" for the blank at which no line ends.
type said struct{ got, want string }

func check(t *testing.T, cases []said) {
	t.Helper()
	for _, c := range cases {
		if got := strings.ReplaceAll(c.got, "\u00a0", "~"); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	check(t, []said{
		{nl.Decimal(1234.5, 1), "1234,5"},
		{nl.Decimal(12345.5, 1), "12.345,5"},
		{nl.Decimal(1234567, 0), "1.234.567"},
		{nl.Decimal(123456, 0), "123.456"},
		{en.Decimal(-12345.5, 1), "−12,345.5"},
		{nl.Decimal(-0.04, 1), "0,0"},
		{nl.Decimal(-0.06, 1), "−0,1"},
		{nl.Number(7), "7"},
		{en.Number(-10000), "−10,000"},
		{nl.Short(0.25), "0,25"},
		{nl.Short(3), "3"},
		{nl.Short(1.005), "1"},
		{nl.Short(-0.001), "0"},
		{en.Short(2.346), "2.35"},
		{nl.Signed(0.04, 1), "0,0"},
		{nl.Signed(-0.04, 1), "0,0"},
		{nl.Signed(0.05, 1), "+0,1"},
		{en.Signed(12, 0), "+12"},
		{nl.Signed(0, 2), "0,00"},
		{nl.Gain(0.001), "≈~0"},
		{nl.Gain(-0.0049), "≈~0"},
		{nl.Gain(0.005), "+0,01"},
		{nl.Gain(0), "0,00"},
		{nl.Change(-0.124), "−12,4"},
		{nl.Level(0.5), "50"},
		{nl.Level(0.1234), "12,3"},
		{nl.PointsInFigures(12.44), "12,4~punten"},
		{nl.PointsInFigures(1.04), "1,0~punt"},
		{nl.PointsInFigures(1.06), "1,1~punten"},
		{en.PointsInFigures(0.96), "1.0~point"},
		{nl.PointsInFigures(10), "10,0~punten"},
	})
}

func TestCounts(t *testing.T) {
	check(t, []said{
		{nl.Count(0), "geen"},
		{en.Count(0), "no"},
		{nl.Count(1), "één"},
		{nl.Count(10), "tien"},
		{nl.Count(11), "11"},
		{en.Count(12000), "12,000"},
		{nl.Count(-1), "−1"},
		{nl.Ordinal(1), "eerste"},
		{nl.Ordinal(3), "derde"},
		{nl.Ordinal(10), "tiende"},
		{nl.Ordinal(11), "11e"},
		{nl.Ordinal(0), "0e"},
		{en.Ordinal(2), "second"},
		{en.Ordinal(10), "tenth"},
		{en.Ordinal(11), "11th"},
		{en.Ordinal(12), "12th"},
		{en.Ordinal(13), "13th"},
		{en.Ordinal(21), "21st"},
		{en.Ordinal(22), "22nd"},
		{en.Ordinal(23), "23rd"},
		{en.Ordinal(24), "24th"},
		{en.Ordinal(111), "111th"},
		{en.Ordinal(121), "121st"},
	})
}

func TestPointsInWords(t *testing.T) {
	check(t, []said{
		{nl.Points(0), "minder dan een half punt"},
		{nl.Points(0.49), "minder dan een half punt"},
		{nl.Points(0.5), "een half punt"},
		{nl.Points(-0.74), "een half punt"},
		{nl.Points(0.75), "minder dan één punt"},
		{nl.Points(0.94), "minder dan één punt"},
		{nl.Points(0.95), "één punt"},
		{nl.Points(-1), "één punt"},
		{nl.Points(1.49), "één punt"},
		{nl.Points(1.5), "twee punten"},
		{nl.Points(7.2), "zeven punten"},
		{nl.Points(10.5), "11~punten"},
		{nl.Points(43.46), "43~punten"},
		{en.Points(0.2), "less than half a point"},
		{en.Points(0.6), "half a point"},
		{en.Points(0.8), "less than one point"},
		{en.Points(1.2), "one point"},
		{en.Points(-22.8), "23~points"},
	})
}

func TestTime(t *testing.T) {
	check(t, []said{
		{nl.Years(1), "1~jaar"},
		{nl.Years(0.5), "0,5~jaar"},
		{nl.Years(3), "3~jaar"},
		{en.Years(1), "1~year"},
		{en.Years(0.5), "0.5~years"},
		{nl.After(3), "na~3~jaar"},
		{en.After(1), "after~1~year"},
		{nl.Term(0.25), "drie maanden"},
		{nl.Term(1. / 12), "één maand"},
		{nl.Term(11. / 12), "11~maanden"},
		{nl.Term(0.5), "een half jaar"},
		{nl.Term(1), "één jaar"},
		{nl.Term(1.5), "anderhalf jaar"},
		{nl.Term(10), "tien jaar"},
		{nl.Term(12), "12~jaar"},
		{nl.Term(2.5), "2,5~jaar"},
		{nl.Term(0.3), "0,3~jaar"},
		{en.Term(0.5), "half a year"},
		{en.Term(1), "one year"},
		{en.Term(1.5), "one and a half years"},
		{en.Term(3), "three years"},
		{en.Term(0.75), "nine months"},
		{nl.Moment(0), "aan het begin"},
		{nl.Moment(3), "na drie jaar"},
		{nl.Moment(25), "na 25~jaar"},
		{en.Moment(0), "at the start"},
		{en.Moment(10), "after ten years"},
		{nl.Date("2018-09-06"), "6~september~2018"},
		{en.Date("2018-12-25"), "25~December~2018"},
		{nl.Date("binnenkort"), "binnenkort"},
		{nl.Date("2018-13-01"), "2018-13-01"},
		{nl.Date("2018-00-01"), "2018-00-01"},
		{nl.Date("a-b-c"), "a-b-c"},
	})
}

func TestListsAndLetters(t *testing.T) {
	check(t, []said{
		{nl.List(nil), ""},
		{nl.List([]string{"a"}), "a"},
		{nl.List([]string{"a", "b"}), "a en b"},
		{nl.List([]string{"a", "b", "c"}), "a, b en c"},
		{en.List([]string{"a", "b", "c"}), "a, b and c"},
		{nl.Choice([]string{"a", "b", "c"}), "a, b of c"},
		{en.Choice([]string{"a", "b"}), "a or b"},
		{nl.Capital("ijs"), "IJs"},
		{en.Capital("ijs"), "Ijs"},
		{nl.Capital("één"), "Één"},
		{nl.Capital(""), ""},
		{nl.Capital("\xff"), "\xff"},
		{prose.Sentence(" Zin "), "Zin."},
		{prose.Sentence("Zin?"), "Zin?"},
		{prose.Sentence("‘Zin’"), "‘Zin’"},
		{prose.Sentence("Zo …"), "Zo …"},
		{prose.Sentence(""), ""},
		{nl.List(prose.AllQuoted([]string{"a", "b"})), "‘a’ en ‘b’"},
		{prose.Loose(nl.After(3)), "na 3 jaar"},
	})
}

func TestScales(t *testing.T) {
	check(t, []said{
		{nl.Step(prose.Speed, "low"), "traag"},
		{nl.Step(prose.Speed, "very high"), "zeer snel"},
		{nl.Step(prose.Strength, "average"), "gemiddeld"},
		{en.Step(prose.Strength, "very strong"), "very strong"},
		{nl.Step(prose.Strength, "fors"), "fors"},
		{nl.Step(prose.Speed, ""), "onbekend"},
		{nl.Manner(prose.Strength, "average"), "gemiddeld sterk"},
		{en.Manner(prose.Speed, "average"), "at average speed"},
		{en.Manner(prose.Speed, "very high"), "very quickly"},
		{nl.Manner(prose.Strength, "fors"), "met sterkte ‘fors’"},
		{en.Manner(prose.Speed, "sudden"), "with speed ‘sudden’"},
	})
}

func TestNames(t *testing.T) {
	experts := nl.Name(prose.Intervention, "extra rechercheurs", true, "Extra mensenhandelexperts bij de politie")
	untold := nl.Name(prose.Intervention, "", true, "Meer kennis")
	check(t, []said{
		{experts.Text, "extra rechercheurs"},
		{untold.Text, "de interventie ‘Meer kennis’"},
		{nl.Name(prose.Goal, "", false, "Preventie").Text, "het doel ‘Preventie’"},
		{en.Name(prose.Factor, "", false, "Trust").Text, "the factor ‘Trust’"},
		{nl.Name(prose.Loop, "", false, "Roem").Text, "de lus ‘Roem’"},
		{nl.Name(prose.Actor, "", false, "OM").Text, "de actor ‘OM’"},
		{nl.Names([]prose.Name{experts, untold}).Text, "extra rechercheurs en de interventie ‘Meer kennis’"},
		{prose.Agree("X [brengt/brengen] meer en [is/zijn] klaar", true), "X brengen meer en zijn klaar"},
		{prose.Agree("X [brengt/brengen] meer en [is/zijn] klaar", false), "X brengt meer en is klaar"},
		{prose.Agree("[geen paar] en a/b", true), "[geen paar] en a/b"},
	})
	for _, c := range []struct {
		name   prose.Name
		plural bool
	}{
		{experts, true},
		{untold, false}, // the kind stands in the singular, whatever the title does
		{nl.Names([]prose.Name{untold}), false},
		{nl.Names([]prose.Name{experts}), true},
		{nl.Names([]prose.Name{untold, untold}), true},
		{nl.Names(nil), false},
	} {
		if c.name.Plural != c.plural {
			t.Errorf("%q: plural %v, want %v", c.name.Text, c.name.Plural, c.plural)
		}
	}
}

func TestSorted(t *testing.T) {
	got := prose.Sorted(nl, []string{"zicht", "IJsselland", "échec", "v10", "v9", "eb", "Aangifte", "coördinatie", "cooperatie", "jeugd"}, func(s string) string { return s })
	want := []string{"Aangifte", "cooperatie", "coördinatie", "eb", "échec", "IJsselland", "jeugd", "v9", "v10", "zicht"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnotherLanguageIsDutch(t *testing.T) {
	if got := prose.New("").Decimal(0.5, 1); got != "0,5" {
		t.Errorf("got %q", got)
	}
}

// FuzzDecimal reads back what was written: a number written with so many
// decimals is the number as strconv rounds it.
func FuzzDecimal(f *testing.F) {
	for _, v := range []float64{0, -0.04, 0.05, 999.95, 9999.5, -12345.678, 1e15} {
		f.Add(v, 1)
		f.Add(v, 0)
	}
	f.Fuzz(func(t *testing.T, v float64, decimals int) {
		if decimals < 0 || decimals > 6 || math.IsNaN(v) || math.Abs(v) > 1e15 {
			return
		}
		read, err := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".", "−", "-").Replace(nl.Decimal(v, decimals)), 64)
		if want, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64); err != nil || read != want {
			t.Errorf("Decimal(%v, %d) = %q reads as %v (%v), want %v", v, decimals, nl.Decimal(v, decimals), read, err, want)
		}
	})
}
