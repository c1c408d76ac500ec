"""The advice, and the urgent steps. Open to everybody; both read the draft and the published edition and change neither."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import clock, editions
from advisor.exports import summary
from advisor.exports.drafts.files import KINDS
from advisor.followup import changing
from advisor.followup.assessing import scenario_of
from advisor.presenting import drafts, page, urgent_page
from advisor.questionnaire import answers as drawer
from advisor.questionnaire import overview, walk
from advisor.wording.urgent import UNSURE

from .answering import unavailable
from .drafted import on_draft


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The advice on the draft. Without a draft it starts one; an answer that no longer holds is asked anew."""
    found = on_draft(request)
    if isinstance(found, HttpResponse):
        return found
    answers, advice, edition = found.answers, found.advice, found.edition
    steps = {slug: step.key for step, asked in walk.path(answers) for slug in asked}
    context = {
        "page": page.build(advice, edition, steps),
        "parts": overview.parts(answers, edition),
        "drafts": drafts.groups(advice, edition),
        "files": tuple(KINDS),
        "changing": changing.current(request),
        "summary": summary.summaries(advice, edition),
    }
    return render(request, "advice/show.html", context)


@require_safe
def urgent(request: HttpRequest) -> HttpResponse:
    """What to do for a person in danger, whatever else was answered so far."""
    edition = editions.current()
    if edition is None:
        return unavailable(request)
    answers = drawer.load(request)
    context = {
        "page": urgent_page.build(scenario_of(answers, edition), edition, clock.today()),
        "unsure": UNSURE,
        "has_draft": drawer.exists(request),
    }
    return render(request, "advice/urgent.html", context)
