"""The advice on the answers in the visitor's own drawer: what the advice page, the PDF, the calendar, data and outlines all start from."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from advisor import clock
from advisor.editions import store
from advisor.questions import drawer
from advisor.questions.walk import Walk
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice


@dataclass(frozen=True)
class Drafted:
    """Answers that hold, and the advice on them today."""

    walk: Walk
    advice: Advice

    @property
    def edition(self) -> Edition:
        """The published edition."""
        return self.walk.edition


def on_draft(request: HttpRequest, *, changes: bool = True) -> Drafted | HttpResponse:
    """The advice on the visitor's draft; or what to answer instead: nothing was told yet, or something no longer holds.

    ``changes=False`` leaves out what another answer would do: faster.
    """
    edition = store.published()
    if not drawer.exists(request):
        return redirect("advisor:start")
    walk = Walk(drawer.load(request), edition)
    if walk.first_broken is not None:
        return redirect("advisor:step", walk.first_broken.key)
    return Drafted(walk, advise(walk.scenario, edition, clock.today(), counterfactuals=changes))
