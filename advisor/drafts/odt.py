"""A draft as ODT, by odfdo: kept up and small. odfpy, the better-known one, had its last release in 2020 and its author has left it."""

import io
from typing import Any

from django.utils.translation import get_language_info
from odfdo import Document, Element, Header, Paragraph
from odfdo import Style as OdfStyle

from .packing import packed
from .paper import ARABIC_FACE, CHINESE_FACE, FACE, INSTEAD, Paper, Style
from .visible import is_rtl

TITLE, HEADING, TEXT, NOTE = "Draft_Title", "Draft_Heading", "Draft_Text", "Draft_Note"
RTL = "_RTL"
COUNTRIES = {"en": "GB", "fr": "FR", "es": "ES", "ar": "EG", "zh": "CN", "ru": "RU"}
"""The format names a language with a country; programs find their dictionary by both."""

SCRIPTS = {"zh": "-asian", "ar": "-complex"}
"""The format has three slots for languages; this says which one a language goes to that isn't written in Latin, Greek or Cyrillic
letters."""

FACES = {"": FACE, "-asian": CHINESE_FACE, "-complex": ARABIC_FACE}
"""The typeface of each of these slots."""

MARGIN = "25mm"

UNWANTED = ("Configurations2/", "Thumbnails/", "settings.xml")


def write(paper: Paper) -> bytes:
    """The file."""
    document = Document("text")
    document.body.clear()
    _without_traces(document, paper)
    _in_language(document, paper.language)
    _on_sheet(document, paper)
    _in_our_face(document)
    _add_styles(document)
    document.body.append(_block(paper.title, TITLE, paper.language, heading=False))
    for block in paper.blocks:
        style = {Style.HEADING: HEADING, Style.TEXT: TEXT, Style.NOTE: NOTE}[block.style]
        document.body.append(_block(block.text, style, paper.language, heading=block.style is Style.HEADING))
    _page_numbers(document, TEXT + RTL if paper.rtl else TEXT)
    target = io.BytesIO()
    document.save(target)
    return packed(target.getvalue(), without=UNWANTED)


def _block(text: str, style: str, language: str, *, heading: bool) -> Element:
    name = style + RTL if is_rtl(text, language) else style
    block = Header(1, text) if heading else Paragraph(text)
    block.style = name
    return block


def _add_styles(document: Document) -> None:
    parents = {TITLE: "Heading_20_1", HEADING: "Heading_20_2", TEXT: "Text_20_body", NOTE: "Text_20_body"}
    for name, parent in parents.items():
        for ending, mode in (("", "lr-tb"), (RTL, "rl-tb")):
            style = OdfStyle("paragraph", name=name + ending, parent_style=parent)
            # Not "start": LibreOffice takes that for the left side in every script.
            align = "right" if ending else "left"
            style.set_properties({"style:writing-mode": mode, "fo:text-align": align}, area="paragraph")
            slant = "italic" if name == NOTE else "normal"
            style.set_properties(
                {"fo:font-style": slant, "style:font-style-asian": slant, "style:font-style-complex": slant},
                area="text",
            )
            document.insert_style(style)


def _in_language(document: Document, language: str) -> None:
    """The language, for programs that check spelling or read aloud."""
    code = language.split("-")[0]
    slot = SCRIPTS.get(code, "")
    prefix = "style" if slot else "fo"
    for properties in document.styles.get_elements("//style:default-style/style:text-properties"):
        if slot:
            properties.set_attribute("fo:language", "en")
            properties.set_attribute("fo:country", COUNTRIES["en"])
        properties.set_attribute(f"{prefix}:language{slot}", code)
        properties.set_attribute(f"{prefix}:country{slot}", COUNTRIES[code])
    if get_language_info(language)["bidi"]:
        for layout in document.styles.get_elements("//style:page-layout-properties"):
            layout.set_attribute("style:writing-mode", "rl-tb")


def _on_sheet(document: Document, paper: Paper) -> None:
    """The size of the page, and margins alike on all sides."""
    width, height = paper.sheet.millimetres
    for layout in document.styles.get_elements("//style:page-layout-properties"):
        layout.set_attribute("fo:page-width", f"{width}mm")
        layout.set_attribute("fo:page-height", f"{height}mm")
        for side in ("top", "bottom", "left", "right"):
            layout.set_attribute(f"fo:margin-{side}", MARGIN)


def _in_our_face(document: Document) -> None:
    """One typeface for all that is read; in brackets what a program takes that has not got it."""
    for part in (document.styles, document.content):
        for declared in part.get_elements("//office:font-face-decls"):
            for face, instead in INSTEAD.items():
                font = Element.from_tag("style:font-face")
                font.set_attribute("style:name", face)
                font.set_attribute("svg:font-family", ", ".join(f"'{name}'" for name in (face, *instead)))
                declared.append(font)
    for properties in document.styles.get_elements("//style:text-properties"):
        for slot, face in FACES.items():
            if properties.get_attribute(f"style:font-name{slot}") is not None:
                properties.set_attribute(f"style:font-name{slot}", face)


def _page_numbers(document: Document, style: str) -> None:
    footer: Any = Element.from_tag("style:footer")
    line = Element.from_tag("text:p")
    line.set_attribute("text:style-name", style)
    line.append(Element.from_tag("text:page-number"))
    footer.append(line)
    for page in document.styles.get_elements("//style:master-page"):
        page.append(footer)


def _without_traces(document: Document, paper: Paper) -> None:
    for path in [path for path in document.manifest.get_paths() if path.startswith(UNWANTED)]:
        document.manifest.del_full_path(path)
    body = document.meta.meta_body
    for element in body.children:
        body.delete(element)
    document.meta.title = paper.title
    document.meta.language = paper.language
