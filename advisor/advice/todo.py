"""What to do on a route: actions of the same kind together, each with the States, committees and days that it concerns."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from advisor.words import names
from advisor.words.actions import action_text, action_title
from rules.facts.edition import Edition
from rules.result import Action, Addressee
from rules.vocabulary import ActionSlug as A
from rules.vocabulary import AddressKind

from . import terms
from .citations import Citations, Cite
from .days import Day, shown

TO_ALL_EXPERTS = frozenset({A.URGENT_APPEAL, A.ALLEGATION_LETTER, A.LEGISLATION_LETTER, A.REQUEST_VISIT})
"""Sent to all mandates concerned at once, through the addresses that serve all of them."""

PAGES: Mapping[A, str] = {
    A.NATIONAL_CONSULTATION: "upr-ngos",
    A.PREPARE_SUBMISSION: "upr-ngos",
    A.CHECK_REVIEW_HELD: "upr-ngos",
    A.SUBMISSION: "upr-ngos",
    A.JOINT_SUBMISSION: "upr-ngos",
    A.PRE_SESSION: "upr-pre-sessions",
    A.LOBBY_STATES: "upr-take-action",
    A.ADOPTION_STATEMENT: "upr-ngos",
    A.FOLLOW_UP: "upr-mid-term",
    A.WRITTEN_STATEMENT: "council-written-statements",
    A.ORAL_STATEMENT: "council-oral-statements",
    A.SIDE_EVENT: "council-side-events",
    A.LOBBY_COUNCIL: "council-lobbying",
    A.SEEK_RESOLUTION: "council-lobbying",
    A.FIND_SPONSOR: "council-sponsor",
    A.APPLY_ECOSOC: "ecosoc-conditions",
    A.COMPLAINT: "cp-guide",
    A.COMMUNICATION: "tb-guidance-note",
    A.INTERIM_MEASURES: "tb-guidance-note",
    A.CALL_FOR_INPUT: "sp-calls-for-input",
    A.WGAD_COMPLAINT: "wgad-methods",
    A.WGEID_URGENT: "wgeid-reporting",
    A.WGEID_STANDARD: "wgeid-reporting",
    A.MEET_ON_VISIT: "sp-visit-terms",
}
"""The page, among the sources, on which to go on with an action."""


@dataclass(frozen=True)
class Address:
    """To whom or where something is sent, as text to copy; ``kind`` is empty where it can only be looked up. ``link`` leads there."""

    name: str
    kind: str
    value: str
    cite: Cite | None

    @property
    def link(self) -> str:
        """What a click opens; empty where nothing does."""
        if self.kind in (AddressKind.FORM, AddressKind.PAGE) and self.value.startswith("https://"):
            return self.value
        return f"mailto:{self.value}" if self.kind == AddressKind.EMAIL else ""


@dataclass(frozen=True)
class Target:
    """What one action of a group concerns. ``iso3`` and ``treaty_slug`` name the pages about the State and the treaty; ``to`` holds the
    addresses that are special to it."""

    state: str
    iso3: str
    treaty: str
    treaty_slug: str
    committee: str
    page: str
    by: Day | None
    to: tuple[Address, ...]


@dataclass(frozen=True)
class Doing:
    """Something to do, with all that it concerns. ``by`` is the first day among its targets, ``term`` a word of the glossary, ``to`` the
    addresses that serve all of its targets."""

    action: str
    term: str
    title: str
    text: str
    targets: tuple[Target, ...]
    by: Day | None
    mandates: tuple[str, ...]
    to_all_experts: bool
    to: tuple[Address, ...]
    page: Cite | None
    cite: Cite


def grouped(actions: Iterable[Action], edition: Edition, today: datetime.date, cite: Citations) -> tuple[Doing, ...]:
    """Actions of the same kind and words in one, in the order of the first of each."""
    groups: dict[tuple[A, str], list[Action]] = {}
    for action in actions:
        groups.setdefault((action.action, action_text(action, edition)), []).append(action)
    return tuple(_doing(text, group, edition, today, cite) for (_, text), group in groups.items())


def _doing(text: str, group: list[Action], edition: Edition, today: datetime.date, cite: Citations) -> Doing:
    first = group[0]
    days = sorted((action.by for action in group if action.by), key=lambda by: by.last)
    page = PAGES.get(first.action)
    common = [row for row in first.to if all(row in action.to for action in group)]
    pages = {edition.treaties[action.treaty].committee_url for action in group if action.treaty}
    return Doing(
        action=first.action,
        term=terms.ACTIONS.get(first.action, ""),
        title=action_title(first.action),
        text=text,
        targets=tuple(
            _target(action, common, edition, today, cite) for action in group if action.country or action.treaty
        ),
        by=shown(days[0], today) if days else None,
        mandates=tuple(dict.fromkeys(slug for action in group for slug in action.mandates)),
        to_all_experts=first.action in TO_ALL_EXPERTS,
        to=addresses((row for row in common if row.value not in pages), cite),  # its name leads there already
        page=cite(page) if page else None,
        cite=cite(first.source),
    )


def addresses(rows: Iterable[Addressee], cite: Citations) -> tuple[Address, ...]:
    """Addresses for a page; a source that the edition does not know is not cited."""
    return tuple(
        Address(row.name, row.kind.value if row.kind else "", row.value, cite.known(row.source)) for row in rows
    )


def _target(
    action: Action, common: Collection[Addressee], edition: Edition, today: datetime.date, cite: Citations
) -> Target:
    treaty = edition.treaties[action.treaty] if action.treaty else None
    page = treaty.committee_url if treaty else ""
    own = (row for row in action.to if row not in common and row.value != page)
    return Target(
        state=names.state(action.country, edition) if action.country else "",
        iso3=action.country or "",
        treaty=treaty.abbreviation if treaty else "",
        treaty_slug=action.treaty or "",
        committee=treaty.committee if treaty else "",
        page=page,
        by=shown(action.by, today),
        to=addresses(own, cite),
    )
