package yamltree

import "slotmemo/internal/source"

// What can be wrong with YAML.
var (
	badYAML = source.Message{
		NL: "dit is geen geldige YAML (%s)",
		EN: "this isn't valid YAML (%s)",
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

// What can be wrong with fields.
var (
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
	missingPart = source.Message{
		NL: "bij %q ontbreekt %s",
		EN: "%[2]s is missing from %[1]q",
	}
)
