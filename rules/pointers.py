"""Doors outside the six routes: danger, reprisals, the regional body, remedies at home, bodies of inquiry, and other bodies by theme."""

from collections.abc import Iterable

from . import vocabulary as v
from .facts.addresses import Door
from .facts.at_home import Accreditation
from .ground import Situation
from .named import COUNTRY
from .result import Addressee, Params, Pointer
from .vocabulary import AddressKind, Danger, PointerSlug

DANGER, REPRISALS, REMEDIES = "ishr-communications", "ohchr-reprisals", "tb-communications"
SOURCES = (DANGER, REPRISALS, REMEDIES)
NOT_MORTAL = (Danger.EVICTION, Danger.OTHER)
"""Dangers in which there is still time for the courts at home: neither life nor limb is at stake."""


def pointers(s: Situation) -> tuple[Pointer, ...]:
    """Doors outside the six routes that fit the answers, each with the bodies behind it and where to reach them."""
    scenario, found = s.scenario, []
    imminent = scenario.urgency is v.Urgency.IMMINENT
    if imminent:
        found.append(
            Pointer(PointerSlug.EMERGENCY, "emergency", DANGER, bodies=_bodies(_fitting(s, PointerSlug.EMERGENCY)))
        )
    if scenario.reprisals is not v.Reprisals.NONE:
        code = f"reprisals.{scenario.reprisals or 'unknown'}"
        found.append(Pointer(PointerSlug.REPRISALS, code, REPRISALS))
    found += _inquiries(s)
    found += _regional(s)
    if (
        s.about_cases
        and scenario.remedies in (v.Remedies.NOT_STARTED, v.Remedies.UNDER_WAY)
        and not s.threatens_more_than(*NOT_MORTAL)
    ):
        at_home = _institutions(s)
        found.append(Pointer(PointerSlug.DOMESTIC, f"domestic.{scenario.remedies}", REMEDIES, bodies=at_home))
    found += _others(s)
    return tuple(found)


def _others(s: Situation) -> list[Pointer]:
    """Other bodies by theme, and the accredited national institutions of the States named; where there are none but these, they alone."""
    doors = _fitting(s, PointerSlug.OTHER_DOOR, by_theme=True)
    bodies = (*_bodies(doors), *_institutions(s))
    if not bodies:
        return []
    code = "other-door" if doors else "other-door.national"
    return [Pointer(PointerSlug.OTHER_DOOR, code, bodies[0].source, bodies=bodies)]


ACCREDITED = frozenset({Accreditation.A, Accreditation.B})


def _institutions(s: Situation) -> tuple[Addressee, ...]:
    """The national institutions of the States named that comply with the Paris Principles fully or in part."""
    return tuple(
        Addressee(row.name, AddressKind.PAGE if row.url else None, row.url, row.source, accreditation=row.status)
        for row in s.ground.institutions
        if row.status in ACCREDITED
    )


def _inquiries(s: Situation) -> list[Pointer]:
    """A body of inquiry that works on a State named takes what documents violations there."""
    found = []
    for country in s.ground.countries or ():
        doors = [d for d in s.ground.doors if d.pointer is PointerSlug.INVESTIGATION and country in d.states]
        if doors:
            params: Params = {"country": country}
            found.append(Pointer(PointerSlug.INVESTIGATION, "investigation", doors[0].source, params, _bodies(doors)))
    return found


def _regional(s: Situation) -> list[Pointer]:
    """Each regional body that covers a State named; in danger with what it can order at once."""
    imminent = s.scenario.urgency is v.Urgency.IMMINENT
    bodies: dict[str, list[str]] = {}
    sources: dict[str, str] = {}
    for body, country in s.ground.regional:
        bodies.setdefault(body.slug, []).append(country)
        sources[body.slug] = body.source
    found = []
    for slug, countries in bodies.items():
        doors = [d for d in s.ground.doors if d.pointer is PointerSlug.REGIONAL and d.regional_body == slug]
        code = "regional.now" if imminent and doors else "regional"
        params: Params = {"body": slug, "countries": tuple(countries)}
        found.append(Pointer(PointerSlug.REGIONAL, code, sources[slug], params, _bodies(doors)))
    return found


def _fitting(s: Situation, pointer: PointerSlug, *, by_theme: bool = False) -> list[Door]:
    """Doors of a kind that are open to these themes and this danger. ``by_theme``: only those for a theme named."""
    themes, danger = {*(s.scenario.themes or ())}, s.scenario.danger
    everything = COUNTRY in themes
    return [
        door
        for door in s.ground.doors
        if door.pointer is pointer
        and (bool(themes & {*door.themes}) or (not door.themes and not by_theme) or (everything and not by_theme))
        and (not door.dangers or danger is None or bool({*danger} & {*door.dangers}))
    ]


def _bodies(doors: Iterable[Door]) -> tuple[Addressee, ...]:
    return tuple(Addressee(door.name, door.kind, door.value, door.source, door.summary) for door in doors)
