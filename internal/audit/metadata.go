package audit

import (
	"slices"
	"strings"

	"slotmemo/internal/pdfread"
)

// metadataRules are about XMP, and what a file claims in it.
type metadataRules struct{ *checker }

func (c metadataRules) read() {
	s := c.f.Stream(c.root["Metadata"])
	if s == nil {
		return
	}
	b, err := c.f.Decode(s)
	if err != nil && len(b) == 0 {
		c.meta = &xmp{err: err}
		return
	}
	c.meta = parseXMP(b)
}

// claims gives the profiles that the file claims.
func (c metadataRules) claims() []Profile {
	var claims []Profile
	if c.meta.property(nsUA, "part").value() == "1" {
		claims = append(claims, UA1)
	}
	part := c.meta.property(nsA, "part").value()
	level := strings.ToLower(c.meta.property(nsA, "conformance").value())
	if p := Profile("a" + part + level); slices.Contains(Profiles, p) {
		claims = append(claims, p)
	}
	return claims
}

func (c metadataRules) check() {
	if c.meta == nil {
		c.fail("metadata", 0, 0, "")
		for _, rule := range []string{"ua-claim", "a-claim", "metadata-title"} {
			c.fail(rule, 0, 0, "")
		}
		return
	}
	object := pdfread.NumberOf(c.root["Metadata"])
	if c.meta.err != nil {
		c.fail("metadata-syntax", 0, object, c.meta.err.Error())
		return
	}
	for _, k := range []string{"bytes", "encoding"} {
		if _, ok := c.meta.packet[k]; ok {
			c.fail("metadata-packet", 0, object, k)
		}
	}
	if c.meta.property(nsDC, "title").value() == "" {
		c.fail("metadata-title", 0, object, "")
	}
	c.checkUAClaim(object)
	c.checkAClaim(object)
	c.checkMetadataLanguage(object)
	c.checkProperties(object)
	c.checkInfo()
}

func (c metadataRules) checkUAClaim(object int) {
	found := false
	for _, p := range c.meta.properties {
		if p.space != nsUA {
			continue
		}
		found = true
		if p.prefix != "pdfuaid" {
			c.fail("ua-claim-prefix", 0, object, p.prefix)
		}
	}
	part := c.meta.property(nsUA, "part")
	if !found {
		c.fail("ua-claim", 0, object, "")
	} else if part.value() != "1" {
		c.fail("ua-claim-part", 0, object, part.value())
	}
}

func (c metadataRules) checkAClaim(object int) {
	part, level := c.meta.property(nsA, "part"), c.meta.property(nsA, "conformance")
	if part == nil {
		c.fail("a-claim", 0, object, "")
		return
	}
	for _, p := range c.meta.properties {
		if p.space == nsA && p.prefix != "pdfaid" {
			c.fail("a-claim-prefix", 0, object, p.prefix)
		}
	}
	for _, p := range c.profiles {
		if !p.isA() {
			continue
		}
		if part.value() != p.part() {
			c.failFor(p, "a-claim-part", 0, object, part.value())
		}
		// A file of level a keeps all that level b demands.
		rank := func(l string) int { return strings.Index("bua", strings.ToLower(l)) }
		if l := level.value(); l == "" || l != strings.ToUpper(l) || rank(l) < rank(string(p.level())) {
			c.failFor(p, "a-claim-level", 0, object, l)
		}
	}
}

func (c metadataRules) checkMetadataLanguage(object int) {
	if c.hasCatalogLanguage() {
		return
	}
	for _, p := range c.meta.properties {
		list := p.kid(nsRDF, "Alt")
		if list == nil {
			continue
		}
		known := false
		for _, item := range list.kids {
			lang, ok := item.attr(nsXML, "lang")
			known = known || ok && lang != "x-default"
		}
		if len(list.kids) > 0 && !known {
			c.fail("language-metadata", 0, object, p.local)
		}
	}
}

// checkInfo compares the title of the two places that a file has for it.
func (c metadataRules) checkInfo() {
	title, ok := c.f.Text(c.f.Dict(c.f.Trailer["Info"])["Title"])
	if want := c.meta.property(nsDC, "title").value(); ok && want != "" && title != "" && strings.TrimSpace(title) != want {
		c.remark("title-differs", 0, title)
	}
}

// known are the properties of the schemas that XMP 2005 and PDF/A define. Of a
// namespace without a list all are taken for known.
var known = map[string]string{
	nsDC:                                  "contributor coverage creator date description format identifier language publisher relation rights source subject title type",
	nsXMP:                                 "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails",
	nsPDF:                                 "Keywords PDFVersion Producer Trapped",
	nsA:                                   "part amd corr conformance rev",
	"http://ns.adobe.com/xap/1.0/rights/": "Certificate Marked Owner UsageTerms WebStatement",
	"http://ns.adobe.com/xap/1.0/mm/":     "DerivedFrom DocumentID InstanceID ManagedFrom Manager ManageTo ManageUI ManagerVariant RenditionClass RenditionParams VersionID Versions LastURL RenditionOf SaveID History Ingredients OriginalDocumentID Pantry ManifestReference",
	"http://ns.adobe.com/xap/1.0/bj/":     "JobRef",
	"http://ns.adobe.com/xap/1.0/t/pg/":   "MaxPageSize NPages Fonts Colorants PlateNames",
	"http://ns.adobe.com/photoshop/1.0/":  "",
	"http://ns.adobe.com/tiff/1.0/":       "",
	"http://ns.adobe.com/exif/1.0/":       "",
	"http://ns.adobe.com/exif/1.0/aux/":   "",
	"http://ns.adobe.com/camera-raw-settings/1.0/": "",
	"http://ns.adobe.com/xmp/1.0/DynamicMedia/":    "",
	nsExtension: "schemas",
	nsRDF:       "",
	nsXML:       "",
}

// shapes are the forms of the values of properties that we know.
var shapes = map[string]string{
	nsDC + "title": "Alt", nsDC + "description": "Alt", nsDC + "rights": "Alt",
	nsDC + "creator": "Seq", nsDC + "date": "Seq", nsDC + "subject": "Bag", nsDC + "language": "Bag",
	nsDC + "contributor": "Bag", nsDC + "publisher": "Bag", nsDC + "relation": "Bag", nsDC + "type": "Bag",
	nsDC + "format": "", nsDC + "identifier": "", nsDC + "source": "", nsDC + "coverage": "",
	nsXMP + "CreateDate": "date", nsXMP + "ModifyDate": "date", nsXMP + "MetadataDate": "date",
	nsXMP + "CreatorTool": "", nsXMP + "BaseURL": "", nsXMP + "Label": "", nsXMP + "Nickname": "",
	nsPDF + "Keywords": "", nsPDF + "Producer": "", nsPDF + "PDFVersion": "",
	"http://ns.adobe.com/xmp/1.0/DynamicMedia/projectRef": "struct",
	nsA + "part": "integer", nsA + "conformance": "", nsUA + "part": "integer",
}

// checkProperties checks that every property is known or declared.
func (c metadataRules) checkProperties(object int) {
	declared := c.checkExtensions(object)
	for _, p := range c.meta.properties {
		list, isKnown := known[p.space]
		name := p.space + p.local
		ok := isKnown && (list == "" || slices.Contains(strings.Fields(list), p.local)) || declared[name]
		if !ok {
			c.fail("metadata-property", 0, object, p.prefix+":"+p.local)
		}
		if shape, has := shapes[name]; has && !fits(p, shape) {
			c.fail("metadata-value", 0, object, p.prefix+":"+p.local)
		}
	}
}

func fits(p *element, shape string) bool {
	switch shape {
	case "Alt", "Seq", "Bag":
		return p.kid(nsRDF, shape) != nil
	case "struct":
		_, resource := p.attr(nsRDF, "parseType")
		return resource || p.kid(nsRDF, "Description") != nil
	case "integer":
		v := p.value()
		return len(p.items()) == 0 && v != "" && strings.Trim(v, "0123456789") == ""
	case "date":
		return len(p.items()) == 0 && isDate(p.value())
	default:
		return len(p.items()) == 0
	}
}

// isDate knows the dates of ISO 8601 that XMP takes: a year, with or without
// what follows.
func isDate(s string) bool {
	const full = "0000-00-00T00:00:00"
	i := 0
	for ; i < len(s) && i < len(full); i++ {
		if full[i] == '0' != (s[i] >= '0' && s[i] <= '9') || full[i] != '0' && s[i] != full[i] {
			break
		}
	}
	return i >= 4
}

// checkExtensions checks the schemas that the file declares, and gives the
// properties that they declare.
func (c metadataRules) checkExtensions(object int) map[string]bool {
	declared := map[string]bool{}
	schemas := c.meta.property(nsExtension, "schemas")
	if schemas == nil {
		return declared
	}
	if schemas.prefix != "pdfaExtension" || schemas.kid(nsRDF, "Bag") == nil {
		c.fail("extension-container", 0, object, "schemas")
	}
	for _, item := range schemas.items() {
		schema := inner(item)
		c.checkFields(schema, nsSchema, "pdfaSchema", object, "schema", "namespaceURI", "prefix")
		space := strings.TrimSpace(field(schema, nsSchema, "namespaceURI"))
		for _, p := range schema.kid(nsSchema, "property").items() {
			property := inner(p)
			c.checkFields(property, nsProperty, "pdfaProperty", object, "name", "valueType", "category", "description")
			if cat := field(property, nsProperty, "category"); cat != "" && cat != "internal" && cat != "external" {
				c.fail("extension-schema", 0, object, "category "+cat)
			}
			declared[space+strings.TrimSpace(field(property, nsProperty, "name"))] = true
		}
		for _, t := range schema.kid(nsSchema, "valueType").items() {
			c.checkFields(inner(t), nsType, "pdfaType", object, "type", "namespaceURI", "prefix", "description")
			for _, f := range inner(t).kid(nsType, "field").items() {
				c.checkFields(inner(f), nsField, "pdfaField", object, "name", "valueType", "description")
			}
		}
	}
	return declared
}

// inner gives the description inside an item, where it has one.
func inner(e *element) *element {
	if d := e.kid(nsRDF, "Description"); d != nil {
		return d
	}
	return e
}

func field(e *element, space, local string) string {
	if k := e.kid(space, local); k != nil {
		return k.text
	}
	v, _ := e.attr(space, local)
	return v
}

func (c metadataRules) checkFields(e *element, space, prefix string, object int, fields ...string) {
	for _, f := range fields {
		k := e.kid(space, f)
		if k == nil {
			if _, ok := e.attr(space, f); ok {
				continue
			}
			c.fail("extension-schema", 0, object, prefix+":"+f)
		} else if k.prefix != prefix || len(k.items()) > 0 {
			c.fail("extension-schema", 0, object, k.prefix+":"+f)
		}
	}
	for _, k := range e.kids {
		if k.space != space && k.space != nsRDF {
			c.fail("extension-schema", 0, object, k.prefix+":"+k.local)
		}
	}
}
