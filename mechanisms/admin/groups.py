"""The tables of facts, grouped by what they are about: for the page “All facts”."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (
        _("Sessions and deadlines"),
        (
            "UprSession",
            "UprReview",
            "UprCycle",
            "CouncilSession",
            "CouncilMembership",
            "CommitteeSession",
            "CommitteeReview",
            "StateReport",
            "CallForInput",
            "DateSource",
        ),
    ),
    (_("UN experts"), ("Mandate", "MandateHolder", "MandateContact", "MandateRole")),
    (_("What the Council decided"), ("CouncilResolution", "Renewal")),
    (
        _("States and treaties"),
        ("TreatyStatus", "StateTreatyLimit", "Treaty", "ThemeTreaty", "Theme", "State", "Place"),
    ),
    (_("What a State has at home"), ("NationalInstitution", "StandingInvitation")),
    (_("Other bodies and help"), ("RegionalBody", "RegionalMembership", "Door", "Support")),
    (
        _("The six routes"),
        ("Route", "RouteStatement", "RouteRequirement", "RouteRule", "Address"),
    ),
    (
        _("Sources, translations, checking"),
        ("Source", "FactProposal", "FetchedPage", "FactText", "RecheckInterval"),
    ),
)
"""A table that is named nowhere stands under “More”: none is ever missing."""


@dataclass(frozen=True)
class TableGroup:
    """A heading, and the tables under it as Django's admin lists them."""

    title: str | Promise
    tables: tuple[Any, ...]


def grouped(tables: Iterable[Any]) -> list[TableGroup]:
    """The tables that a person may see, under their headings; those that no group names come last. Empty groups are left out."""
    by_name = {table["object_name"]: table for table in tables}
    found = [
        TableGroup(title, tuple(by_name.pop(name) for name in names if name in by_name)) for title, names in GROUPS
    ]
    found.append(TableGroup(_("More"), tuple(by_name.values())))
    return [group for group in found if group.tables]
