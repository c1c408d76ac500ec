"""The whole advice as one page."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.words import labels, names, texts
from advisor.words.changes import change_text, unknown_text
from advisor.words.institutions import institution_text
from advisor.words.pointers import POINTER_LABELS, body_text, pointer_text
from advisor.words.sequence import step_name, step_text
from advisor.words.serialise import digest
from mechanisms.words import dotted
from rules.dates import PartialDate
from rules.facts.at_home import Accreditation
from rules.facts.edition import Edition
from rules.result import Advice, Change
from rules.vocabulary import Identification, OurName, PointerSlug, Reprisals, RouteSlug, Verdict

from . import addressees, cards, now, summary, terms, todo
from .cards import Card, Date
from .citations import Citations, Cite
from .todo import Address, Doing

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FITTING = frozenset({Verdict.STRONG, Verdict.GOOD, Verdict.POSSIBLE})

ACCREDITED = frozenset({Accreditation.A, Accreditation.B})

MOST_SUPPORTS = 5
"""So many helpers are named: those nearest to the State, the themes and the routes."""

SHORT_ID = 12
"""So many letters of an edition's id are enough to tell it apart."""


FIRST_TARGETS = 3
"""So many States or committees are named in a step on the first screen."""


@dataclass(frozen=True)
class NowStep:
    """Something to do now, and the route that it belongs to."""

    route: "StrOrPromise"
    slug: str
    doing: Doing
    urgent: bool

    @property
    def more(self) -> int:
        """How many States or committees the first screen leaves out."""
        return max(0, len(self.doing.targets) - FIRST_TARGETS)


@dataclass(frozen=True)
class OrderStep:
    """Two steps whose order, or whose conflict, matters."""

    first: "StrOrPromise"
    then: "StrOrPromise"
    text: str
    cite: Cite


@dataclass(frozen=True)
class Body:
    """A body or an organisation behind a door, what it does, and where to reach it."""

    address: Address
    what: str


@dataclass(frozen=True)
class Door:
    """A door outside the six routes."""

    kind: str
    term: str
    title: "StrOrPromise"
    text: str
    cite: Cite
    bodies: tuple[Body, ...]


@dataclass(frozen=True)
class Open:
    """An open question, how much it matters, and the key of the wizard's page that asks it now; empty where none does."""

    slug: str
    label: "StrOrPromise"
    text: str
    step: str


@dataclass(frozen=True)
class Opening:
    """What would open a route that is shut or hardly fits, and the wizard's page with the answer that it hangs on; empty where no answer of
    theirs can open it."""

    text: str
    slug: str
    step: str


@dataclass(frozen=True)
class Support:
    """Somebody, or a page, that can help."""

    name: str
    what: str
    url: str
    cite: Cite


@dataclass(frozen=True)
class AdvicePage:
    """Everything that the page shows."""

    day: datetime.date
    edition: str
    edition_short: str
    rules: str
    digest: str
    urgent: bool
    leaders: tuple[Card, ...]
    tie: bool
    considered: tuple[Card, ...]
    now: tuple[NowStep, ...]
    cards: tuple[Card, ...]
    subject: str
    """The States (or regions) and the themes."""
    kind: "StrOrPromise"
    """How large it is, or what kind of information."""
    second: Card | None
    """The route that fits best after those that lead; none where it hardly fits."""
    secrecy: bool
    """Whether somebody's name must not be known to all, or reprisals are feared: then the first screen says what the State learns."""
    changes: tuple[Opening, ...]
    unknowns: tuple[Open, ...]
    order: tuple[OrderStep, ...]
    doors: tuple[Door, ...]
    timeline: tuple[Date, ...]
    supports: tuple[Support, ...]
    addresses: tuple[addressees.Address, ...]
    sources: tuple[Cite, ...]

    @property
    def fits_poorly(self) -> bool:
        """Whether even the first open route hardly fits."""
        return bool(self.leaders) and self.leaders[0].verdict == Verdict.WEAK

    @property
    def about(self) -> str:
        """The situation in one line: where, what about, and how large."""
        return dotted((self.subject, self.kind))

    @property
    def first_step(self) -> NowStep | None:
        """What to do first."""
        return self.now[0] if self.now else None

    @property
    def then(self) -> tuple[NowStep, ...]:
        """What to do after that."""
        return self.now[1:]

    @property
    def main(self) -> Card | None:
        """The route that the first screen is about; none where every route is closed."""
        return self.leaders[0] if self.leaders else None

    @property
    def first_when(self) -> str:
        """What to go by where the first step is due on no day."""
        wanted = self.now[0].slug if self.now else ""
        return next((card.short.undated for card in self.cards if card.slug == wanted), "")

    @property
    def thought_of(self) -> tuple[Card, ...]:
        """The routes that somebody had in mind and that the first screen is not about already."""
        return tuple(card for card in self.considered if card not in self.leaders)

    @property
    def warnings(self) -> tuple[summary.Warned, ...]:
        """What has to be known before the steps on the first screen, each once."""
        routes = {step.slug for step in self.now}
        found = {row.text: row for card in self.cards if card.slug in routes for row in card.short.warnings}
        return tuple(found.values())

    @property
    def warned_of_all(self) -> bool:
        """Whether each route that leads comes with a warning, which says what the State learns."""
        return all(card.short.warnings for card in self.leaders)

    @property
    def first_questions(self) -> tuple[Open, ...]:
        """What to find out first: shown instead of steps, where nothing can be done yet."""
        return () if self.now else tuple(one for one in self.unknowns if one.step)[: now.MOST]

    @property
    def undated(self) -> tuple[Date, ...]:
        """What no calendar can hold: dates that are not published, or known to their year alone."""
        return tuple(date for date in self.timeline if date.day is None or date.day.is_year)

    @property
    def day_words(self) -> str:
        """The day of the advice in words."""
        return names.day(PartialDate(self.day))


def build(advice: Advice, edition: Edition, steps: Mapping[str, str]) -> AdvicePage:
    """Put an advice into words, as one page. ``steps``: for each question asked now, the key of its page in the wizard."""
    cite = Citations(edition, advice.as_of)
    leading = {route.route for route in now.leaders(advice)}
    urgent = {(step.route, step.action) for step in advice.urgent}
    chosen = now.steps(advice)
    first = tuple(
        NowStep(labels.ROUTES[route], route.value, one, (route, actions[0].action) in urgent)
        for route, actions in chosen
        for one in todo.grouped(actions, edition, advice.as_of, cite)
    )[: max(now.MOST, len(chosen))]
    wanted = summary.considered(advice)
    found = tuple(cards.card(route, advice, edition, cite) for route in advice.routes)
    return AdvicePage(
        day=advice.as_of,
        edition=edition.id,
        edition_short=edition.id[:SHORT_ID],
        rules=advice.rules,
        digest=digest(advice),
        urgent=now.in_danger(advice),
        leaders=tuple(card for card in found if card.slug in leading),
        tie=bool(advice.tie),
        considered=tuple(card for card in found if card.slug in wanted),
        now=first,
        cards=found,
        subject=summary.subject(advice, edition),
        kind=summary.kind(advice),
        second=next((card for card in found if card.slug not in leading and card.verdict in FITTING), None),
        secrecy=_secrecy(advice),
        changes=tuple(
            Opening(change_text(change, edition), slug, steps.get(slug, ""))
            for change in advice.changes
            if _opens(change)
            for slug in [next(iter(change.answers), "")]
        ),
        unknowns=tuple(
            Open(one.question, labels.QUESTIONS[one.question].label, unknown_text(one), steps.get(one.question, ""))
            for one in advice.unknowns
        ),
        order=tuple(_order(advice, cite)),
        doors=tuple(_doors(advice, edition, cite)),
        timeline=timeline(found),
        supports=tuple(_supports(advice, edition, cite)),
        addresses=addressees.general(edition, cite),
        sources=tuple(cite.listed()),
    )


def _secrecy(advice: Advice) -> bool:
    scenario = advice.scenario
    return (
        scenario.identification in (Identification.NAMES_WITHHELD, Identification.ANONYMOUS)
        or scenario.our_name is OurName.UN_ONLY
        or scenario.reprisals in (Reprisals.FEARED, Reprisals.SUFFERED)
    )


def _opens(change: Change) -> bool:
    """Whether it makes a route fit that hardly fits, or is shut, today."""
    return change.before not in FITTING and change.after in FITTING


def _order(advice: Advice, cite: Citations) -> Iterable[OrderStep]:
    for step in advice.sequence:
        text, source = step_text(step)
        yield OrderStep(step_name(step.first), step_name(step.then), text, cite(source))


def _doors(advice: Advice, edition: Edition, cite: Citations) -> Iterable[Door]:
    for pointer in advice.pointers:
        text = pointer_text(pointer, edition)
        kind = PointerSlug(pointer.pointer)
        bodies = tuple(
            Body(address, body_text(row))
            for row, address in zip(pointer.bodies, todo.addresses(pointer.bodies, cite), strict=True)
        )
        yield Door(kind.value, terms.POINTERS.get(kind, ""), POINTER_LABELS[kind], text, cite(pointer.source), bodies)


def timeline(found: Iterable[Card]) -> tuple[Date, ...]:
    """All dates of these routes, each once, in order of time; what is not published comes last."""
    dates = {(date.code, date.state, date.about, date.day): date for card in found for date in card.dates}
    return tuple(sorted(dates.values(), key=lambda date: (date.day is None, date.day.iso if date.day else "")))


def _supports(advice: Advice, edition: Edition, cite: Citations) -> Iterable[Support]:
    """Those nearest to the matter: the State's own institution, then who works on these themes, then who helps on the routes that lead."""
    named, themes = set(advice.scenario.countries or ()), set(advice.scenario.themes or ())
    near = [
        Support(row.name, institution_text(row, edition), row.url, cite(row.source, row.checked_on))
        for row in edition.institutions
        if row.state in named and row.span.end is None and row.status in ACCREDITED
    ]
    ranks = {route.route.value: route.rank for route in advice.routes if route.verdict in FITTING}
    open_ = ranks or {route.value: 1 for route in RouteSlug}
    fitting = [
        row
        for row in texts.of(edition).supports
        if open_.keys() & row.routes and (not row.themes or themes & row.themes)
    ]
    fitting.sort(
        key=lambda row: (
            not row.themes,
            row.kind != "organisation",
            min(open_[one] for one in open_.keys() & row.routes),
        )
    )
    far = [Support(row.name, row.what, row.url, cite(row.source, row.checked_on, row.recheck_by)) for row in fitting]
    return [*near[:1], *far][:MOST_SUPPORTS]
