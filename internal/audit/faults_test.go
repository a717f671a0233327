package audit

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// faults are memos of ours with one fault each, and the rule that must see it.
var faults = []struct {
	name, rule string
	put        func(d *draft)
}{
	{"another version", "header", func(d *draft) { d.header = strings.Replace(d.header, "1.7", "2.0", 1) }},
	{"no comment after the header", "header-comment", func(d *draft) { d.header = "%PDF-1.7\n" }},
	{"data after the end", "after-end", func(d *draft) { d.tail = "more\n" }},
	{"no ID", "trailer-id", func(d *draft) { delete(d.trailer, "ID") }},
	{"not marked", "marked", func(d *draft) { delete(d.catalog(), "MarkInfo") }},
	{"suspects", "suspects", func(d *draft) { d.catalog()["MarkInfo"] = dict{"Marked": true, "Suspects": true} }},
	{"no language", "language-text", func(d *draft) { delete(d.catalog(), "Lang") }},
	{"language with an underscore", "language-tag", func(d *draft) { d.catalog()["Lang"] = str("nl_NL") }},
	{"file name in the title bar", "display-title", func(d *draft) { delete(d.catalog(), "ViewerPreferences") }},
	{"no structure", "structure", func(d *draft) { delete(d.catalog(), "StructTreeRoot") }},
	{"no metadata", "metadata", func(d *draft) { delete(d.catalog(), "Metadata") }},
	{"metadata broken off", "metadata-syntax", func(d *draft) { d.replace(d.xmp(), "</rdf:RDF>", "") }},
	{"no title", "metadata-title", func(d *draft) { d.cut("<dc:title>", "</dc:title>") }},
	{"no claim of PDF/UA", "ua-claim", func(d *draft) { d.cut("<pdfuaid:part>", "</pdfuaid:part>") }},
	{"PDF/UA-2", "ua-claim-part", func(d *draft) { d.replace(d.xmp(), "<pdfuaid:part>1", "<pdfuaid:part>2") }},
	{"PDF/A-3", "a-claim-part", func(d *draft) { d.replace(d.xmp(), "<pdfaid:part>2", "<pdfaid:part>3") }},
	{"PDF/A-2b", "a-claim-level", func(d *draft) { d.replace(d.xmp(), "conformance>A", "conformance>B") }},
	{"property not declared", "metadata-property", func(d *draft) { d.cut("<pdfaExtension:schemas>", "</pdfaExtension:schemas>") }},
	{"schema without a name", "extension-schema", func(d *draft) { d.cut("<pdfaSchema:schema>", "</pdfaSchema:schema>") }},
	{"no output intent", "device-rgb", func(d *draft) { delete(d.catalog(), "OutputIntents") }},
	{"profile that is none", "output-intent", func(d *draft) {
		d.f.Stream(d.f.Dict(d.f.Array(d.catalog()["OutputIntents"])[0])["DestOutputProfile"]).Raw = []byte("none")
	}},
	{"CMYK", "device-cmyk", func(d *draft) { d.replace(d.contents(), "BT", "0 0 0 1 k BT") }},
	{"JavaScript", "action", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("JavaScript"), "JS": str("app.alert(1)")} }},
	{"attachment", "attachment-pdfa", func(d *draft) {
		file := d.add(&stream{Dict: dict{"Type": name("EmbeddedFile"), "Subtype": name("application/json")}, Raw: []byte("{}")})
		spec := d.add(dict{"Type": name("Filespec"), "F": str("m.json"), "UF": str("m.json"), "AFRelationship": name("Source"), "EF": dict{"F": file}})
		d.catalog()["Names"] = dict{"EmbeddedFiles": dict{"Names": array{str("m.json"), spec}}}
	}},
	{"LZW", "filter-lzw", func(d *draft) {
		s := d.f.Stream(d.font()["ToUnicode"])
		s.Dict["Filter"] = name("LZWDecode")
	}},
	{"figure without alternative", "figure-alt", func(d *draft) { delete(d.element("Figure"), "Alt") }},
	{"figure with an empty alternative", "figure-alt", func(d *draft) { d.element("Figure")["Alt"] = str("") }},
	{"note without ID", "note-id", func(d *draft) { delete(d.element("Note"), "ID") }},
	{"two notes with one ID", "note-id-twice", func(d *draft) {
		notes := d.all("S", "Note")
		notes[1]["ID"] = notes[0]["ID"]
	}},
	{"level skipped", "heading-level", func(d *draft) { d.element("H2")["S"] = name("H4") }},
	{"H beside H1", "heading-kinds", func(d *draft) { d.element("H2")["S"] = name("H") }},
	{"header without scope", "header-scope", func(d *draft) { delete(d.element("TH"), "A") }},
	{"row with a cell too few", "rows-uneven", func(d *draft) {
		row := d.all("S", "TR")[1]
		row["K"] = d.f.Array(row["K"])[1:]
	}},
	{"paragraph in a row", "row-kids", func(d *draft) { d.element("TD")["S"] = name("P") }},
	{"head without body", "body-missing", func(d *draft) { d.element("TBody")["S"] = name("THead") }},
	{"table part that is none", "table-kids", func(d *draft) { d.element("TBody")["S"] = name("Sect") }},
	{"paragraph in a list", "list-kids", func(d *draft) { d.element("LI")["S"] = name("P") }},
	{"division in an item", "item-kids", func(d *draft) { d.element("LBody")["S"] = name("Div") }},
	{"paragraph in the contents", "toc-kids", func(d *draft) { d.element("TOCI")["S"] = name("P") }},
	{"type of our own", "type-unmapped", func(d *draft) { d.element("P")["S"] = name("Alinea") }},
	{"standard type remapped", "type-remapped", func(d *draft) { d.structure()["RoleMap"] = dict{"P": name("H1")} }},
	{"role map in a circle", "type-circle", func(d *draft) { d.structure()["RoleMap"] = dict{"A": name("B"), "B": name("A")} }},
	{"element without parent", "structure-parent", func(d *draft) { delete(d.element("P"), "P") }},
	{"page with the key of another", "untagged", func(d *draft) { d.page()["StructParents"] = 9999 }},
	{"parent tree to another element", "parent-tree", func(d *draft) {
		list := d.parents()
		list[0], list[len(list)-1] = list[len(list)-1], list[0]
	}},
	{"content without a mark", "untagged", func(d *draft) { d.contents().Raw = append(d.contents().Raw, "\n0 0 10 10 re f\n"...) }},
	{"artifact in tagged content", "artifact-inside", func(d *draft) {
		d.replace(d.contents(), "<</MCID 0>> BDC\n", "<</MCID 0>> BDC\n/Artifact BMC 0 0 1 1 re f EMC\n")
	}},
	{"tagged content in an artifact", "tagged-inside", func(d *draft) {
		d.replace(d.contents(), "<</MCID 0>> BDC\n", "<</MCID 0>> BDC\nEMC /Artifact BMC /P <</MCID 0>> BDC 0 0 1 1 re f EMC\n")
	}},
	{"content of two elements", "mcid-twice", func(d *draft) {
		p := d.all("S", "P")
		for _, e := range p[1:] {
			if e["Pg"] == p[0]["Pg"] && p[0]["K"] != nil {
				e["K"] = p[0]["K"]
				return
			}
		}
		d.t.Fatal("no two paragraphs on a page")
	}},
	{"link without words", "link-text", func(d *draft) { delete(d.link(), "Contents") }},
	{"link without element", "link-tag", func(d *draft) { delete(d.link(), "StructParent") }},
	{"link that isn't printed", "annotation-flags", func(d *draft) { delete(d.link(), "F") }},
	{"link to nowhere", "destination", func(d *draft) {
		for _, l := range d.all("Subtype", "Link") {
			if l["Dest"] != nil {
				l["Dest"] = array{d.trailer["Info"], name("XYZ"), 0, 0, nil}
				return
			}
		}
	}},
	{"tab order", "tab-order", func(d *draft) {
		for _, p := range d.all("Type", "Page") {
			delete(p, "Tabs")
		}
	}},
	{"no ToUnicode", "text-unicode", func(d *draft) { delete(d.font(), "ToUnicode") }},
	{"ToUnicode over too wide a range", "text-unicode", func(d *draft) {
		for _, f := range d.all("Subtype", "Type0") {
			d.f.Stream(f["ToUnicode"]).Raw = []byte("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0041> endbfrange")
		}
		d.replace(d.contents(), "(", "(\x01\x05")
	}},
	{"text that is a byte-order mark", "text-unicode-value", func(d *draft) { d.replace(d.f.Stream(d.font()["ToUnicode"]), "<0001> <", "<0001> <FEFF") }},
	{"private character", "text-private", func(d *draft) { d.replace(d.f.Stream(d.font()["ToUnicode"]), "<0001> <", "<0001> <E000") }},
	{"glyph .notdef", "text-notdef", func(d *draft) { d.replace(d.contents(), "(", "(\x00\x00") }},
	{"glyph that isn't there", "font-glyphs", func(d *draft) { d.replace(d.contents(), "(", "(\x7F\x7F") }},
	{"wrong width", "font-widths", func(d *draft) { d.f.Array(d.descendant()["W"])[1].(array)[1] = 9 }},
	{"no CIDToGIDMap", "cid-map", func(d *draft) { delete(d.descendant(), "CIDToGIDMap") }},
	{"font not embedded", "font-embedded", func(d *draft) { delete(d.f.Dict(d.descendant()["FontDescriptor"]), "FontFile2") }},
	{"font program broken", "font-program", func(d *draft) { d.f.Stream(d.f.Dict(d.descendant()["FontDescriptor"])["FontFile2"]).Raw = []byte("x") }},
	{"deep nesting", "limit-nesting", func(d *draft) { d.replace(d.contents(), "BT", strings.Repeat("q ", 29)+"BT") }},
	{"unknown operator", "operator", func(d *draft) { d.replace(d.contents(), "BT", "foo BT") }},
	{"page too large", "limit-page", func(d *draft) { d.page()["MediaBox"] = array{0, 0, 595, 15000} }},
}

func (d *draft) structure() dict { return d.f.Dict(d.catalog()["StructTreeRoot"]) }

// parents gives the entry of the first page in the parent tree.
func (d *draft) parents() array {
	return d.f.Array(d.f.Array(d.f.Dict(d.structure()["ParentTree"])["Nums"])[1])
}

func TestOurMemoHasNoFinding(t *testing.T) {
	b := smallMemo(t)
	for what, b := range map[string][]byte{"as written": b, "taken apart": takeApart(t, b).putTogether()} {
		r := CheckBytes(b, []Profile{UA1, A2A})
		for _, f := range r.Findings {
			t.Errorf("%s: %s %s", what, f.Clause, f.Sentence("en"))
		}
		for _, m := range r.Remarks {
			t.Errorf("%s: %s", what, m.Sentence("en"))
		}
	}
	// Files whose counts are wrong have no faults either: that nothing is there.
	r := CheckBytes(b, nil)
	for kind, want := range map[string]int{"Figure": 1, "TH": 5, "TD": 4, "Note": 2, "TOCI": 2, "LI": 2, "H1": 1, "H2": 1, "H3": 1, "Table": 1} {
		if got := r.Counts.Types[kind]; got < want {
			t.Errorf("the memo has %d %s; expected %d", got, kind, want)
		}
	}
}

func TestEveryFaultIsFound(t *testing.T) {
	b := smallMemo(t)
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			d := takeApart(t, b)
			d.t = t
			fault.put(d)
			r := CheckBytes(d.putTogether(), []Profile{UA1, A2A})
			if !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule == fault.rule }) {
				t.Errorf("no %s; found %+v", fault.rule, r.Findings)
			}
		})
	}
}

func TestRemarks(t *testing.T) {
	b := smallMemo(t)
	for _, c := range []struct {
		name, rule string
		put        func(d *draft)
	}{
		{"pale text", "contrast", func(d *draft) {
			s := d.contents()
			at := bytes.LastIndex(s.Raw, []byte("BT ")) // the first is the watermark, which is pale on purpose
			s.Raw = slices.Concat(s.Raw[:at], []byte("0.9 0.9 0.9 rg "), s.Raw[at:])
		}},
		{"dark watermark", "contrast", func(d *draft) {
			_, after, _ := strings.Cut(string(d.contents().Raw), "/Watermark")
			colour, _, ok := strings.Cut(after[strings.Index(after, "BDC\n")+4:], " rg")
			if !ok {
				t.Fatal("no watermark")
			}
			d.replace(d.contents(), colour, "0.5 0.5 0.5")
		}},
		{"tiny text", "small-text", func(d *draft) {
			d.contents().Raw = append([]byte("0.1 0 0 0.1 0 0 cm\n"), d.contents().Raw...)
		}},
		{"title in the outline that isn't in the text", "outline-differs", func(d *draft) {
			for _, n := range d.sorted() {
				if o := d.f.Dict(ref{Number: n}); o["Dest"] != nil && o["Title"] != nil {
					o["Title"] = str("Iets anders")
				}
			}
		}},
		{"two blocks read in the wrong order", "reading-order", func(d *draft) { d.swap("Document", "H1", "P") }},
		{"two items of a list read in the wrong order", "reading-order", func(d *draft) { d.swap("L", "LI", "LI") }},
		{"cells of a row read from the right", "reading-order", func(d *draft) { d.swap("TR", "TH", "TH") }},
		{"a line painted before the one above it", "reading-order", func(d *draft) { d.swapPainted() }},
		{"wrong page in the contents", "toc-page", func(d *draft) {
			for _, l := range d.all("Subtype", "Link") {
				if a, ok := l["Dest"].(array); ok {
					a[0] = 1
				}
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := takeApart(t, b)
			d.t = t
			c.put(d)
			r := CheckBytes(d.putTogether(), nil)
			if !slices.ContainsFunc(r.Remarks, func(m Remark) bool { return m.Rule == c.rule }) {
				t.Errorf("no remark %s; remarks %+v", c.rule, r.Remarks)
			}
		})
	}
}

// swap exchanges the first two kids of these kinds of an element.
func (d *draft) swap(kind, first, second string) {
	d.t.Helper()
	for _, e := range d.all("S", name(kind)) {
		kids := d.f.Array(e["K"])
		at := -1
		for i, k := range kids {
			switch s := d.f.Dict(k)["S"]; {
			case at >= 0 && s == name(second):
				kids[at], kids[i] = kids[i], kids[at]
				e["K"] = kids
				return
			case at < 0 && s == name(first):
				at = i
			}
		}
	}
	d.t.Fatalf("no %s with %s and %s", kind, first, second)
}

// swapPainted exchanges the first two paragraphs in the content of the first
// page.
func (d *draft) swapPainted() {
	s := d.contents()
	at := paragraphs.FindAllIndex(s.Raw, 2)
	if len(at) < 2 {
		d.t.Fatal("no two paragraphs on the first page")
	}
	a, b := at[0], at[1]
	s.Raw = slices.Concat(s.Raw[:a[0]], s.Raw[b[0]:b[1]], s.Raw[a[1]:b[0]], s.Raw[a[0]:a[1]], s.Raw[b[1]:])
}

var paragraphs = regexp.MustCompile(`(?s)/P <</MCID \d+>> BDC.*?EMC`)

func FuzzCheck(f *testing.F) {
	b := smallMemo(f)
	f.Add(b)
	f.Add(takeApart(f, b).putTogether())
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[2 0 R 2 0 R]>>\nendobj\ntrailer\n<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := CheckBytes(b, nil)
		r.Text("nl")
		if _, err := r.JSON("en"); err != nil {
			t.Error(err)
		}
	})
}
