package snapshot

import (
	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// What can be wrong with a view as it is written.
var (
	tooManySnapshots = source.Message{
		NL: "meer snapshots dan de grens van %d",
		EN: "more snapshots than the limit of %d",
	}
	noSnapshotID = source.Message{
		NL: "de snapshot heeft geen id; verwacht id: naam",
		EN: "the snapshot has no id; expected id: name",
	}
	noShow = source.Message{
		NL: "de snapshot %q toont niets; verwacht show: all of een keuze",
		EN: "the snapshot %q shows nothing; expected show: all or a choice",
	}
	noCaption = source.Message{
		NL: "de snapshot %q heeft geen bijschrift; verwacht caption: tekst",
		EN: "the snapshot %q has no caption; expected caption: text",
	}
	noLight = source.Message{
		NL: "light kiest niets; verwacht een keuze zoals bij show, of laat light weg",
		EN: "light chooses nothing; expected a choice as in show, or leave light out",
	}
	badShow = source.Message{
		NL: "verwacht show: all of %s",
		EN: "expected show: all or %s",
	}
)

// What can be wrong with the names in it.
var (
	unknownFactor = source.Message{
		NL: "geen factor %q; verwacht een id of naam uit %s",
		EN: "no factor %q; expected an id or name from %s",
	}
	unknownIntervention = source.Message{
		NL: "geen interventie %q; verwacht een id of naam uit %s",
		EN: "no intervention %q; expected an id or name from %s",
	}
	unknownStart = source.Message{
		NL: "geen interventie of factor %q; verwacht een id of naam uit %s",
		EN: "no intervention or factor %q; expected an id or name from %s",
	}
	unknownLoop = source.Message{
		NL: "geen lus %q; verwacht een id of naam uit %s",
		EN: "no loop %q; expected an id or name from %s",
	}
	unknownDomain = source.Message{
		NL: "geen domein %q; verwacht een domein uit %s",
		EN: "no domain %q; expected a domain from %s",
	}
)

// What can be wrong with a view of a model.
var (
	noFactor = source.Message{
		NL: "geen factor %q; verwacht een id uit de tabel met factoren",
		EN: "no factor %q; expected an id from the table of factors",
	}
	noDomain = source.Message{
		NL: "geen domein %q; verwacht een domein uit de tabel met factoren",
		EN: "no domain %q; expected a domain from the table of factors",
	}
	noLoop = source.Message{
		NL: "geen lus %q; verwacht een id uit de tabel met lussen, of een id van een lus die het model heeft",
		EN: "no loop %q; expected an id from the table of loops, or the id of a loop that the model has",
	}
	noActor = source.Message{
		NL: "geen actor %q; verwacht een id uit de tabel met actoren",
		EN: "no actor %q; expected an id from the table of actors",
	}
	noIntervention = source.Message{
		NL: "geen interventie %q; verwacht een id uit de tabel met interventies",
		EN: "no intervention %q; expected an id from the table of interventions",
	}
	noEnd = source.Message{
		NL: "geen interventie of factor %q; verwacht een id uit de tabel met interventies of factoren",
		EN: "no intervention or factor %q; expected an id from the table of interventions or factors",
	}
	noPath = source.Message{
		NL: "er loopt geen pad van %q naar %q",
		EN: "no path leads from %q to %q",
	}
	emptySession = source.Message{
		NL: "bij geen factor of verband staat sessie %d; het snapshot blijft leeg",
		EN: "no factor and no relation names session %d; the snapshot stays empty",
	}
	ownsNothing = source.Message{
		NL: "actor %q is van geen factor of interventie de eigenaar; het snapshot blijft leeg",
		EN: "actor %q owns no factor and no intervention; the snapshot stays empty",
	}
	nothingToCompare = source.Message{
		NL: "er is geen oudere versie van het model om mee te vergelijken (%q)",
		EN: "there is no older version of the model to compare with (%q)",
	}
	nothingChanged = source.Message{
		NL: "het model is niet veranderd sinds %q; het snapshot toont het hele model",
		EN: "the model has not changed since %q; the snapshot shows the whole model",
	}
	noNumbers = source.Message{
		NL: "de effecten van snapshot %q zijn niet te berekenen; het snapshot toont geen getallen",
		EN: "the effects of snapshot %q can't be computed; the snapshot shows no numbers",
	}
	altTooLong = source.Message{
		NL: "de tekst bij snapshot %q telt %d tekens; verwacht hoogstens %d",
		EN: "the alternative of snapshot %q has %d characters; expected at most %d",
	}
	altStale = source.Message{
		NL: "de eigen tekst (alt of description) bij snapshot %q is ouder dan de laatste verandering van het snapshot; pas de tekst aan, of verwijder de regel in layout/alts.csv als hij nog klopt",
		EN: "the text of its own (alt or description) of snapshot %q is older than the last change of the snapshot; revise the text, or remove its line from layout/alts.csv if it still holds",
	}
)

// unknown reports an id that doesn't exist, with the one that was probably meant.
func unknown(pos source.Pos, m source.Message, id string, ids []string) source.Problem {
	return source.Problem{Pos: pos, Message: m, Args: []any{id}, Near: source.Near(id, ids)}
}

func factorIDs(m *model.Model) []string {
	ids := make([]string, len(m.Factors))
	for i, f := range m.Factors {
		ids[i] = f.ID
	}
	return ids
}

func actorIDs(m *model.Model) []string {
	ids := make([]string, len(m.Actors))
	for i, a := range m.Actors {
		ids[i] = a.ID
	}
	return ids
}

func interventionIDs(m *model.Model) []string {
	ids := make([]string, len(m.Interventions))
	for i, iv := range m.Interventions {
		ids[i] = iv.ID
	}
	return ids
}

func loopIDs(in Input) []string {
	var ids []string
	for _, l := range in.Answers.Loops.List {
		ids = append(ids, l.ID)
	}
	for _, l := range in.Model.Loops {
		ids = append(ids, l.ID)
	}
	return ids
}
