"""The time of a complaint: whether the facts lie after the day on which complaints bound the State, and when a time limit ends.

Sources: OP-CEDAW art. 4(2)(e); OP-CRPD art. 2(f); OP-ICESCR art. 3; OP-CRC-IC art. 7; CED art. 35; ICERD art. 14(5); Human Rights
Committee, rule 99(c); and each State's own declarations, which are rows of the edition.
"""

import datetime
from collections.abc import Mapping

from . import vocabulary as v
from .dates import PartialDate, add_months
from .gates import gate
from .ground import Pair, Situation
from .named import CED, CERD, ICCPR
from .result import GateResult, Params
from .timetable import petition_limit
from .vocabulary import GateSlug, Remedies, Result

PASS, FAIL, ARGUABLE, UNKNOWN = Result.PASS, Result.FAIL, Result.ARGUABLE, Result.UNKNOWN
LAST_WEEKS = datetime.timedelta(days=30)
STRICT, GUIDANCE = "strict", "guidance"
AFTER_ANOTHER, AFTER_ANOTHER_MONTHS = "petition-guidance-other-months", 36
"""Human Rights Committee, rule 99(c): abuse may be found three years after the end of another procedure, where there was one."""

LENIENT = frozenset({ICCPR, "cat", CERD})
"""Where what lies wholly before can still be argued: the treaty does not say that such a complaint shall be declared inadmissible, as
OP-CEDAW art. 4(2)(e), OP-CRPD art. 2(f), OP-ICESCR art. 3(2)(b) and OP-CRC-IC art. 7(g) do."""


def facts_in_time(s: Situation, pair: Pair) -> GateResult:
    """Whether the facts lie after the day on which complaints bound the State, or go on after it; CED: after the Convention (art. 35)."""
    slug, params, source = GateSlug.FACTS_IN_TIME, pair.params, pair.treaty.source
    if s.about_cases is False:
        return gate(slug, Result.NOT_NEEDED, "no-case", source, params=params)
    since, declared = counts_from(pair)
    if since is None:
        return gate(slug, PASS, "not-bound", source, params=params)
    params = {**params, "since": PartialDate(since)}
    began, happened = s.scenario.began_on, s.scenario.happened_on
    if began is not None and happened is not None:
        began = min(began, happened)
    if pair.treaty.slug == CED:
        return _begun_in_time(pair, since, began, happened, params)
    if began is not None and began >= since:
        return gate(slug, PASS, "pass", source, params=params)
    wholly = FAIL if declared or pair.treaty.slug not in LENIENT else ARGUABLE
    goes_on = continues(s)
    partly = happened is not None and happened >= since
    if began is None and partly:
        return gate(slug, PASS, "if-it-began-then", source, (PASS, ARGUABLE), questions=("began_on",), params=params)
    if began is None and happened is None:
        maybe = {PASS, ARGUABLE} | ({wholly} if goes_on is not True else set())
        result, code = (UNKNOWN, "unknown") if FAIL in maybe else (PASS, "if-it-began-then")
        questions = tuple(q for q in ("began_on", "happened_on") if getattr(s.scenario, q) is None)
        return gate(slug, result, code, source, maybe, questions=questions, params=params)
    if partly:
        return gate(slug, ARGUABLE, "begun-before", source, params=params)
    still_open = tuple(q for q in ("happened_on", "continues") if getattr(s.scenario, q) is None)
    if happened is None:  # begun before; the last act is not known
        if goes_on:
            return gate(slug, ARGUABLE, "begun-before", source, (ARGUABLE,), questions=still_open, params=params)
        maybe = {ARGUABLE, wholly}
        result = UNKNOWN if FAIL in maybe else ARGUABLE
        return gate(
            slug,
            result,
            "unknown" if FAIL in maybe else "begun-before",
            source,
            maybe,
            questions=still_open,
            params=params,
        )
    if goes_on:
        return gate(slug, ARGUABLE, "goes-on", source, params=params, low=True)
    if goes_on is None:
        result = UNKNOWN if wholly is FAIL else ARGUABLE
        code = "unknown" if wholly is FAIL else "before"
        questions = ("continues", "urgency")
        return gate(
            slug, result, code, source, (ARGUABLE, wholly), questions=questions, params=params, low=wholly is ARGUABLE
        )
    code = "before.declared" if declared else "before"
    return gate(
        slug, wholly, code if wholly is ARGUABLE else f"fail.{code}", source, params=params, low=wholly is ARGUABLE
    )


def _begun_in_time(
    pair: Pair, since: datetime.date, began: datetime.date | None, happened: datetime.date | None, params: Params
) -> GateResult:
    """CED art. 35: the Committee is competent solely for disappearances which commenced after the Convention bound the State."""
    slug, source = GateSlug.FACTS_IN_TIME, pair.treaty.source
    first = began or (happened if happened is not None and happened < since else None)
    if first is None:
        return gate(slug, UNKNOWN, "unknown.ced", source, (PASS, FAIL), questions=("began_on",), params=params)
    if first < since:
        return gate(slug, FAIL, "fail.ced", source, params=params)
    return gate(slug, PASS, "pass", source, params=params)


def counts_from(pair: Pair) -> tuple[datetime.date | None, bool]:
    """The day from which facts count, and whether the State's own declaration says so; ``None`` where nothing binds."""
    own = [limit.since for limit in pair.limits if limit.kind == "time_of_facts"]
    since = pair.bound_from if pair.treaty.slug == CED else pair.binds_from
    days = [day for day in (since, *own) if day is not None]
    return (max(days) if days and since is not None else None), bool(own)


def continues(s: Situation) -> bool | None:
    """Whether it goes on or its effects stay; not answered, danger now means yes and a past event no (contract, section 1)."""
    match s.scenario.continues, s.scenario.urgency:
        case (None, None):
            return None
        case (None, urgency):
            return urgency is not v.Urgency.PAST
        case (answer, _):
            return answer is not v.Continues.NO


TIME: Mapping[tuple[str, str], tuple[Result, str, tuple[Result, ...]]] = {
    # the limit · the clock: result, code, what the open answers could still make of it
    (STRICT, "no-decision"): (UNKNOWN, "no-decision", (PASS, FAIL)),
    (GUIDANCE, "no-decision"): (PASS, "guidance.no-decision", ()),
    (STRICT, "not-running"): (PASS, "not-running", ()),
    (GUIDANCE, "not-running"): (PASS, "not-running", ()),
    (STRICT, "in-time"): (PASS, "pass", ()),
    (GUIDANCE, "in-time"): (PASS, "guidance", ()),
    (STRICT, "over"): (FAIL, "fail", ()),
    (GUIDANCE, "over"): (ARGUABLE, "guidance-over", ()),
    (STRICT, "not-dated"): (UNKNOWN, "unknown", (PASS, FAIL)),
    (GUIDANCE, "not-dated"): (PASS, "guidance.not-dated", (PASS, ARGUABLE)),
    (STRICT, "in-time-if-last"): (PASS, "pass", (PASS, UNKNOWN)),
    (GUIDANCE, "in-time-if-last"): (PASS, "guidance", (PASS, ARGUABLE)),
    (STRICT, "over-if-last"): (UNKNOWN, "unknown", (PASS, FAIL)),
    (GUIDANCE, "over-if-last"): (PASS, "guidance", (PASS, ARGUABLE)),
}
"""Strict limits fail after their last day; guidance can only be argued about. A decision counts only if it is the last one."""


def time_limit(s: Situation, pair: Pair) -> tuple[GateResult, PartialDate | None]:
    """Whether a complaint comes in time, by `TIME`, and the last day of a strict limit; without a limit it passes.

    ICERD art. 14(5): six months (Spain: three by its declaration); OP-ICESCR art. 3(2)(a) and OP-CRC-IC art. 7(h): one year, unless
    filing in time was impossible. The Human Rights Committee's five years, or three from the end of another procedure, are guidance on
    abuse and no limit (rule 99(c)). A State's own months count under any treaty, and are a limit.
    """
    slug = GateSlug.TIME_LIMIT
    own = next((limit for limit in pair.limits if limit.kind == "time_limit" and limit.months), None)
    kind = STRICT if own else pair.treaty.limit_kind
    months, source = (own.months, own.source) if own else (pair.treaty.limit_months, pair.treaty.source)
    if kind not in (STRICT, GUIDANCE) or months is None:
        return gate(slug, PASS, "no-limit", source, params=pair.params), None
    clock, params = _clock(s, months, guidance=kind == GUIDANCE)
    result, code, possible = TIME[kind, clock]
    asks = ("remedies", "final_decision_on") if possible and clock != "no-decision" else ()
    questions = tuple(q for q in asks if getattr(s.scenario, q) is None)
    last = params.get("last")
    runs = kind == STRICT and s.scenario.remedies is Remedies.EXHAUSTED
    limit = last if runs and isinstance(last, PartialDate) else None
    found = gate(slug, result, code, source, possible, questions=questions, params={**pair.params, **params})
    return found, limit


def _clock(s: Situation, months: int, *, guidance: bool) -> tuple[str, Params]:
    """What the answers say about a limit of so many months: how its clock stands, and what a sentence about it needs."""
    remedies, decision = s.scenario.remedies, s.scenario.final_decision_on
    if remedies is Remedies.INEFFECTIVE:
        return "no-decision", {"months": months}
    if remedies is not None and remedies is not Remedies.EXHAUSTED:
        return "not-running", {"months": months}
    # Looked at before the decision: whoever is asked for one of the two days is asked for the other on the same page.
    ended = s.scenario.elsewhere_ended_on if guidance else None
    if decision is None:
        return "not-dated", {"months": months}
    last = petition_limit(decision, months)
    if ended is not None:
        after = s.edition.rules.get(AFTER_ANOTHER, (AFTER_ANOTHER_MONTHS, ""))[0]
        last = max(last, add_months(ended, after))
    clock = "over" if s.day > last else "in-time"
    params: Params = {"months": months, "last": PartialDate(last)}
    return (f"{clock}-if-last" if remedies is None else clock), params


def clock_key(s: Situation, pair: Pair, limit: PartialDate | None) -> str | None:
    own = any(found.kind == "time_limit" and found.months for found in pair.limits)
    if not own and (pair.treaty.limit_kind != STRICT or pair.treaty.limit_months is None):
        return "no-limit"
    if s.scenario.remedies is not Remedies.EXHAUSTED:
        return None if s.scenario.remedies is None else "no-clock"
    if limit is None:
        return None
    if s.scenario.ready_on is not None and s.scenario.ready_on > limit.last:
        return "ready-too-late"
    return "last-weeks" if limit.last - s.day <= LAST_WEEKS else "time-left"
