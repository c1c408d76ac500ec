"""The advice on the visitor's draft, for whoever hands it out as a file; or the answer for those who have none."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from advisor import clock, editions
from advisor.core.advice import advise
from advisor.core.facts import Edition
from advisor.core.result import Advice
from advisor.followup.assessing import scenario_of
from advisor.questionnaire import answers as drawer
from advisor.questionnaire import walk

Drafted = tuple[Advice, Edition]


def advice_or_answer(request: HttpRequest, *, changes: bool = True) -> Drafted | HttpResponse:
    """The advice and its edition. Without an edition, a draft, or an answer that still holds: the page that says or asks so."""
    edition = editions.current()
    if edition is None:
        return render(request, "questionnaire/unavailable.html", status=503)
    if not drawer.exists(request):
        return redirect("advisor:start")
    answers = drawer.load(request)
    broken = walk.first_broken(answers, edition)
    if broken is not None:
        return redirect("advisor:step", broken.key)
    return advise(scenario_of(answers, edition), edition, clock.today(), counterfactuals=changes), edition
