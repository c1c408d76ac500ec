"""The advice as a file to keep. Open to everybody; reads the draft and the published edition and changes neither."""

import logging

from django import forms
from django.core.exceptions import BadRequest
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from advisor.answering import attachment
from rules.facts.edition import Edition
from rules.result import Advice

from .pdf import rendering
from .visitor import on_draft

logger = logging.getLogger(__name__)

OWN, SHARED = "own", "shared"
BRIEF, LONG = "brief", "long"
AGAIN_AFTER = 30


class Wish(forms.Form):
    """Which copy, how long, on which paper; the first of each where nothing is said."""

    length = forms.ChoiceField(choices=[(BRIEF, BRIEF), (LONG, LONG)], required=False)
    copy = forms.ChoiceField(choices=[(OWN, OWN), (SHARED, SHARED)], required=False)
    paper = forms.ChoiceField(choices=[(paper, paper) for paper in rendering.PAPERS], required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def advice_pdf(request: HttpRequest) -> HttpResponse:
    """The advice on the draft as a PDF, in the language of the visitor. Its name tells nothing but the day."""
    wanted = wish(request)
    found = on_draft(request)
    return found if isinstance(found, HttpResponse) else answer(request, found.advice, found.edition, wanted)


def wish(request: HttpRequest) -> dict[str, str]:
    """What the visitor asks for, checked."""
    form = Wish(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        raise BadRequest("no such copy or paper")
    return form.cleaned_data


def answer(request: HttpRequest, advice: Advice, edition: Edition, wanted: dict[str, str]) -> HttpResponse:
    """An advice as a PDF, as it was wished for."""
    shared, brief = wanted["copy"] == SHARED, wanted["length"] != LONG
    _let_go_of_the_database()
    try:
        content = rendering.render(
            advice,
            edition,
            language=get_language() or "en",
            with_answers=not shared,
            paper=wanted["paper"] or rendering.PAPERS[0],
            brief=brief,
        )
    except rendering.Busy:
        return _not_now(request, busy=True)
    except rendering.NotSet:
        logger.error("a PDF could not be made on edition %s", edition.id)
        return _not_now(request, busy=False)
    return attachment(content, name=file_name(advice, wanted, "pdf", brief=brief), content_type="application/pdf")


def file_name(advice: Advice, wanted: dict[str, str], ending: str, *, brief: bool = False) -> str:
    """What a file of an advice is called. It tells nothing but the day, and whether the copy is to be shared."""
    shared = wanted["copy"] == SHARED
    return f"advice-{'brief-' if brief else ''}{advice.as_of.isoformat()}{'-to-share' if shared else ''}.{ending}"


def _not_now(request: HttpRequest, *, busy: bool) -> HttpResponse:
    response = render(request, "advice/not_now.html", {"busy": busy}, status=503)
    if busy:
        response.headers["Retry-After"] = str(AGAIN_AFTER)
    return response


def _let_go_of_the_database() -> None:
    """Whoever waits for a typesetter keeps no connection from those who wait for a page."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
