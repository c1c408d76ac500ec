"""For maintainers: makes what the fonts' folder holds beside the fonts as published. See `README.md` there.

`python advisor/advice/pdf/fonts/make.py subset PATH` cuts Noto Sans SC down to the characters of GB 2312;
`python advisor/advice/pdf/fonts/make.py tables` writes `coverage.txt` and `SHA256SUMS` anew.
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FOLDER = Path(__file__).resolve().parent
SUBSET = FOLDER / "NotoSansSC-GB2312.ttf"
BESIDE_GB2312 = [
    range(0x20, 0x7F),
    range(0xA0, 0x100),
    range(0x2010, 0x2028),
    range(0x3000, 0x3040),
    range(0xFF01, 0xFF66),
]


def gb2312() -> set[int]:
    """Every character of the Chinese national standard GB 2312."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes([row, cell]).decode("gb2312", errors="ignore")
            found |= {ord(character)} if character else set()
    return found


def subset(whole: Path) -> None:
    """Cut the whole font down."""
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=["*"])
    font = TTFont(whole, recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(unicodes=gb2312().union(*BESIDE_GB2312))
    cutter.subset(font)
    font.save(SUBSET)


def coverage() -> str:
    """For each family the characters that it has in every weight, one line a family."""
    families: dict[str, set[int]] = {}
    for path in sorted(FOLDER.glob("*.ttf")):
        with TTFont(path) as font:
            has = set(font.getBestCmap())
            families[font["name"].getDebugName(1)] = families.get(font["name"].getDebugName(1), has) & has
    return "".join(f"{name}: {_written(codes)}\n" for name, codes in sorted(families.items()))


def _written(codes: Iterable[int]) -> str:
    """Codes as unbroken rows, first and last of each."""
    rows: list[list[int]] = []
    for code in sorted(codes):
        if rows and code == rows[-1][1] + 1:
            rows[-1][1] = code
        else:
            rows.append([code, code])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in rows)


def sums() -> str:
    """The checksums of the fonts and their licences."""
    files = sorted([*FOLDER.glob("*.ttf"), *FOLDER.glob("OFL-*.txt")])
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def main(arguments: list[str]) -> None:
    """Do what is asked for on the command line."""
    match arguments:
        case ["subset", path]:
            subset(Path(path))
        case ["tables"]:
            (FOLDER / "coverage.txt").write_text(coverage(), encoding="ascii")
            (FOLDER / "SHA256SUMS").write_text(sums(), encoding="ascii")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
