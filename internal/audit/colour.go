package audit

import (
	"fmt"
	"math"

	"slotmemo/internal/pdfread"
)

// A color of a text or area. Known: we could turn it into RGB.
type color struct {
	known   bool
	r, g, b float64
}

// colourRules are about colour spaces and output intents.
type colourRules struct{ *checker }

// contrast is that of WCAG 2: from 1 to 21.
func contrast(a, b color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color) float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

// color sets a colour, and notes the device colour space that it needs.
func (in *interpreter) color(op string) {
	target := &in.g.fill
	if op[0] >= 'A' && op[0] <= 'Z' {
		target = &in.g.stroke
	}
	switch op {
	case "g", "G":
		v := in.num(0)
		*target = color{true, v, v, v}
		in.useSpace(name("DeviceGray"), 0)
	case "rg", "RG":
		*target = color{true, in.num(0), in.num(1), in.num(2)}
		in.useSpace(name("DeviceRGB"), 0)
	case "k", "K":
		k := 1 - in.num(3)
		*target = color{true, (1 - in.num(0)) * k, (1 - in.num(1)) * k, (1 - in.num(2)) * k}
		in.useSpace(name("DeviceCMYK"), 0)
	case "cs", "CS":
		n := in.Name(0)
		*target = color{known: n == "DeviceGray" || n == "DeviceRGB"}
		if v := in.resource("ColorSpace", n); v != nil {
			in.useSpace(v, 0)
		} else {
			in.useSpace(n, 0)
		}
	default: // sc, scn and their like: in the space that is set
		switch len(in.Operands) {
		case 1:
			v := in.num(0)
			*target = color{target.known, v, v, v}
		case 3:
			*target = color{target.known, in.num(0), in.num(1), in.num(2)}
		default:
			target.known = false
		}
		if n := in.Name(len(in.Operands) - 1); n != "" {
			target.known = false
			in.pattern(in.resource("Pattern", n))
		}
	}
}

func (in *interpreter) pattern(v any) {
	switch p := in.c.f.Get(v).(type) {
	case *stream:
		if in.depth < 5 {
			in.form(p, true)
		}
	case dict:
		in.shading(p["Shading"])
	}
}

func (in *interpreter) shading(v any) {
	if d := in.c.f.Dict(v); d != nil {
		in.useSpace(d["ColorSpace"], pdfread.NumberOf(v))
	}
}

// useSpace notes which device colour spaces a colour space comes down to.
func (in *interpreter) useSpace(v any, object int) { in.useSpaceAt(v, object, 0) }

func (in *interpreter) useSpaceAt(v any, object, depth int) {
	if depth > 10 {
		return
	}
	c := in.c
	switch s := c.f.Get(v).(type) {
	case name:
		if s != "DeviceGray" && s != "DeviceRGB" && s != "DeviceCMYK" {
			return
		}
		spaces := c.f.Dict(in.resources["ColorSpace"])
		if spaces["Default"+s[len("Device"):]] != nil {
			return
		}
		if _, have := c.content.devices[s]; !have {
			c.content.devices[s] = place{in.page.Index, object}
		}
	case array:
		if len(s) == 0 {
			return
		}
		switch kind := c.f.Name(s[0]); {
		case kind == "ICCBased" && len(s) > 1:
			colourRules{c}.checkProfile(s[1], in.page.Index)
		case kind == "Indexed" && len(s) > 1:
			in.useSpaceAt(s[1], object, depth+1)
		case (kind == "Separation" || kind == "DeviceN") && len(s) > 2:
			in.useSpaceAt(s[2], object, depth+1)
			if kind == "DeviceN" {
				colourRules{c}.checkDeviceN(s, in.page.Index)
			}
		case kind == "Pattern" && len(s) > 1:
			in.useSpaceAt(s[1], object, depth+1)
		case len(s) == 1:
			in.useSpaceAt(s[0], object, depth+1)
		}
	}
}

// checkProfile checks the profile of an ICCBased colour space.
func (c colourRules) checkProfile(v any, page int) {
	s := c.f.Stream(v)
	if s == nil {
		return
	}
	b, _ := c.f.Decode(s)
	n := c.f.Integer(s.Dict["N"])
	components, class, version := readProfile(b)
	usable := class == "prtr" || class == "mntr" || class == "scnr" || class == "spac"
	if !usable || version > 4 || components != n {
		c.fail("icc-profile", page, s.Number, fmt.Sprintf("%q, version %d, %d of %d", class, version, components, n))
	}
}

// readProfile reads the header of an ICC profile.
func readProfile(b []byte) (components int, class string, version int) {
	if len(b) < 128 {
		return 0, "", 0
	}
	switch string(b[16:20]) {
	case "GRAY":
		components = 1
	case "RGB ", "Lab ":
		components = 3
	case "CMYK":
		components = 4
	}
	return components, string(b[12:16]), int(b[8])
}

func (c colourRules) checkDeviceN(s array, page int) {
	names := c.f.Array(s[1])
	if len(names) > 32 {
		c.fail("limit-colours", page, 0, fmt.Sprint(len(names)))
	}
	var attributes dict
	if len(s) > 4 {
		attributes = c.f.Dict(s[4])
	}
	colorants := c.f.Dict(attributes["Colorants"])
	process := c.f.Array(c.f.Dict(attributes["Process"])["Components"])
	for _, v := range names {
		n := c.f.Name(v)
		known := n == "None" || n == "All" || colorants[n] != nil ||
			n == "Cyan" || n == "Magenta" || n == "Yellow" || n == "Black"
		for _, p := range process {
			known = known || c.f.Name(p) == n
		}
		if !known {
			c.fail("colorants", page, 0, string(n))
		}
	}
}

// check checks output intents, and that they cover the device colours.
func (c colourRules) check() {
	components := 0
	var first int
	for _, v := range c.f.Array(c.root["OutputIntents"]) {
		d := c.f.Dict(v)
		s := c.f.Stream(d["DestOutputProfile"])
		if s == nil {
			continue
		}
		if first != 0 && s.Number != first {
			c.fail("output-intents", 0, pdfread.NumberOf(v), "")
		}
		first = s.Number
		if c.f.Name(d["S"]) != "GTS_PDFA1" {
			continue
		}
		b, err := c.f.Decode(s)
		n, class, version := readProfile(b)
		if err != nil || class != "prtr" && class != "mntr" || version > 4 || n == 0 {
			c.fail("output-intent", 0, s.Number, fmt.Sprintf("%q, version %d", class, version))
		}
		components = n
	}
	need := func(space name, rule string, ok bool) {
		if at, used := c.content.devices[space]; used && !ok {
			c.fail(rule, at.page, at.object, string(space))
		}
	}
	need("DeviceRGB", "device-rgb", components == 3)
	need("DeviceCMYK", "device-cmyk", components == 4)
	need("DeviceGray", "device-gray", components != 0)
	if components == 0 {
		for _, p := range c.pages {
			group := c.f.Dict(p.Dict["Group"])
			if c.content.transparent[p.Index] && group["CS"] == nil {
				c.fail("blend-space", p.Index, p.Number, "")
			}
		}
	}
}

// checkGroup notes the colour space in which a page is blended.
func (c colourRules) checkGroup(p *pdfread.Page) {
	group := c.f.Dict(p.Dict["Group"])
	if c.f.Name(group["S"]) == "Transparency" && group["CS"] != nil {
		in := &interpreter{c: c.checker, page: p, resources: p.Resources}
		in.useSpace(group["CS"], p.Number)
	}
}
