"""Advice on what somebody saved: on the answers as they are now, or as it was."""

import datetime

from advisor.advice.assessment import content_digest, scenario_of
from advisor.editions.store import open_edition
from advisor.questions.drawer import Draft
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import check

from .models import GivenAdvice, SavedAdvice


def draft_of(saved: SavedAdvice) -> Draft:
    """The wizard's draft that was saved."""
    return Draft.of(saved.draft or {})


def assess(saved: SavedAdvice, edition: Edition, as_of: datetime.date, *, changes: bool = True) -> Advice:
    """The advice on the answers as they are saved now. ``changes=False`` leaves out what another answer would do: faster."""
    return advise(scenario_of(draft_of(saved).answers, edition), edition, as_of, counterfactuals=changes)


def replay(given: GivenAdvice) -> tuple[Advice, bool]:
    """An advice as it was given, and whether it is the same to the byte: a later release may word or weigh it anew."""
    edition = open_edition(given.edition_id)
    scenario = check(given.scenario, countries=edition.states, themes=edition.themes)
    advice = advise(scenario, edition, given.as_of)
    return advice, content_digest(advice, edition) == given.digest
