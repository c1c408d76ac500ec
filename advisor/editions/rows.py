"""From rows of the tables to frozen facts, by the names and types of the facts' own fields.

A field is found in the column of its own name; only what a table calls by another name, or keeps in another form, stands in `COLUMNS`.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin

from django.db import models

from advisor.words import texts
from mechanisms import models as m
from mechanisms.models.fields import slugs
from mechanisms.remembered import Named
from rules.dates import PartialDate, Period
from rules.facts.addresses import Door
from rules.facts.council import CouncilSession
from rules.facts.mandates import Mandate
from rules.facts.requirements import Requirement
from rules.facts.resolutions import Resolution
from rules.facts.states import RegionalBody, State
from rules.facts.treaties import Limit, Treaty
from rules.facts.upr import UprCycle, UprReview, UprSession
from rules.vocabulary import Region

from .codec import derived, stored, without_none

Columns = Mapping[type, Mapping[str, str | Callable[[Any], Any]]]
"""By fact and field: the column of another name, or what works the value out of the row."""

RECHECK, CHECKED = "recheck_by", "checked_on"
"""The first is held by no column: it follows from what can change the fact. The second may be the day of a look at the page as a whole."""

DELAY = tuple[int, int]
"""Months and days, in two columns."""

ORDER: Mapping[str, tuple[str, ...]] = {
    "holders": ("valid_from", "name"),
    "contacts": ("kind", "value"),
    "statements": ("kind", "position"),
    "memberships": ("state", "valid_from"),
    "date_sources": ("field",),
}
"""By which columns the rows inside a fact are ordered, so that no database's collation decides. In a mapping the first one is the key."""

MODELS: Mapping[str, type[Named]] = {
    "states": m.State,
    "regional": m.RegionalBody,
    "themes": m.Theme,
    "theme_treaties": m.ThemeTreaty,
    "mandates": m.Mandate,
    "mandate_roles": m.MandateRole,
    "addresses": m.Address,
    "doors": m.Door,
    "contacts": m.MandateContact,
    "calls": m.CallForInput,
    "treaties": m.Treaty,
    "commitments": m.TreatyStatus,
    "limits": m.StateTreatyLimit,
    "committee_sessions": m.CommitteeSession,
    "committee_reviews": m.CommitteeReview,
    "state_reports": m.StateReport,
    "cycles": m.UprCycle,
    "upr_sessions": m.UprSession,
    "reviews": m.UprReview,
    "council_sessions": m.CouncilSession,
    "council_members": m.CouncilMembership,
    "resolutions": m.CouncilResolution,
    "renewals": m.Renewal,
    "institutions": m.NationalInstitution,
    "invitations": m.StandingInvitation,
    "routes": m.Route,
    "requirements": m.RouteRequirement,
    "rules": m.RouteRule,
    "supports": m.Support,
}
"""The table of each section."""


def _says_something(row: m.TreatyStatus) -> bool:
    """A state of "nothing done" is told by the absence of rows, to keep the edition small."""
    return row.valid_from is not None or bool(row.note) or row.confidence != m.Confidence.HIGH


COUNTS: Mapping[str, Callable[[Any], bool]] = {
    "contacts": lambda row: row.mandate_id is None,
    "commitments": _says_something,
    "rules": lambda row: row.valid_to is None,
}
"""Which rows of a table count, where not all do."""


def _takes_cases(row: m.Mandate) -> bool | None:
    return {m.Mandate.Accepts.YES: True, m.Mandate.Accepts.NO: False}.get(m.Mandate.Accepts(row.accepts_communications))


def _slugs_of(column: str) -> Callable[[Any], tuple[str, ...]]:
    return lambda row: slugs(getattr(row, column))


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
    Resolution: {name: _slugs_of(name) for name in ("voted_yes", "voted_no", "abstained")},
    Door: {
        "dangers": lambda row: slugs(row.dangers),
        "regions": lambda row: tuple(Region(slug) for slug in slugs(row.regions)),
    },
}
"""What the tables call by another name, or keep in another form."""


@dataclass(frozen=True)
class Rows:
    """From rows to facts. ``columns`` are those of other names; ``due`` gives the day by which a row has to be checked again, ``checked``
    the day on which it was."""

    columns: Columns
    due: Callable[[models.Model], str]
    checked: Callable[[models.Model], str]

    def fact(self, fact: type, row: models.Model) -> Any:
        """A fact out of a row; what follows from other facts is ``None`` in it."""
        own = self.columns.get(fact, {})
        values = {field.name: self._value(row, own.get(field.name, field.name), kind) for field, kind in stored(fact)}
        return fact(**values, **dict.fromkeys(derived(fact)))

    def _value(self, row: Any, column: str | Callable[[Any], Any], kind: Any) -> Any:
        if callable(column):
            return column(row)
        inner, may_be_missing = without_none(kind)
        if column == RECHECK:
            return self.due(row)
        if column == CHECKED:
            return self.checked(row)
        if kind is Period:
            return row.period
        if kind == DELAY:
            return getattr(row, f"{column}_months"), getattr(row, f"{column}_days")
        if inner is PartialDate:
            return row.partial(column)
        if get_origin(kind) is not None and not may_be_missing:
            return self._several(row, column, kind)
        value = getattr(row, column)
        return None if may_be_missing and value in (None, "") else _one(value, inner)

    def _several(self, row: Any, column: str, kind: Any) -> Any:
        """Facts made of the rows that belong to this one, or the names of those that it lists."""
        inside = _inside(kind)
        if not _is_held(kind):
            return get_origin(kind)(_listed(row, column))
        rows = sorted(getattr(row, column).all(), key=lambda one: in_order(getattr(one, key) for key in ORDER[column]))
        made = [one.period if inside is Period else self.fact(inside, one) for one in rows]
        if get_origin(kind) is tuple:
            return tuple(made)
        return {_one(getattr(one, ORDER[column][0]), str): fact for one, fact in zip(rows, made, strict=True)}

    def related(self, model: type[models.Model], facts: Iterable[type]) -> tuple[list[str], list[str]]:
        """What to fetch along with the rows of a model: what they point at, and what they list or hold."""
        pointed = [field.name for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
        inside: list[str] = []
        for fact in facts:
            for field, kind in stored(fact):
                column = self.columns.get(fact, {}).get(field.name, field.name)
                if not isinstance(column, str) or kind == DELAY:
                    continue
                if _is_held(kind):
                    inside += [f"{column}__source", f"{column}__{ORDER[column][0]}"][
                        : 1 + (get_origin(kind) is Mapping)
                    ]
                elif get_origin(kind) in (tuple, frozenset):
                    inside.append("__".join(_links(model, column)))
        return pointed, inside


def _is_held(kind: Any) -> bool:
    """Whether a field holds facts of their own, in a list or by name, that have a table of their own."""
    return get_origin(kind) in (tuple, Mapping) and is_dataclass(_inside(kind))


def _inside(kind: Any) -> Any:
    """What a list or a mapping is made of."""
    return get_args(kind)[1 if get_origin(kind) is Mapping else 0]


def _one(value: Any, kind: Any) -> Any:
    """A column's value as the field wants it: another row by its name, a slug as a member of its vocabulary; no row by no name."""
    if value is None and kind is str:
        return ""
    if isinstance(value, Named):
        return getattr(value, value.key_field().name)
    if kind is str and isinstance(value, datetime.date):
        return value.isoformat()
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


def in_order(values: Iterable[Any]) -> list[Any]:
    """What to sort by: numbers as numbers, all else as text."""
    return [value if isinstance(value, int) else str(value) for value in values]


def _listed(row: Any, column: str) -> list[Any]:
    """The names of the rows that a row lists, in the order of the links to them."""
    links, target = _links(type(row), column)
    return [
        _one(getattr(link, target), str) for link in sorted(getattr(row, links).all(), key=lambda one: one.position)
    ]


def _links(model: type[models.Model], column: str) -> tuple[str, str]:
    """How a list of names is kept: the relation to the links, and the link's field that points at what is listed."""
    listing: Any = model._meta.get_field(column)
    back: Any = listing.remote_field.through._meta.get_field(listing.m2m_field_name())
    return back.remote_field.get_accessor_name(), listing.m2m_reverse_field_name()
