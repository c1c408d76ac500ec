"""The advice on the answers in the visitor's own drawer: what the advice page, the PDF, the calendar, data and outlines all start from."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from advisor import clock
from advisor.editions import store
from advisor.questions import drawer, walk
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice

from .assessment import scenario_of


@dataclass(frozen=True)
class Drafted:
    """Answers that hold, and the advice on them today."""

    answers: drawer.Answers
    advice: Advice
    edition: Edition


def on_draft(request: HttpRequest, *, changes: bool = True) -> Drafted | HttpResponse:
    """The advice on the visitor's draft; or what to answer instead: nothing was told yet, or something no longer holds.

    ``changes=False`` leaves out what another answer would do: faster.
    """
    edition = store.published()
    if not drawer.exists(request):
        return redirect("advisor:start")
    answers = drawer.load(request)
    broken = walk.first_broken(answers, edition)
    if broken is not None:
        return redirect("advisor:step", broken.key)
    advice = advise(scenario_of(answers, edition), edition, clock.today(), counterfactuals=changes)
    return Drafted(answers, advice, edition)
