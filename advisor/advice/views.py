"""The advice, and the urgent steps. Open to everybody; both read the draft and the published edition and change neither."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import clock
from advisor.editions import store
from advisor.questions import drawer, overview, purpose
from advisor.questions.walk import Walk
from advisor.words.urgent import UNSURE
from rules.advice import advise

from . import message, page, urgent_page
from .assessment import scenario_of
from .examples import EXAMPLES, answers_of
from .visitor import on_draft


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The advice on the draft. Without a draft it starts one; an answer that no longer holds is asked anew."""
    found = on_draft(request)
    if isinstance(found, HttpResponse):
        return found
    walk, advice, edition = found.walk, found.advice, found.edition
    context = {
        "page": page.build(advice, edition, walk.page_keys),
        "parts": overview.parts(walk),
        "advice": advice,
        "edition": edition,
        "changing": purpose.current(request),
        "summary": message.summaries(advice, edition),
    }
    return render(request, "advice/show.html", context)


@require_safe
def example(request: HttpRequest, slug: str) -> HttpResponse:
    """A finished advice on the situation of somebody else. Reads the published edition and nothing of the visitor."""
    if slug not in EXAMPLES:
        raise Http404
    edition = store.published()
    walk = Walk(answers_of(slug), edition)
    advice = advise(walk.scenario, edition, clock.today())
    context = {
        "page": page.build(advice, edition, {}),
        "parts": overview.parts(walk),
        "example": EXAMPLES[slug],
        "shared": True,  # nothing on it can be changed
    }
    return render(request, "advice/example.html", context)


@require_safe
def urgent(request: HttpRequest) -> HttpResponse:
    """What to do for a person in danger, whatever else was answered so far."""
    edition = store.published()
    answers = drawer.load(request)
    context = {
        "page": urgent_page.build(scenario_of(answers, edition), edition, clock.today()),
        "unsure": UNSURE,
        "has_draft": drawer.exists(request),
    }
    return render(request, "advice/urgent.html", context)
