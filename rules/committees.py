"""One possible complaint: a State and a committee, judged for competence, time and the same matter elsewhere.

Sources: OP-ICCPR arts 1, 3, 5; ICERD art. 14(5); OP-ICESCR arts 3, 8; OP-CRC-IC art. 7; OP-CEDAW art. 4; CAT art. 22(5);
OP-CRPD art. 2; CED art. 31; and each State's own reservations and declarations, which are rows of the edition.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from .dates import PartialDate
from .gates import ORDER, gate, named, source_of
from .ground import Pair, Situation
from .result import GateResult, Params
from .timetable import petition_limit
from .vocabulary import GateSlug, Remedies, Result, RouteSlug, Urgency, YesNo

PASS, FAIL, ARGUABLE, UNKNOWN = Result.PASS, Result.FAIL, Result.ARGUABLE, Result.UNKNOWN
LAST_WEEKS = datetime.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Filing:
    """A complaint that could be filed, and what its own gates say."""

    pair: Pair
    competence: GateResult
    time: GateResult
    same: GateResult

    def limit(self, s: Situation) -> PartialDate | None:
        """The last day to file, itself included; ``None`` where no strict limit runs or its start is not known."""
        months = _months(self.pair)
        decision = s.scenario.final_decision_on
        if months is None or decision is None or s.scenario.remedies is not Remedies.EXHAUSTED:
            return None
        return PartialDate(petition_limit(decision, months))

    def clock_key(self, s: Situation) -> str | None:
        """The row of the weight table on time left; ``None`` where it is not known."""
        if _months(self.pair) is None:
            return "no-limit"
        if s.scenario.remedies is not Remedies.EXHAUSTED:
            return None if s.scenario.remedies is None else "no-clock"
        limit = self.limit(s)
        if limit is None:
            return None
        if s.scenario.ready_on is not None and s.scenario.ready_on > limit.last:
            return "ready-too-late"
        return "last-weeks" if limit.last - s.day <= LAST_WEEKS else "time-left"


def filings(s: Situation) -> tuple[Filing, ...]:
    """A filing for each State and treaty that the scenario touches."""
    return tuple(
        Filing(pair, competence(s, pair), time_limit(s, pair), same_matter(s, pair)) for pair in s.ground.pairs
    )


def best(
    slug: GateSlug, judged: tuple[tuple[Pair, GateResult], ...], s: Situation, route: RouteSlug, fallback: str
) -> GateResult:
    """The best of several committees' results: one door is enough. Without any, the open questions say what may still come."""
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if s.scenario.countries == () and s.scenario.regions:
        questions = ("countries",)
    if not judged and not questions:
        open_to = (PASS, FAIL) if s.scenario.regions is None and not s.scenario.countries else (FAIL,)
        return gate(slug, FAIL, "no-treaty", source_of(s, route, slug, fallback), open_to)
    top = max((result for _, result in judged), key=lambda result: ORDER[result.result], default=None)
    if top is None or (questions and top.result is FAIL):
        return gate(
            slug, UNKNOWN, "unknown", source_of(s, route, slug, fallback), (PASS, ARGUABLE, FAIL), questions=questions
        )
    floor = max(min(ORDER[possible] for possible in result.possible) for _, result in judged)
    possible = {p for _, result in judged for p in result.possible if ORDER[p] >= floor} | (
        {PASS} if questions else set()
    )
    if (
        s.about_cases is None
    ):  # answers about the case may yet turn out not to apply, and then nothing speaks against it
        possible |= {PASS, ARGUABLE}
    all_questions = dict.fromkeys((*questions, *(q for _, result in judged for q in result.questions)))
    params: Params = {**top.params, **named(pair for pair, result in judged if result.result is top.result)}
    return gate(
        slug,
        top.result,
        top.code.removeprefix(f"{slug}."),
        top.source,
        possible,
        questions=tuple(all_questions),
        params=params,
    )


def competence(s: Situation, pair: Pair) -> GateResult:
    """The State has accepted this committee's complaints, and the facts do not lie before that."""
    slug, params = GateSlug.COMPETENCE_ACCEPTED, pair_params(pair)
    source = pair.complaints.source if pair.complaints else pair.treaty.source
    if not pair.complaints_open:
        never = pair.treaty.complaint_in_force is None or pair.treaty.complaint_in_force > s.day
        code = "not-in-force" if never else "fail" if pair.bound else "not-bound"
        return gate(slug, FAIL, code, source, params=params)
    starts = _facts_count_from(pair)
    happened = s.scenario.happened_on
    if happened is None or starts is None:
        maybe = (PASS, ARGUABLE) if starts is not None and s.about_cases is not False else (PASS,)
        return gate(
            slug, PASS, "pass", source, maybe, questions=("happened_on",) if len(maybe) > 1 else (), params=params
        )
    if happened >= starts:
        return gate(slug, PASS, "pass", source, params=params)
    goes_on = s.scenario.urgency in (Urgency.IMMINENT, Urgency.ONGOING)
    code = "continuing" if goes_on else "facts-before"
    return gate(slug, ARGUABLE, code, source, params={**params, "since": PartialDate(starts)})


def _facts_count_from(pair: Pair) -> datetime.date | None:
    days = [limit.since for limit in pair.limits if limit.kind == "time_of_facts" and limit.since]
    return max([day for day in (pair.binds_from, *days) if day is not None], default=None)


STRICT, GUIDANCE = "strict", "guidance"

TIME: Mapping[tuple[str, str], tuple[Result, str, tuple[Result, ...]]] = {
    # the limit · the clock: result, code, what the open answers could still make of it
    (STRICT, "no-decision"): (ARGUABLE, "no-decision", ()),
    (GUIDANCE, "no-decision"): (PASS, "guidance", ()),
    (STRICT, "not-running"): (PASS, "not-running", ()),
    (GUIDANCE, "not-running"): (PASS, "not-running", ()),
    (STRICT, "in-time"): (PASS, "pass", ()),
    (GUIDANCE, "in-time"): (PASS, "guidance", ()),
    (STRICT, "over"): (FAIL, "fail", ()),
    (GUIDANCE, "over"): (ARGUABLE, "guidance-over", ()),
    (STRICT, "not-dated"): (UNKNOWN, "unknown", (PASS, ARGUABLE, FAIL)),
    (GUIDANCE, "not-dated"): (PASS, "guidance", (PASS, ARGUABLE)),
    (STRICT, "in-time-if-last"): (PASS, "pass", (PASS, ARGUABLE)),
    (GUIDANCE, "in-time-if-last"): (PASS, "guidance", (PASS, ARGUABLE)),
    (STRICT, "over-if-last"): (UNKNOWN, "unknown", (PASS, ARGUABLE, FAIL)),
    (GUIDANCE, "over-if-last"): (PASS, "guidance", (PASS, ARGUABLE)),
}
"""Strict limits fail after their last day; guidance can only be argued about. A decision counts only if it is the last one."""


def time_limit(s: Situation, pair: Pair) -> GateResult:
    """Whether a complaint comes in time, by `TIME`; without a limit it passes.

    ICERD art. 14(5): six months (Spain: three by its declaration); OP-ICESCR art. 3(2)(a) and OP-CRC-IC art. 7(h): one year, unless
    filing in time was impossible. The Human Rights Committee's five years are guidance on abuse, not a limit.
    """
    slug, kind = GateSlug.TIME_LIMIT, pair.treaty.limit_kind
    own = next((limit for limit in pair.limits if limit.kind == "time_limit" and limit.months), None)
    months, source = (own.months, own.source) if own else (pair.treaty.limit_months, pair.treaty.source)
    if kind not in (STRICT, GUIDANCE) or months is None:
        return gate(slug, PASS, "no-limit", source, params=pair_params(pair))
    clock, params = _clock(s, months)
    result, code, possible = TIME[kind, clock]
    questions = tuple(q for q in ("remedies", "final_decision_on") if possible and getattr(s.scenario, q) is None)
    return gate(slug, result, code, source, possible, questions=questions, params={**pair_params(pair), **params})


def _clock(s: Situation, months: int) -> tuple[str, Params]:
    """What the answers say about a limit of so many months: how its clock stands, and what a sentence about it needs."""
    remedies, decision = s.scenario.remedies, s.scenario.final_decision_on
    if remedies is Remedies.INEFFECTIVE:
        return "no-decision", {}
    if remedies is not None and remedies is not Remedies.EXHAUSTED:
        return "not-running", {"months": months}
    if decision is None:
        return "not-dated", {"months": months}
    last = petition_limit(decision, months)
    clock = "over" if s.day > last else "in-time"
    params: Params = {"months": months, "last": PartialDate(last)}
    return (f"{clock}-if-last" if remedies is None else clock), params


def same_matter(s: Situation, pair: Pair) -> GateResult:
    """What is or was elsewhere bars it where the treaty or the State's own reservation says so.

    Pending elsewhere bars nearly everywhere; already examined bars under CAT, CEDAW, CRC, CRPD and ICESCR, and under ICCPR and CERD
    only by a State's reservation or declaration. The answer does not tell the two apart, so where only pending bars it is arguable.
    """
    slug, params = GateSlug.SAME_MATTER, pair_params(pair)
    against, source = _bar(pair)
    match s.scenario.elsewhere:
        case YesNo.NO:
            return gate(slug, PASS, "pass", source, params=params)
        case None if against is PASS:
            return gate(slug, PASS, "no-bar", source, params=params)
        case None:
            result, code = (UNKNOWN, "unknown") if against is FAIL else (PASS, "if-not-pending")
            return gate(slug, result, code, source, (PASS, against), questions=("elsewhere",), params=params)
        case _:
            code = {PASS: "no-bar", ARGUABLE: "if-not-pending", FAIL: "fail"}[against]
            return gate(slug, against, code, source, params=params)


def _bar(pair: Pair) -> tuple[Result, str]:
    """What "yes, elsewhere" means here, and on which source."""
    rule = pair.treaty.same_matter
    own = next((limit for limit in pair.limits if limit.kind == "same_matter_other_procedure"), None)
    if rule == "pending-or-examined":
        return FAIL, pair.treaty.source
    if own is not None and own.bars in ("examined", "pending-or-examined"):
        return (FAIL if own.scope == "any" else ARGUABLE), own.source
    return (PASS if rule == "none" else ARGUABLE), pair.treaty.source


def _months(pair: Pair) -> int | None:
    """The months of a strict limit, the State's own shorter one included."""
    if pair.treaty.limit_kind != "strict":
        return None
    own = next((limit.months for limit in pair.limits if limit.kind == "time_limit"), None)
    return own or pair.treaty.limit_months


def pair_params(pair: Pair) -> Params:
    """The State and the treaty as sentence parameters."""
    return {"treaty": pair.treaty.slug, "country": pair.country}
