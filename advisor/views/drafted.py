"""The advice on the answers in the visitor's own drawer: what the advice page, the PDF, the calendar, data and outlines all start from."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from advisor import clock, editions
from advisor.core.advice import advise
from advisor.core.facts import Edition
from advisor.core.result import Advice
from advisor.followup.assessing import scenario_of
from advisor.questionnaire import answers as drawer
from advisor.questionnaire import walk
from advisor.views.answering import unavailable


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
    edition = editions.current()
    if edition is None:
        return unavailable(request)
    if not drawer.exists(request):
        return redirect("advisor:start")
    answers = drawer.load(request)
    broken = walk.first_broken(answers, edition)
    if broken is not None:
        return redirect("advisor:step", broken.key)
    advice = advise(scenario_of(answers, edition), edition, clock.today(), counterfactuals=changes)
    return Drafted(answers, advice, edition)
