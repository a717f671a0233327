package project

import "slotmemo/internal/source"

// What can be wrong with memo.yaml and the front matter of notes.
var (
	noMemo = source.Message{
		NL: "memo.yaml ontbreekt in de projectmap",
		EN: "memo.yaml is missing from the project folder",
	}
	expectedFields = source.Message{
		NL: `verwacht velden ("titel: waarde")`,
		EN: `expected fields ("title: value")`,
	}
	momentsNotRising = source.Message{
		NL: "de momenten moeten oplopen; %v komt niet na %v",
		EN: "the moments must rise; %v doesn't come after %v",
	}
	MomentBeyond = source.Message{
		NL: "moment %v ligt voorbij de horizon van %v jaar",
		EN: "moment %v lies beyond the horizon of %v years",
	}
	mandatory = source.Message{
		NL: "het veld %q ontbreekt of is leeg; een definitieve memo heeft het nodig",
		EN: "the field %q is missing or empty; a final memo needs it",
	}
	IDTwice = source.Message{
		NL: "de id %q komt twee keer voor",
		EN: "the id %q is given twice",
	}
	badRecipient = source.Message{
		NL: "verwacht een naam of {id, name}",
		EN: "expected a name or {id, name}",
	}
	idCharacters = source.Message{
		NL: "in de id %q mag geen %q staan; verwacht letters, cijfers en . _ -",
		EN: "the id %q may not hold %q; expected letters, digits and . _ -",
	}
	reservedID = source.Message{
		NL: "de id %q is de naam van een map die het programma zelf maakt; kies een andere",
		EN: "the id %q is the name of a folder that the program itself makes; choose another",
	}
	unknownChapter = source.Message{
		NL: "geen hoofdstuk %q; verwacht een ingebouwd hoofdstuk of de naam van een bestand in text/",
		EN: "no chapter %q; expected a built-in chapter or the name of a file in text/",
	}
	chapterTwice = source.Message{
		NL: "het hoofdstuk %q staat er twee keer",
		EN: "the chapter %q is given twice",
	}
	emptyScale = source.Message{
		NL: "de schaal %q heeft geen woorden; verwacht {woord: getal}",
		EN: "the scale %q has no words; expected {word: number}",
	}
	wordTwice = source.Message{
		NL: "het woord %q staat er twee keer; verwacht één keer",
		EN: "the word %q is given twice; expected once",
	}
)

// What can be wrong with snapshots.
var (
	tooManyMoments = source.Message{
		NL: "%d momenten, meer dan de grens van %d",
		EN: "%d moments, more than the limit of %d",
	}
)

// What can be wrong with references between the parts of a project.
var (
	factorsTable       = source.Message{NL: "een tabel factoren", EN: "a table factors"}
	interventionsTable = source.Message{NL: "een tabel interventies", EN: "a table interventions"}
	actorsTable        = source.Message{NL: "een tabel actoren", EN: "a table actors"}
	loopsTable         = source.Message{NL: "een tabel lussen", EN: "a table loops"}

	UnknownActor = source.Message{
		NL: "geen actor %q; verwacht een id of naam uit %s",
		EN: "no actor %q; expected an id or name from %s",
	}
	noVersion = source.Message{
		NL: "de map %q is er niet; verwacht een map met een oudere stand van het project",
		EN: "there is no folder %q; expected a folder with an older state of the project",
	}
	noSuchSession = source.Message{
		NL: "verband %q noemt sessie %s, maar daarvan is geen verslag",
		EN: "relation %q names session %s, of which there is no note",
	}
	sessionTwice = source.Message{
		NL: "sessie %d heeft al een verslag",
		EN: "session %d has a note already",
	}
	noSessionNumber = source.Message{
		NL: `het verslag heeft geen nummer; verwacht "session: 1" bovenaan of een bestandsnaam als 1-naam.md`,
		EN: `the note has no number; expected "session: 1" at the top or a file name like 1-name.md`,
	}
	openFrontMatter = source.Message{
		NL: `de velden bovenaan zijn niet afgesloten; verwacht een tweede regel "---"`,
		EN: `the fields at the top aren't closed; expected a second line "---"`,
	}
	chapterTextTwice = source.Message{
		NL: "er is al een tekst voor hoofdstuk %q",
		EN: "there is a text for chapter %q already",
	}
	nearlyChapter = source.Message{
		NL: "%q is geen ingebouwd hoofdstuk en komt als eigen hoofdstuk in het memo",
		EN: "%q is no built-in chapter and becomes a chapter of its own",
	}
	tooManyTexts = source.Message{
		NL: "meer teksten dan de grens van %d",
		EN: "more texts than the limit of %d",
	}
)
