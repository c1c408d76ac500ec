"""What is behind a link for sharing: one saved advice as it is today, to read. Needs no account and no session.

A link that never existed, has expired or was withdrawn gives the same page.
"""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import clock
from advisor.advice import page, paper
from advisor.advice.redaction import without_answers
from advisor.answering import unavailable
from advisor.editions import store
from advisor.questions import overview
from advisor.questions.walk import Walk
from advisor.saved.assessment import assess
from rules.facts.edition import Edition

from . import links
from .models import ShareLink

Page = Callable[[HttpRequest, ShareLink, Edition], HttpResponse]

HEADERS = {
    # Stricter than elsewhere: the address itself is the key. There is no form here that this could break.
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}


def by_link(view: Page) -> Callable[[HttpRequest, str], HttpResponse]:
    """Wraps a view of the link and of the published edition: finds the link of the token, or refuses."""

    @require_safe
    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        link = links.find(token)
        if link is None:
            raise Http404
        edition = store.current()
        response = unavailable(request) if edition is None else view(request, link, edition)
        links.note_opened(link, clock.today())
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return opened


@by_link
def show(request: HttpRequest, link: ShareLink, edition: Edition) -> HttpResponse:
    """The advice as a page."""
    advice = assess(link.saved, edition, clock.today(), changes=link.with_answers)
    built = page.build(advice, edition, {})
    parts = overview.parts(Walk(advice.given.plain(), edition, advice.as_of)) if link.with_answers else ()
    # The row itself is not given to the template: what is not there can't be shown by mistake.
    context = {
        "shared": True,
        "until": link.last_day,
        "with_answers": link.with_answers,
        "parts": parts,
        "page": built if link.with_answers else without_answers(built),
        "papers": request.path + "pdf/",
    }
    return render(request, "sharing/shared.html", context)


@by_link
def on_paper(request: HttpRequest, link: ShareLink, edition: Edition) -> HttpResponse:
    """The advice as a PDF; never with the answers, since a file does not expire."""
    wanted = paper.wish(request) | {"copy": paper.SHARED}
    advice = assess(link.saved, edition, clock.today(), changes=False)
    return paper.answer(request, advice, edition, wanted)
