"""Two advices side by side: the answers that differ, and for each route how well it fits, its points, conditions and dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from advisor.compare import words
from advisor.compare.differences import Difference, Kind, differences
from advisor.questions.walk import Walk
from advisor.words import labels
from advisor.words.scenario import spoken
from mechanisms.words import separated
from rules.facts.edition import Edition
from rules.questions import QUESTIONS
from rules.result import Advice, RouteAdvice
from rules.vocabulary import Verdict

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Row:
    """Something that both sides have a word for."""

    label: "StrOrPromise"
    one: str
    two: str

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.one == self.two


@dataclass(frozen=True)
class Route:
    """A route on both sides. ``rows`` begins with how well it fits and its points; what follows differs."""

    slug: str
    name: "StrOrPromise"
    rows: tuple[Row, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return all(row.same for row in self.rows)


@dataclass(frozen=True)
class Beside:
    """The whole page."""

    answers: tuple[Row, ...]
    routes: tuple[Route, ...]


def build(one: Advice, two: Advice, edition: Edition) -> Beside:
    """Put two advices of one edition side by side, the routes in the order of the first."""
    found = differences(one, two)
    return Beside(
        answers=answers(one.given.plain(), two.given.plain(), edition),
        routes=tuple(_route(route, two.route(route.route), found, edition) for route in one.routes),
    )


def answers(one: Mapping[str, Any], two: Mapping[str, Any], edition: Edition) -> tuple[Row, ...]:
    """The answers that differ, in the order of the questions. One that no longer holds counts as not given."""
    left, right = Walk(one, edition).sound, Walk(two, edition).sound
    rows = (
        Row(labels.QUESTIONS[slug].label, _answer(slug, left, edition), _answer(slug, right, edition))
        for slug in (question.slug for question in QUESTIONS)
    )
    return tuple(row for row in rows if not row.same)


def _answer(slug: str, given: Mapping[str, Any], edition: Edition) -> str:
    return separated(spoken(slug, given[slug], edition)) if slug in given else _("Not answered")


def _route(one: RouteAdvice, two: RouteAdvice, found: tuple[Difference, ...], edition: Edition) -> Route:
    fits = Row(_("How well it fits"), str(labels.VERDICTS[one.verdict]), str(labels.VERDICTS[two.verdict]))
    place = Row(_("Place"), str(one.rank), str(two.rank))
    points = Row(_("Points of 100"), _points(one), _points(two))
    told = tuple(
        Row(words.about(row, edition), words.value(row, row.before), words.value(row, row.after))
        for row in found
        if row.route is one.route and row.kind not in (Kind.VERDICT, Kind.RANK)
    )
    return Route(one.route.value, labels.ROUTES[one.route], (fits, place, points, *told))


def _points(route: RouteAdvice) -> str:
    score = route.score
    if route.verdict is Verdict.CLOSED:
        return _("none, it is closed")
    if score.low == score.high:
        return str(score.value)
    return _("%(value)s (%(low)s to %(high)s)") % {"value": score.value, "low": score.low, "high": score.high}
