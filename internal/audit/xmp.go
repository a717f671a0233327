package audit

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Namespaces of XMP that we know.
const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsUA        = "http://www.aiim.org/pdfua/ns/id/"
	nsA         = "http://www.aiim.org/pdfa/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
	nsType      = "http://www.aiim.org/pdfa/ns/type#"
	nsField     = "http://www.aiim.org/pdfa/ns/field#"
)

// An element of XML with its namespaces resolved and its prefixes kept: PDF/A
// and PDF/UA prescribe some of these.
type element struct {
	space, prefix, local string
	attrs                []element // with text
	text                 string
	kids                 []*element
}

func (e *element) is(space, local string) bool { return e.space == space && e.local == local }

func (e *element) attr(space, local string) (string, bool) {
	for _, a := range e.attrs {
		if a.is(space, local) {
			return a.text, true
		}
	}
	return "", false
}

func (e *element) kid(space, local string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.is(space, local) {
			return k
		}
	}
	return nil
}

// xmp is the metadata of a file.
type xmp struct {
	properties []*element
	packet     map[string]string // attributes of the packet's header
	raw        []byte
	err        error
}

func (m *xmp) property(space, local string) *element {
	if m == nil {
		return nil
	}
	for _, p := range m.properties {
		if p.is(space, local) {
			return p
		}
	}
	return nil
}

// items gives the items of an array, or the value itself.
func (e *element) items() []*element {
	if e == nil {
		return nil
	}
	for _, kind := range []string{"Alt", "Seq", "Bag"} {
		if list := e.kid(nsRDF, kind); list != nil {
			return list.kids
		}
	}
	return nil
}

// value gives the text of a simple property, or of its first item.
func (e *element) value() string {
	if e == nil {
		return ""
	}
	if items := e.items(); len(items) > 0 {
		return strings.TrimSpace(items[0].text)
	}
	return strings.TrimSpace(e.text)
}

// Bounds of metadata.
const (
	maxXMPElements = 200_000
	maxXMPDepth    = 200 // elements in each other
)

func parseXMP(b []byte) *xmp {
	m := &xmp{raw: b, packet: map[string]string{}}
	root, err := parseXML(b, m.packet)
	if err != nil {
		m.err = err
		return m
	}
	var find func(e *element, depth int)
	find = func(e *element, depth int) {
		if e.is(nsRDF, "RDF") {
			for _, d := range e.kids {
				if !d.is(nsRDF, "Description") {
					continue
				}
				m.properties = append(m.properties, d.kids...)
				for _, a := range d.attrs {
					if a.space != nsRDF && a.space != nsXML && a.space != "" && a.space != "xmlns" {
						m.properties = append(m.properties, &a)
					}
				}
			}
			return
		}
		for _, k := range e.kids {
			if depth < maxXMPDepth {
				find(k, depth+1)
			}
		}
	}
	find(root, 0)
	return m
}

// An xmlReader builds the tree of a document.
type xmlReader struct {
	open   []*element // the root, without a name, and the elements that aren't closed
	scopes []map[string]string
	packet map[string]string
	count  int
}

// parseXML reads a document as a tree under one element without a name, and the
// attributes of its packet.
func parseXML(b []byte, packet map[string]string) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	root := &element{}
	x := &xmlReader{open: []*element{root}, scopes: []map[string]string{{"xml": nsXML}}, packet: packet}
	for {
		t, err := d.RawToken()
		if err == io.EOF && len(x.open) != 1 {
			return nil, errors.New("an element isn't closed")
		}
		if err == io.EOF {
			return root, nil
		}
		if err == nil {
			err = x.take(t)
		}
		if err != nil {
			return nil, err
		}
	}
}

func (x *xmlReader) take(t xml.Token) error {
	top := x.open[len(x.open)-1]
	switch t := t.(type) {
	case xml.StartElement:
		if x.count++; x.count > maxXMPElements || len(x.open) > maxXMPDepth {
			return errors.New("too many elements")
		}
		x.start(t, top)
	case xml.EndElement:
		if len(x.open) == 1 || top.prefix != t.Name.Space || top.local != t.Name.Local {
			return errors.New("an element closes that isn't open")
		}
		x.open, x.scopes = x.open[:len(x.open)-1], x.scopes[:len(x.scopes)-1]
	case xml.CharData:
		top.text += string(t)
	case xml.ProcInst:
		if t.Target == "xpacket" {
			readAttributes(string(t.Inst), x.packet)
		}
	}
	return nil
}

func (x *xmlReader) start(t xml.StartElement, top *element) {
	scope := map[string]string{}
	for _, a := range t.Attr {
		if prefix, ok := declares(a.Name); ok {
			scope[prefix] = a.Value
		}
	}
	x.scopes = append(x.scopes, scope)
	e := &element{space: x.resolve(t.Name.Space), prefix: t.Name.Space, local: t.Name.Local}
	for _, a := range t.Attr {
		if _, ok := declares(a.Name); ok {
			continue
		}
		space := ""
		if a.Name.Space != "" {
			space = x.resolve(a.Name.Space)
		}
		e.attrs = append(e.attrs, element{space: space, prefix: a.Name.Space, local: a.Name.Local, text: a.Value})
	}
	top.kids = append(top.kids, e)
	x.open = append(x.open, e)
}

// declares returns the prefix for which an attribute declares a namespace; the
// empty one is that of names without a prefix.
func declares(n xml.Name) (prefix string, ok bool) {
	if n.Space == "xmlns" {
		return n.Local, true
	}
	return "", n.Space == "" && n.Local == "xmlns"
}

// resolve returns the namespace of a prefix; empty if it has none.
func (x *xmlReader) resolve(prefix string) string {
	for i := len(x.scopes) - 1; i >= 0; i-- {
		if uri, ok := x.scopes[i][prefix]; ok {
			return uri
		}
	}
	return ""
}

// readAttributes reads name="value" pairs.
func readAttributes(s string, into map[string]string) {
	for {
		key, rest, ok := strings.Cut(strings.TrimSpace(s), "=")
		if !ok || rest == "" {
			return
		}
		value, after, ok := strings.Cut(rest[1:], rest[:1])
		if !ok {
			return
		}
		into[strings.TrimSpace(key)] = value
		s = after
	}
}
