"""Saved matters for tests, made as rows: on the answers of a shipped case."""

import datetime
import json
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from accounts.models import Organisation, User
from advisor.drafts import actions as drafting
from advisor.drafts.models import SubmissionDraft
from advisor.drafts.suggestions import chosen
from advisor.saved.models import SavedAdvice
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import check

CASES = Path(settings.BASE_DIR) / "fixtures" / "cases"
DAY = datetime.date(2026, 11, 24)


def read(case: str) -> dict[str, Any]:
    """A shipped case as it stands in its file."""
    found: dict[str, Any] = yaml.safe_load((CASES / f"{case}.yaml").read_text(encoding="utf-8"))
    return found


def answers_of(case: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads(json.dumps(read(case)["scenario"], default=str))
    return answers


def day_of(case: str) -> datetime.date:
    return datetime.date.fromisoformat(str(read(case).get("as_of") or DAY))


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
