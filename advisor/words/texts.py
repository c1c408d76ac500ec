"""What an edition says beside what the rules read: names, sentences and addresses that pages show, each with where it comes from.

A field that is declared here is a field of the edition: `advisor.editions.codec` brings it from the table and back by its name and type.
A default is what an edition says that was made before the field was there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rules.dates import Period
from rules.facts.edition import Edition
from rules.vocabulary import RouteSlug, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where a text comes from, how sure it is, and by when that has to be looked up again."""

    source: str
    checked_on: str
    recheck_by: str = ""
    confidence: str = "high"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Proof):
    """A sentence about a route: ``kind`` is ``step``, ``pro`` or ``con``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteText(Proof):
    """What is said of a route, and who sees what on it."""

    label: str
    side: Side
    summary: str
    sees_state: str
    sees_public: str
    sees_un: str
    evidence_strength: str
    statements: tuple[Statement, ...]
    reading: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Proof):
    """A number that goes with a route, such as the words of a submission. One that is not verified is not shown as fact."""

    key: str
    route: str
    value: int
    unit: str
    label: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementText(Proof):
    """What a route asks for, in words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Proof):
    """An address to write to: ``kind`` is ``email``, ``form`` or ``page``."""

    kind: str
    value: str
    span: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder(Proof):
    """Who holds a mandate, from when until when."""

    name: str
    span: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateText(Proof):
    """What is said of a mandate beside what the rules read of it."""

    form: str
    established_by: str
    last_renewal: str
    renewal_status: str
    reporting_duty: str
    special_route: str
    holders: tuple[Holder, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyText(Proof):
    """What is said of a treaty and its committee beside what the rules read of them."""

    committee_abbreviation: str
    petition_limit_text: str
    same_matter_text: str
    exhaustion_exception: str
    groups_may_complain: str
    inquiry_basis: str
    urgent_procedure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Proof):
    """That a regional body covers a State, from when until when."""

    span: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyText(Proof):
    """What a regional body asks for, and where it is said of each State that it is covered."""

    states: Mapping[str, Membership]
    exhaustion: str
    time_limit: str
    access: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeText(Proof):
    """What a theme is about."""

    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Proof):
    """An organisation or a text that helps on some routes; without a theme it serves all themes."""

    slug: str
    name: str
    what: str
    url: str
    kind: str
    routes: frozenset[str]
    themes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Proof):
    """A State's term on the Human Rights Council."""

    state: str
    span: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """All texts of an edition, by the slugs of what they are about. ``reasons`` are why a table of points counts as it does."""

    routes: Mapping[str, RouteText] = field(default_factory=dict)
    numbers: Mapping[str, Number] = field(default_factory=dict)
    mandates: Mapping[str, MandateText] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    treaties: Mapping[str, TreatyText] = field(default_factory=dict)
    bodies: Mapping[str, BodyText] = field(default_factory=dict)
    themes: Mapping[str, ThemeText] = field(default_factory=dict)
    supports: tuple[Support, ...] = ()
    reasons: Mapping[RouteSlug, Mapping[str, str]] = field(default_factory=dict)


def of(edition: Edition) -> Texts:
    """The texts of an opened edition. Raises ``TypeError`` for one that was put together without any."""
    if not isinstance(edition.texts, Texts):
        raise TypeError("this edition has no texts")
    return edition.texts
