"""Why a route fits and what speaks most against it, in sentences: the same wherever a route is summed up."""

from rules.facts.edition import Edition
from rules.result import GateResult, RouteAdvice

from .factors import factor_text, found_text
from .gates import gate_text


def because_texts(route: RouteAdvice, edition: Edition) -> tuple[str, ...]:
    """The strongest reasons for it: what was found, without why we count it."""
    return tuple(found_text(factor, edition) for factor in route.because)


def against_text(route: RouteAdvice, edition: Edition) -> str:
    """The strongest reason against it; empty where there is none."""
    if route.against is None:
        return ""
    if isinstance(route.against, GateResult):
        return gate_text(route.route, route.against, edition)
    return factor_text(route.route, route.against, edition)
