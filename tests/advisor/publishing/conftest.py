"""Facts that an editor has changed, people who compare and approve, cases and saved advice that are looked at."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import User
from advisor.cases.models import ExpertCase
from advisor.publishing import actions, runs
from advisor.publishing.models import Proposal
from advisor.saved.models import SavedAdvice
from mechanisms.models import UprSession

DAY = datetime.date(2026, 5, 1)
MYANMAR = {"themes": ["torture"], "countries": ["MMR"], "information": "country-overview", "urgency": "ongoing"}
KENYA = {"themes": ["housing"], "countries": ["KEN"], "information": "country-overview", "urgency": "ongoing"}


@pytest.fixture
def editor(db: None) -> User:
    return User.objects.create(username="editor")


@pytest.fixture
def approver(db: None) -> User:
    return User.objects.create(username="approver")


@pytest.fixture
def move_the_deadline(facts: str) -> Callable[..., None]:
    """An editor's work: the last day for reports in the session that reviews Myanmar."""

    def move(to: datetime.date | None = datetime.date(2026, 7, 22)) -> None:
        UprSession.objects.filter(number=54).update(stakeholder_deadline=to)

    return move


@pytest.fixture
def compared(move_the_deadline: Any, editor: User) -> Callable[..., Proposal]:
    """`compared()`: a proposal with the moved deadline, its comparison finished."""

    def make(**move: Any) -> Proposal:
        move_the_deadline(**move)
        proposal = actions.propose(note="A later deadline", as_of=DAY, by=editor)
        while runs.run_due():
            pass
        proposal.refresh_from_db()
        return proposal

    return make


@pytest.fixture
def case(db: None) -> ExpertCase:
    """An expert case that expects the deadline as the facts have it."""
    return ExpertCase.objects.create(
        slug="myanmar",
        name="Report on Myanmar",
        why="A test.",
        as_of=DAY,
        scenario=MYANMAR,
        expect={"dates": [{"code": "upr-stakeholder-deadline", "country": "MMR", "date": "2026-07-17"}]},
    )


@pytest.fixture
def save(editor: User) -> Callable[..., SavedAdvice]:
    """`save(answers)`: saved advice of some person."""

    def make(answers: dict[str, Any] = MYANMAR, **more: Any) -> SavedAdvice:
        values = {"owner": editor, "name": "n", "keep_until": datetime.date(2028, 1, 1), **more}
        return SavedAdvice.objects.create(draft={"answers": answers}, **values)

    return make
