package tables

import "slotmemo/internal/source"

// What can be wrong with tables. The first verb is mostly what was written.
var (
	noModel = source.Message{
		NL: "geen model gevonden; verwacht factors.csv en relations.csv in %s, of model.xlsx",
		EN: "no model found; expected factors.csv and relations.csv in %s, or model.xlsx",
	}
	noTable = source.Message{
		NL: "de tabel %s ontbreekt; verwacht een bestand of werkblad met die naam",
		EN: "the table %s is missing; expected a file or sheet of that name",
	}
	emptyTable = source.Message{
		NL: "de tabel is leeg; verwacht een regel met kolomkoppen",
		EN: "the table is empty; expected a row of headings",
	}
	unknownTable = source.Message{
		NL: "%q is geen tabel van het model en is overgeslagen",
		EN: "%q is no table of the model and was left out",
	}
	twoTables = source.Message{
		NL: "de tabel %s staat er twee keer; verwacht één bestand of werkblad",
		EN: "the table %s is given twice; expected one file or sheet",
	}
	csvAndWorkbook = source.Message{
		NL: "naast deze werkmap staan er ook tabellen in %s; verwacht één van beide",
		EN: "besides this workbook there are tables in %s as well; expected one of the two",
	}
	badWorkbook = source.Message{
		NL: "de werkmap kan niet worden gelezen (%s); verwacht een XLSX-bestand",
		EN: "the workbook can't be read (%s); expected an XLSX file",
	}
	brokenLink = source.Message{
		NL: "de verwijzing leidt naar een bestand dat er niet is",
		EN: "the link leads to a file that isn't there",
	}
	notCSV    = source.Message{NL: "het bestand is geen CSV", EN: "the file isn't CSV"}
	bareQuote = source.Message{
		NL: `aanhalingsteken midden in een cel; zet de hele cel tussen aanhalingstekens en schrijf het teken erin dubbel: ""`,
		EN: `quote in the middle of a cell; put the whole cell in quotes and write the quote inside twice: ""`,
	}
	openQuote = source.Message{
		NL: "de cel begint met een aanhalingsteken maar eindigt er niet mee; verwacht een aanhalingsteken voor het scheidingsteken",
		EN: "the cell begins with a quote but doesn't end with one; expected a quote before the separator",
	}
	tooManyRows = source.Message{
		NL: "de tabel heeft meer rijen dan de grens van %d",
		EN: "the table has more rows than the limit of %d",
	}
	tooManyColumns = source.Message{
		NL: "de rij heeft %d cellen, meer dan de grens van %d",
		EN: "the row has %d cells, more than the limit of %d",
	}
	cellTooLong = source.Message{
		NL: "de cel heeft meer tekens dan de grens van %d",
		EN: "the cell has more characters than the limit of %d",
	}
	hiddenCharacters = source.Message{
		NL: "de cel bevat een onzichtbaar teken (%s); het is weggelaten",
		EN: "the cell holds an invisible character (%s); it was taken out",
	}

	noColumn = source.Message{
		NL: "de kolom %q ontbreekt; verwacht een kolomkop %[1]q, %s",
		EN: "the column %q is missing; expected a heading %[1]q, %s",
	}
	noFactorColumn = source.Message{
		NL: `de tabel heeft geen kolom "id" of "label"; verwacht ten minste een van beide`,
		EN: `the table has neither a column "id" nor "label"; expected at least one of them`,
	}
	sameColumn = source.Message{
		NL: "de kolom %q staat er twee keer; verwacht één kolom",
		EN: "the column %q is given twice; expected one column",
	}
	twoColumns = source.Message{
		NL: "de kolom %q zegt hetzelfde als %q en is overgeslagen",
		EN: "the column %q says the same as %q and was left out",
	}
	unknownColumn = source.Message{
		NL: "de kolom %q is niet bekend en is overgeslagen",
		EN: "the column %q isn't known and was left out",
	}
	rowTooLong = source.Message{
		NL: "de rij heeft %d cellen en de kop %d; staat een cel met een scheidingsteken erin niet tussen aanhalingstekens?",
		EN: "the row has %d cells and the head %d; is a cell with a separator in it not in quotes?",
	}

	noName = source.Message{
		NL: "de rij heeft geen id en geen naam; verwacht ten minste een van beide",
		EN: "the row has neither an id nor a name; expected at least one of them",
	}
	badID = source.Message{
		NL: "in de id %q mag geen %q staan; verwacht letters, cijfers en . _ - :",
		EN: "the id %q may not hold %q; expected letters, digits and . _ - :",
	}
	mixedID = source.Message{
		NL: "de id %q bevat letters van twee schriften die op elkaar lijken",
		EN: "the id %q holds letters of two scripts that look alike",
	}
	twoLabels = source.Message{
		NL: "de naam %q staat er twee keer zonder id; geef de rijen een id",
		EN: "the name %q is given twice without an id; give the rows ids",
	}
	ambiguous = source.Message{
		NL: "de naam %q hoort bij meer dan één rij; gebruik de id",
		EN: "the name %q belongs to more than one row; use the id",
	}
	unknownFactor = source.Message{
		NL: "geen factor %q; verwacht een id of naam uit %s",
		EN: "no factor %q; expected an id or name from %s",
	}
	unknownActor = source.Message{
		NL: "geen actor %q; verwacht een id of naam uit %s",
		EN: "no actor %q; expected an id or name from %s",
	}
	emptyCell = source.Message{
		NL: "de cel %s is leeg; verwacht %s",
		EN: "the cell %s is empty; expected %s",
	}
	unknownWord = source.Message{
		NL: "%s %q is niet bekend; verwacht %s",
		EN: "%s %q isn't known; expected %s",
	}
	notOnScale = source.Message{
		NL: "%s %q staat niet op de schaal; verwacht %s",
		EN: "%s %q isn't on the scale; expected %s",
	}
	notNumber = source.Message{
		NL: "%s %q is geen getal; verwacht bijvoorbeeld 0,6",
		EN: "%s %q is no number; expected for instance 0.6",
	}
	outsideScale = source.Message{
		NL: "%s %s ligt buiten de schaal; verwacht een getal van 0 tot en met 1",
		EN: "%s %s is outside the scale; expected a number from 0 to 1",
	}
	ofHundred = source.Message{
		NL: "%s %s ligt buiten de schaal; verwacht een getal van 0 tot en met 1, dus %s, of een percentage",
		EN: "%s %s is outside the scale; expected a number from 0 to 1, so %s, or a percentage",
	}
	outsideYears = source.Message{
		NL: "%s %s ligt buiten de grenzen; verwacht een aantal jaren van %v tot %v",
		EN: "%s %s is outside the limits; expected a number of years from %v to %v",
	}
	notPositive = source.Message{
		NL: "%s %s is niet groter dan 0; verwacht een positief getal",
		EN: "%s %s isn't above 0; expected a positive number",
	}
	endsBeforeStart = source.Message{
		NL: "de interventie eindigt na %s jaar, maar begint na %v jaar; verwacht een later einde",
		EN: "the intervention ends after %s years but begins after %v years; expected a later end",
	}
	weightWithoutGoal = source.Message{
		NL: "het gewicht %s telt niet mee, want de factor is geen doel",
		EN: "the weight %s doesn't count, since the factor is no goal",
	}
	targetWithoutIntervention = source.Message{
		NL: "de streefwaarde %q telt niet mee, want de rij noemt geen interventie",
		EN: "the target %q doesn't count, since the row names no intervention",
	}
	noSign = source.Message{
		NL: "het verband heeft geen teken en blijft onbepaald; verwacht + of −",
		EN: "the relation has no sign and stays undetermined; expected + or −",
	}
)

// A word of ours that stands in a message: the name of a column or of what was
// expected.
var (
	aFactor = source.Message{NL: "een factor", EN: "a factor"}
	aNumber = source.Message{NL: "een getal", EN: "a number"}
	aChain  = source.Message{NL: "factoren met > ertussen", EN: "factors with > between them"}

	fromCell    = source.Message{NL: "van", EN: "from"}
	toCell      = source.Message{NL: "naar", EN: "to"}
	factorCell  = source.Message{NL: "factor", EN: "factor"}
	factorsCell = source.Message{NL: "factoren", EN: "factors"}

	levelName    = source.Message{NL: "niveau", EN: "level"}
	targetName   = source.Message{NL: "streefwaarde", EN: "target"}
	weightName   = source.Message{NL: "gewicht", EN: "weight"}
	adjustName   = source.Message{NL: "aanpassingstijd", EN: "adjustment time"}
	fromName     = source.Message{NL: "beginjaar", EN: "first year"}
	untilName    = source.Message{NL: "eindjaar", EN: "last year"}
	signName     = source.Message{NL: "teken", EN: "sign"}
	strengthName = source.Message{NL: "sterkte", EN: "strength"}
	speedName    = source.Message{NL: "snelheid", EN: "speed"}
	kindName     = source.Message{NL: "soort", EN: "kind"}
	goalName     = source.Message{NL: "doel", EN: "goal"}
	controlName  = source.Message{NL: "beïnvloedbaar", EN: "controllable"}
	xName        = source.Message{NL: "x", EN: "x"}
	yName        = source.Message{NL: "y", EN: "y"}
)

// tableNames are what the tables are called in messages.
var tableNames = map[string]source.Message{
	factors:       {NL: "factoren", EN: "factors"},
	relations:     {NL: "relaties", EN: "relations"},
	interventions: {NL: "interventies", EN: "interventions"},
	actors:        {NL: "actoren", EN: "actors"},
	loops:         {NL: "lussen", EN: "loops"},
}
