package sentences

import (
	"strings"
	"testing"

	"slotmemo/internal/document"
)

// lines have a bar where the first sentence ends; without one it is the whole.
var lines = map[string][]string{
	"nl": {
		"Eén zin.",
		"Geen punt",
		"Vertrouwen groeit.| Zo werkt het.",
		"Wie wint?| Training.",
		"Training wint!| Met één punt.",
		"Het wacht…| Dan komt het.",
		"Het wacht...| Dan komt het.",
		"Wat?!| Dat.",
		"Het wacht… en dan komt het.",
		"Vraag: waarom? vroeg hij.",
		"Training wint, bijv. Doordat mensen leren.| De rest volgt.",
		"Training wint, bijv. doordat mensen leren.| De rest volgt.",
		"Training wint, bv. De politie.| De rest volgt.",
		"Training wint, d.w.z. De kans stijgt.| De rest volgt.",
		"Partners, o.a. OM en politie.| De rest volgt.",
		"Partners, o.a. Openbaar Ministerie.| De rest volgt.",
		"Geldt t.a.v. Nederland.| De rest volgt.",
		"Zie m.b.t. Zorg en i.v.m. Wonen.| De rest volgt.",
		"Zoals mr. De Vries zei.| De rest volgt.",
		"Volgens prof. dr. Jansen.| De rest volgt.",
		"Volgens J. de Vries.| De rest volgt.",
		"Volgens J.P. Balkenende.| De rest volgt.",
		"Volgens M. Bakker en A.B. Smit.| De rest volgt.",
		"Zie nr. 3 van de lijst.| De rest volgt.",
		"Zie nr. 3.| De rest volgt.",
		"Hij is nr.| De rest volgt.",
		"Zie art. 273f Sr.| De rest volgt.",
		"Zie bijl. B.| De rest volgt.",
		"De groep koos optie A.| De rest volgt.",
		"Zie hfst. IV van de wet.| De rest volgt.",
		"Politie, OM, enz.| De rest volgt.",
		"Politie, OM e.d.| De rest volgt.",
		"Politie, OM e.a. zien dat.| De rest volgt.",
		"Het steeg in 2019.| Daarna niet.",
		"Het steeg in 2019.| 3 jaar later niet.",
		"Het steeg 2.5 punt.| Daarna niet.",
		"Het steeg 1.000 punt en 2,5 punt.| Daarna niet.",
		"1. Training wint.| De rest volgt.",
		"Hij zei: “Stop. Nu. Meteen.” en ging.| Daarna niets.",
		"Hij zei: “Stop. Nu.”| Daarna niets.",
		"Hij zei: ‘Stop. Nu.’| Daarna niets.",
		"Hij zei: ‘Foto’s helpen. Altijd.’| Daarna niets.",
		"Hij zei: \"Stop. Nu.\"| Daarna niets.",
		"“Het helpt.”| Dat zei de groep.",
		"De groep (zie p. 3. Daar staat het) is het eens.| De rest volgt.",
		"De groep is het eens (zie figuur 3).| De rest volgt.",
		"De groep is het eens.| (Zie figuur 3.)",
		"Het is laat.| ’s Avonds is het stil.",
		"Het is laat.| ’t Is stil.",
		"Het is laat.| “Stil” heet dat.",
		"De pakkans stijgt.| Éen jaar later ook.",
		"Bestand a.csv helpt. niets anders",
		"https://voorbeeld.nl/a.B helpt.| De rest volgt.",
	},
	"en": {
		"Trust grows.| This is how.",
		"Parties differ, e.g. Finance and the board.| The rest follows.",
		"One party, i.e. Finance, differs.| The rest follows.",
		"It helps, cf. Smith.| The rest follows.",
		"Build vs. Buy is the choice.| The rest follows.",
		"As Dr. Smith and Mrs. Jones said.| The rest follows.",
		"As J. R. Smith said.| The rest follows.",
		"See no. 3 on the list.| The rest follows.",
		"The answer is no.| The rest follows.",
		"See fig. 3.| The rest follows.",
		"It grew by 2.5 points.| The rest follows.",
		"It starts at 9 a.m.| The rest follows.",
		"Costs, etc.| The rest follows.",
		"They said ‘It works. Always.’ and left.| The rest follows.",
		"They said “It works. Always.”| The rest follows.",
		"The board’s budget grows.| The users’ trust too.",
		"Wow!| Really?",
		"It is bv.| The rest follows.",
	},
}

func TestFirst(t *testing.T) {
	for language, all := range lines {
		for _, line := range all {
			want, wantRest, _ := strings.Cut(line, "|")
			first, rest := First(document.Words(want+wantRest), language)
			if got := document.Plain(first); got != want {
				t.Errorf("%s: %s: first is %q", language, line, got)
			}
			if got := document.Plain(rest); got != strings.TrimSpace(wantRest) {
				t.Errorf("%s: %s: rest is %q", language, line, got)
			}
		}
	}
}
