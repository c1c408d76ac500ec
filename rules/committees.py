"""Complaints judged committee by committee: each State and treaty has its own gates, and one committee is the best for a State.

Sources: OP-ICCPR arts 1, 3, 5; ICERD art. 14; OP-ICESCR arts 2, 3, 8; OP-CRC-IC arts 5, 7; OP-CEDAW arts 2, 4; CAT art. 22; OP-CRPD
arts 1, 2; CED arts 31, 35; the committees' rules of procedure; and each State's own reservations and declarations, which are rows of the
edition.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from . import vocabulary as v
from .complaint_time import clock_key, facts_in_time, time_limit
from .dates import PartialDate
from .gates import domestic_remedies, gate, identified_author, source_of, victim_consent
from .ground import Pair, Situation
from .named import CEDAW, CERD, CMW, CRC, CRPD, ICCPR
from .result import GateResult, Params
from .scenario import Scenario
from .vocabulary import DateStatus, Elsewhere, GateSlug, Result, RouteSlug

ROUTE = RouteSlug.TREATY_BODY_COMPLAINT
RULES = "tb-communications"
PASS, FAIL, ARGUABLE, UNKNOWN = Result.PASS, Result.FAIL, Result.ARGUABLE, Result.UNKNOWN
Found = TypeVar("Found")
BEST = "best"
"""The code of the committee that its State's complaint goes to."""


@dataclass(frozen=True, slots=True)
class Filing:
    """A complaint that could be filed: a State, a committee, and what each gate says of the two."""

    pair: Pair
    gates: tuple[GateResult, ...]
    limit: PartialDate | None
    """The last day to file, itself included; ``None`` where no strict limit runs or its start is not known."""
    clock: str | None
    """The row of the weight table on time left; ``None`` where it is not known."""

    def gate(self, slug: GateSlug) -> GateResult:
        """What one gate says."""
        return next(found for found in self.gates if found.gate is slug)

    @property
    def usable(self) -> bool:
        """Whether no gate fails."""
        return all(found.result is not FAIL for found in self.gates)

    @property
    def limit_status(self) -> DateStatus:
        """A national body under ICERD art. 14(2) moves the start of the six months, so that the last day is not sure."""
        moved = any(limit.kind == "national_body_first" for limit in self.pair.limits)
        return DateStatus.TENTATIVE if moved else DateStatus.CONFIRMED


def filings(s: Situation) -> tuple[Filing, ...]:
    """A filing for each State and treaty that the scenario touches, the best first: for each State, and then among the States."""
    shared = _shared(s)
    judged = [_filing(s, pair, shared) for pair in s.ground.pairs]
    order = {country: place for place, country in enumerate(s.ground.countries or ())}
    ranked = sorted(enumerate(judged), key=lambda item: (_fit(item[1]), order[item[1].pair.country], item[0]))
    return tuple(filing for _, filing in ranked)


def bests(ranked: tuple[Filing, ...]) -> tuple[Filing, ...]:
    """The best filing for each State, in the order given."""
    found: dict[str, Filing] = {}
    for filing in ranked:
        found.setdefault(filing.pair.country, filing)
    return tuple(found.values())


def _fit(filing: Filing) -> tuple[object, ...]:
    """Contract, section 2: no failed gate; fewest arguable or unknown; main before framed; earliest limit; the table's order.

    If all fail: victim group not failed, then accepted on the day, then fewest fails, then main.
    """
    fails = sum(found.result is FAIL for found in filing.gates)
    if fails:
        wrong_group = filing.gate(GateSlug.VICTIM_GROUP).result is FAIL
        not_accepted = filing.gate(GateSlug.COMPETENCE_ACCEPTED).result is FAIL
        return (True, wrong_group, not_accepted, fails, not filing.pair.main)
    doubts = sum(found.result in (ARGUABLE, UNKNOWN) for found in filing.gates)
    return (False, doubts, not filing.pair.main, filing.limit.last if filing.limit else datetime.date.max, 0)


def why(filing: Filing, best: Filing) -> tuple[str, Params]:
    """Why a committee is the best for its State, or why it is second: the first step of the order in which the two differ."""
    params: Params = {**filing.pair.params, "best": best.pair.treaty.slug}
    if filing is best:
        return (BEST if filing.usable else "closest"), params
    closed = [found for found in filing.gates if found.result is FAIL]
    if closed:
        return "second.closed", {**params, "gate": closed[0].gate.value}
    mine = [found for found in filing.gates if found.result in (ARGUABLE, UNKNOWN)]
    others = [found for found in best.gates if found.result in (ARGUABLE, UNKNOWN)]
    if len(mine) > len(others):
        new = next(found for found in mine if best.gate(found.gate).result not in (ARGUABLE, UNKNOWN))
        return "second.less-sure", {**params, "gate": new.gate.value}
    if best.pair.main and not filing.pair.main:
        return "second.framed", params
    if best.limit is not None and (filing.limit is None or filing.limit.last > best.limit.last):
        return "second.more-time", params
    return "second.less-close", params


def _shared(s: Situation) -> Mapping[str, GateResult]:
    """The gates that say the same of every committee, worked out once; a withheld name means less at one of them."""
    return {
        "remedies": domestic_remedies(s, ROUTE, RULES, stays=True),
        "consent": victim_consent(s, ROUTE, RULES, closes=True),
        "author": identified_author(s, ROUTE, RULES, withheld=ARGUABLE, low=True),
        "author at cerd": identified_author(s, ROUTE, RULES, withheld=ARGUABLE),
        "case": is_a_case(s),
    }


def _filing(s: Situation, pair: Pair, shared: Mapping[str, GateResult]) -> Filing:
    # ICERD art. 14(6)(a): the State is not told who complains without that person's agreement
    author = shared["author at cerd" if pair.treaty.slug == CERD else "author"]
    time, limit = _once(time_limit, s, pair)
    gates = (
        *_once(_by_facts, s, pair),
        _once(victim_group, s, pair),
        _once(facts_in_time, s, pair),
        shared["remedies"],
        time,
        _once(same_matter, s, pair),
        shared["consent"],
        author,
        shared["case"],
    )
    return Filing(pair, gates, limit, clock_key(s, pair, limit))


def _by_facts(s: Situation, pair: Pair) -> tuple[GateResult, ...]:
    """The gates that no answer changes while States and themes stay the same."""
    source = source_of(s, ROUTE, GateSlug.TREATY_RATIFIED, RULES)
    return ratified(pair, source), right_covered(s, pair), competence(s, pair)


def _once(judge: Callable[[Situation, Pair], Found], s: Situation, pair: Pair) -> Found:
    """What a gate says of a committee: worked out once for the same answers, as far as it looks at them."""
    return s.once((judge, pair.treaty.slug, pair.country), ANSWERS[judge], lambda: judge(s, pair))


def is_a_case(s: Situation) -> GateResult:
    """Cases only: thematic information or a law without a victim is not examined; of a pattern each victim must be named and agree."""
    slug, source = GateSlug.IS_A_CASE, source_of(s, ROUTE, GateSlug.IS_A_CASE, RULES)
    information, scale = s.scenario.information, s.scenario.scale
    if s.about_cases is None:
        questions = tuple(q for q in ("information", "scale") if getattr(s.scenario, q) is None)
        return gate(slug, UNKNOWN, "unknown", source, (PASS, ARGUABLE, FAIL), questions=questions)
    if not s.about_cases:
        return gate(slug, FAIL, "fail", source)
    if scale is v.Scale.CONSISTENT_PATTERN and information is not v.Information.INDIVIDUAL_CASES:
        open_to = (PASS, ARGUABLE) if information is None else ()
        return gate(slug, ARGUABLE, "pattern", source, open_to, questions=("information",) if open_to else ())
    return gate(slug, PASS, "pass", source)


def ratified(pair: Pair, source: str) -> GateResult:
    """The treaty binds the State; a signature does not (Vienna Convention on the Law of Treaties, art. 14)."""
    code = "pass" if pair.bound else "signed-only" if pair.signed else "fail"
    result = PASS if pair.bound else FAIL
    params = {"treaties": (f"{pair.treaty.slug}@{pair.country}",)}
    return gate(GateSlug.TREATY_RATIFIED, result, code, source, params=params)


def right_covered(s: Situation, pair: Pair) -> GateResult:
    """The treaty names the right, or the matter can be framed under it. A State's limit on a subject makes the framing fail."""
    slug, params = GateSlug.RIGHT_COVERED, pair.params
    if pair.main:
        assert pair.cover is not None
        return gate(slug, PASS, "pass", pair.cover.source, params=params)
    subject = next((limit for limit in pair.limits if limit.is_on_equality), None)
    if subject is not None and pair.treaty.slug == ICCPR:
        return gate(slug, FAIL, "subject-excluded", subject.source, params={**params, "limit": subject.summary})
    if pair.cover is not None:
        return gate(slug, ARGUABLE, "framed", pair.cover.source, params={**params, "condition": pair.cover.condition})
    code = "framed.covenant" if s.ground.themes else "name-the-right"
    return gate(slug, ARGUABLE, code, pair.treaty.source, params=params)


def competence(s: Situation, pair: Pair) -> GateResult:
    """The State has accepted this committee's complaints, on the day."""
    slug, params = GateSlug.COMPETENCE_ACCEPTED, pair.params
    source = pair.complaints.source if pair.complaints else pair.treaty.source
    if pair.complaints_open:
        # a fact of low confidence may turn out otherwise: the range says so (contract, section 4)
        unsure = pair.complaints is not None and pair.complaints.confidence == "low"
        return gate(slug, PASS, "pass", source, (PASS, FAIL) if unsure else (), params=params)
    never = pair.treaty.complaint_in_force is None or pair.treaty.complaint_in_force > s.day
    code = "not-in-force" if never else "fail" if pair.bound else "not-bound"
    return gate(slug, FAIL, code, source, params=params)


GROUPS: Mapping[str, v.People] = {
    CEDAW: v.People.WOMEN,
    CRC: v.People.CHILDREN,
    CRPD: v.People.PERSONS_WITH_DISABILITIES,
    CERD: v.People.RACE_OR_ORIGIN,
    CMW: v.People.MIGRANT_WORKERS,
}
"""Whom a committee takes: OP-CEDAW art. 2; OP-CRC-IC art. 5; OP-CRPD art. 1; ICERD art. 14(1) with art. 1; CMW art. 77. The others: all."""


def victim_group(s: Situation, pair: Pair) -> GateResult:
    """Whether somebody who suffered it is one whom the committee takes."""
    slug, params, source = GateSlug.VICTIM_GROUP, pair.params, pair.treaty.source
    group, people = GROUPS.get(pair.treaty.slug), s.scenario.people
    if group is None:
        return gate(slug, PASS, "everybody", source, params=params)
    if s.about_cases is False:
        return gate(slug, Result.NOT_NEEDED, "no-case", source, params=params)
    if people is None:
        return gate(slug, UNKNOWN, f"unknown.{group}", source, (PASS, FAIL), questions=("people",), params=params)
    if group in people:
        return gate(slug, PASS, f"pass.{group}", source, params=params)
    return gate(slug, FAIL, f"fail.{group}", source, params=params)


SAME: Mapping[str, Mapping[Elsewhere, Result]] = {
    # what the treaty or the State's own reservation bars · what is or was elsewhere
    "none": {Elsewhere.PENDING: PASS, Elsewhere.EXAMINED: PASS, Elsewhere.NOT_EXAMINED: PASS},
    "pending": {Elsewhere.PENDING: FAIL, Elsewhere.EXAMINED: PASS, Elsewhere.NOT_EXAMINED: PASS},
    "examined": {Elsewhere.PENDING: PASS, Elsewhere.EXAMINED: FAIL, Elsewhere.NOT_EXAMINED: ARGUABLE},
    "pending-or-examined": {Elsewhere.PENDING: FAIL, Elsewhere.EXAMINED: FAIL, Elsewhere.NOT_EXAMINED: ARGUABLE},
    "submitted": {Elsewhere.PENDING: FAIL, Elsewhere.EXAMINED: FAIL, Elsewhere.NOT_EXAMINED: FAIL},
}
"""OP-ICCPR art. 5(2)(a) and CED art. 31(2)(c): being examined. CAT art. 22(5)(a), OP-CEDAW art. 4(2)(a), OP-CRC-IC art. 7(d), OP-CRPD
art. 2(c), OP-ICESCR art. 3(2)(c): has been or is being examined. ICERD: none. A decision without reasons is no examination (Hebbadj v.
France, CCPR/C/123/D/2807/2016). Reservations add to the treaty: "submitted" bars whatever came of it."""

SEVERITY = {PASS: 0, ARGUABLE: 1, FAIL: 2}


def same_matter(s: Situation, pair: Pair) -> GateResult:
    """What is or was before another international procedure bars a complaint where the treaty or the State's own reservation says so."""
    slug, params, elsewhere = GateSlug.SAME_MATTER, pair.params, s.scenario.elsewhere
    bars = _bars(pair)
    if elsewhere is not None and elsewhere in SAME["none"]:
        result, source = _strictest(bars, elsewhere)
        code = {PASS: f"no-bar.{elsewhere}", ARGUABLE: f"arguable.{elsewhere}", FAIL: f"fail.{elsewhere}"}[result]
        return gate(slug, result, code, source, params=params)
    source = bars[-1][2]
    if elsewhere in (Elsewhere.NO, Elsewhere.UN_EXPERT_LETTER):
        return gate(slug, PASS, "pass" if elsewhere is Elsewhere.NO else "expert-letter", source, params=params)
    if all(_strictest(bars, kind)[0] is PASS for kind in SAME["none"]):
        return gate(slug, PASS, "no-bar", source, params=params)
    if elsewhere is None:
        return gate(slug, UNKNOWN, "unknown", source, (PASS, ARGUABLE, FAIL), questions=("elsewhere",), params=params)
    return gate(slug, ARGUABLE, elsewhere.value, source, params=params)


Bars = tuple[tuple[str, str, str], ...]
"""What is barred, whether by any procedure, and the source."""


def _bars(pair: Pair) -> Bars:
    own = (limit for limit in pair.limits if limit.kind == "same_matter_other_procedure" and limit.bars in SAME)
    rule = pair.treaty.same_matter if pair.treaty.same_matter in SAME else "none"
    return (
        (rule, "any", pair.treaty.source),
        *(("submitted" if limit.bars_what_was_submitted else limit.bars, limit.scope, limit.source) for limit in own),
    )


def _strictest(bars: Bars, kind: Elsewhere) -> tuple[Result, str]:
    """The strictest of what is barred, with its source. A reservation about one procedure alone can only be argued from: which it was is
    not asked."""
    found = []
    for rule, scope, source in bars:
        result = SAME[rule][kind]
        found.append((ARGUABLE if result is FAIL and scope != "any" else result, source))
    return max(found, key=lambda item: SEVERITY[item[0]])


LOOKS_AT: Mapping[Callable[[Situation, Pair], Any], tuple[str, ...]] = {
    _by_facts: ("countries",),
    victim_group: ("information", "scale", "people"),
    facts_in_time: ("information", "scale", "began_on", "happened_on", "continues", "urgency"),
    time_limit: ("remedies", "final_decision_on", "elsewhere_ended_on"),
    same_matter: ("elsewhere",),
}
"""The answers that a gate looks at, beside the facts. Whether it is about cases follows from two of them. A test watches what is read."""

ANSWERS: Mapping[Callable[[Situation, Pair], Any], Callable[[Scenario], object]] = {
    judge: attrgetter(*questions) for judge, questions in LOOKS_AT.items()
}
