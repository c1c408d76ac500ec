"""What contradicts itself among the facts, and what is known not to be known. The day is always an argument."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import models as facts
from .models import Confidence, DateStatus


@dataclass(frozen=True)
class Concern:
    """A row, and what is doubtful about it."""

    row: Any
    what: str


@dataclass(frozen=True)
class Group:
    """Concerns of one sort, and why they matter to users."""

    title: str | Promise
    why: str | Promise
    concerns: tuple[Concern, ...]


def unknowns(day: datetime.date) -> list[Group]:
    """What nobody has found so far. People are told so; no event calls for it, and a find is welcome. Empty groups are left out."""
    made = [
        Group(
            gettext_lazy("Reviews whose session was not found"),
            gettext_lazy("People concerned with these States get no date."),
            tuple(_unplaced()),
        ),
        Group(
            gettext_lazy("Mandates whose holder or renewal was not found"),
            gettext_lazy("A letter is addressed by the mandate's title alone."),
            tuple(_mandates(day)),
        ),
        Group(
            gettext_lazy("Doors whose state is doubtful"),
            gettext_lazy("Whether a committee may take a complaint rests on these rows."),
            tuple(_doubtful_doors()),
        ),
    ]
    return [group for group in made if group.concerns]


def _unplaced() -> Iterator[Concern]:
    last = facts.UprReview.objects.order_by("-cycle__number").values_list("cycle", flat=True).first()
    for review in facts.UprReview.objects.filter(cycle=last, session=None).select_related("state", "cycle"):
        yield Concern(review, _("no session known"))


def contradictions(day: datetime.date) -> Iterator[Concern]:
    """Facts of which one must be wrong; advice may rest on either."""
    planned, held = facts.CouncilSession.Status.PLANNED, facts.CouncilSession.Status.HELD
    for meeting in facts.CouncilSession.objects.filter(Q(status=planned, end__lt=day) | Q(status=held, start__gt=day)):
        yield Concern(meeting, _("“%s”, and its dates say otherwise") % meeting.get_status_display())
    unsettled = [DateStatus.TENTATIVE, DateStatus.ESTIMATED]
    for session in facts.UprSession.objects.filter(end__lt=day, dates_status__in=unsettled):
        yield Concern(session, _("over, and its dates are still “%s”") % session.get_dates_status_display())
    stray = facts.UprReview.objects.exclude(session=None).exclude(session__cycle=F("cycle"))
    for review in stray.select_related("state", "cycle", "session"):
        yield Concern(review, _("the session belongs to another cycle"))
    statuses = facts.TreatyStatus.objects.on(day).select_related("state", "treaty")
    party = facts.TreatyStatus.objects.on(day).filter(
        state=OuterRef("state"), treaty=OuterRef("treaty"), instrument="treaty", status="party"
    )
    for status in statuses.filter(status="accepted").exclude(Exists(party)):
        yield Concern(status, _("accepted, and yet the State is no party to the treaty"))
    for holder in (
        facts.MandateHolder.objects.on(day).filter(mandate__valid_to__lt=day.replace(day=1)).select_related("mandate")
    ):
        yield Concern(holder, _("still holds a mandate that ended"))


def _mandates(day: datetime.date) -> Iterator[Concern]:
    unknown = facts.Mandate.Renewal.OUTCOME_UNKNOWN
    there = facts.Mandate.objects.on(day)
    holders = facts.MandateHolder.objects.on(day).filter(mandate=OuterRef("pk"))
    for mandate in there.filter(renewal_status=unknown):
        yield Concern(mandate, _("was due for renewal; the outcome was not found"))
    people = there.exclude(form=facts.Mandate.Form.WORKING_GROUP)
    for mandate in people.exclude(Exists(holders)).exclude(renewal_status=unknown):
        yield Concern(mandate, _("no holder known"))


def _doubtful_doors() -> Iterator[Concern]:
    rows = facts.TreatyStatus.objects.exclude(confidence=Confidence.HIGH).select_related("state", "treaty")
    for row in sorted(rows, key=lambda row: row.confidence != Confidence.LOW):
        yield Concern(row, row.note or row.get_confidence_display())
