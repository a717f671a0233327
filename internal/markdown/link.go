package markdown

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"slotmemo/internal/document"
	"slotmemo/internal/source"
)

// pending is a link whose place is held by a Link with the Target "\x00n" until
// quotes and joints have been set: one of ours, or a bare address.
type pending struct {
	address Address
	bare    document.Inline // if set, what stands in its place
}

// hold keeps a link until the line has been set.
func (c *converter) hold(p pending, kids []document.Inline) []document.Inline {
	c.links = append(c.links, p)
	return []document.Inline{document.Link{Target: "\x00" + strconv.Itoa(len(c.links)-1), Kids: kids}}
}

// ours splits "scheme:name" if the scheme is one of ours.
func ours(address string, schemes []string) (scheme, name string, ok bool) {
	scheme, name, ok = strings.Cut(address, ":")
	if !ok || !slices.Contains(schemes, scheme) {
		return "", "", false
	}
	if decoded, err := url.PathUnescape(name); err == nil {
		name = decoded
	}
	return scheme, name, true
}

// image places what an image with an address of ours asks for.
func (c *converter) image(n *ast.Image) []document.Block {
	pos := c.inPart(n.Pos())
	caption := c.line(n)
	address := unescape(string(n.Destination))
	scheme, name, ok := ours(address, c.host.Schemes().Images)
	if !ok {
		c.report(pos, ImageAddress, address, c.imageSchemes())
		return nil
	}
	if c.inNote { // at the foot of a page there is room for words
		c.report(pos, PlaceInNote, address)
		return nil
	}
	blocks, problems := c.host.Place(Address{pos, scheme, name}, caption)
	c.problems = append(c.problems, problems...)
	return blocks
}

// imageSchemes are what the address of an image may begin with.
func (c *converter) imageSchemes() source.Choice {
	var choice source.Choice
	for _, scheme := range c.host.Schemes().Images {
		choice = append(choice, scheme+":")
	}
	return choice
}

// link makes a link, or a place held for one of ours.
func (c *converter) link(n *ast.Link) []document.Inline {
	return c.linkTo(n.Pos(), unescape(string(n.Destination)), c.raw(children(n)))
}

func (c *converter) linkTo(offset int, address string, kids []document.Inline) []document.Inline {
	pos := c.inPart(offset)
	scheme, name, ok := ours(address, c.host.Schemes().Links)
	if heading, found := strings.CutPrefix(address, "#"); found && heading != "" {
		if decoded, err := url.PathUnescape(heading); err == nil {
			heading = decoded
		}
		scheme, name, ok = "#", heading, true
	}
	if ok {
		return c.hold(pending{address: Address{pos, scheme, name}}, kids)
	}
	outside, ok := outsideAddress(address)
	if !ok {
		c.warn(pos, LinkAddress, short(address))
		return kids
	}
	if len(kids) == 0 {
		kids = document.Words(outside)
	}
	return []document.Inline{document.Link{URL: outside, Purpose: purpose(outside), Kids: kids}}
}

func (c *converter) autoLink(n *ast.AutoLink) []document.Inline {
	label := string(n.Label(c.part))
	address := label
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
		address = "mailto:" + address
	}
	label = c.clean(label, n.Pos())
	outside, ok := outsideAddress(address)
	if !ok {
		c.warn(c.inPart(n.Pos()), LinkAddress, short(address))
		return c.hold(pending{bare: document.Text(label)}, nil)
	}
	return c.hold(pending{bare: document.Link{URL: outside, Purpose: purpose(outside), Kids: document.Words(label)}}, nil)
}

// resolve puts what the host gives in the place of our links.
func (c *converter) resolve(text []document.Inline) []document.Inline {
	var out []document.Inline
	for _, in := range text {
		switch in := in.(type) {
		case document.Emph:
			out = append(out, document.Emph{Kids: c.resolve(in.Kids)})
		case document.Strong:
			out = append(out, document.Strong{Kids: c.resolve(in.Kids)})
		case document.Span:
			in.Kids = c.resolve(in.Kids)
			out = append(out, in)
		case document.Link:
			number, held := strings.CutPrefix(in.Target, "\x00")
			if !held {
				in.Kids = c.resolve(in.Kids)
				out = append(out, in)
				continue
			}
			i, err := strconv.Atoi(number)
			if err != nil {
				panic(fmt.Sprintf("markdown: link %q", number))
			}
			if c.links[i].bare != nil {
				out = append(out, c.links[i].bare)
				continue
			}
			inlines, problems := c.host.Link(c.links[i].address, c.resolve(in.Kids))
			c.problems = append(c.problems, problems...)
			out = append(out, inlines...)
		default:
			out = append(out, in)
		}
	}
	return out
}

var schemeOf = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.\-]*:`)

// outsideAddress gives an address that may leave the memo: http, https or
// mailto, also after everything in it has been decoded (CVE-2026-5160: a check
// before decoding let "javascript&colon;" through).
func outsideAddress(address string) (string, bool) {
	scheme := strings.ToLower(schemeOf.FindString(address))
	if scheme != "http:" && scheme != "https:" && scheme != "mailto:" {
		return "", false
	}
	decoded := decode(address)
	if strings.ToLower(schemeOf.FindString(decoded)) != scheme {
		return "", false
	}
	for _, r := range address {
		if unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return "", false
		}
	}
	u, err := url.Parse(address)
	if err != nil || u.User != nil {
		return "", false
	}
	if scheme == "mailto:" {
		if !strings.Contains(u.Opaque, "@") {
			return "", false
		}
		return u.String(), true
	}
	if u.Host == "" || u.Opaque != "" {
		return "", false
	}
	return u.String(), true
}

// decode resolves entities and percent signs until nothing changes, and drops
// what a browser drops from an address.
func decode(s string) string {
	for range 8 {
		next := html.UnescapeString(s)
		if d, err := url.PathUnescape(next); err == nil {
			next = d
		}
		next = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
				return -1
			}
			return r
		}, next)
		if next == s {
			break
		}
		s = next
	}
	return s
}

// purpose says where an address leads, without what follows the host.
func purpose(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if u.Scheme == "mailto" {
		return u.Opaque
	}
	return u.Host
}
