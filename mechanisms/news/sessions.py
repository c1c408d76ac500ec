"""What becomes known of a session: a deadline is announced; it is over, and its days and what follows are settled."""

import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import Q

from mechanisms.models import CouncilSession, DateSource, DateStatus, UprReview, UprSession
from mechanisms.models.date_sources import ADOPTION
from mechanisms.models.named import Named
from rules.dates import PartialDate

from .writing import Proof, dated, known, proven

Session = UprSession | CouncilSession

STATUS_OF = {
    "stakeholder_deadline": "stakeholder_deadline_status",
    "written_statement_deadline": "deadlines_status",
    "oral_statement_registration": "deadlines_status",
    "side_event_request_deadline": "deadlines_status",
    "start": "dates_status",
}
"""The field that says how certain a date is; the others have none."""

ANNOUNCED = {
    UprSession: ("stakeholder_deadline", "start", "pre_session_start", "national_report_deadline"),
    CouncilSession: (
        "written_statement_deadline",
        "side_event_request_deadline",
        "oral_statement_registration",
        "start",
    ),
}
"""What is announced of a session, the commonest first."""

LAST_DAY = {"start": "end", "pre_session_start": "pre_session_end"}
"""What is announced with a last day beside the first."""


def ahead(model: type[Any], day: datetime.date) -> "list[Any]":
    """The sessions that are not over: those that end later, and without days those that come after the last one held."""
    over = model._default_manager.filter(start__lt=day).order_by("-number").values_list("number", flat=True).first()
    later = (
        Q(end__gte=day.replace(day=1)) | Q(end__isnull=True, number__gte=over or 0) | Q(start__gte=day.replace(day=1))
    )
    return list(model._default_manager.filter(later).order_by("number"))


def begun(model: type[Any], day: datetime.date, number: int = 3) -> "list[Any]":
    """The latest sessions whose first day has come, the last one first."""
    return list(model._default_manager.filter(start__lte=day).order_by("-number")[:number])


def has_hour(session: Any, field: str) -> bool:
    """Whether a date may be known to the hour. In: a session, or its model."""
    return hasattr(session, f"{field}_time")


def _own_source(session: Session, field: str, proof: Proof) -> DateSource:
    key = {"upr_session": session} if isinstance(session, UprSession) else {"council_session": session}
    row: DateSource = known(DateSource, field=field, **key)
    proven(row, proof)
    return row


def announced(
    session: Session,
    field: str,
    date: PartialDate,
    status: str,
    proof: Proof,
    last: PartialDate | None = None,
    hour: tuple[str, str] = ("", ""),
) -> list[Named]:
    """The rows: the date with its hour, the clock that this is read on and how certain it is, and where it stands. The source of the other
    dates stays what it was."""
    dated(session, field, date)
    if has_hour(session, field):
        setattr(session, f"{field}_time", hour[0])
        setattr(session, f"{field}_zone", hour[1])
    if field in STATUS_OF:
        setattr(session, STATUS_OF[field], status)
    found: list[Named] = [session, _own_source(session, field, proof)]
    if field in LAST_DAY and last is not None:
        dated(session, LAST_DAY[field], last)
        found.append(_own_source(session, LAST_DAY[field], proof))
    return found


def closed(
    session: Session,
    first: PartialDate,
    last: PartialDate,
    proof: Proof,
    adoption: int | None = None,
    put_off: Collection[UprReview] = (),
) -> list[Named]:
    """The rows of a session that is over: its days, confirmed. Of a UPR session, at which Council session its outcomes are adopted;
    of a Council session, which of the outcomes that were due there it put off."""
    dated(session, "start", first)
    dated(session, "end", last)
    session.dates_status = DateStatus.CONFIRMED
    found: list[Named] = [session, _own_source(session, "start", proof), _own_source(session, "end", proof)]
    if isinstance(session, CouncilSession):
        session.status = CouncilSession.Status.HELD
        for review in due_for_adoption(session):
            review.adoption_status = UprReview.Adoption.POSTPONED if review in put_off else ""
            found.append(review)
    elif adoption is not None and adoption != session.adoption_council_session:
        session.adoption_council_session = adoption
        found.append(_own_source(session, ADOPTION, proof))
    return found


def due_for_adoption(session: CouncilSession) -> list[UprReview]:
    """The reviews whose outcome this Council session was to adopt."""
    rows = UprReview.objects.filter(session__adoption_council_session=session.number)
    return list(rows.select_related("state", "cycle", "session", "source").order_by("state__name"))
