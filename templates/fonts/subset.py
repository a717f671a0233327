#!/usr/bin/env python3
"""Makes the small web fonts (*.woff2) of the HTML edition from the TTF files here.

Run it in this folder after changing a font: python3 subset.py
It needs fontTools with brotli (Debian: python3-fonttools, python3-brotli).

The originals carry the Reserved Font Name "Source", which the Open Font License
forbids to a modified version: a subset is renamed to "Memo Serif", "Memo Sans"
or "Memo Mono". Copyright and licence stay in the name table; the licence texts
are the LICENSE files in this folder.
"""

from fontTools import subset
from fontTools.ttLib import TTFont

FACES = [
    ("SourceSerif4_400Regular", "MemoSerif-Regular", "Memo Serif", "Regular"),
    ("SourceSerif4_400Regular_Italic", "MemoSerif-Italic", "Memo Serif", "Italic"),
    ("SourceSerif4_600SemiBold", "MemoSerif-SemiBold", "Memo Serif", "SemiBold"),
    ("SourceSerif4_600SemiBold_Italic", "MemoSerif-SemiBoldItalic", "Memo Serif", "SemiBold Italic"),
    ("SourceSans3_300Light", "MemoSans-Light", "Memo Sans", "Light"),
    ("SourceSans3_400Regular", "MemoSans-Regular", "Memo Sans", "Regular"),
    ("SourceSans3_400Regular_Italic", "MemoSans-Italic", "Memo Sans", "Italic"),
    ("SourceSans3_600SemiBold", "MemoSans-SemiBold", "Memo Sans", "SemiBold"),
    ("SourceCodePro_400Regular", "MemoMono-Regular", "Memo Mono", "Regular"),
]

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F), (0x0218, 0x021B),  # Latin Extended-A; Romanian commas
    (0x02C6, 0x02DD), (0x0300, 0x0304), (0x0306, 0x030C), (0x0327, 0x0328),  # accents
    (0x0370, 0x03FF),  # Greek
    (0x1E9E, 0x1E9E),
    (0x2002, 0x2027), (0x202F, 0x205F),  # general punctuation, without bidi controls
    (0x2070, 0x209C),  # superior and inferior figures
    (0x20AC, 0x20AC), (0x2116, 0x2122),
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # maths
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2713, 0x2717),
]

# sups stands for the marks of footnotes, tnum for columns of numbers.
FEATURES = ["kern", "liga", "locl", "sups", "tnum", "lnum", "ccmp", "mark", "mkmk"]


def make(source, target, family, style):
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.flavor = "woff2"
    font = TTFont(source + ".ttf", recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
    subsetter.subset(font)
    rename(font["name"], target, family, style)
    subset.save_font(font, target + ".woff2", options)


def rename(names, target, family, style):
    for key in (16, 17):
        names.removeNames(nameID=key)
    words = {1: family, 2: style, 3: "slotmemo: " + target, 4: f"{family} {style}", 6: target}
    for key, text in words.items():
        names.removeNames(nameID=key)
        names.setName(text, key, 3, 1, 0x409)


for face in FACES:
    make(*face)
