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
from rules.result import Action, Advice
from rules.scenario import Scenario
from rules.summary import URGENT
from rules.vocabulary import ActionSlug, Information, RouteSlug, Urgency

from . import addressees, summary, todo
from .citations import Citations, Cite, Said, said
from .todo import Doing

FIRST_STEPS = (ActionSlug.INTERIM_MEASURES,)
"""What comes before the letter to the experts, which goes out the same day: the one step that States treat as a stay."""

OTHER_STEPS = (
    *(action for action in URGENT if action not in (*FIRST_STEPS, ActionSlug.URGENT_APPEAL)),
    ActionSlug.WGEID_STANDARD,
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
    warnings: tuple[summary.Warned, ...]
    first: tuple[Doing, ...]
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
        warnings=_warnings(advice, edition, cite),
        first=todo.grouped((one for one in actions if one.action in FIRST_STEPS), edition, today, cite),
        others=todo.grouped(_others(actions), edition, today, cite),
        outline=_outline(scenario, edition, [expert.title for expert in experts]),
        outline_language=_letter_language(),
        sources=tuple(cite.listed()),
    )


def _warnings(advice: Advice, edition: Edition, cite: Citations) -> tuple[summary.Warned, ...]:
    """What has to be known before the steps of this page: of the letter, and of the complaint where it comes first."""
    routes = dict.fromkeys(
        [RouteSlug.SPECIAL_PROCEDURES, *(step.route for step in advice.urgent if step.action in FIRST_STEPS)]
    )
    found = (summary.of_route(advice.route(slug), advice, edition, cite).warnings for slug in routes)
    return tuple(warned for warnings in found for warned in warnings)


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
