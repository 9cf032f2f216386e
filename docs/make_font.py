"""Make the headline fonts of static/fonts/ from the npm package @fontsource-variable/newsreader.

    python docs/make_font.py PACKAGE_FOLDER static/fonts

Newsreader is a variable font in two files: "latin", which lacks Ÿ and the narrow no-break space
that French sets before ; ! and ?, and "latin-ext", which has Ÿ. A page needs one cut at one weight:
we freeze the axes, add what is missing, and keep what French and its neighbours write. `make font`
runs this; tests/test_fonts.py says what must come out.
"""

import copy
import shutil
import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib.instancer import instantiateVariableFont

DISPLAY_SIZE = 72  # the optical size drawn for headlines: finer hairlines, tighter fit
CUTS = {
    "newsreader.woff2": ("normal", 600, "SemiBold"),
    "newsreader-italic.woff2": ("italic", 500, "Medium Italic"),
}

CHARACTERS = (
    "".join(map(chr, range(0x20, 0x7F))) + "".join(map(chr, range(0xA0, 0x100))) + "ŒœŸ\u202f\u2011–—‘’‚“”„‹›…•′″⁄€™−"
)
FEATURES = ["kern", "liga"]


def main(package, target):
    for name, (style, weight, cut) in CUTS.items():
        font = frozen(package / f"files/newsreader-latin-standard-{style}.woff2", weight)
        extended = frozen(package / f"files/newsreader-latin-ext-standard-{style}.woff2", weight)
        add_narrow_space(font)
        add_capital_y_dieresis(font, extended)
        prefer_proportional_figures(font)
        add_characters(font, {0x2011: font.getBestCmap()[ord("-")]})
        keep_only_what_we_print(font)
        rename(font, f"Newsreader Display {cut}")
        font.flavor = "woff2"
        font.save(target / name)
        print(f"{target / name}: {(target / name).stat().st_size:,} bytes")
    shutil.copyfile(package / "LICENSE", target / "OFL.txt")


def frozen(path, weight):
    font = TTFont(path, recalcTimestamp=False)
    return instantiateVariableFont(font, {"wght": weight, "opsz": DISPLAY_SIZE})


def add_narrow_space(font):
    """U+202F at four fifths of the word space: seen as a space, never mistaken for one."""
    space = font["hmtx"][font.getBestCmap()[ord(" ")]][0]
    add_glyph(font, "uni202F", Glyph(), round(space * 0.8))
    add_characters(font, {0x202F: "uni202F"})


def add_capital_y_dieresis(font, extended):
    """Ÿ as its designer drew it, from the file that has it, kerned like Y."""
    drawn = extended.getBestCmap()[ord("Ÿ")]
    outline = DecomposingRecordingPen(extended.getGlyphSet())
    extended.getGlyphSet()[drawn].draw(outline)
    pen = TTGlyphPen(None)
    outline.replay(pen)
    add_glyph(font, "Ydieresis", pen.glyph(), extended["hmtx"][drawn][0])
    add_characters(font, {ord("Ÿ"): "Ydieresis"})
    kern_like(font, "Ydieresis", font.getBestCmap()[ord("Y")])


def kern_like(font, name, model):
    """Give the newest glyph its model's place in every kerning pair, as first and as second.

    The newest glyph has the highest number, so that appending keeps the tables sorted.
    """
    for table in pair_tables(font["GPOS"].table):
        if table.Format == 1:
            kern_singly(table, name, model)
        else:
            for classes in (table.ClassDef1.classDefs, table.ClassDef2.classDefs):
                if model in classes:
                    classes[name] = classes[model]
            if model in table.Coverage.glyphs:
                table.Coverage.glyphs.append(name)


def kern_singly(table, name, model):
    for pairs in table.PairSet:
        for pair in [pair for pair in pairs.PairValueRecord if pair.SecondGlyph == model]:
            twin = copy.copy(pair)
            twin.SecondGlyph = name
            pairs.PairValueRecord.append(twin)
    if model in table.Coverage.glyphs:
        pairs = table.PairSet[table.Coverage.glyphs.index(model)]
        table.Coverage.glyphs.append(name)
        table.PairSet.append(copy.deepcopy(pairs))


def pair_tables(gpos):
    for lookup in gpos.LookupList.Lookup:
        for subtable in lookup.SubTable:
            table = getattr(subtable, "ExtSubTable", subtable)
            if table.LookupType == 2:
                yield table


def prefer_proportional_figures(font):
    """Headlines set figures as words; the file's own default is the figures of tables."""
    substitutions = font["GSUB"].table
    features = substitutions.FeatureList.FeatureRecord
    feature = next(record.Feature for record in features if record.FeatureTag == "pnum")
    lookup = substitutions.LookupList.Lookup[feature.LookupListIndex[0]]
    proportional = lookup.SubTable[0].mapping
    characters = font.getBestCmap().items()
    add_characters(font, {char: proportional[name] for char, name in characters if name in proportional})


def add_glyph(font, name, outline, width):
    font["glyf"][name] = outline
    font.setGlyphOrder(font["glyf"].glyphOrder)
    outline.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(outline, "xMin", 0))


def add_characters(font, glyph_of):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(glyph_of)


def keep_only_what_we_print(font):
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.drop_tables += ["STAT"]  # describes axes that are frozen now
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)


def rename(font, full_name):
    family, style = full_name.rsplit("Display ", 1)
    names = {1: family + "Display", 2: style, 4: full_name, 6: full_name.replace(" ", "")}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
