"""Why an advice does not suggest an outline, in one line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.words import labels, names
from advisor.words.reasons import against_text
from mechanisms.words import sentences
from rules.facts.edition import Edition
from rules.result import Advice
from rules.vocabulary import ActionSlug, RouteSlug, Stage, Verdict

from .suggestions import Suggestion, parties

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

SUBMISSIONS = frozenset({ActionSlug.SUBMISSION, ActionSlug.JOINT_SUBMISSION})

AT_STAGE: Mapping[Stage, "StrPromise"] = {
    Stage.ADVOCACY: gettext_lazy(
        "The deadline for the review that comes next is over. This would be for the one after it."
    ),
    Stage.ADOPTION: gettext_lazy(
        "The review was held, and its outcome is not adopted yet. This would be for the next review."
    ),
    Stage.FOLLOW_UP: gettext_lazy(
        "The last review is over, and the next one is still far off. You can prepare it all the same."
    ),
    Stage.UNSCHEDULED: gettext_lazy("We know no date of a next review. You can prepare it all the same."),
    Stage.NOT_REVIEWED: gettext_lazy("Only Members of the UN are reviewed."),
}
"""Why no submission is suggested, by where the State stands in the Universal Periodic Review."""


def why(one: Suggestion, advice: Advice, edition: Edition) -> str:
    """In: a draft that the advice does not suggest. Out: the reason."""
    outline = one.outline
    if outline.treaty:
        unbound = bool(advice.scenario.countries) and not parties(outline, advice, edition)
        return _not_bound(outline.treaty, advice, edition) if unbound else str(outline.when)
    route = advice.route(outline.route)
    if outline.route is RouteSlug.UPR and SUBMISSIONS & {*outline.actions}:
        stage = next((row.stage for row in route.stages if row.country == one.country), None)
        return str(AT_STAGE.get(stage, outline.when)) if stage else str(outline.when)
    if route.verdict is Verdict.CLOSED:
        closed = _("The route “%(route)s” is not open as things stand.") % {"route": labels.ROUTES[route.route]}
        return sentences((closed, against_text(route, edition)))
    return str(outline.when)


def _not_bound(treaty: str, advice: Advice, edition: Edition) -> str:
    states = names.listed(names.state(code, edition) for code in advice.scenario.countries or ())
    return _("As far as we know, this treaty does not bind the State that you named: %(treaty)s (%(states)s).") % {
        "treaty": names.treaty(treaty, edition),
        "states": states,
    }
