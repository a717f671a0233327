package text_test

import (
	"slices"
	"strings"
	"testing"

	"slotmemo/layout/text"
)

func TestWordsKeepsSignsWithWhatTheyBelongTo(t *testing.T) {
	for s, want := range map[string][]string{
		"40 → 80":                   {"40 → 80"},
		"≈ 0":                       {"≈ 0"},
		"draagt bij · sterk · snel": {"draagt", "bij ·", "sterk ·", "snel"},
		"Training → Pakkans":        {"Training →", "Pakkans"},
		"budget + training":         {"budget +", "training"},
		"een – nee, twee – jaar":    {"een –", "nee,", "twee –", "jaar"},
		"een -twee +3":              {"een", "-twee", "+3"},
		"":                          {""},
		" a  b ":                    {"", "a", "", "b", ""},
		"5 % van 30":                {"5", "%", "van", "30"},
	} {
		if got := text.Words(s); !slices.Equal(got, want) {
			t.Errorf("Words(%q) = %q, want %q", s, got, want)
		}
	}
}

// A line never begins with a sign that stands between two words.
func TestNoLineBeginsWithASign(t *testing.T) {
	fonts := text.NewFonts()
	const chain = "Politieke aandacht → Prioriteit bij opsporingsdiensten → Opsporing zonder aangifte · 40 → 80 + Zaken bij het OM – ≈ 12 jaar"
	for measure := text.Pt(60); measure < 400; measure += 7 {
		runs := []text.Run{{Text: chain, Face: text.Sans, Size: 9, Language: "nl"}}
		for _, l := range fonts.Break(runs, text.Setting{Measure: measure, Ragged: true}) {
			line := strings.TrimSpace(l.Text())
			if strings.HasPrefix(line, "→") || strings.HasPrefix(line, "·") || strings.HasPrefix(line, "+") || strings.HasPrefix(line, "–") {
				t.Errorf("at %.0f points a line begins with a sign: %q", measure, line)
			}
			if strings.Contains(line, "40") != strings.Contains(line, "80") {
				t.Errorf("at %.0f points 40 → 80 is divided: %q", measure, line)
			}
		}
	}
}
