"""Which tables an edition holds, under which names, and the columns that go by another name than the field of the frozen fact.

A field is found by its own name; only where the table says it differently, it stands here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from advisor.words import texts
from mechanisms import models as m
from mechanisms.remembered import Named
from rules.facts.council import CouncilSession
from rules.facts.mandates import CallForInput, Mandate
from rules.facts.requirements import Requirement
from rules.facts.states import RegionalBody, State
from rules.facts.themes import Theme
from rules.facts.treaties import Commitment, Limit, Treaty
from rules.facts.upr import UprCycle, UprReview, UprSession

from .codec import Columns


class Shape(Enum):
    """How the rows of a table stand in an edition."""

    BY_NAME = "a mapping, one row a name"
    MANY_BY_NAME = "a mapping, a list of rows a name"
    LIST = "a list"


@dataclass(frozen=True)
class Section:
    """A table in an edition. ``facts`` are the frozen facts that a row makes, whose fields together are what is kept of it; the first is
    what the rules read, if they read any. ``key`` are the columns that name a row in a mapping, ``order`` the keys by which rows of a
    list are sorted, ``where`` tells which rows count. Where two facts hold a field of one name, the later one's is kept."""

    name: str
    model: type[Named]
    facts: tuple[type, ...]
    shape: Shape
    key: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    where: Callable[[Any], bool] = lambda row: True


def _says_something(row: m.TreatyStatus) -> bool:
    """A state of "nothing done" is told by the absence of rows, to keep the edition small."""
    return row.valid_from is not None or bool(row.note) or row.confidence != m.Confidence.HIGH


SECTIONS = (
    Section("states", m.State, (State, texts.Proof), Shape.BY_NAME, key=("iso3",)),
    Section("regional", m.RegionalBody, (RegionalBody, texts.BodyText), Shape.LIST, order=("slug",)),
    Section("themes", m.Theme, (Theme, texts.ThemeText), Shape.BY_NAME, key=("slug",)),
    Section("mandates", m.Mandate, (Mandate, texts.MandateText), Shape.LIST, order=("slug",)),
    Section(
        "contacts",
        m.MandateContact,
        (texts.Contact,),
        Shape.LIST,
        order=("kind", "value"),
        where=lambda row: row.mandate_id is None,
    ),
    Section("calls", m.CallForInput, (CallForInput, texts.Proof), Shape.LIST, order=("mandate", "title")),
    Section("treaties", m.Treaty, (Treaty, texts.TreatyText), Shape.BY_NAME, key=("slug",)),
    Section(
        "commitments",
        m.TreatyStatus,
        (Commitment, texts.Proof),
        Shape.MANY_BY_NAME,
        key=("state", "treaty", "instrument"),
        order=("from",),
        where=_says_something,
    ),
    Section(
        "limits",
        m.StateTreatyLimit,
        (Limit, texts.Proof),
        Shape.MANY_BY_NAME,
        key=("state", "treaty"),
        order=("kind", "from"),
    ),
    Section("cycles", m.UprCycle, (UprCycle, texts.Proof), Shape.BY_NAME, key=("number",)),
    Section("upr_sessions", m.UprSession, (UprSession, texts.Proof), Shape.BY_NAME, key=("number",)),
    Section("reviews", m.UprReview, (UprReview, texts.Proof), Shape.MANY_BY_NAME, key=("state",), order=("cycle",)),
    Section("council_sessions", m.CouncilSession, (CouncilSession, texts.Proof), Shape.LIST, order=("number",)),
    Section("council_members", m.CouncilMembership, (texts.Member,), Shape.LIST, order=("state", "from")),
    Section("routes", m.Route, (texts.RouteText,), Shape.BY_NAME, key=("slug",)),
    Section(
        "requirements",
        m.RouteRequirement,
        (Requirement, texts.RequirementText),
        Shape.LIST,
        order=("route", "gate", "from"),
    ),
    Section("rules", m.RouteRule, (texts.Number,), Shape.BY_NAME, key=("key",), where=lambda row: row.valid_to is None),
    Section("supports", m.Support, (texts.Support,), Shape.LIST, order=("slug",)),
)
"""All tables but the sources, which are cited by the others, and the weights."""

BY_NAME: Mapping[str, Section] = {section.name: section for section in SECTIONS}


def _takes_cases(row: m.Mandate) -> bool | None:
    return {m.Mandate.Accepts.YES: True, m.Mandate.Accepts.NO: False}.get(m.Mandate.Accepts(row.accepts_communications))


COLUMNS: Columns = {
    State: {"member": lambda row: row.un_status == m.State.UnStatus.MEMBER},
    RegionalBody: {"summary": "description", "complaints": "can_receive_complaints", "states": "memberships"},
    texts.BodyText: {"states": "memberships"},
    Mandate: {"country": "state", "takes_cases": _takes_cases},
    Treaty: {
        "committee": "committee_name",
        "complaint_in_force": lambda row: row.complaint_in_force if row.has_complaints else None,
        "limit_months": "petition_limit_months",
        "limit_kind": "petition_limit_kind",
        "same_matter": "same_matter_rule",
    },
    Limit: {"kind": "limit_type", "bars": "extends_to", "scope": lambda row: row.scope or m.StateTreatyLimit.Scope.ANY},
    UprCycle: {"months": "interval_months"},
    UprSession: {
        "stakeholder_status": "stakeholder_deadline_status",
        "national_report": "national_report_deadline",
        "pre_session": "pre_session_start",
        "adoption_session": "adoption_council_session",
    },
    UprReview: {"adoption": "adoption_status"},
    CouncilSession: {
        "written_deadline": "written_statement_deadline",
        "side_event_deadline": "side_event_request_deadline",
    },
    Requirement: {"need": "requirement"},
}
"""What the tables call by another name, or keep in another form."""
