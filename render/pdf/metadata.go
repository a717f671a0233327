package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"slotmemo/internal/document"
	"slotmemo/layout/page"
)

// producer names the program in the metadata. It has no version: the version
// of the program that made a file isn't a property of the memo, and would
// change the bytes of every memo with each release.
const producer = "slotmemo"

// catalog names the objects that the catalog leads to.
type catalog struct{ pages, structure, outline ref }

// addMetadata adds the catalog, the document information and the metadata.
func addMetadata(f *file, o Options, book *page.Book, doc *document.Document, c catalog) {
	m := newMetadata(o, book, doc)
	profile := f.stream("/N 3", sRGBProfile())
	intent := f.add(fmt.Sprintf("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %s>>", profile))
	xmp := f.readable("/Type /Metadata /Subtype /XML", m.xmp(o))
	s := fmt.Sprintf("<</Type /Catalog /Version /1.7 /Pages %s /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %s"+
		" /ViewerPreferences <</DisplayDocTitle true>> /Metadata %s /OutputIntents [%s]",
		c.pages, textString(languageTag(book.Language)), c.structure, xmp, intent)
	if c.outline != 0 {
		s += fmt.Sprintf(" /Outlines %s /PageMode /UseOutlines", c.outline)
	}
	f.set(f.root, s+">>")
	f.set(f.info, m.info())
}

// metadata is what a file says about itself. It names no person.
type metadata struct {
	title, description, language, keywords string
	date                                   time.Time // zero: unknown
}

func newMetadata(o Options, book *page.Book, doc *document.Document) metadata {
	m := metadata{
		title: book.Title, language: languageTag(book.Language), description: doc.Meta.Description,
		keywords: strings.Join(doc.Meta.Keywords, ", "), date: o.Date.UTC(),
	}
	if m.title == "" {
		m.title = doc.Title
	}
	if o.Date.IsZero() {
		m.date, _ = time.Parse(time.DateOnly, doc.Meta.Date) // no date, or none that is one: none
	}
	return m
}

func (m metadata) info() string {
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range []struct{ key, value string }{{"Title", m.title}, {"Subject", m.description}, {"Keywords", m.keywords}, {"Creator", producer}, {"Producer", producer}} {
		if e.value != "" {
			fmt.Fprintf(&b, "/%s %s ", e.key, textString(e.value))
		}
	}
	if !m.date.IsZero() {
		d := m.date.Format("D:20060102150405Z")
		fmt.Fprintf(&b, "/CreationDate (%s) /ModDate (%s)", d, d)
	}
	b.WriteString(">>")
	return b.String()
}

// uaSchema declares the property that claims PDF/UA: PDF/A knows only those of
// XMP 2005 (ISO 19005-2, 6.6.2.3).
const uaSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
`

func (m metadata) xmp(o Options) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
`)
	if !o.WithoutA {
		b.WriteString("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n")
	}
	if !o.WithoutUA {
		b.WriteString("<pdfuaid:part>1</pdfuaid:part>\n" + uaSchema)
	}
	element := func(open, value, end string) {
		if value != "" {
			b.WriteString(open + escapeXML(value) + end + "\n")
		}
	}
	element(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, m.title, `</rdf:li></rdf:Alt></dc:title>`)
	element(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, m.description, `</rdf:li></rdf:Alt></dc:description>`)
	element(`<dc:language><rdf:Bag><rdf:li>`, m.language, `</rdf:li></rdf:Bag></dc:language>`)
	element(`<pdf:Keywords>`, m.keywords, `</pdf:Keywords>`)
	element(`<pdf:Producer>`, producer, `</pdf:Producer>`)
	element(`<xmp:CreatorTool>`, producer, `</xmp:CreatorTool>`)
	if !m.date.IsZero() {
		d := m.date.Format(time.RFC3339)
		element(`<xmp:CreateDate>`, d, `</xmp:CreateDate>`)
		element(`<xmp:ModifyDate>`, d, `</xmp:ModifyDate>`)
		element(`<xmp:MetadataDate>`, d, `</xmp:MetadataDate>`)
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}

// escapeXML is the border between the memo's words and XMP.
func escapeXML(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a Buffer takes everything
	return b.String()
}
