"""The six routes as cards: verdict, score, what to do, conditions, reasons, dates, stages, treaties, who sees what, pros and cons."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from advisor.words import fact_texts, labels, names, texts
from advisor.words.committees import committee_text
from advisor.words.factors import factor_text
from advisor.words.gates import GATE_LABELS, OPENERS, RESULTS, gate_text
from advisor.words.visibility import Visibility, visibility
from rules.committees import BEST
from rules.facts.edition import Edition
from rules.result import Advice, Committee, Factor, GateResult, KeyDate, RouteAdvice
from rules.vocabulary import Result, RouteSlug, Stage, Verdict

from . import addressees, summary, terms, todo
from .citations import Citations, Cite, Said, said
from .days import Day, clock, shown
from .todo import Doing

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

GATES_FIRST = (Result.FAIL, Result.UNKNOWN, Result.ARGUABLE, Result.PASS, Result.NOT_NEEDED)
"""What keeps a route shut comes first."""

PACE = frozenset({"tb-duration"})
"""The sources that say how long it takes until a body has answered."""


@dataclass(frozen=True)
class Gate:
    """A condition and whether it is met. ``term`` is a word of the glossary; empty where none is needed, here and below."""

    term: str
    result: str
    word: "StrOrPromise"
    label: "StrOrPromise"
    text: str
    opener: "StrOrPromise"
    cite: Cite


@dataclass(frozen=True)
class Reason:
    """Points for a reason; ``start`` and ``width`` place its bar on a scale from -30 to 30."""

    points: int
    text: str
    cite: Cite
    start: int
    width: int


@dataclass(frozen=True)
class Date:
    """A date that matters on a route. ``day`` is ``None`` where it is not published."""

    code: str
    label: "StrOrPromise"
    term: str
    state: str
    iso3: str
    about: str
    treaty: str
    day: Day | None
    status: str
    certainty: "StrOrPromise"
    route: "StrOrPromise"
    cite: Cite
    clock: str = ""
    """Until which hour, in words; empty where no hour matters."""


@dataclass(frozen=True)
class Standing:
    """What to do in one State, and where it stands in the UPR; ``state`` is empty where a route does not go by State."""

    state: str
    iso3: str
    stage: "StrOrPromise"
    session: int | None
    cite: Cite | None
    doings: tuple[Doing, ...]


@dataclass(frozen=True)
class Binding:
    """A treaty that matters for a State, since when, and the State's own limits on it."""

    state: str
    iso3: str
    slug: str
    short: str
    name: str
    committee: str
    page: str
    since: str
    complaints_since: str
    time: str
    limits: tuple[str, ...]
    cite: Cite


@dataclass(frozen=True)
class Judged:
    """One committee judged for one State: the best, or an alternative with why it comes second."""

    best: bool
    state: str
    iso3: str
    slug: str
    short: str
    committee: str
    page: str
    verdict: str
    verdict_label: "StrOrPromise"
    by: Day | None
    text: str
    cite: Cite


@dataclass(frozen=True)
class Card:
    """Everything about one route. ``judged_for`` says which committee's conditions these are; empty where the route has none."""

    rank: int
    slug: str
    term: str
    name: "StrOrPromise"
    line: "StrOrPromise"
    verdict: str
    verdict_label: "StrOrPromise"
    side: str
    side_label: "StrOrPromise"
    side_line: "StrOrPromise"
    low: int
    value: int
    high: int
    score_text: str
    short: summary.Summary
    judged_for: str
    gates: tuple[Gate, ...]
    reasons: tuple[Reason, ...]
    standings: tuple[Standing, ...]
    mandates: tuple[addressees.Mandate, ...]
    also: tuple[addressees.AlsoIf, ...]
    dates: tuple[Date, ...]
    committees: tuple[Judged, ...]
    bindings: tuple[Binding, ...]
    seen: Visibility
    seen_cite: Cite
    pros: tuple[Said, ...]
    cons: tuple[Said, ...]
    experience: str
    effort: str
    """What it takes, as the table of points for it says."""
    pace: Said | None
    """How long an answer takes; ``None`` where no source says so."""

    @property
    def closed(self) -> bool:
        """Whether a condition shuts the route."""
        return self.verdict == Verdict.CLOSED

    @property
    def failing(self) -> tuple[Gate, ...]:
        """The conditions that shut it."""
        return tuple(gate for gate in self.gates if gate.result == Result.FAIL)

    @property
    def tally(self) -> list[tuple["StrOrPromise", int]]:
        """How many conditions are met, not met and so on; those that a route does not ask for are left out."""
        counted = {result: sum(gate.result == result for gate in self.gates) for result in GATES_FIRST[:-1]}
        return [(RESULTS[result], count) for result, count in counted.items() if count]

    @property
    def width(self) -> int:
        """How wide the range of the score is."""
        return self.high - self.low


def card(route: RouteAdvice, advice: Advice, edition: Edition, cite: Citations) -> Card:
    """The card of a route."""
    seen, facts = visibility(route.route, edition), texts.of(edition).routes[route.route]
    score = route.score
    return Card(
        rank=route.rank,
        slug=route.route.value,
        term=terms.ROUTES.get(route.route, ""),
        name=labels.ROUTES[route.route],
        line=labels.ROUTE_LINES[route.route],
        verdict=route.verdict.value,
        verdict_label=labels.VERDICTS[route.verdict],
        side=route.side.value,
        side_label=labels.SIDES[route.side],
        side_line=labels.SIDE_LINES[route.side],
        low=score.low,
        value=score.value,
        high=score.high,
        score_text=_score(route),
        short=summary.of_route(route, advice, edition, cite),
        judged_for=_judged_for(route, edition),
        gates=tuple(
            sorted(
                (_gate(route.route, gate, edition, cite) for gate in route.gates),
                key=lambda gate: GATES_FIRST.index(Result(gate.result)),
            )
        ),
        reasons=tuple(_reason(route.route, factor, edition, cite) for factor in route.factors),
        standings=_standings(route, advice, edition, cite),
        mandates=addressees.mandates(route.mandates, edition, cite),
        also=addressees.also_if(route.mandates_if, edition),
        dates=tuple(date(row, route.route, advice, edition, cite) for row in route.dates),
        committees=tuple(_judged(row, advice, edition, cite) for row in route.committees),
        bindings=tuple(_bindings(route, advice, edition, cite)),
        seen=seen,
        seen_cite=cite(seen.source, facts.checked_on, facts.recheck_by),
        pros=_statements(facts, "pro", cite),
        cons=_statements(facts, "con", cite),
        experience=fact_texts.of("routes", route.route.value, "evidence_strength", facts.evidence_strength),
        effort=texts.of(edition).reasons.get(route.route, {}).get("effort", ""),
        pace=_pace(facts, cite),
    )


def _score(route: RouteAdvice) -> str:
    score = route.score
    if route.verdict is Verdict.CLOSED:
        return _("Closed routes get no points.")
    if score.low == score.high:
        return _("%(value)s of 100") % {"value": score.value}
    words = _("%(value)s of 100; between %(low)s and %(high)s, because some answers are open")
    return words % {"value": score.value, "low": score.low, "high": score.high}


def _gate(route: RouteSlug, gate: GateResult, edition: Edition, cite: Citations) -> Gate:
    return Gate(
        term=terms.GATES.get(gate.gate, ""),
        result=gate.result.value,
        word=RESULTS[gate.result],
        label=GATE_LABELS[gate.gate],
        text=gate_text(route, gate, edition),
        opener=OPENERS[gate.gate],
        cite=cite(gate.source),
    )


def _reason(route: RouteSlug, factor: Factor, edition: Edition, cite: Citations) -> Reason:
    length = min(abs(factor.points), 30)
    start = 30 if factor.points >= 0 else 30 - length
    return Reason(factor.points, factor_text(route, factor, edition), cite(factor.source), start, length)


def _standings(route: RouteAdvice, advice: Advice, edition: Edition, cite: Citations) -> tuple[Standing, ...]:
    """By State where the route goes by State, as the UPR does; otherwise all in one."""
    if not route.stages:
        doings = todo.grouped(route.actions, edition, advice.as_of, cite)
        return (Standing("", "", "", None, None, doings),) if doings else ()
    found = []
    for row in route.stages:
        actions = [action for action in route.actions if action.country == row.country]
        session = edition.upr_sessions.get(row.session) if row.session is not None else None
        doings = todo.grouped(actions, edition, advice.as_of, cite)
        found.append(
            Standing(
                state=names.state(row.country, edition),
                iso3=row.country,
                stage=labels.STAGES[Stage(row.stage)],
                session=row.session,
                cite=cite(session.source, session.checked_on, session.recheck_by) if session else None,
                doings=tuple(replace(one, targets=()) for one in doings),  # the heading names the State already
            )
        )
    return tuple(found)


def date(row: KeyDate, route: RouteSlug, advice: Advice, edition: Edition, cite: Citations) -> Date:
    """A date in words."""
    return Date(
        code=row.code.value,
        label=labels.DATES[row.code],
        term=terms.DATES.get(row.code, ""),
        state=names.state(row.country, edition) if row.country else "",
        iso3=row.country or "",
        about=names.about(row.params, edition),
        treaty=str(row.params.get("treaty") or ""),
        day=shown(row.date, advice.as_of, row.end),
        status=row.status.value,
        certainty=labels.DATE_STATUS[row.status],
        route=labels.ROUTES[route],
        cite=cite(row.source),
        clock=clock(row),
    )


def _judged_for(route: RouteAdvice, edition: Edition) -> str:
    """The committee whose conditions the route shows, and for which State."""
    if not route.committees:
        return ""
    best = route.committees[0]
    return _("%(committee)s – %(state)s") % {
        "committee": names.committee(best.treaty, edition),
        "state": names.state(best.country, edition),
    }


def _judged(row: Committee, advice: Advice, edition: Edition, cite: Citations) -> Judged:
    treaty = edition.treaties[row.treaty]
    return Judged(
        best=row.code == BEST,
        state=names.state(row.country, edition),
        iso3=row.country,
        slug=row.treaty,
        short=names.short_treaty(row.treaty, edition),
        committee=names.committee(row.treaty, edition),
        page=treaty.committee_url,
        verdict=row.verdict.value,
        verdict_label=labels.VERDICTS[row.verdict],
        by=shown(row.by, advice.as_of),
        text=committee_text(row, edition),
        cite=cite(row.source),
    )


def _bindings(route: RouteAdvice, advice: Advice, edition: Edition, cite: Citations) -> Iterable[Binding]:
    complaint = route.route is RouteSlug.TREATY_BODY_COMPLAINT
    for pair in route.treaties:
        treaty = edition.treaties[pair.treaty]
        party = edition.commitment(pair.country, pair.treaty, "treaty", advice.as_of)
        accepted = edition.commitment(pair.country, pair.treaty, "individual_communications", advice.as_of)
        shown_act = accepted if complaint and accepted else party
        assert shown_act is not None, "a treaty is named only where it binds"
        starts = party.span.start if party else None
        opens = accepted.span.start if complaint and accepted else None
        yield Binding(
            state=names.state(pair.country, edition),
            iso3=pair.country,
            slug=pair.treaty,
            short=treaty.abbreviation,
            name=names.treaty(pair.treaty, edition),
            committee=treaty.committee,
            page=treaty.committee_url,
            since=names.day(starts) if starts else "",
            complaints_since=names.day(opens) if opens else "",
            time=texts.of(edition).treaties[pair.treaty].petition_limit_text if complaint else "",
            limits=pair.limits,
            cite=cite(shown_act.source, shown_act.checked_on, shown_act.recheck_by),
        )


def _pace(facts: texts.RouteText, cite: Citations) -> Said | None:
    """The statement that says how long it takes."""
    return next((_statement(row, cite) for row in facts.statements if row.source in PACE), None)


def _statements(facts: texts.RouteText, kind: str, cite: Citations) -> tuple[Said, ...]:
    return said(_statement(row, cite) for row in facts.statements if row.kind == kind)


def _statement(row: texts.Statement, cite: Citations) -> tuple[str, Cite]:
    words = fact_texts.of_english("route_statements", "text", row.text)
    return words, cite(row.source, row.checked_on, row.recheck_by)
