"""What is in a file, as its readers find it: opened again by the libraries, and looked at as XML."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import docx
import odfdo
from lxml import etree
from odfdo.security import security

from advisor.drafts.files import KINDS
from advisor.drafts.paper import Paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Opened:
    """A file that was opened again. ``title`` is that of its properties."""

    lines: list[str]
    headings: list[str]
    rtl: list[bool]
    title: str
    language: str


def written(paper: Paper, kind: str) -> bytes:
    return KINDS[kind].write(paper)


def opened(content: bytes, kind: str) -> Opened:
    return {"docx": _docx, "odt": _odt, "txt": _txt}[kind](content)


def parts(content: bytes) -> dict[str, bytes]:
    """Every part of the package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def tags(content: bytes, part: str) -> set[str]:
    """The names of all elements of a part."""
    return {str(element.tag) for element in etree.fromstring(parts(content)[part]).iter()}


def _docx(content: bytes) -> Opened:
    document = docx.Document(io.BytesIO(content))
    paragraphs = document.paragraphs
    return Opened(
        [paragraph.text for paragraph in paragraphs],
        [paragraph.text for paragraph in paragraphs if paragraph.style.name.startswith("Heading")],
        [paragraph._p.find(f"{W}pPr/{W}bidi") is not None for paragraph in paragraphs],
        document.core_properties.title,
        document.core_properties.language,
    )


def _odt(content: bytes) -> Opened:
    # The library takes what packs too well for an attack; ours is one letter a hundred thousand times.
    security.max_compression_ratio, security.max_spaces_attribute = 10_000, 100_000
    document = odfdo.Document(io.BytesIO(content))
    blocks: list[Any] = [child for child in document.body.children if child.tag in ("text:p", "text:h")]
    modes = {
        style.name: style.get_properties("paragraph")["style:writing-mode"]
        for style in document.get_styles("paragraph")
        if (style.name or "").startswith("Draft_")
    }
    return Opened(
        [block.inner_text for block in blocks],
        [block.inner_text for block in blocks if block.tag == "text:h"],
        [modes[block.style] == "rl-tb" for block in blocks],
        document.meta.title,
        document.meta.language,
    )


def _txt(content: bytes) -> Opened:
    lines = [line for line in content.decode("utf-8-sig").split("\r\n") if line]
    return Opened(lines, [], [], "", "")
