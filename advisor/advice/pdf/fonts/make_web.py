"""For maintainers: cuts the fonts of the pages, so that site and paper have one face. See `README.md` beside.

`python advisor/advice/pdf/fonts/make_web.py NOTO_SANS NOTO_SANS_ARABIC` reads the two packages as unpacked and writes
`static/fonts/`: one variable file for each script, from regular to bold, and the checksums.
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

FOLDER = Path(__file__).resolve().parents[4] / "static" / "fonts"
WEIGHTS = (400, 700)
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "init", "medi", "fina", "isol", "rlig", "liga", "calt", "tnum"]
SCRIPTS: dict[str, tuple[int, str, list[Iterable[int]]]] = {
    "latin": (
        0,
        "noto-sans-latin",
        [range(0x20, 0x7F), range(0xA0, 0x100), range(0x2000, 0x2070), [0x152, 0x153, 0x20AC, 0x2212]],
    ),
    "latin-ext": (0, "noto-sans-latin-ext", [range(0x100, 0x180), range(0x218, 0x21C), range(0x1E00, 0x1F00)]),
    "cyrillic": (0, "noto-sans-cyrillic", [range(0x400, 0x460), [0x490, 0x491, 0x4B0, 0x4B1, 0x2116]]),
    "greek": (0, "noto-sans-greek", [range(0x370, 0x400)]),
    "arabic": (1, "noto-sans-arabic-arabic", [range(0x600, 0x700), range(0x200C, 0x2010)]),
}
"""Per file: which package it is cut from, the file there, and the characters that it keeps."""


def cut(source: Path, characters: set[int]) -> TTFont:
    """The font with these characters alone, from regular to bold."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        flavor="woff2",
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    cutter = Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    limited: TTFont = instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    limited.flavor = "woff2"
    return limited


def main(packages: list[Path]) -> None:
    """In: the two packages, unpacked. Raises ``OSError`` if a file is not there."""
    FOLDER.mkdir(exist_ok=True)
    for script, (package, name, ranges) in SCRIPTS.items():
        source = packages[package] / "files" / f"{name}-wght-normal.woff2"
        cut(source, {code for part in ranges for code in part}).save(FOLDER / f"noto-sans-{script}.woff2")
    for number, licence in enumerate(("OFL-NotoSans.txt", "OFL-NotoSansArabic.txt")):
        (FOLDER / licence).write_bytes((packages[number] / "LICENSE").read_bytes())
    files = sorted(path for path in FOLDER.iterdir() if path.name != "SHA256SUMS")
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (FOLDER / "SHA256SUMS").write_text("".join(sums), encoding="ascii")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main([Path(argument) for argument in sys.argv[1:]])
