package pdfread

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// runeOfName returns the character of a glyph name. Names that we don't know, but
// that a list of names may well know, count as known without a character.
func runeOfName(n string) (rune, bool) {
	n, _, _ = strings.Cut(n, ".")
	if n == "" {
		return 0, false
	}
	if utf8.RuneCountInString(n) == 1 {
		return rune(n[0]), true
	}
	if r, ok := glyphNames[n]; ok {
		return r, true
	}
	for _, prefix := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(n, prefix); ok && len(hex) >= 4 {
			if v, err := strconv.ParseUint(hex[:min(len(hex), 6)], 16, 32); err == nil {
				return rune(v), true
			}
		}
	}
	if strings.Trim(n, "0123456789") != n || strings.HasPrefix(n, "glyph") {
		return 0, false // g12, cid34, glyph5: numbers, not names
	}
	return 0, true
}

// IsListedGlyph reports whether a name may stand in a Differences array of a TrueType font.
func IsListedGlyph(n string) bool {
	if n == ".notdef" {
		return true
	}
	_, ok := runeOfName(n)
	return ok && !strings.Contains(n, "_")
}

// glyphNames are the names of the Latin characters.
var glyphNames = func() map[string]rune {
	m := map[string]rune{}
	for _, pair := range strings.Fields(`space=20 exclam=21 quotedbl=22 numbersign=23 dollar=24 percent=25 ampersand=26 quotesingle=27
		parenleft=28 parenright=29 asterisk=2A plus=2B comma=2C hyphen=2D period=2E slash=2F zero=30 one=31 two=32 three=33 four=34
		five=35 six=36 seven=37 eight=38 nine=39 colon=3A semicolon=3B less=3C equal=3D greater=3E question=3F at=40 bracketleft=5B
		backslash=5C bracketright=5D asciicircum=5E underscore=5F grave=60 braceleft=7B bar=7C braceright=7D asciitilde=7E
		exclamdown=A1 cent=A2 sterling=A3 currency=A4 yen=A5 brokenbar=A6 section=A7 dieresis=A8 copyright=A9 ordfeminine=AA
		guillemotleft=AB logicalnot=AC registered=AE macron=AF degree=B0 plusminus=B1 acute=B4 mu=B5 paragraph=B6 periodcentered=B7
		cedilla=B8 ordmasculine=BA guillemotright=BB onequarter=BC onehalf=BD threequarters=BE questiondown=BF
		Agrave=C0 Aacute=C1 Acircumflex=C2 Atilde=C3 Adieresis=C4 Aring=C5 AE=C6 Ccedilla=C7 Egrave=C8 Eacute=C9 Ecircumflex=CA Edieresis=CB
		Igrave=CC Iacute=CD Icircumflex=CE Idieresis=CF Eth=D0 Ntilde=D1 Ograve=D2 Oacute=D3 Ocircumflex=D4 Otilde=D5 Odieresis=D6
		multiply=D7 Oslash=D8 Ugrave=D9 Uacute=DA Ucircumflex=DB Udieresis=DC Yacute=DD Thorn=DE germandbls=DF
		agrave=E0 aacute=E1 acircumflex=E2 atilde=E3 adieresis=E4 aring=E5 ae=E6 ccedilla=E7 egrave=E8 eacute=E9 ecircumflex=EA edieresis=EB
		igrave=EC iacute=ED icircumflex=EE idieresis=EF eth=F0 ntilde=F1 ograve=F2 oacute=F3 ocircumflex=F4 otilde=F5 odieresis=F6
		divide=F7 oslash=F8 ugrave=F9 uacute=FA ucircumflex=FB udieresis=FC yacute=FD thorn=FE ydieresis=FF
		OE=152 oe=153 Scaron=160 scaron=161 Ydieresis=178 Zcaron=17D zcaron=17E florin=192 circumflex=2C6 caron=2C7 tilde=2DC
		endash=2013 emdash=2014 quoteleft=2018 quoteright=2019 quotesinglbase=201A quotedblleft=201C quotedblright=201D quotedblbase=201E
		dagger=2020 daggerdbl=2021 bullet=2022 ellipsis=2026 perthousand=2030 guilsinglleft=2039 guilsinglright=203A fraction=2044
		Euro=20AC trademark=2122 minus=2212 fi=FB01 fl=FB02 dotlessi=131 Lslash=141 lslash=142 ring=2DA ogonek=2DB breve=2D8 dotaccent=2D9 hungarumlaut=2DD`) {
		n, hex, _ := strings.Cut(pair, "=")
		v, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			panic("pdfread: glyph name " + pair)
		}
		m[n] = rune(v)
	}
	return m
}()
