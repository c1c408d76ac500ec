"""System checks that stop the deployment: a code without words, words that ask for something unknown, a translation that breaks them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from advisor.editions.weight_tables import OWN_TABLES, TABLES
from advisor.words import catalogues
from advisor.words.actions import ACTIONS, TITLES
from advisor.words.changes import ANSWER_CHANGES, CONDITIONS
from advisor.words.committees import COMMITTEES
from advisor.words.factors import FACTORS
from advisor.words.gates import GATE_LABELS, GATES, OPENERS, RESULTS
from advisor.words.labels import DATE_STATUS, DATES, QUESTIONS, ROUTES, SIDES, STAGES, VERDICTS
from advisor.words.names import PLACES, RULE, asked_for
from advisor.words.pointers import POINTER_LABELS, POINTERS
from advisor.words.sequence import SEQUENCE
from advisor.words.warnings import WARNINGS
from rules.committees import GROUPS, SAME
from rules.complaint_time import TIME
from rules.counterfactuals import ACTIONABLE, FIXES
from rules.factors import CHOICES
from rules.questions import QUESTIONS as ASKED
from rules.routes.complaint_procedure import OVER
from rules.vocabulary import (
    ActionSlug,
    DateCode,
    DateStatus,
    GateSlug,
    PointerSlug,
    Remedies,
    Reprisals,
    Result,
    RouteSlug,
    Scale,
    SequenceReason,
    Side,
    Stage,
    Verdict,
    WarningSlug,
)

OPEN = "unknown.committee"
"""Of a gate that only a committee can answer, where it is not known which."""

GATE_CODES: Mapping[GateSlug, tuple[str, ...]] = {
    GateSlug.UN_MEMBER: ("pass", "some", "fail", "region", "no-state", "unknown"),
    GateSlug.ONE_COUNTRY: ("pass", "several", "region", "region.none", "fail", "unknown"),
    GateSlug.MANDATE_COVERAGE: ("pass", "name-the-rights", "fail", "unknown"),
    GateSlug.OWN_KNOWLEDGE: ("pass", "if-not-media-only", "arguable", "fail", "fail.in-danger", "unknown"),
    GateSlug.ECOSOC_ACCESS: ("own", "sponsor", "fail", "unknown", "sponsor-unknown"),
    GateSlug.PATTERN: ("pass", "unknown", *(f"fail.{scale}" for scale in Scale if scale is not Scale.CONSISTENT_PATTERN)),
    GateSlug.DIRECT_KNOWLEDGE: ("pass", "arguable", "fail", "unknown"),
    GateSlug.TREATY_RATIFIED: (
        *("pass", "signed-only", "fail", "no-state", "region", "unknown"),
        *(f"not-needed.{route}" for route in RouteSlug),
    ),
    GateSlug.RIGHT_COVERED: (
        *("pass", "framed", "framed.covenant", "name-the-right", "subject-excluded", "no-treaty"),
        OPEN,
    ),
    GateSlug.COMPETENCE_ACCEPTED: ("pass", "fail", "not-bound", "not-in-force", OPEN),
    GateSlug.VICTIM_GROUP: (
        *("everybody", "no-case", OPEN),
        *(f"{result}.{group}" for result in ("pass", "unknown", "fail") for group in GROUPS.values()),
    ),
    GateSlug.FACTS_IN_TIME: (
        *("pass", "if-it-began-then", "begun-before", "goes-on", "before", "fail.before", "fail.before.declared"),
        *("unknown", "unknown.ced", "fail.ced", "not-bound", "no-case", OPEN),
    ),
    GateSlug.DOMESTIC_REMEDIES: (
        *("pass", "arguable", "does-not-stop-it", "ask-for-a-stay", "does-it-stop-it", "unknown", "no-case"),
        *(f"fail.{remedies}" for remedies in (Remedies.NOT_STARTED, Remedies.UNDER_WAY)),
        *(f"not-needed.{route}" for route in RouteSlug),
    ),
    GateSlug.TIME_LIMIT: (*sorted({code for _result, code, _possible in TIME.values()}), "no-limit", OPEN),
    GateSlug.SAME_MATTER: (
        *("pass", "expert-letter", "no-bar", "wgad", "unclear", "unknown", OPEN),
        *(f"{result}.{kind}" for result in ("no-bar", "arguable", "fail") for kind in SAME["none"]),
        *("complaint-procedure.pass", *(f"complaint-procedure.{code}" for code in OVER.values())),
        *("fail.complaint-procedure", "country-mandate", "no-case"),
    ),
    GateSlug.VICTIM_CONSENT: (
        *("pass", "fail", "condition", "not-asked", "ask-first", "cannot-ask", "cannot-ask.letter", "unknown", "no-case"),
    ),
    GateSlug.IDENTIFIED_AUTHOR: (
        *("pass.open", "pass.names-withheld", "state-must-answer", "state-need-not-know"),
        *("fail", "fail.cases-only", "themes-only", "unknown", "no-case"),
    ),
    GateSlug.IS_A_CASE: ("pass", "pattern", "fail", "unknown"),
}  # fmt: skip
"""Every code that a gate can give."""

POINTER_CODES = (
    *("emergency", "emergency.nobody-listed", "investigation", "other-door", "other-door.national"),
    *("regional", "regional.complaints", "regional.now", "regional.now.complaints"),
    "reprisals.unknown",
    *(f"reprisals.{answer}" for answer in Reprisals if answer is not Reprisals.NONE),
    *(f"domestic.{remedies}" for remedies in (Remedies.NOT_STARTED, Remedies.UNDER_WAY)),
)

COMMITTEE_CODES = (
    "best",
    "closest",
    *(f"second.{code}" for code in ("closed", "less-sure", "framed", "more-time", "less-close")),
)

KEEP_US_BACK = (RouteSlug.SPECIAL_PROCEDURES, RouteSlug.COMPLAINT_PROCEDURE)
"""Routes on which the State does not learn who wrote."""

WARNING_CODES = tuple(
    f"{WarningSlug.STATE_LEARNS_NAME}.{route}.{whose}"
    for route in RouteSlug
    for whose in (("victim",) if route in KEEP_US_BACK else ("victim", "ours", "both"))
)


def gate_codes() -> Iterator[str]:
    """Every code of every gate, in full."""
    for slug, codes in GATE_CODES.items():
        yield from (f"{slug}.{code}" for code in codes)


def factor_codes() -> Iterator[str]:
    """Every row of every weight table. Answers that are not known are worded by their question, if the table has one."""
    yield "base"
    for table in sorted({table for tables in TABLES.values() for table in tables}):
        own = OWN_TABLES.get(table)
        keys = (*own, "unknown") if own else CHOICES[table]
        yield from (f"{table}-{key}" for key in keys if table != "outcomes" or key in ("none", "unknown"))
    yield "outcomes-named"


def change_keys() -> Iterator[tuple[str, str]]:
    """Every answer that the advice may propose to change."""
    for question, values in ACTIONABLE.items():
        yield from ((question, str(value)) for value in values)
    yield from condition_keys()


def condition_keys() -> Iterator[tuple[str, str]]:
    """Every answer that may open a closed route together with others."""
    for fixes in FIXES.values():
        yield from ((question, str(value)) for question, value in fixes)


def missing() -> Iterator[str]:
    """Every code without words, and every sentence that asks for something that the core does not give."""
    words: tuple[tuple[str, Mapping[Any, Any], type[StrEnum]], ...] = (
        ("route", ROUTES, RouteSlug),
        ("verdict", VERDICTS, Verdict),
        ("side", SIDES, Side),
        ("stage", STAGES, Stage),
        ("date", DATES, DateCode),
        ("date status", DATE_STATUS, DateStatus),
        ("gate", GATE_LABELS, GateSlug),
        ("what opens the gate", OPENERS, GateSlug),
        ("gate's codes", GATE_CODES, GateSlug),
        ("result", RESULTS, Result),
        ("action", TITLES, ActionSlug),
        ("pointer", POINTER_LABELS, PointerSlug),
        ("sequence", SEQUENCE, SequenceReason),
    )
    for kind, table, members in words:
        yield from (f"{kind} {member.value!r} has no words" for member in members if member not in table)
    worded = {key.partition("@")[0] for key in GATES}
    yield from (f"question {asked.slug!r} has no words" for asked in ASKED if asked.slug not in QUESTIONS)
    yield from (f"gate code {code!r} has no words" for code in gate_codes() if code not in worded)
    yield from (f"factor {code!r} has no words" for code in factor_codes() if code not in FACTORS)
    yield from (f"pointer code {code!r} has no words" for code in POINTER_CODES if code not in POINTERS)
    yield from (f"change {key!r} has no words" for key in change_keys() if key not in ANSWER_CHANGES)
    yield from (f"condition {key!r} has no words" for key in condition_keys() if key not in CONDITIONS)
    yield from (f"committee code {code!r} has no words" for code in COMMITTEE_CODES if code not in COMMITTEES)
    yield from (f"warning code {code!r} has no words" for code in WARNING_CODES if code not in WARNINGS)
    for action in ActionSlug:
        if not any(code.split(".")[0] == action for code in ACTIONS):
            yield f"action {action.value!r} has no sentence"
    yield from _unknown_places()


def _unknown_places() -> Iterator[str]:
    for table in (GATES, FACTORS, ACTIONS, POINTERS, WARNINGS):
        for code, sentence in table.items():
            for name in sorted(asked_for(sentence)):
                if name not in PLACES and not name.startswith(RULE):
                    yield f"{code!r} asks for {name!r}, which is no parameter"


@register()
def every_code_has_words(**kwargs: Any) -> list[CheckMessage]:
    """Errors for all that ``missing`` finds."""
    return [Error(problem, id="advisor.E001") for problem in missing()]


@register()
def catalogues_are_whole(**kwargs: Any) -> list[CheckMessage]:
    """Errors for translations that would break a page."""
    return [Error(fault, id="advisor.E002") for fault in catalogues.faults(settings.LOCALE_PATHS)]
