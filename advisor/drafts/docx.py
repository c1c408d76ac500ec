"""A draft as DOCX, by python-docx. Text enters as text: the library escapes it, and nothing of it is read as a field or as markup."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from django.utils.translation import get_language_info
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from .packing import packed
from .paper import ARABIC_FACE, CHINESE_FACE, FACE, INSTEAD, Paper, Style
from .visible import is_rtl, runs

TITLE = "Title"
STYLES = {Style.HEADING: "Heading 1", Style.TEXT: "Normal", Style.NOTE: "Quote"}

FACES = {"ascii": FACE, "hAnsi": FACE, "cs": ARABIC_FACE, "eastAsia": CHINESE_FACE}
"""The typeface of each kind of script."""

SIZES = {TITLE: 36, "Heading 1": 28}
"""In half points."""

MARGIN = Mm(25)

UNWANTED = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
UNWANTED_INSIDE = (RELATIONSHIP_TYPE.CUSTOM_XML, EFFECTS)
"""Parts of the library's template that say things about its author's machine, or nothing."""

MOST_TURNS = 500
"""How many changes of direction in one line are marked; a line with more was not written by a person."""

OWN_FIELDS = (
    "creator",
    "lastModifiedBy",
    "created",
    "modified",
    "description",
    "revision",
    "keywords",
    "category",
    "subject",
)


def write(paper: Paper) -> bytes:
    """The file."""
    document = docx.Document()
    _without_traces(document, paper)
    _in_language(document, paper.language)
    _on_sheet(document, paper)
    _in_our_face(document)
    named = {name: document.styles[name].style_id for name in (TITLE, *STYLES.values())}
    end = document.element.body.sectPr
    end.addprevious(_line(paper.title, named[TITLE], paper.language))
    for block in paper.blocks:
        end.addprevious(_line(block.text, named[STYLES[block.style]], paper.language))
    _page_numbers(document, rtl=paper.rtl)
    target = io.BytesIO()
    document.save(target)
    return packed(target.getvalue())


def _line(text: str, style: str, language: str) -> Any:
    """A paragraph. Built without the library's functions, which search for the place each time: a minute for 50,000 lines."""
    line, rtl = OxmlElement("w:p"), is_rtl(text, language)
    properties = line.get_or_add_pPr()
    properties.style = style
    if rtl:
        properties.append(OxmlElement("w:bidi"))
    pieces = list(runs(text, rtl=rtl))
    for piece, turned in pieces if len(pieces) <= MOST_TURNS else [(text, rtl)]:
        run = line.add_r()
        if turned:
            run.get_or_add_rPr().append(OxmlElement("w:rtl"))
        run.text = piece
    return line


def _in_language(document: Any, language: str) -> None:
    """The language, for programs that check spelling or read aloud."""
    tag, bidi = _tag(language), get_language_info(language)["bidi"]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for mark in defaults.iter(qn("w:lang")):
        mark.set(qn("w:val"), "en" if bidi or language.startswith("zh") else tag)
        if bidi:
            mark.set(qn("w:bidi"), tag)
        if language.startswith("zh"):
            mark.set(qn("w:eastAsia"), tag)


def _tag(language: str) -> str:
    return {"zh-hans": "zh-CN"}.get(language, language)


def _on_sheet(document: Any, paper: Paper) -> None:
    """The size of the page, margins alike on all sides, and the side on which a page begins."""
    width, height = paper.sheet.millimetres
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("top", "bottom", "left", "right"):
        setattr(section, f"{side}_margin", MARGIN)
    if paper.rtl:
        document.element.body.sectPr.find(qn("w:docGrid")).addprevious(OxmlElement("w:bidi"))


def _in_our_face(document: Any) -> None:
    """One typeface for all styles, black. The library's template names others by its theme, in blue."""
    styles = document.styles.element
    for fonts in list(styles.iter(qn("w:rFonts"))):
        fonts.attrib.clear()
        for script, face in FACES.items():
            fonts.set(qn(f"w:{script}"), face)
    for colour in list(styles.iter(qn("w:color"))):
        colour.getparent().remove(colour)
    for name, size in SIZES.items():
        style = document.styles[name].element
        for border in list(style.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
        document.styles[name].font.bold = document.styles[name].font.cs_bold = True
        for mark in ("w:sz", "w:szCs"):
            for found in style.iter(qn(mark)):
                found.set(qn("w:val"), str(size))
    table = next(rel.target_part for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    table._blob = _font_table()


def _font_table() -> bytes:
    """What to take where a typeface is missing."""
    root = OxmlElement("w:fonts")
    for face, instead in INSTEAD.items():
        font = OxmlElement("w:font")
        font.set(qn("w:name"), face)
        other = OxmlElement("w:altName")
        other.set(qn("w:val"), ",".join(instead))
        font.append(other)
        root.append(font)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _page_numbers(document: Any, *, rtl: bool) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    if rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _without_traces(document: Any, paper: Paper) -> None:
    properties = document.core_properties
    for element in list(_named(properties._element, OWN_FIELDS)):
        properties._element.remove(element)
    properties.title, properties.language = paper.title[:255], _tag(paper.language)
    settings, end = document.settings.element, document.element.body.sectPr
    for element in list(_named(settings, ("rsids",))):
        settings.remove(element)
    for name in [name for name in end.attrib if "rsid" in name]:
        del end.attrib[name]
    for related, unwanted in ((document.part.package.rels, UNWANTED), (document.part.rels, UNWANTED_INSIDE)):
        for key in [key for key, relation in related.items() if relation.reltype in unwanted]:
            del related[key]


def _named(parent: Any, names: tuple[str, ...]) -> Iterator[Any]:
    return (child for child in parent if child.tag.rpartition("}")[2] in names)
