"""A draft as DOCX, by python-docx. Text enters as text: the library escapes it, and nothing of it is read as a field or as markup."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from django.utils.translation import get_language_info
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .packing import packed
from .paper import Paper, Style
from .visible import is_rtl, runs

TITLE = "Title"
STYLES = {Style.HEADING: "Heading 1", Style.TEXT: "Normal", Style.NOTE: "Quote"}

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
    named = {name: document.styles[name].style_id for name in (TITLE, *STYLES.values())}
    end = document.element.body.sectPr
    end.addprevious(_line(paper.title, named[TITLE], paper.language))
    for block in paper.blocks:
        end.addprevious(_line(block.text, named[STYLES[block.style]], paper.language))
    _page_numbers(document)
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


def _page_numbers(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
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
