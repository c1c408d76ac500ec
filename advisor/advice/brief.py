"""An advice in one line: what protects life now, which routes lead, how well they fit, and the next date of the one that leads."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.words import labels
from rules.facts.edition import Edition
from rules.result import Advice

from . import now, summary

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Leader:
    """A route that leads."""

    name: "StrOrPromise"
    verdict: str
    verdict_label: "StrOrPromise"


@dataclass(frozen=True)
class Brief:
    """The line. ``leaders`` is empty where every route is closed, ``next`` where no date is known."""

    urgent: tuple[summary.UrgentStep, ...]
    leaders: tuple[Leader, ...]
    next: summary.Next | None


def brief(advice: Advice, edition: Edition) -> Brief:
    """Put an advice into one line."""
    leaders = tuple(
        Leader(labels.ROUTES[route.route], route.verdict.value, labels.VERDICTS[route.verdict])
        for route in now.leaders(advice)
    )
    upcoming = summary.next_of(summary.next_row(advice), advice, edition)
    return Brief(summary.urgent_steps(advice), leaders, upcoming)
