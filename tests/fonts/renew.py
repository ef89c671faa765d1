"""Makes NotoSansSC-subset.otf anew, with every Chinese character that the program and its tests
have in them:

    python3 tests/fonts/renew.py [NotoSansCJK-Regular.ttc]

Needs fonttools (`pip install fonttools`) and the whole face (Debian: fonts-noto-cjk). Where two
branches have renewed it, take either and run it again.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

FOLDER = pathlib.Path(__file__).parent
ROOT = FOLDER.parent.parent
FACE = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
NAME = "Noto Sans CJK SC"
TEXT = {".ftl", ".txt", ".ron", ".rs", ".py"}


def is_chinese(c):
    return 0x3000 <= ord(c) <= 0x9FFF or 0xFF00 <= ord(c) <= 0xFFEF


def characters():
    files = [
        path
        for folder in ("assets", "src", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in TEXT and path.parent != FOLDER
    ]
    found = {c for path in files for c in path.read_text(encoding="utf-8") if is_chinese(c)}
    return "".join(sorted(found))


def main():
    collection = TTCollection(sys.argv[1] if len(sys.argv) > 1 else FACE)
    names = [font["name"].getDebugName(1) for font in collection.fonts]
    wanted = characters()
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    face = collection.fonts[names.index(NAME)]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=wanted)
    subsetter.subset(face)
    face["head"].modified = face["head"].created  # the same characters give the same file
    face.recalcTimestamp = False
    face.save(FOLDER / "NotoSansSC-subset.otf")
    (FOLDER / "characters.txt").write_text(wanted + "\n", encoding="utf-8")
    print(len(wanted), "characters")


main()
