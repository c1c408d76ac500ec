"""What editors should look at, the worst for users first: what people act on soonest and we do not know for sure.

The day is always an argument.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import models as facts
from .models import Confidence, DateStatus, RecheckInterval, SourcedFact
from .staleness import SOON, intervals, models_with_facts

CONFIRMED = DateStatus.CONFIRMED
LONGEST_TERM = 6
"""Years that one person can hold a mandate."""


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


@dataclass(frozen=True)
class Due:
    """A kind of fact, and how many of its rows are late, soon due, or doubtful."""

    kind: str
    label: str | Promise
    model: type[SourcedFact]
    days: int | None
    total: int
    late: int
    soon: int
    doubtful: int


def groups(day: datetime.date) -> list[Group]:
    """The rows that matter one by one; empty groups are left out."""
    made = [
        Group(
            gettext_lazy("Dates ahead that are not certain"),
            gettext_lazy("People send their information by these dates. A missed deadline can't be made good."),
            tuple(_dates(day)),
        ),
        Group(
            gettext_lazy("Facts that contradict each other"),
            gettext_lazy("One of the two is wrong, and advice may rest on either."),
            tuple(_contradictions(day)),
        ),
        Group(
            gettext_lazy("Mandates that may have changed"),
            gettext_lazy("A letter to a mandate that ended, or to a former holder, is lost time."),
            tuple(_mandates(day)),
        ),
        Group(
            gettext_lazy("Doors whose state is doubtful"),
            gettext_lazy("Whether a committee may take a complaint rests on these rows."),
            tuple(_doubtful_doors()),
        ),
    ]
    return [group for group in made if group.concerns]


def due(day: datetime.date) -> list[Due]:
    """Every kind of fact, in the order in which people act on them."""
    known = intervals()
    labels = dict(RecheckInterval.Kind.choices)
    found = []
    for kind, model in models_with_facts().items():
        days = known.get(kind)
        # The earliest check date that is still in time; without an interval every date is.
        limit = datetime.date.min if days is None else day - datetime.timedelta(days=days)
        late, soon = Q(checked_on__lt=limit), Q(checked_on__gte=limit, checked_on__lte=limit + SOON)
        counts = model._default_manager.aggregate(
            total=Count("pk"),
            late=Count("pk", filter=late),
            soon=Count("pk", filter=soon),
            doubtful=Count("pk", filter=Q(confidence=Confidence.LOW)),
        )
        found.append(Due(kind, labels[kind], model, days, **counts))
    return found


def _dates(day: datetime.date) -> Iterator[Concern]:
    past = facts.UprSession.objects.filter(start__lt=day).order_by("-number").values_list("number", flat=True).first()
    ahead = Q(start__isnull=True, number__gt=past or 0) | Q(start__gte=day.replace(day=1))
    doubtful = ~Q(stakeholder_deadline_status=CONFIRMED) | ~Q(dates_status=CONFIRMED)
    for session in facts.UprSession.objects.filter(ahead & doubtful).order_by(F("start").asc(nulls_last=True)):
        yield Concern(
            session,
            _("deadline for NGOs: %(deadline)s; dates: %(dates)s")
            % {
                "deadline": session.get_stakeholder_deadline_status_display(),
                "dates": session.get_dates_status_display(),
            },
        )
    last = facts.UprReview.objects.order_by("-cycle__number").values_list("cycle", flat=True).first()
    for review in facts.UprReview.objects.filter(cycle=last, session=None).select_related("state", "cycle"):
        yield Concern(review, _("no session known"))
    ahead = Q(end__isnull=True) | Q(end__gte=day)
    doubtful = ~Q(deadlines_status=CONFIRMED) | ~Q(dates_status=CONFIRMED)
    for meeting in facts.CouncilSession.objects.filter(ahead & doubtful).order_by(F("start").asc(nulls_last=True)):
        yield Concern(
            meeting,
            _("deadlines: %(deadlines)s; dates: %(dates)s")
            % {"deadlines": meeting.get_deadlines_status_display(), "dates": meeting.get_dates_status_display()},
        )
    calls = facts.CallForInput.objects.filter(Q(deadline__isnull=True) | Q(deadline__gte=day)).exclude(status=CONFIRMED)
    for call in calls.select_related("mandate"):
        yield Concern(call, _("deadline: %s") % call.get_status_display())


def _contradictions(day: datetime.date) -> Iterator[Concern]:
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
    too_long = day.replace(year=day.year - LONGEST_TERM, day=1)
    for holder in facts.MandateHolder.objects.on(day).filter(valid_from__lt=too_long).select_related("mandate"):
        yield Concern(
            holder, _("for more than six years, the most that is possible: has probably been followed by another")
        )
    people = there.exclude(form=facts.Mandate.Form.WORKING_GROUP)
    for mandate in people.exclude(Exists(holders)).exclude(renewal_status=unknown):
        yield Concern(mandate, _("no holder known"))


def _doubtful_doors() -> Iterator[Concern]:
    rows = facts.TreatyStatus.objects.exclude(confidence=Confidence.HIGH).select_related("state", "treaty")
    for row in sorted(rows, key=lambda row: row.confidence != Confidence.LOW):
        yield Concern(row, row.note or row.get_confidence_display())
