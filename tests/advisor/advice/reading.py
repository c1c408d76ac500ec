"""What is in a PDF, as readers and their programs find it."""

import io
import unicodedata
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

Element = tuple[str, str]

FIRST_SCREENS = (
    "bill-against-ngos",
    "child-rights-upr-nepal",
    "committee-review-in-four-weeks-kenya",
    "defender-tortured-in-custody",
    "disappeared-six-weeks-ago-mexico",
    "eviction-next-week-spain",
    "held-incommunicado-consent-algeria",
    "lesbian-defender-sri-lanka",
    "nubian-children-kenya",
    "reviewed-and-years-to-go-kenya",
)
"""Ten cases of every kind: in danger, one case, a pattern, a law, a review ahead and a review behind."""


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """The text of all pages, in the order in which it would be copied."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


FOOT = 20 * 72 / 25.4
"""So high is the margin below, in points; page numbers stand in it."""


def running(pdf: bytes) -> str:
    """The text without what stands at the foot of each page: a sentence that runs on to the next page is whole."""
    document, found = pypdfium2.PdfDocument(pdf), []
    try:
        for number in range(len(document)):
            sheet = document[number].get_textpage()
            foot = " ".join(sheet.get_text_bounded(top=FOOT).split())
            found.append(" ".join(sheet.get_text_range().split()).replace(foot, ""))
    finally:
        document.close()
    return " ".join(found)


def letters(text: str) -> str:
    """A text without its spaces: where lines break does not matter. Letters that only look different are the same."""
    # A hyphen at the end of a line is read as one that the layout put there, and comes out as another sign.
    return "".join(
        letter for letter in unicodedata.normalize("NFKC", text) if letter not in "-\ufffe" and not letter.isspace()
    )


def picture(pdf: bytes, page: int = 0) -> Any:
    """A page as a picture in shades of grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=1).to_pil().convert("L")
    finally:
        document.close()


def elements(pdf: bytes) -> list[Element]:
    """The tags of the document in reading order, each with its alternative text."""
    with opened(pdf) as document:
        return list(_below(document.Root.StructTreeRoot))


def addresses(pdf: bytes) -> set[str]:
    """Where links lead that leave the document."""
    with opened(pdf) as document:
        notes = [note for sheet in document.pages for note in sheet.get("/Annots", [])]
        actions = [note.A for note in notes if isinstance(note.get("/A"), pikepdf.Dictionary)]
        return {str(action.URI) for action in actions if "/URI" in action}


def _below(node: Any) -> Iterator[Element]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield str(node.S).removeprefix("/"), str(node.get("/Alt", ""))
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from _below(child)
