"""The urgent page: whom to write to now, what the message holds, and what else can be done for a person in danger."""

import dataclasses
import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import translation

from advisor.words import names, urgent
from rules.advice import advise
from rules.facts.edition import Edition
from rules.named import DETENTION
from rules.result import Action
from rules.scenario import Scenario
from rules.vocabulary import ActionSlug, Information, RouteSlug, Urgency

from . import addressees, todo
from .citations import Citations, Cite, Said, said
from .todo import Doing

OTHER_STEPS = (
    ActionSlug.WGEID_URGENT,
    ActionSlug.WGEID_STANDARD,
    ActionSlug.CED_URGENT_ACTION,
    ActionSlug.INTERIM_MEASURES,
    ActionSlug.WGAD_COMPLAINT,
)


@dataclass(frozen=True)
class UrgentPage:
    """Everything that the page shows."""

    states: str
    countries: tuple[tuple[str, str], ...]
    themes: str
    mandates: tuple[addressees.Mandate, ...]
    addresses: tuple[addressees.Address, ...]
    holds: tuple[Said, ...]
    consent: tuple[Said, ...]
    can: tuple[Said, ...]
    cannot: tuple[Said, ...]
    reprisals: Said
    languages: Said
    detention: Said | None
    others: tuple[Doing, ...]
    outline: str
    outline_language: str
    sources: tuple[Cite, ...]


def build(scenario: Scenario, edition: Edition, today: datetime.date) -> UrgentPage:
    """Urgent steps for a scenario, taken as one with a person in danger now."""
    cite = Citations(edition, today)
    danger = dataclasses.replace(
        scenario, urgency=Urgency.IMMINENT, information=scenario.information or Information.INDIVIDUAL_CASES
    )
    advice = advise(danger, edition, today, counterfactuals=False)
    experts = addressees.mandates(
        _takes_cases(advice.route(RouteSlug.SPECIAL_PROCEDURES).mandates, edition), edition, cite
    )
    actions = [action for route in advice.routes for action in route.actions]
    return UrgentPage(
        states=_states(scenario, edition),
        countries=tuple((code, names.state(code, edition)) for code in scenario.countries or ()),
        themes=_themes(scenario, edition),
        mandates=experts,
        addresses=addressees.general(edition, cite),
        holds=_said(urgent.MESSAGE_HOLDS, cite),
        consent=_said(urgent.CONSENT, cite),
        can=_said(urgent.CAN, cite),
        cannot=_said(urgent.CANNOT, cite),
        reprisals=_said([urgent.REPRISALS], cite)[0],
        languages=_said([urgent.LANGUAGES], cite)[0],
        detention=_said([urgent.WGAD_APPEAL], cite)[0] if DETENTION in (scenario.themes or ()) else None,
        others=todo.grouped(_others(actions), edition, today, cite),
        outline=_outline(scenario, edition, [expert.title for expert in experts]),
        outline_language=_letter_language(),
        sources=tuple(cite.listed()),
    )


def _takes_cases(slugs: Iterable[str], edition: Edition) -> list[str]:
    unwilling = {mandate.slug for mandate in edition.mandates if mandate.takes_cases is False}
    return [slug for slug in slugs if slug not in unwilling]


def _others(actions: list[Action]) -> list[Action]:
    return sorted(
        (action for action in actions if action.action in OTHER_STEPS),
        key=lambda action: OTHER_STEPS.index(action.action),
    )


def _said(statements: Iterable[urgent.Statement], cite: Citations) -> tuple[Said, ...]:
    return said((text, cite(source)) for text, source in statements)


def _states(scenario: Scenario, edition: Edition) -> str:
    return names.listed(names.state(code, edition) for code in scenario.countries or ())


def _themes(scenario: Scenario, edition: Edition) -> str:
    return names.listed(names.theme(slug, edition) for slug in scenario.themes or ())


def _letter_language() -> str:
    """A language that the experts read: the visitor's own, or else the first."""
    language = (translation.get_language() or "").split("-")[0]
    return language if language in urgent.LETTER_LANGUAGES else urgent.LETTER_LANGUAGES[0]


def _outline(scenario: Scenario, edition: Edition, experts: list[str]) -> str:
    with translation.override(_letter_language()):
        return urgent.outline(_states(scenario, edition), _themes(scenario, edition), experts)
