"""Advice on answers as the wizard keeps them, and the digest that proves an advice to be the same."""

import hashlib
from collections.abc import Mapping
from typing import Any

from advisor.questions.walk import Walk
from advisor.words.serialise import as_json, dumps
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import Scenario


def scenario_of(answers: Mapping[str, Any], edition: Edition) -> Scenario:
    """Answers → the checked scenario. What no longer holds on this edition does not count."""
    return Walk(answers, edition).scenario


def content_of(advice: Advice, edition: Edition) -> str:
    """An advice's JSON: what `GivenAdvice.kept` holds."""
    return dumps(as_json(advice, edition))


def digest_of(content: str) -> str:
    """The digest of an advice's JSON: what `GivenAdvice.digest` holds."""
    return hashlib.sha256(content.encode()).hexdigest()


def content_digest(advice: Advice, edition: Edition) -> str:
    """The digest of an advice."""
    return digest_of(content_of(advice, edition))
