"""A process of its own that sets one document after the other. Started by ``typesetting.py``, never by hand; knows nothing of Django.

Why a process: a text that Typst can't cope with ends this process, not the portal's; one that takes too long can be stopped; what
Typst keeps in memory of one document for the next is gone with the process. It may write no file and open no network connection,
and reads only the template and the fonts beside it.

In, on standard input: eight bytes with the length, then the document as JSON. Out: one byte, eight bytes with the length, the PDF.
Typst and pikepdf are imported where they are used: the portal reads the constants here and needs neither.
"""

import io
import os
import resource
import select
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).resolve().parent
STRICT, PLAIN, FAILED = b"S", b"P", b"F"
"""Set by the rules of PDF/UA-1; set without them, since they refused something; not set."""

LADDER: list[tuple[bytes, dict[str, Any]]] = [
    (STRICT, {"pdf_standards": ["ua-1"]}),
    (PLAIN, {}),
    (PLAIN, {"pdf_tags": False}),
]
"""What is tried, the best first."""

MEMORY = 2 * 1024**3
POLITENESS = 10
"""Pages come before paper: the portal's own threads are given the processor first."""


def main(most: int, patience: int) -> None:
    """Set at most ``most`` documents, or end when none came for ``patience`` seconds."""
    import typst

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    os.nice(POLITENESS)
    compiler = typst.Compiler(
        str(HERE / "template" / "advice.typ"),
        root=str(HERE / "template"),
        font_paths=typst.Fonts(False, False, [str(HERE / "fonts")]),
        ignore_system_fonts=True,
    )
    source, out = sys.stdin.buffer, sys.stdout.buffer
    for _ in range(most):
        if not select.select([source], [], [], patience)[0]:
            return
        length = int.from_bytes(source.read(8))
        if not length:
            return
        outcome, pdf = compiled(compiler, source.read(length).decode())
        out.write(outcome + len(pdf).to_bytes(8) + pdf)
        out.flush()


def compiled(compiler: "typst.Compiler", data: str) -> tuple[bytes, bytes]:
    """The PDF of a document, by the strict rules where they allow it."""
    import typst

    for outcome, rules in LADDER:
        try:
            pdf = compiler.compile(sys_inputs={"data": data}, format="pdf", timestamp=0, **rules)
            assert isinstance(pdf, bytes)
        except typst.TypstError:
            continue
        return outcome, packed(pdf)
    return FAILED, b""


def packed(pdf: bytes) -> bytes:
    """The same PDF with its many small objects packed together: a third of the size."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
