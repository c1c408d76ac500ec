"""The entries of the calendar: one for each date, with how certain it is. What has no date is an entry too, and says so."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mechanisms.models import (
    CallForInput,
    CommitteeReview,
    CommitteeSession,
    CouncilSession,
    DateStatus,
    RouteRule,
    State,
    StateReport,
    UprReview,
    UprSession,
)
from mechanisms.words import separated
from rules.dates import PartialDate

ECOSOC_MONTH, ECOSOC_DAY = "ecosoc-deadline-month", "ecosoc-deadline-day"

NOT_TOLD = "not-told"
"""The status of a date whose certainty the facts do not give."""


@dataclass(frozen=True)
class Event:
    """Something that happens, or by which something is due. ``fact`` is the row that says so."""

    what: str
    date: PartialDate | None
    status: str
    fact: Any
    states: tuple[State, ...] = ()
    session: int | None = None
    """The UPR session that it belongs to."""
    ends: PartialDate | None = None

    @property
    def status_words(self) -> str:
        """How certain the date is. A date of unknown status was published, but nobody confirmed it."""
        if self.status == NOT_TOLD:
            return _("as its source gives it")
        if self.date and self.status == DateStatus.UNKNOWN:
            return _("not confirmed")
        return str(DateStatus(self.status).label)

    @property
    def last(self) -> datetime.date | None:
        """The last day on which it still counts as coming."""
        return (self.ends or self.date).last if self.date else None


def events(day: datetime.date) -> list[Event]:
    """Everything that we know of. The day is needed for what comes back every year."""
    return [*_reviews(), *_council(), *_committees(), *_reports_due(), *_applications(day), *_calls()]


def _reviews() -> Iterator[Event]:
    states = Prefetch("reviews", UprReview.objects.select_related("state").order_by("order", "state__name"))
    for row in UprSession.objects.select_related("source").prefetch_related(states):
        name = _("session %(number)s of the Universal Periodic Review (UPR)") % {"number": row.number}
        under_review = tuple(review.state for review in row.reviews.all())

        def event(what: str, field: str, status: str, row: UprSession = row, **more: Any) -> Event:
            return Event(what, row.partial(field), status, row, session=row.number, **more)

        yield event(
            _("Reviews: %(session)s") % {"session": name},
            "start",
            row.dates_status,
            states=under_review,
            ends=row.partial("end"),
        )
        yield event(
            _("Last day for NGOs to send a submission: %(session)s") % {"session": name},
            "stakeholder_deadline",
            row.stakeholder_deadline_status,
        )
        if row.pre_session_start:
            yield event(
                _("Pre-sessions: %(session)s") % {"session": name},
                "pre_session_start",
                NOT_TOLD,
                ends=row.partial("pre_session_end"),
            )
        if row.national_report_deadline:
            yield event(
                _("The States' own reports are due: %(session)s") % {"session": name},
                "national_report_deadline",
                NOT_TOLD,
            )


def _council() -> Iterator[Event]:
    adopted: dict[int, list[int]] = {}
    pairs = UprSession.objects.exclude(adoption_council_session=None).order_by("number")
    for council, number in pairs.values_list("adoption_council_session", "number"):
        adopted.setdefault(council or 0, []).append(number)
    for row in CouncilSession.objects.select_related("source"):
        name = _("session %(number)s of the Human Rights Council") % {"number": row.number}
        adopts = adopted.get(row.number, [])
        what = _("Council: %(session)s") % {"session": name}
        if adopts:
            what = ngettext(
                "Council: %(session)s; adopts the outcomes of UPR session %(numbers)s",
                "Council: %(session)s; adopts the outcomes of UPR sessions %(numbers)s",
                len(adopts),
            ) % {"session": name, "numbers": separated(adopts)}
        yield Event(what, row.partial("start"), row.dates_status, row, ends=row.partial("end"))
        for field, label in (
            ("written_statement_deadline", _("Last day for written statements: %(session)s")),
            ("oral_statement_registration", _("List of speakers opens: %(session)s")),
            ("side_event_request_deadline", _("Last day to ask for a side event: %(session)s")),
        ):
            if getattr(row, field):
                yield Event(label % {"session": name}, row.partial(field), row.deadlines_status, row)


def _committees() -> Iterator[Event]:
    """Sessions of committees with the States that they review, and the days by which organisations write."""
    reviewed = CommitteeReview.objects.filter(kind=CommitteeReview.Kind.REVIEW).select_related("state")
    states = Prefetch("reviews", reviewed.order_by("state__name"))
    for row in CommitteeSession.objects.select_related("source", "treaty").prefetch_related(states):
        name = {"committee": row.treaty.committee_name, "number": row.number}
        what = _("%(committee)s: session %(number)s") % name
        start, end = row.partial("start"), row.partial("end")
        status = row.dates_status
        if start is None and end is not None:
            what, start, end, status = _("%(committee)s: last day of session %(number)s") % name, end, None, NOT_TOLD
        under_review = tuple(review.state for review in row.reviews.all())
        yield Event(what, start, status, row, states=under_review, ends=None if end == start else end)
        for field, words in (
            ("report_deadline", _("Last day for reports of NGOs: %(session)s")),
            ("list_deadline", _("Last day for NGOs to propose questions for lists of issues: %(session)s")),
        ):
            if getattr(row, field):
                session = _("%(committee)s: session %(number)s") % name
                yield Event(words % {"session": session}, row.partial(field), row.deadlines_status, row)


def _reports_due() -> Iterator[Event]:
    for row in StateReport.objects.exclude(due=None).select_related("source", "state", "treaty"):
        what = _("Due from the State: %(document)s to the %(committee)s") % {
            "document": row.get_document_display(),
            "committee": row.treaty.committee_name,
        }
        yield Event(what, row.partial("due"), row.status, row, states=(row.state,))


def _applications(day: datetime.date) -> Iterator[Event]:
    """The yearly deadline for consultative status: last year's, this year's and next year's, where a rule gives it."""
    for year in (day.year - 1, day.year, day.year + 1):
        rules = RouteRule.objects.on(min(day, datetime.date(year, 12, 31))).filter(key__in=(ECOSOC_MONTH, ECOSOC_DAY))
        found = {rule.key: rule for rule in rules.select_related("source")}
        if ECOSOC_MONTH in found and ECOSOC_DAY in found:
            date = datetime.date(year, found[ECOSOC_MONTH].value, found[ECOSOC_DAY].value)
            what = _("Last day to apply for consultative status with ECOSOC in %(year)s") % {"year": year}
            yield Event(what, PartialDate(date), DateStatus.CONFIRMED, found[ECOSOC_DAY])


def _calls() -> Iterator[Event]:
    for row in CallForInput.objects.select_related("source", "mandate"):
        what = _("Call for input: %(title)s (%(mandate)s)") % {"title": row.title, "mandate": row.mandate}
        yield Event(what, row.partial("deadline"), row.status, row)
