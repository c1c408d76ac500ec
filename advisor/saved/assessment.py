"""Advice on what somebody saved: on the answers as they are now, or as it was."""

import datetime
from dataclasses import replace
from enum import StrEnum

from advisor.advice.assessment import content_digest, scenario_of
from advisor.editions.store import open_edition
from advisor.questions.drawer import Draft
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import check
from rules.version import named

from .models import GivenAdvice, SavedAdvice


def draft_of(saved: SavedAdvice) -> Draft:
    """The wizard's draft that was saved."""
    return Draft.of(saved.draft or {})


def assess(saved: SavedAdvice, edition: Edition, as_of: datetime.date, *, changes: bool = True) -> Advice:
    """The advice on the answers as they are saved now. ``changes=False`` leaves out what another answer would do: faster."""
    return advise(scenario_of(draft_of(saved).answers, edition), edition, as_of, counterfactuals=changes)


class Changed(StrEnum):
    """What is another than when an advice was given, so that it can't be given again to the byte."""

    NOTHING = ""
    RULES = "rules"
    WORDS = "words"


def replay(given: GivenAdvice) -> tuple[Advice, Changed]:
    """An advice given once more on the scenario, the edition and the day that it was given on, and what has changed since."""
    edition = open_edition(given.edition_id)
    scenario = check(given.scenario, countries=edition.states, themes=edition.themes)
    advice = advise(scenario, edition, given.as_of)
    if named(given.rules) != advice.rules:
        return advice, Changed.RULES
    same = content_digest(replace(advice, rules=given.rules), edition) == given.digest
    return advice, Changed.NOTHING if same else Changed.WORDS
