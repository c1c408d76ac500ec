"""Which file holds which table, in an order in which they can be loaded, and which columns a table has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.db import models

from mechanisms import models as facts
from mechanisms.models import Named, PartialDates

COMMON = ("valid_from", "valid_to", "source", "checked_on", "confidence", "note")
"""What every fact carries."""


@dataclass(frozen=True)
class ListColumn:
    """A column of names separated by ``;``, kept in order in a table of links."""

    name: str
    through: type[models.Model]
    parent: str
    target: str

    @property
    def target_model(self) -> type[Named]:
        """The model whose rows are listed."""
        return cast(type[Named], self.through._meta.get_field(self.target).related_model)


@dataclass(frozen=True)
class Table:
    """A file of rows. Its columns are the model's fields; the precision of a date follows from its text."""

    file: str
    model: type[Named]
    lists: tuple[ListColumn, ...] = ()
    whole: Callable[[], Iterable[str]] = tuple
    """The faults of the saved rows as a whole; an import that would leave one is refused."""

    @property
    def name(self) -> str:
        """The file's name in a folder of facts."""
        return f"{self.file}.csv"

    @cached_property
    def partial_dates(self) -> frozenset[str]:
        """Columns that hold a date known to the day, the month or the year."""
        return frozenset(self.model.partial_dates()) if issubclass(self.model, PartialDates) else frozenset()

    @cached_property
    def fields(self) -> "tuple[models.Field[Any, Any], ...]":
        """The fields that have a column."""
        hidden = {f"{name}_precision" for name in self.partial_dates}
        return tuple(f for f in self.model._meta.concrete_fields if not f.primary_key and f.name not in hidden)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The header: names first, then the other fields, then the lists, and last what every fact carries."""
        names = [field.name for field in self.fields]
        common = [name for name in COMMON if name in names]
        key = [name for name in self.model.NATURAL_KEY if name in names and name not in common]
        rest = [name for name in names if name not in key and name not in common]
        return tuple(key + rest + [column.name for column in self.lists] + common)


def without_theme() -> Iterable[str]:
    """Mandates that would be found under no theme."""
    for slug in facts.Mandate.objects.filter(themes=None).values_list("slug", flat=True):
        yield f"mandate {slug}: no theme"


TABLES = (
    Table("sources", facts.Source),
    Table("sources_cited", facts.Source),
    Table("states", facts.State),
    Table("treaties", facts.Treaty),
    Table("themes", facts.Theme),
    Table("theme_treaties", facts.ThemeTreaty),
    Table("treaty_statuses", facts.TreatyStatus),
    Table("treaty_limits", facts.StateTreatyLimit),
    Table("regional_bodies", facts.RegionalBody),
    Table("regional_memberships", facts.RegionalMembership),
    Table("mandates", facts.Mandate, (ListColumn("themes", facts.MandateTheme, "mandate", "theme"),), without_theme),
    Table("mandate_roles", facts.MandateRole),
    Table("mandate_holders", facts.MandateHolder),
    Table("mandate_contacts", facts.MandateContact),
    Table("calls_for_input", facts.CallForInput),
    Table("committee_sessions", facts.CommitteeSession, whole=facts.calendar_faults),
    Table("committee_reviews", facts.CommitteeReview, whole=facts.calendar_faults),
    Table("state_reports", facts.StateReport),
    Table("upr_cycles", facts.UprCycle),
    Table("upr_sessions", facts.UprSession),
    Table("upr_reviews", facts.UprReview),
    Table("council_sessions", facts.CouncilSession),
    Table("date_sources", facts.DateSource),
    Table("council_memberships", facts.CouncilMembership),
    Table("routes", facts.Route, (ListColumn("reading", facts.RouteReading, "route", "source"),)),
    Table("route_statements", facts.RouteStatement),
    Table("route_requirements", facts.RouteRequirement),
    Table("route_rules", facts.RouteRule),
    Table("addresses", facts.Address),
    Table(
        "doors",
        facts.Door,
        (
            ListColumn("themes", facts.DoorTheme, "door", "theme"),
            ListColumn("states", facts.DoorState, "door", "state"),
        ),
    ),
    Table(
        "council_resolutions",
        facts.CouncilResolution,
        (ListColumn("states", facts.ResolutionState, "resolution", "state"),),
    ),
    Table("renewals", facts.Renewal),
    Table("national_institutions", facts.NationalInstitution),
    Table("standing_invitations", facts.StandingInvitation),
    Table(
        "supports",
        facts.Support,
        (
            ListColumn("routes", facts.SupportRoute, "support", "route"),
            ListColumn("themes", facts.SupportTheme, "support", "theme"),
        ),
    ),
    Table("places", facts.Place),
    Table("recheck_intervals", facts.RecheckInterval),
    Table("fact_texts", facts.FactText),
)


def table_of(model: type[models.Model]) -> Table | None:
    """The table that holds a model's rows; the first where two files share them."""
    return next((table for table in TABLES if table.model is model), None)


def plain_text(value: Any) -> str:
    """A value as files write it; a row of another table by its name."""
    if isinstance(value, Named):
        return str(getattr(value, value.key_field().name))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
