"""What practitioners said in 2013, and what is true on the day asked for: numbers come from the facts, never from here."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mechanisms import words
from mechanisms.models import RouteRule, UprCycle

from .comparison_texts import Said
from .mandates import counted
from .numbers import amount

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

THEN_YEAR = 2013
"""The year of the practitioners' conversation."""


@dataclass(frozen=True)
class Change:
    """A topic, what was said of it then, and what is known now with the facts that say so."""

    topic: "str | StrPromise"
    then: Said
    now: "str | StrPromise"
    facts: tuple[Any, ...] = ()


WORDS = (
    Change(
        gettext_lazy("A State's answer"),
        Said(gettext_lazy("The State can accept a recommendation or simply note it, that is, reject it.")),
        gettext_lazy("The same. No formal “rejected” exists: what is noted is not accepted, and promises nothing."),
        (Said("", "upr-noted"),),
    ),
    Change(
        gettext_lazy("“Shadow report”"),
        Said(gettext_lazy("Used for what NGOs write for the UPR.")),
        gettext_lazy(
            "Kept apart here: a stakeholder submission goes to the UPR, an alternative or shadow report to a treaty body."
        ),
        (Said("", "tb-alternative-reports"),),
    ),
    Change(
        gettext_lazy("Bound by a treaty"),
        Said(gettext_lazy("The State must have ratified the treaty in its parliament.")),
        gettext_lazy(
            "What counts is the ratification or accession deposited with the UN, in force for the State, less its"
            " reservations."
        ),
        (Said("", "op-iccpr-1-2"),),
    ),
    Change(
        gettext_lazy("Remedies at home"),
        Said(gettext_lazy("All must be exhausted before a complaint.")),
        gettext_lazy("Not those that drag on unreasonably or are unlikely to help. It has to be shown."),
        (Said("", "op-cedaw-4"), Said("", "hrc-res-5-1")),
    ),
    Change(
        gettext_lazy("Does the Complaint Procedure tell the State?"),
        Said(gettext_lazy("Not known: nobody in the conversation had used it.")),
        gettext_lazy(
            "Yes. Complaints that pass the screening are sent to the State. Anonymous ones are screened out. Whether"
            " every attachment goes along is not known."
        ),
        (Said("", "cp-screening"),),
    ),
    Change(
        gettext_lazy("Fact sheets on child rights in the UPR"),
        Said(gettext_lazy("Made by the NGO Group for the Convention on the Rights of the Child.")),
        gettext_lazy("The group is called Child Rights Connect today; see its entry under “Help”."),
        (Said("", "source-conversation"),),
    ),
)


def changes(day: datetime.date) -> Iterator[Change]:
    """Topic by topic, those with numbers first."""
    yield _mandates(day)
    yield from _cycles(day)
    yield from _pre_sessions(day)
    yield from WORDS


def _mandates(day: datetime.date) -> Change:
    values = counted(day)
    return Change(
        _("Mandates of experts"),
        Said(gettext_lazy("36 on themes and 12 on countries.")),
        ngettext(
            "%(thematic)s on a theme and %(country)s on countries, counted from our list of mandates.",
            "%(thematic)s on themes and %(country)s on countries, counted from our list of mandates.",
            values["thematic"],
        )
        % values,
    )


def _cycles(day: datetime.date) -> Iterator[Change]:
    begun = UprCycle.objects.filter(starts__lte=day).select_related("source").order_by("number").last()
    if begun is None:
        return
    start, end = begun.partial("starts"), begun.partial("ends")
    yield Change(
        _("Time between two reviews"),
        Said(gettext_lazy("4.5 years.")),
        ngettext(
            "%(months)s month, as planned for the cycle of that day.",
            "%(months)s months, as planned for the cycle of that day.",
            begun.interval_months,
        )
        % {"months": begun.interval_months},
        (begun,),
    )
    yield Change(
        _("Timetable of the UPR"),
        Said(gettext_lazy("2012 to 2016, the second cycle.")),
        _("Cycle %(number)s: %(start)s to %(end)s.")
        % {
            "number": begun.number,
            "start": words.day(start) if start else _("not published"),
            "end": words.day(end) if end else _("not published"),
        },
        (begun,),
    )


def _pre_sessions(day: datetime.date) -> Iterator[Change]:
    rule = RouteRule.objects.on(day).filter(key="upr-pre-session-lead").select_related("source").first()
    if rule is not None:
        yield Change(
            _("Pre-sessions of the UPR"),
            Said(gettext_lazy("Two months before each review.")),
            _("About %(amount)s before. Older guides say one to two months.") % {"amount": amount(rule)},
            (rule,),
        )
