"""Why a route scores as it does, in sentences: what you said, then the reason that the weight table gives.

The reason is part of the edition, where editors keep it beside the points; only the first half stands here.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from mechanisms.words import sentences
from rules.facts.edition import Edition
from rules.result import Factor
from rules.vocabulary import GateSlug, RouteSlug

from . import texts
from .gates import GATE_LABELS
from .labels import QUESTIONS
from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

ANSWERED: Mapping[str, "StrPromise"] = {
    "information-themes-many-countries": _("You have information on themes in several countries."),
    "information-themes-one-country": _("You have information on themes in one country."),
    "information-country-overview": _("You have an overview of one country."),
    "information-individual-cases": _("You have cases of people or groups."),
    "scale-single-case": _("It is one case."),
    "scale-several-cases": _("There are several cases."),
    "scale-consistent-pattern": _("There is a consistent pattern."),
    "scale-law-or-policy": _("It is a law or policy."),
    "evidence-direct": _("You know at first hand."),
    "evidence-secondary": _("You know from others whom you trust."),
    "evidence-media-only": _("You know from the media only."),
    "urgency-imminent": _("Someone is in danger now."),
    "urgency-ongoing": _("The violation goes on."),
    "urgency-past": _("It lies in the past."),
    "consent-victim": _("You are the people affected."),
    "consent-given": _("The people affected agree."),
    "consent-not-given": _("The people affected said no."),
    "consent-not-asked": _("The people affected have not been asked yet."),
    "consent-cannot-ask": _("The people affected cannot be asked."),
    "identification-open": _("Everyone may know the victim's name."),
    "identification-names-withheld": _("The UN may know the victim's name, the State and the public may not."),
    "identification-anonymous": _("Nobody may know the victim's name, not even the UN."),
    "remedies-not-started": _("No remedy in the country has been started."),
    "remedies-under-way": _("A case or appeal in the country is going on."),
    "remedies-exhausted": _("The remedies in the country were tried up to the last decision."),
    "remedies-ineffective": _("The remedies in the country do not work."),
    "reprisals-none": _("No reprisals are feared."),
    "reprisals-feared": _("You fear reprisals."),
    "reprisals-suffered": _("Someone has suffered reprisals."),
    "effort-days": _("You can give a few days."),
    "effort-weeks": _("You can give some weeks."),
    "effort-months": _("You can give months."),
    "geneva-present": _("You have people in Geneva."),
    "geneva-travel": _("You can travel to Geneva."),
    "geneva-remote": _("You can work only from afar."),
    "coalition-yes": _("You are ready to work with others."),
    "coalition-no": _("You work alone."),
}
"""What was answered to a question that has a weight table of its own."""

FOUND: Mapping[str, "StrPromise"] = {
    "base": _("What this route offers to everybody."),
    "coverage-both": _("UN experts cover both your theme and your State."),
    "coverage-theme": _("UN experts cover your theme."),
    "coverage-country": _("A UN expert covers your State."),
    "coverage-none": _("No UN expert covers your theme or State."),
    "coverage-unknown": _("Whether UN experts cover it depends on the State and the theme, which are not both known."),
    "age-recent": _("The last event is recent, or it still goes on."),
    "age-old": _("The last event lies years back."),
    "age-unknown": _("Whether the last event is recent is not known."),
    "stage-submission": _("The State is still to be reviewed, and reports by organisations can still be sent."),
    "stage-submission-too-late": _(
        "The State is still to be reviewed, but your information is ready only after the deadline for reports."
    ),
    "stage-preparation": _("Nothing is published yet, but the deadline for reports may come within 18 months."),
    "stage-advocacy": _("The deadline for reports has passed, but the review of the State is still ahead."),
    "stage-adoption": _("The State was reviewed a short time ago; the outcome is still to be adopted."),
    "stage-follow-up": _("The State was reviewed and the outcome is adopted; the next review is far off."),
    "stage-unscheduled": _("No date for the next review of the State is known."),
    "stage-no-state": _("You named no State."),
    "stage-unknown": _("When the review is depends on the State, which is not known."),
    "spread-one": _("You named one State."),
    "spread-few": _("You named two or three States."),
    "spread-many": _("You named more than three States."),
    "spread-none": _("You named no State."),
    "spread-unknown": _("How many States it is about is not known."),
    "status-own": _("Your organisation has consultative status."),
    "status-sponsor": _("A partner with consultative status would support you."),
    "status-none": _("You have neither consultative status nor a partner with it."),
    "status-unknown": _("Whether you have consultative status or a partner with it is not known."),
    "session-ready": _("Your information is ready in time for the session that runs or comes next."),
    "session-too-late": _("Your information is ready too late for the session that runs or comes next."),
    "session-not-published": _("The days of the next session are not published."),
    "session-unknown": _("Whether your information is ready in time for the session is not known."),
    "clock-no-limit": _("This committee sets no fixed time limit."),
    "clock-no-clock": _("The time limit has not begun to run."),
    "clock-time-left": _("There is time left before the time limit ends."),
    "clock-last-weeks": _("The time limit ends within weeks."),
    "clock-ready-too-late": _("The time limit ends before your information is ready."),
    "clock-unknown": _("How much time is left is not known."),
    "treaties-one": _("One treaty on your themes binds the State."),
    "treaties-several": _("Several treaties on your themes bind the State."),
    "treaties-unknown": _("How many treaties bind depends on the State and the theme, which are not both known."),
    "outcomes-named": _("You want: %(outcomes)s."),
    "outcomes-none": _("You named no result that you want."),
    "outcomes-unknown": _("What you want is not known."),
}
"""What the facts say, or several answers together."""

FACTORS: Mapping[str, "StrPromise"] = {**ANSWERED, **FOUND}

OPEN = _("Not known: “%(question)s” It counts in between for now.")
HELD_BACK: Mapping[str, "StrPromise"] = {
    "held-back-unknown": _("Held back as long as one condition is not known: %(gate)s."),
    "held-back-arguable": _("Held back because one condition has to be argued: %(gate)s."),
    "held-back-arguable-low": _(
        "Held back because one condition can be argued, but is mostly decided against the author: %(gate)s."
    ),
}
OUTCOMES = "held-back-outcomes"
NOTHING_WANTED = _("Held back because this route gives none of the results that you want.")


def factor_text(route: RouteSlug, factor: Factor, edition: Edition) -> str:
    """What was found, and why it counts. Raises ``KeyError`` for a code without words."""
    if factor.factor == OUTCOMES:
        return str(NOTHING_WANTED)
    if factor.factor in HELD_BACK:
        return str(HELD_BACK[factor.factor]) % {"gate": GATE_LABELS[GateSlug(factor.key)]}
    return sentences((found_text(factor, edition), _reason(route, factor.table, edition)))


def found_text(factor: Factor, edition: Edition) -> str:
    """What was found, without why it counts."""
    if factor.factor not in FACTORS and factor.key == "unknown":
        return str(OPEN) % {"question": QUESTIONS[factor.table].label}
    return fill(FACTORS[factor.factor], factor.params, edition)


def _reason(route: RouteSlug, table: str, edition: Edition) -> str:
    """The reason that editors gave for a weight table."""
    return texts.of(edition).reasons[route].get(table, "")
