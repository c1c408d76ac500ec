"""Doors outside the six routes: danger, reprisals, the regional body, remedies at home."""

from . import vocabulary as v
from .ground import Situation
from .result import Params, Pointer
from .vocabulary import PointerSlug

DANGER, REPRISALS, REMEDIES = "ishr-communications", "ohchr-reprisals", "tb-communications"
SOURCES = (DANGER, REPRISALS, REMEDIES)


def pointers(s: Situation) -> tuple[Pointer, ...]:
    """Doors outside the six routes: danger, reprisals, the regional body, remedies at home."""
    scenario, found = s.scenario, []
    if scenario.urgency is v.Urgency.IMMINENT:
        found.append(Pointer(PointerSlug.EMERGENCY, "emergency", DANGER))
    if scenario.reprisals is not v.Reprisals.NONE:
        code = f"reprisals.{scenario.reprisals or 'unknown'}"
        found.append(Pointer(PointerSlug.REPRISALS, code, REPRISALS))
    bodies: dict[str, list[str]] = {}
    sources: dict[str, str] = {}
    for body, country in s.ground.regional:
        bodies.setdefault(body.slug, []).append(country)
        sources[body.slug] = body.source
    for slug, countries in bodies.items():
        params: Params = {"body": slug, "countries": tuple(countries)}
        found.append(Pointer(PointerSlug.REGIONAL, "regional", sources[slug], params))
    if s.about_cases and scenario.remedies in (v.Remedies.NOT_STARTED, v.Remedies.UNDER_WAY):
        found.append(Pointer(PointerSlug.DOMESTIC, f"domestic.{scenario.remedies}", REMEDIES))
    return tuple(found)
