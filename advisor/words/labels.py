"""The words for everything that has a name: questions, answers, routes, verdicts, sides, stages and dates."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rules.vocabulary import DateCode, DateStatus, RouteSlug, Side, Stage, Verdict, WarningSlug

from .answers import ANSWERS, ROUTES, UNKNOWN_LABEL, WITHOUT_STATUS, AnswerText
from .questions import ANSWERS_OF_THE_CALM, QUESTIONS, URGENCY_OF_THE_CALM, QuestionText

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

__all__ = [
    "ANSWERS",
    "ANSWERS_OF_THE_CALM",
    "DATES",
    "DATE_STATUS",
    "EMPTY_LABELS",
    "QUESTIONS",
    "ROUTES",
    "ROUTE_LINES",
    "SIDES",
    "SIDE_LINES",
    "STAGES",
    "UNKNOWN_LABEL",
    "URGENCY_OF_THE_CALM",
    "VERDICTS",
    "WARNINGS",
    "WITHOUT_STATUS",
    "AnswerText",
    "QuestionText",
]

EMPTY_LABELS: Mapping[str, "StrPromise"] = {
    "countries": _("No particular State"),
    "regions": _("No whole region"),
    "themes": _("No particular theme"),
    "outcomes": _("None of these"),
    "considered": _("No route in mind"),
    "danger": _("None of these"),
}
"""What an empty list means: an answer of its own."""

ROUTE_LINES: Mapping[RouteSlug, "StrPromise"] = {
    RouteSlug.SPECIAL_PROCEDURES: _(
        "Independent experts write to governments about cases and laws, visit States and report."
    ),
    RouteSlug.UPR: _(
        "States review the human rights record of every State in turn. You can send a report and speak with States."
    ),
    RouteSlug.COUNCIL_SESSIONS: _(
        "States debate and vote. Organisations with access can speak, write and hold side events."
    ),
    RouteSlug.TREATY_BODY_REVIEW: _(
        "A committee of experts checks how a State keeps a treaty. You can send your own report."
    ),
    RouteSlug.TREATY_BODY_COMPLAINT: _(
        "A committee of experts decides whether a State broke a treaty in the case of a person or group."
    ),
    RouteSlug.COMPLAINT_PROCEDURE: _(
        "A confidential procedure for consistent patterns of gross violations, in any State."
    ),
}

SIDES: Mapping[Side, "StrPromise"] = {Side.EXPERT: _("Independent experts decide"), Side.STATE: _("States decide")}

SIDE_LINES: Mapping[Side, "StrPromise"] = {
    Side.EXPERT: _("More legal and technical. Experts do not take orders from governments."),
    Side.STATE: _("More political, and often more visible. Governments speak, bargain and vote."),
}

VERDICTS: Mapping[Verdict, "StrPromise"] = {
    Verdict.STRONG: _("Fits very well"),
    Verdict.GOOD: _("Fits well"),
    Verdict.POSSIBLE: _("Possible"),
    Verdict.WEAK: _("Fits poorly"),
    Verdict.CLOSED: _("Not open as things stand"),
}

STAGES: Mapping[Stage, "StrPromise"] = {
    Stage.PREPARATION: _("Time to prepare: nothing is published yet, but the deadline may come within 18 months"),
    Stage.SUBMISSION: _("Time to send a report: the deadline for organisations is still ahead"),
    Stage.ADVOCACY: _("Time to speak with States: the deadline has passed, the review is still ahead"),
    Stage.ADOPTION: _("Reviewed: the Council has still to adopt the outcome"),
    Stage.FOLLOW_UP: _("Adopted: time to follow up on what the State accepted"),
    Stage.UNSCHEDULED: _("No timetable is published yet"),
    Stage.NOT_REVIEWED: _("Not reviewed: not a Member of the UN"),
}

WARNINGS: Mapping[WarningSlug, "StrPromise"] = {
    WarningSlug.STATE_LEARNS_NAME: _("The State or the public learns a name"),
}

DATE_STATUS: Mapping[DateStatus, "StrPromise"] = {
    DateStatus.CONFIRMED: _("Confirmed"),
    DateStatus.TENTATIVE: _("Tentative: it may still move"),
    DateStatus.ESTIMATED: _("Our estimate, not published"),
    DateStatus.UNKNOWN: _("Not published yet"),
}

DATES: Mapping[DateCode, "StrPromise"] = {
    DateCode.UPR_STAKEHOLDER_DEADLINE: _("UPR: last day for reports by organisations"),
    DateCode.UPR_NATIONAL_REPORT: _("UPR: report of the State is due"),
    DateCode.UPR_PRE_SESSION: _("UPR: meeting of organisations and diplomats before the review"),
    DateCode.UPR_REVIEW: _("UPR: session that reviews the State"),
    DateCode.UPR_ADOPTION: _("UPR: outcome adopted by the Council"),
    DateCode.COUNCIL_SESSION: _("Human Rights Council: session starts"),
    DateCode.COUNCIL_WRITTEN_STATEMENT: _("Human Rights Council: last day for written statements"),
    DateCode.COUNCIL_SIDE_EVENT: _("Human Rights Council: last day to ask for a side event"),
    DateCode.UPR_PRE_SESSION_APPLICATION: _("UPR: applications to speak at the meeting before the review close"),
    DateCode.COUNCIL_SPEAKERS_LIST: _("Human Rights Council: list of speakers opens"),
    DateCode.PETITION_LIMIT: _("Last day to send the complaint"),
    DateCode.WGEID_URGENT_LIMIT: _("Disappearance: last day for the urgent procedure"),
    DateCode.CALL_FOR_INPUT: _("Call for input by a UN expert: last day"),
    DateCode.ECOSOC_APPLICATION: _("ECOSOC status: last day to apply"),
    DateCode.FOLLOW_UP: _("Middle of the cycle: time to report on progress"),
    DateCode.TB_SESSION: _("Committee: session starts"),
    DateCode.TB_REVIEW: _("Committee: review of the State"),
    DateCode.TB_REPORT_DUE: _("Committee: report of the State is due"),
    DateCode.TB_NGO_REPORT: _("Committee: last day for reports by organisations"),
    DateCode.MANDATE_RENEWAL: _("Human Rights Council: decides on the mandate of an expert"),
}
