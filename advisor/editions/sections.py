"""Which tables an edition holds, under which names, and the frozen facts that a row of each makes. Nothing here knows a database."""

from dataclasses import dataclass
from enum import Enum

from advisor.words import texts
from rules.facts.addresses import Address, Door
from rules.facts.at_home import NationalInstitution, StandingInvitation
from rules.facts.committees import CommitteeReview, CommitteeSession, StateReport
from rules.facts.council import CouncilSession
from rules.facts.mandates import CallForInput, Mandate, MandateRole
from rules.facts.requirements import Requirement
from rules.facts.resolutions import Renewal, Resolution
from rules.facts.states import RegionalBody, State
from rules.facts.themes import Theme, ThemeTreaty
from rules.facts.treaties import Commitment, Limit, Treaty
from rules.facts.upr import UprCycle, UprReview, UprSession


class Shape(Enum):
    """How the rows of a table stand in an edition."""

    BY_NAME = "a mapping, one row a name"
    MANY_BY_NAME = "a mapping, a list of rows a name"
    LIST = "a list"


@dataclass(frozen=True)
class Section:
    """A table in an edition. ``facts`` are the frozen facts that a row makes, whose fields together are what is kept of it; where two hold
    a field of one name, the later one's is kept. ``key`` are the columns that name a row in a mapping, ``order`` the keys by which rows of
    a list are sorted."""

    name: str
    facts: tuple[type, ...]
    shape: Shape
    key: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


SECTIONS = (
    Section("states", (State, texts.Proof), Shape.BY_NAME, key=("iso3",)),
    Section("regional", (RegionalBody, texts.BodyText), Shape.LIST, order=("slug",)),
    Section("themes", (Theme, texts.ThemeText), Shape.BY_NAME, key=("slug",)),
    Section(
        "theme_treaties", (ThemeTreaty, texts.Proof), Shape.MANY_BY_NAME, key=("theme",), order=("position", "treaty")
    ),
    Section("mandates", (Mandate, texts.MandateText), Shape.LIST, order=("slug",)),
    Section(
        "mandate_roles",
        (MandateRole, texts.Proof),
        Shape.LIST,
        order=("theme", "danger", "state", "position", "mandate"),
    ),
    Section(
        "addresses",
        (Address, texts.Proof),
        Shape.LIST,
        order=("action", "position", "kind", "value", "treaty", "mandate"),
    ),
    Section("doors", (Door, texts.Proof), Shape.LIST, order=("pointer", "position", "slug")),
    Section("contacts", (texts.Contact,), Shape.LIST, order=("kind", "value")),
    Section("calls", (CallForInput, texts.Proof), Shape.LIST, order=("mandate", "title")),
    Section("treaties", (Treaty, texts.TreatyText), Shape.BY_NAME, key=("slug",)),
    Section(
        "commitments",
        (Commitment, texts.Proof),
        Shape.MANY_BY_NAME,
        key=("state", "treaty", "instrument"),
        order=("from",),
    ),
    Section("limits", (Limit, texts.Proof), Shape.MANY_BY_NAME, key=("state", "treaty"), order=("kind", "from")),
    Section("committee_sessions", (CommitteeSession, texts.Proof), Shape.BY_NAME, key=("slug",)),
    Section(
        "committee_reviews",
        (CommitteeReview, texts.Proof),
        Shape.MANY_BY_NAME,
        key=("state",),
        order=("treaty", "kind", "session"),
    ),
    Section(
        "state_reports",
        (StateReport, texts.Proof),
        Shape.MANY_BY_NAME,
        key=("state",),
        order=("treaty", "document", "number"),
    ),
    Section("cycles", (UprCycle, texts.Proof), Shape.BY_NAME, key=("number",)),
    Section("upr_sessions", (UprSession, texts.Proof), Shape.BY_NAME, key=("number",)),
    Section("reviews", (UprReview, texts.Proof), Shape.MANY_BY_NAME, key=("state",), order=("cycle",)),
    Section("council_sessions", (CouncilSession, texts.Proof), Shape.LIST, order=("number",)),
    Section("council_members", (texts.Member,), Shape.LIST, order=("state", "from")),
    Section("resolutions", (Resolution, texts.Proof), Shape.LIST, order=("symbol",)),
    Section("renewals", (Renewal, texts.Proof), Shape.LIST, order=("resolution", "mandate", "door")),
    Section("institutions", (NationalInstitution, texts.Proof), Shape.LIST, order=("state", "name", "from")),
    Section("invitations", (StandingInvitation, texts.Proof), Shape.LIST, order=("state", "from")),
    Section("routes", (texts.RouteText,), Shape.BY_NAME, key=("slug",)),
    Section("requirements", (Requirement, texts.RequirementText), Shape.LIST, order=("route", "gate", "from")),
    Section("rules", (texts.Number,), Shape.BY_NAME, key=("key",)),
    Section("supports", (texts.Support,), Shape.LIST, order=("slug",)),
)
"""All tables but the sources, which are cited by the others, and the weights."""
