"""Why a route fits, in one sentence: the strongest reasons as clauses of it, where `factors` has a sentence for each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from rules.facts.edition import Edition
from rules.result import RouteAdvice

from .names import fill, listed

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

CLAUSES: Mapping[str, "StrPromise"] = {
    "information-themes-many-countries": pgettext_lazy(
        "a reason in a list after “because”", "you have information on themes in several countries"
    ),
    "information-themes-one-country": pgettext_lazy(
        "a reason in a list after “because”", "you have information on themes in one country"
    ),
    "information-country-overview": pgettext_lazy(
        "a reason in a list after “because”", "you have an overview of one country"
    ),
    "information-individual-cases": pgettext_lazy(
        "a reason in a list after “because”", "you have cases of people or groups"
    ),
    "scale-single-case": pgettext_lazy("a reason in a list after “because”", "it is about one case"),
    "scale-several-cases": pgettext_lazy("a reason in a list after “because”", "there are several cases"),
    "scale-consistent-pattern": pgettext_lazy("a reason in a list after “because”", "there is a consistent pattern"),
    "scale-law-or-policy": pgettext_lazy("a reason in a list after “because”", "it is a law or policy"),
    "evidence-direct": pgettext_lazy("a reason in a list after “because”", "you know it at first hand"),
    "evidence-secondary": pgettext_lazy("a reason in a list after “because”", "you know it from others whom you trust"),
    "evidence-media-only": pgettext_lazy("a reason in a list after “because”", "you know it from the media only"),
    "urgency-imminent": pgettext_lazy("a reason in a list after “because”", "someone is in danger now"),
    "urgency-ongoing": pgettext_lazy("a reason in a list after “because”", "the violation goes on"),
    "urgency-past": pgettext_lazy("a reason in a list after “because”", "it is over"),
    "consent-victim": pgettext_lazy("a reason in a list after “because”", "you are the people affected"),
    "consent-given": pgettext_lazy("a reason in a list after “because”", "the people affected agree"),
    "consent-not-given": pgettext_lazy("a reason in a list after “because”", "the people affected said no"),
    "consent-not-asked": pgettext_lazy(
        "a reason in a list after “because”", "the people affected have not been asked yet"
    ),
    "consent-cannot-ask": pgettext_lazy("a reason in a list after “because”", "the people affected cannot be asked"),
    "identification-open": pgettext_lazy("a reason in a list after “because”", "everyone may know the victim’s name"),
    "identification-names-withheld": pgettext_lazy(
        "a reason in a list after “because”", "the UN may know the victim’s name"
    ),
    "identification-anonymous": pgettext_lazy(
        "a reason in a list after “because”", "nobody may know the victim’s name, not even the UN"
    ),
    "remedies-not-started": pgettext_lazy("a reason in a list after “because”", "no remedy at home has been started"),
    "remedies-under-way": pgettext_lazy("a reason in a list after “because”", "a case at home is still going on"),
    "remedies-exhausted": pgettext_lazy(
        "a reason in a list after “because”", "the courts or other remedies at home have said their last word"
    ),
    "remedies-ineffective": pgettext_lazy("a reason in a list after “because”", "the remedies at home do not work"),
    "reprisals-none": pgettext_lazy("a reason in a list after “because”", "no reprisals are feared"),
    "reprisals-feared": pgettext_lazy("a reason in a list after “because”", "you fear reprisals"),
    "reprisals-suffered": pgettext_lazy("a reason in a list after “because”", "someone has suffered reprisals"),
    "effort-days": pgettext_lazy("a reason in a list after “because”", "you can give a few days"),
    "effort-weeks": pgettext_lazy("a reason in a list after “because”", "you can give some weeks"),
    "effort-months": pgettext_lazy("a reason in a list after “because”", "you can give months"),
    "geneva-present": pgettext_lazy("a reason in a list after “because”", "you have people in Geneva"),
    "geneva-travel": pgettext_lazy("a reason in a list after “because”", "you can travel to Geneva"),
    "geneva-remote": pgettext_lazy("a reason in a list after “because”", "you can work only from afar"),
    "coalition-yes": pgettext_lazy("a reason in a list after “because”", "you are ready to work with others"),
    "coalition-no": pgettext_lazy("a reason in a list after “because”", "you work alone"),
    "coverage-both": pgettext_lazy(
        "a reason in a list after “because”", "UN experts cover both your theme and your State"
    ),
    "coverage-theme": pgettext_lazy("a reason in a list after “because”", "UN experts cover your theme"),
    "coverage-country": pgettext_lazy("a reason in a list after “because”", "a UN expert covers your State"),
    "coverage-none": pgettext_lazy("a reason in a list after “because”", "no UN expert covers your theme or State"),
    "age-recent": pgettext_lazy("a reason in a list after “because”", "the last event is recent or still goes on"),
    "age-old": pgettext_lazy("a reason in a list after “because”", "the last event lies years back"),
    "stage-submission": pgettext_lazy(
        "a reason in a list after “because”", "the State is still to be reviewed and you can still send a report"
    ),
    "stage-submission-too-late": pgettext_lazy(
        "a reason in a list after “because”", "the State is still to be reviewed"
    ),
    "stage-preparation": pgettext_lazy(
        "a reason in a list after “because”", "the deadline for reports may come within 18 months"
    ),
    "stage-advocacy": pgettext_lazy("a reason in a list after “because”", "the State is still to be reviewed"),
    "stage-adoption": pgettext_lazy("a reason in a list after “because”", "the State was reviewed a short time ago"),
    "stage-follow-up": pgettext_lazy(
        "a reason in a list after “because”", "the State was reviewed and the outcome can be used"
    ),
    "stage-unscheduled": pgettext_lazy(
        "a reason in a list after “because”", "no date for the next review of the State is known"
    ),
    "stage-no-state": pgettext_lazy("a reason in a list after “because”", "you named no State"),
    "spread-one": pgettext_lazy("a reason in a list after “because”", "you named one State"),
    "spread-few": pgettext_lazy("a reason in a list after “because”", "you named two or three States"),
    "spread-many": pgettext_lazy("a reason in a list after “because”", "you named more than three States"),
    "spread-none": pgettext_lazy("a reason in a list after “because”", "you named no State"),
    "status-own": pgettext_lazy("a reason in a list after “because”", "your organisation has consultative status"),
    "status-sponsor": pgettext_lazy(
        "a reason in a list after “because”", "a partner with consultative status would support you"
    ),
    "status-none": pgettext_lazy(
        "a reason in a list after “because”", "you have neither consultative status nor a partner with it"
    ),
    "session-ready": pgettext_lazy(
        "a reason in a list after “because”", "your information is ready in time for the session"
    ),
    "session-too-late": pgettext_lazy(
        "a reason in a list after “because”",
        "your information is ready too late for the session that runs or comes next",
    ),
    "session-not-published": pgettext_lazy(
        "a reason in a list after “because”", "the days of the next session are not published"
    ),
    "clock-no-limit": pgettext_lazy("a reason in a list after “because”", "this committee sets no fixed time limit"),
    "clock-no-clock": pgettext_lazy("a reason in a list after “because”", "the time limit has not begun to run"),
    "clock-time-left": pgettext_lazy(
        "a reason in a list after “because”", "there is time left before the time limit ends"
    ),
    "clock-last-weeks": pgettext_lazy("a reason in a list after “because”", "the time limit ends within weeks"),
    "clock-ready-too-late": pgettext_lazy(
        "a reason in a list after “because”", "the time limit ends before your information is ready"
    ),
    "treaties-one": pgettext_lazy("a reason in a list after “because”", "one treaty on your themes binds the State"),
    "treaties-several": pgettext_lazy(
        "a reason in a list after “because”", "several treaties on your themes bind the State"
    ),
    "outcomes-named": pgettext_lazy("a reason in a list after “because”", "you want %(outcomes)s"),
}
"""What was answered or found, by the code of its factor. Codes that can only cost points, or that say what is unknown, have none."""


def because_sentence(route: RouteAdvice, edition: Edition) -> str:
    """The strongest reasons for a route in one sentence; empty where none is known."""
    clauses = [
        str(fill(CLAUSES[factor.factor], factor.params, edition))
        for factor in route.because
        if factor.factor in CLAUSES
    ]
    return _("Because %(reasons)s.") % {"reasons": listed(clauses)} if clauses else ""
