package markdown

import "slotmemo/internal/source"

// Messages about the project team's texts.
var (
	StrayFence = source.Message{
		NL: "de regel %q is geen geldig begin of einde van een blok; verwacht `::: intern`, `::: {for=\"…\"}` of `:::`, vanaf het begin van de regel",
		EN: "the line %q doesn't open or close a block; expected `::: intern`, `::: {for=\"…\"}` or `:::`, from the start of the line",
	}
	FenceNotOpen = source.Message{
		NL: "`:::` sluit een blok dat niet geopend is",
		EN: "`:::` closes a block that isn't open",
	}
	FenceNotClosed = source.Message{
		NL: "het blok dat hier begint, wordt niet gesloten; verwacht een regel `:::`",
		EN: "the block that begins here isn't closed; expected a line `:::`",
	}
	NoteUndefined = source.Message{
		NL: "voetnoot [^%[1]s] heeft geen tekst; verwacht een regel `[^%[1]s]: …`",
		EN: "footnote [^%[1]s] has no text; expected a line `[^%[1]s]: …`",
	}
	NoteTwice = source.Message{
		NL: "de tekst van voetnoot [^%s] staat er twee keer",
		EN: "the text of footnote [^%s] is given twice",
	}
	NoteInNote = source.Message{
		NL: "een voetnoot kan geen voetnoot bevatten",
		EN: "a footnote can't hold a footnote",
	}
	PlaceInNote = source.Message{
		NL: "een voetnoot heeft geen plaats voor ![](%s); zet het in de tekst, en verwijs er in de noot naar",
		EN: "a footnote has no room for ![](%s); place it in the text, and refer to it in the note",
	}
	NoteNotCalled = source.Message{
		NL: "naar voetnoot [^%s] wordt nergens verwezen; de tekst komt niet in het memo",
		EN: "nothing refers to footnote [^%s]; its text isn't in the memo",
	}
	ReferenceUndefined = source.Message{
		NL: "de verwijzing %q heeft geen adres; verwacht een regel `[naam]: adres`, of zet een \\ voor de haak",
		EN: "the reference %q has no address; expected a line `[name]: address`, or put a \\ before the bracket",
	}
	DefinitionInText = source.Message{
		NL: "de regel %q hoort nu bij de alinea erboven; zet er een lege regel voor",
		EN: "the line %q is now part of the paragraph above; put an empty line before it",
	}
	BrokenLink = source.Message{
		NL: "de verwijzing %q is niet te lezen; verwacht `[](soort:naam)` op één regel, zonder spaties in de naam",
		EN: "the reference %q can't be read; expected `[](kind:name)` on one line, without spaces in the name",
	}
	LinkAddress = source.Message{
		NL: "het adres %q wordt geen link; verwacht http, https, mailto of #kop",
		EN: "the address %q doesn't become a link; expected http, https, mailto or #heading",
	}
	ImageAddress = source.Message{
		NL: "de afbeelding %q kan niet; verwacht %s met een naam",
		EN: "no image %q; expected %s with a name",
	}
	ImageInLine = source.Message{
		NL: "een afbeelding kan hier niet staan; zet haar in een eigen alinea",
		EN: "an image can't stand here; give it a paragraph of its own",
	}
	RawHTML = source.Message{
		NL: "HTML kan niet in de tekst: %q; gebruik Markdown, of zet een \\ voor de <",
		EN: "no HTML in the text: %q; use Markdown, or put a \\ before the <",
	}
	CommentNotClosed = source.Message{
		NL: "de opmerking die hier begint, eindigt niet in hetzelfde blok; verwacht -->",
		EN: "the comment that begins here doesn't end in the same block; expected -->",
	}
	EmptyHeading = source.Message{
		NL: "kop zonder tekst; hij wordt weggelaten",
		EN: "heading without text; it is left out",
	}
	BadAttributes = source.Message{
		NL: "de kenmerken %q zijn niet te lezen; verwacht bijvoorbeeld {.aanbeveling for=\"JenV\" intervention=\"c1\"}",
		EN: "the attributes %q can't be read; expected for instance {.recommendation for=\"JenV\" intervention=\"c1\"}",
	}
	TooDeep = source.Message{
		NL: "de tekst is dieper genest dan %d niveaus; de rest wordt weggelaten",
		EN: "the text is nested deeper than %d levels; the rest is left out",
	}
	DirectionMark = source.Message{
		NL: "het onzichtbare teken %U keert de leesrichting om en is weggelaten",
		EN: "the invisible character %U turns the direction of reading and was left out",
	}
)
