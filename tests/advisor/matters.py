"""Saved matters for tests, made as rows: on the answers of a shipped case."""

import datetime
from typing import Any

from accounts.models import Organisation, User
from advisor.drafts import actions as drafting
from advisor.drafts.models import SubmissionDraft
from advisor.drafts.suggestions import chosen
from advisor.saved.models import SavedAdvice
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import check
from tests.support.cases import DAY, answers_of


def advice_on(answers: dict[str, Any], edition: Edition, day: datetime.date = DAY) -> Advice:
    return advise(check(answers, countries=edition.states, themes=edition.themes), edition, day, counterfactuals=False)


def matter(
    *,
    owner: User | None = None,
    organisation: Organisation | None = None,
    case: str = "defender-tortured-in-custody",
    **changed: Any,
) -> SavedAdvice:
    """A matter of a person or of an organisation."""
    return SavedAdvice.objects.create(
        owner=owner,
        organisation=organisation,
        name="The matter of the river",
        draft={"answers": answers_of(case) | changed},
        keep_until=DAY + datetime.timedelta(days=90),
    )


def begun(saved: SavedAdvice, edition: Edition, key: str = "urgent-appeal//", *, by: User) -> SubmissionDraft:
    """A draft begun on it."""
    advice = advice_on(saved.draft["answers"], edition)
    wanted = chosen(key, advice, edition)
    assert wanted is not None, key
    return drafting.begin(saved=saved, wanted=wanted, advice=advice, edition=edition, by=by)
