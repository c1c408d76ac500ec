"""Advice on what somebody saved: on the answers as they are now, or as it was."""

import datetime
import hashlib
from collections.abc import Mapping
from typing import Any

from advisor.core.advice import advise
from advisor.core.facts import Edition
from advisor.core.result import Advice
from advisor.core.scenario import Scenario, check
from advisor.editions import open_edition
from advisor.models import GivenAdvice, SavedAdvice
from advisor.questionnaire import walk
from advisor.questionnaire.answers import Draft
from advisor.serialise import as_json, dumps


def draft_of(saved: SavedAdvice) -> Draft:
    """The wizard's draft that was saved."""
    return Draft.of(saved.draft or {})


def scenario_of(answers: Mapping[str, Any], edition: Edition) -> Scenario:
    """Answers → the checked scenario. What no longer holds on this edition does not count."""
    return check(walk.sound(answers, edition), countries=edition.states, themes=edition.themes)


def assess(saved: SavedAdvice, edition: Edition, as_of: datetime.date, *, changes: bool = True) -> Advice:
    """The advice on the answers as they are saved now. ``changes=False`` leaves out what another answer would do: faster."""
    return advise(scenario_of(draft_of(saved).answers, edition), edition, as_of, counterfactuals=changes)


def replay(given: GivenAdvice) -> tuple[Advice, bool]:
    """An advice as it was given, and whether it is the same to the byte: a later release may word or weigh it anew."""
    edition = open_edition(given.edition_id)
    scenario = check(given.scenario, countries=edition.states, themes=edition.themes)
    advice = advise(scenario, edition, given.as_of)
    return advice, content_digest(advice, edition) == given.digest


def content_digest(advice: Advice, edition: Edition) -> str:
    """The digest of an advice's JSON: what `GivenAdvice.digest` holds."""
    return hashlib.sha256(dumps(as_json(advice, edition)).encode()).hexdigest()
