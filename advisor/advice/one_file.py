"""The advice as one page in one file, to be opened without a line: no script, no typeface, nothing asked of anybody.

It is the page itself without what needs the portal: forms and buttons are gone, and a link into the portal is its words alone, so the file
names no site of ours.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST
from lxml import html

from advisor.answering import attachment
from advisor.questions import overview
from advisor.questions.walk import Walk
from rules.facts.edition import Edition
from rules.result import Advice

from . import page
from .paper import SHARED, file_name, wish
from .redaction import without_answers
from .visitor import on_draft

ASKING = ("form", "button", "script", "link", "iframe", "object", "embed")
"""What would need the portal, or somebody else."""


@require_POST
def advice_file(request: HttpRequest) -> HttpResponse:
    """The advice on the draft."""
    wanted = wish(request)
    found = on_draft(request)
    return found if isinstance(found, HttpResponse) else answer(request, found.advice, found.edition, wanted)


def answer(request: HttpRequest, advice: Advice, edition: Edition, wanted: dict[str, str]) -> HttpResponse:
    """An advice as a file to take away."""
    content = write(request, advice, edition, with_answers=wanted["copy"] != SHARED)
    return attachment(content, name=file_name(advice, wanted, "html"), content_type="text/html; charset=utf-8")


def write(request: HttpRequest, advice: Advice, edition: Edition, *, with_answers: bool) -> str:
    """The file, in the language that is active. Of the request nothing is shown."""
    shown = page.build(advice, edition, {})
    context = {
        "page": shown if with_answers else without_answers(shown),
        "parts": overview.parts(Walk(advice.given.plain(), edition, advice.as_of)) if with_answers else [],
        "with_answers": with_answers,
        "shared": True,  # nothing on it can be changed
        "as_file": True,
    }
    return _alone(render_to_string("advice/file.html", context, request))


def _alone(text: str) -> str:
    """The page without anything that leads into the portal."""
    document = html.document_fromstring(text)
    for element in list(document.iter(*ASKING)):
        element.drop_tree()
    for link in list(document.iter("a")):
        if link.get("href", "").startswith("/"):
            link.drop_tag()
    return str(html.tostring(document, doctype="<!doctype html>", encoding="unicode"))
