"""What to send to committees by when, and the dates of their reviews: from the calendar, or else that it says nothing."""

import datetime
from collections.abc import Iterable

from .committee_calendar import Appointment, CommitteePosition
from .dates import PartialDate
from .ground import Situation
from .result import Action, KeyDate, Params
from .vocabulary import ActionSlug, DateCode, DateStatus

REPORT, QUESTIONS = ActionSlug.ALTERNATIVE_REPORT, ActionSlug.LIST_OF_ISSUES_INPUT


def actions(s: Situation, positions: Iterable[CommitteePosition], source: str) -> list[Action]:
    """A report and proposals for the list of issues to each committee, the earliest day first; those without a day follow.

    In: the source of what is said where the calendar says nothing.
    """
    found = [one for position in positions for one in (_report(s, position, source), _questions(s, position, source))]
    return sorted((action for action in found if action is not None), key=_by_day)


def _by_day(action: Action) -> datetime.date:
    return action.by.last if action.by else datetime.date.max


def _report(s: Situation, position: CommitteePosition, source: str) -> Action:
    """A report before the review that comes; after one that was held, information on what became of it."""
    if position.review is not None:
        return _written(s, position, position.review, REPORT)
    if position.listed is not None:
        return _said(position, REPORT, "listed", position.listed)
    if position.held is not None:
        code = "held" if position.held.is_sure else "perhaps-held"
        return _said(position, REPORT, code, position.held, by=_follow_up_by(s, position))
    return Action(REPORT, REPORT.value, source, country=position.country, treaty=position.treaty)


def _questions(s: Situation, position: CommitteePosition, source: str) -> Action | None:
    """Proposals before the list of issues; nothing once it is adopted, or the State was reviewed lately."""
    if position.questions is not None:
        return _written(s, position, position.questions, QUESTIONS)
    if position.review is not None:
        return _said(position, QUESTIONS, "review-planned", position.review)
    if position.listed is not None or position.held is not None:
        return None
    return Action(QUESTIONS, QUESTIONS.value, source, country=position.country, treaty=position.treaty)


def _written(s: Situation, position: CommitteePosition, ahead: Appointment, action: ActionSlug) -> Action:
    """What is sent for something that comes: by its deadline, or else before its session; once that is missed, something shorter."""
    deadline, begun = ahead.deadline, ahead.has_begun(s.day)
    if deadline is not None and not _is_late(s, deadline):
        return _said(position, action, "deadline", ahead, by=deadline)
    if deadline is not None or begun:
        by = (ahead.end or ahead.start) if begun else ahead.start
        return _said(position, action, "late", ahead, by=None if by is None or by.is_past(s.day) else by)
    if ahead.start is not None:
        return _said(position, action, "session", ahead, by=ahead.start)
    return _said(position, action, "undated", ahead)


def _is_late(s: Situation, deadline: PartialDate) -> bool:
    """Whether a deadline is missed: it is over, or the information is ready only after it."""
    ready = s.scenario.ready_on
    return deadline.is_past(s.day) or (ready is not None and ready > deadline.last)


def _said(
    position: CommitteePosition,
    action: ActionSlug,
    code: str,
    about: Appointment,
    by: PartialDate | None = None,
) -> Action:
    params: Params = {"last": about.last} if code in ("held", "perhaps-held", "listed") and about.last else {}
    return Action(
        action,
        f"{action}.{code}",
        _source(about, deadline=code in ("deadline", "late")),
        by=by,
        country=position.country,
        treaty=position.treaty,
        params=params,
    )


def _source(about: Appointment, *, deadline: bool) -> str:
    """Where the day is written: a deadline and a session's days with the session, the rest with the State's place in it."""
    return about.session.source if deadline and about.session else about.review.source


def _follow_up_by(s: Situation, position: CommitteePosition) -> PartialDate | None:
    """By when to write on what became of a review: before the committee looks at it, or the State reports on it."""
    found = []
    if position.follow_up is not None:
        found += [position.follow_up.deadline, position.follow_up.start]
    if position.report is not None and position.report.document == "follow-up":
        found.append(position.report.due)
    return next((date for date in found if date is not None and not date.is_past(s.day)), None)


def dates(s: Situation, positions: Iterable[CommitteePosition]) -> list[KeyDate]:
    """The dates of these committees that are not over, the earliest first."""
    found = [date for position in positions for date in _of(s, position)]
    return sorted(found, key=lambda row: (row.date.first if row.date else datetime.date.max, row.country or ""))


def _of(s: Situation, position: CommitteePosition) -> list[KeyDate]:
    found = []
    for one in (position.review, position.questions, position.follow_up):
        if one is not None:
            found += [*_deadline(s, position, one), *_held_on(s, position, one)]
    owed = position.report
    if owed is not None and owed.due is not None:
        params: Params = {"treaty": position.treaty}
        code, status = DateCode.TB_REPORT_DUE, owed.status
        found.append(KeyDate(code, owed.due, status, owed.source, country=position.country, params=params))
    return found


def _params(position: CommitteePosition, one: Appointment) -> Params:
    return {"treaty": position.treaty, **({"session": one.session.number} if one.session else {})}


def _deadline(s: Situation, position: CommitteePosition, one: Appointment) -> list[KeyDate]:
    session, deadline = one.session, one.deadline
    if session is None or deadline is None or deadline.is_past(s.day):
        return []
    time, zone = one.hour
    return [
        KeyDate(
            DateCode.TB_NGO_REPORT,
            deadline,
            session.deadlines_status,
            session.source,
            country=position.country,
            params=_params(position, one),
            time=time,
            zone=zone,
        )
    ]


def _held_on(s: Situation, position: CommitteePosition, one: Appointment) -> list[KeyDate]:
    """The review, on the State's own day or else the span of the session; the session itself for anything else and beside that day."""
    found, country, session = [], position.country, one.session
    is_review = one is position.review
    if is_review and one.start is not None:
        status, source, params = one.status(s.day), one.review.source, _params(position, one)
        found.append(KeyDate(DateCode.TB_REVIEW, one.start, status, source, country, params, one.end))
    if session is not None and session.start is not None and (not is_review or one.review.day is not None):
        tentative = one.review.status is not DateStatus.CONFIRMED and not is_review
        status = DateStatus.TENTATIVE if tentative else session.dates_status
        params = _params(position, one)
        found.append(KeyDate(DateCode.TB_SESSION, session.start, status, session.source, country, params, session.end))
    return found
