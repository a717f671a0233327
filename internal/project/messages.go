package project

import "slotmemo/internal/source"

// What can be wrong with YAML.
var (
	badYAML = source.Message{
		NL: "dit is geen geldige YAML (%s)",
		EN: "this isn't valid YAML (%s)",
	}
	notUTF8 = source.Message{
		NL: "het bestand is hier geen UTF-8; bewaar het als UTF-8",
		EN: "the file isn't UTF-8 here; save it as UTF-8",
	}
	hiddenCharacter = source.Message{
		NL: "onzichtbaar teken (%s); het is weggelaten",
		EN: "invisible character (%s); it was taken out",
	}
	secondDocument = source.Message{
		NL: `na de regel "---" begint een tweede document; verwacht er één`,
		EN: `a second document begins after the line "---"; expected one`,
	}
	tooDeep = source.Message{
		NL: "lijsten en velden zijn dieper genest dan de grens van %d",
		EN: "lists and fields are nested deeper than the limit of %d",
	}
	noAnchors = source.Message{
		NL: "ankers (&), verwijzingen (*) en << worden niet gelezen; schrijf de waarde uit",
		EN: "anchors (&), aliases (*) and << aren't read; write the value out",
	}
	badKey = source.Message{
		NL: "een veldnaam moet een woord zijn",
		EN: "the name of a field must be a word",
	}
	keyTwice = source.Message{
		NL: "het veld %q staat er twee keer; verwacht één keer",
		EN: "the field %q is given twice; expected once",
	}

	yamlUnclosed = source.Message{
		NL: "een lijst of veld tussen haken is niet gesloten; verwacht , of ] of }",
		EN: "a list or field in brackets isn't closed; expected , or ] or }",
	}
	yamlColon = source.Message{
		NL: `de waarde bevat ": "; zet de hele waarde tussen aanhalingstekens`,
		EN: `the value holds ": "; put the whole value in quotes`,
	}
	yamlTab = source.Message{
		NL: "de regel springt in met een tab; verwacht spaties",
		EN: "the line is indented by a tab; expected spaces",
	}
	yamlQuote = source.Message{
		NL: "het aanhalingsteken wordt niet gesloten",
		EN: "the quote isn't closed",
	}
	yamlNoValue = source.Message{
		NL: `verwacht "veld: waarde"; de dubbele punt of de inspringing klopt niet`,
		EN: `expected "field: value"; the colon or the indentation is wrong`,
	}
)

// yamlFaults are parts of what the parser says, and what we say instead.
var yamlFaults = []struct {
	part    string
	message source.Message
}{
	{"must be specified", yamlUnclosed},
	{"mapping value is not allowed", yamlColon},
	{"found character '\t'", yamlTab},
	{"could not find end character", yamlQuote},
	{"could not find flow", yamlUnclosed},
	{"non-map value is specified", yamlNoValue},
	{"unexpected key name", yamlNoValue},
	{"required ':'", yamlNoValue},
	{"value is not allowed in this context", yamlNoValue},
}

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
	unknownField = source.Message{
		NL: "het veld %q is niet bekend",
		EN: "the field %q isn't known",
	}
	unknownFieldOf = source.Message{
		NL: "het veld %q is niet bekend; verwacht %s",
		EN: "the field %q isn't known; expected %s",
	}
	commaSplits = source.Message{
		NL: "na de komma begint het onbekende veld %q; zet een waarde met een komma tussen aanhalingstekens",
		EN: "the unknown field %q begins after the comma; put a value with a comma in quotes",
	}
	notText = source.Message{
		NL: "het veld %q is geen tekst; verwacht één waarde",
		EN: "the field %q is no text; expected one value",
	}
	notList = source.Message{
		NL: "het veld %q is geen lijst; verwacht [a, b] of regels met - ervoor",
		EN: "the field %q is no list; expected [a, b] or lines beginning with -",
	}
	notFields = source.Message{
		NL: "het veld %q heeft geen velden; verwacht {%s}",
		EN: "the field %q has no fields; expected {%s}",
	}
	notOneOf = source.Message{
		NL: "%[1]s %[2]q is niet bekend; verwacht %[3]s",
		EN: "%[1]s %[2]q isn't known; expected %[3]s",
	}
	notDate = source.Message{
		NL: "%s %q is geen datum; verwacht JJJJ-MM-DD",
		EN: "%s %q is no date; expected YYYY-MM-DD",
	}
	notNumberIn = source.Message{
		NL: "%s %q is geen getal van %v tot en met %v",
		EN: "%s %q is no number from %v to %v",
	}
	notWhole = source.Message{
		NL: "%s %q is geen geheel getal van %v tot en met %v",
		EN: "%s %q is no whole number from %v to %v",
	}
	momentsNotRising = source.Message{
		NL: "de momenten moeten oplopen; %v komt niet na %v",
		EN: "the moments must rise; %v doesn't come after %v",
	}
	momentBeyond = source.Message{
		NL: "moment %v ligt voorbij de horizon van %v jaar",
		EN: "moment %v lies beyond the horizon of %v years",
	}
	mandatory = source.Message{
		NL: "het veld %q ontbreekt of is leeg; een definitieve memo heeft het nodig",
		EN: "the field %q is missing or empty; a final memo needs it",
	}
	idTwice = source.Message{
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
	badShow = source.Message{
		NL: "verwacht show: all of %s",
		EN: "expected show: all or %s",
	}
	missingPart = source.Message{
		NL: "bij %q ontbreekt %s",
		EN: "%[2]s is missing from %[1]q",
	}
)

// What can be wrong with references between the parts of a project.
var (
	factorsTable       = source.Message{NL: "een tabel factoren", EN: "a table factors"}
	interventionsTable = source.Message{NL: "een tabel interventies", EN: "a table interventions"}
	actorsTable        = source.Message{NL: "een tabel actoren", EN: "a table actors"}
	loopsTable         = source.Message{NL: "een tabel lussen", EN: "a table loops"}

	unknownFactor = source.Message{
		NL: "geen factor %q; verwacht een id of naam uit %s",
		EN: "no factor %q; expected an id or name from %s",
	}
	unknownActor = source.Message{
		NL: "geen actor %q; verwacht een id of naam uit %s",
		EN: "no actor %q; expected an id or name from %s",
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
	badKept = source.Message{
		NL: `deze regel kan niet worden gelezen; verwacht "id,verbanden"`,
		EN: `this row can't be read; expected "id,relations"`,
	}
)
