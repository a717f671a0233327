// Package problem holds what can be wrong in what texts, sessions and memo.yaml ask
// of a memo, for all steps of writing it.
package problem

import "slotmemo/internal/source"

// Messages about what texts, sessions and memo.yaml ask of a memo.
var (
	UnknownFactor = source.Message{
		NL: "factor %q bestaat niet; verwacht een id uit de tabel met factoren",
		EN: "no factor %q; expected an id from the table of factors",
	}
	UnknownLoop = source.Message{
		NL: "lus %q bestaat niet; verwacht een id uit de tabel met lussen",
		EN: "no loop %q; expected an id from the table of loops",
	}
	UnknownIntervention = source.Message{
		NL: "interventie %q bestaat niet; verwacht een id uit de tabel met interventies",
		EN: "no intervention %q; expected an id from the table of interventions",
	}
	UnknownActor = source.Message{
		NL: "actor %q bestaat niet; verwacht een id uit de tabel met actoren",
		EN: "no actor %q; expected an id from the table of actors",
	}
	UnknownSnapshot = source.Message{
		NL: "snapshot %q bestaat niet; verwacht een id uit memo.yaml",
		EN: "no snapshot %q; expected an id from memo.yaml",
	}
	UnknownTable = source.Message{
		NL: "tabel %q bestaat niet; verwacht een van: %s",
		EN: "no table %q; expected one of: %s",
	}
	UnknownChart = source.Message{
		NL: "grafiek %q bestaat niet; verwacht een van: %s",
		EN: "no chart %q; expected one of: %s",
	}
	UnknownChapter = source.Message{
		NL: "hoofdstuk %q bestaat niet; verwacht een van: %s",
		EN: "no chapter %q; expected one of: %s",
	}
	UnknownSession = source.Message{
		NL: "sessie %q bestaat niet; verwacht het nummer van een sessie",
		EN: "no session %q; expected the number of a session",
	}
	UnknownSection = source.Message{
		NL: "sessie %d heeft geen deel %q; verwacht een kop uit het verslag",
		EN: "session %d has no section %q; expected a heading of its notes",
	}
	UnknownRecipient = source.Message{
		NL: "geadresseerde %q staat niet onder `to` in memo.yaml",
		EN: "addressee %q isn't under `to` in memo.yaml",
	}
	UnknownHeading = source.Message{
		NL: "er is geen kop %q in dit memo; de tekst wordt zonder link gezet",
		EN: "no heading %q in this memo; its text is set without a link",
	}
	SnapshotLeftOut = source.Message{
		NL: "snapshot %q staat alleen in een deel dat deze editie weglaat; verwijs er alleen daar naar",
		EN: "snapshot %q stands only in a part that this edition leaves out; refer to it only there",
	}
	TableNotPlaced = source.Message{
		NL: "tabel %q staat niet in dit memo; zet hem in de tekst met ![](table:%[1]s)",
		EN: "table %q isn't in this memo; place it in a text with ![](table:%[1]s)",
	}
	ChapterNotThere = source.Message{
		NL: "hoofdstuk %q staat niet in dit memo",
		EN: "chapter %q isn't in this memo",
	}
	PlacedTwice = source.Message{
		NL: "%q staat twee keer in het memo; verwijs er de tweede keer naar met [](…)",
		EN: "%q is placed twice in the memo; refer to it the second time with [](…)",
	}
	BadSessionPlace = source.Message{
		NL: "%q noemt geen deel van een sessie; verwacht session:NUMMER/KOP",
		EN: "%q names no section of a session; expected session:NUMBER/HEADING",
	}
	NoMainPoints = source.Message{
		NL: "sessie %d heeft geen deel `## Hoofdlijnen`; er komt niets van in het memo",
		EN: "session %d has no section `## Main points`; nothing of it goes into the memo",
	}
	BadEffect = source.Message{
		NL: "effect %q is niet te lezen; verwacht effect:INTERVENTIE+INTERVENTIE/FACTOR@JAAR",
		EN: "effect %q can't be read; expected effect:INTERVENTION+INTERVENTION/FACTOR@YEAR",
	}
	EffectBeyond = source.Message{
		NL: "jaar %v ligt niet tussen 0 en de horizon van %v jaar",
		EN: "year %v isn't between 0 and the horizon of %v years",
	}
	EffectUndetermined = source.Message{
		NL: "het effect %q is niet te berekenen; er staat %q",
		EN: "the effect %q can't be computed; it says %q",
	}
	EmptyTable = source.Message{
		NL: "tabel %q heeft niets om te tonen en wordt weggelaten",
		EN: "table %q has nothing to show and is left out",
	}
	EmptyChart = source.Message{
		NL: "grafiek %q heeft niets om te tonen en wordt weggelaten",
		EN: "chart %q has nothing to show and is left out",
	}
	UnknownAttribute = source.Message{
		NL: "kenmerk %q van een kop is onbekend; verwacht .aanbeveling, for of intervention",
		EN: "unknown attribute %q of a heading; expected .recommendation, for or intervention",
	}
	LoneAttribute = source.Message{
		NL: "kenmerk %q hoort bij een aanbeveling; verwacht ook .aanbeveling",
		EN: "attribute %q belongs to a recommendation; expected .recommendation too",
	}
	LoopReference = source.Message{
		NL: "lus %q heeft geen naam in de tabel met lussen; de id wordt gezet",
		EN: "loop %q has no name in the table of loops; its id is set",
	}
)

// Unknown makes the problem of a name that isn't there, with the nearest that is.
func Unknown(pos source.Pos, m source.Message, name string, known []string, args ...any) source.Problem {
	return source.Problem{Pos: pos, Message: m, Args: append([]any{name}, args...), Near: source.Near(name, known)}
}
