"""Which tables of weights the rules read, for which answers, and what an edition says that was made without one of them."""

from collections.abc import Mapping
from typing import Any

from rules import factors
from rules.routes import council_sessions, special_procedures, treaty_body_complaint, upr
from rules.vocabulary import Outcome, RouteSlug

OWN_TABLES: Mapping[str, tuple[str, ...]] = {
    "coverage": ("both", "theme", "country", "none"),
    "stage": upr.STAGE_KEYS,
    "age": special_procedures.AGE_KEYS,
    "spread": ("one", "few", "many", "none"),
    "status": ("own", "sponsor", "none"),
    "session": council_sessions.SESSION_KEYS,
    "clock": treaty_body_complaint.CLOCK_KEYS,
    "treaties": ("one", "several"),
    "outcomes": (*(outcome.value for outcome in Outcome), "none"),
}
"""Tables that are no plain question; all others hold the answers of the question of their name."""

TABLES: Mapping[RouteSlug, tuple[str, ...]] = {
    RouteSlug.SPECIAL_PROCEDURES: (
        "coverage", "information", "scale", "evidence", "urgency", "age", "consent", "identification", "effort",
        "outcomes",
    ),
    RouteSlug.UPR: (
        "stage", "spread", "information", "scale", "evidence", "urgency", "reprisals", "effort", "coalition", "geneva",
        "status", "outcomes",
    ),
    RouteSlug.COUNCIL_SESSIONS: (
        "status", "session", "information", "scale", "evidence", "urgency", "identification", "reprisals", "effort",
        "geneva", "coalition", "outcomes",
    ),
    RouteSlug.COMPLAINT_PROCEDURE: ("information", "evidence", "urgency", "remedies", "reprisals", "effort", "outcomes"),
    RouteSlug.TREATY_BODY_COMPLAINT: (
        "clock", "information", "scale", "evidence", "urgency", "consent", "remedies", "effort", "outcomes",
    ),
    RouteSlug.TREATY_BODY_REVIEW: (
        "treaties", "information", "scale", "evidence", "urgency", "reprisals", "effort", "coalition", "outcomes",
    ),
}  # fmt: skip
"""The tables that each route reads."""


def keys_of(table: str) -> tuple[str, ...]:
    """The answers that a table gives points for."""
    return (*(OWN_TABLES.get(table) or factors.CHOICES[table]), "unknown")


def tables(route: RouteSlug, content: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """The points of a route's tables as an edition holds them; those that the rules no longer read are left out.

    What an edition is older than: in a table that it has not, every answer counts nothing; an answer that a table has not counts as one
    that is not known.
    """
    found = {}
    for table in TABLES[route]:
        points = content.get(table, {}).get("points", {})
        unknown = points.get("unknown", 0)
        found[table] = {key: points.get(key, unknown) for key in keys_of(table)}
    return found
