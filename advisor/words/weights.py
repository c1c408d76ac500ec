"""What the rows of the weights are about, for those who change them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rules.vocabulary import RouteSlug, Verdict

from .answers import ANSWERS, UNKNOWN_LABEL
from .factors import FOUND
from .labels import QUESTIONS, ROUTES, VERDICTS

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

ALL_ROUTES = _("All routes")
TABLES: Mapping[str, "StrPromise"] = {
    "verdicts": _("From how many points on a route is said to fit"),
    "tie": _("Up to how many points apart two routes are about equal"),
    "base": _("What a route starts from"),
    "coverage": _("What UN experts cover"),
    "age": _("How long ago the last event was"),
    "stage": _("Where the State stands in the UPR"),
    "spread": _("How many States it is about"),
    "status": _("Access to the Council"),
    "session": _("Time until the next session of the Council"),
    "clock": _("Time left for a complaint"),
    "treaties": _("Treaties that bind the State"),
    "outcomes": _("What is wanted: the mean of all that is named"),
}
"""Tables that are about no single question; all others have the name of theirs."""

NONE_WANTED = _("Nothing named")
POINTS = _("Points")


def route(slug: str) -> str:
    """A route by its name; what holds for all of them has none."""
    return str(ROUTES[RouteSlug(slug)]) if slug in list(RouteSlug) else slug or str(ALL_ROUTES)


def table(slug: str) -> str:
    """What a table is about."""
    return str(TABLES[slug] if slug in TABLES else QUESTIONS[slug].label if slug in QUESTIONS else slug)


def key(slug: str, of: str) -> str:
    """The answer, or what was found, that a row of a table gives points for. What has no words keeps its code."""
    if of == "verdicts" and slug in list(Verdict):
        return str(VERDICTS[Verdict(slug)])
    if (of, slug) in ANSWERS:
        return str(ANSWERS[of, slug].label)
    if f"{of}-{slug}" in FOUND and of != "outcomes":
        return str(FOUND[f"{of}-{slug}"])
    if slug == "unknown":
        return str(UNKNOWN_LABEL)
    return str({"none": NONE_WANTED, "points": POINTS, "margin": POINTS}.get(slug, slug))
