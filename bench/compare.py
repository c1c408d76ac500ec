"""How long the rule lab takes to compare a draft on 1,000 saved scenarios, beside the bare minimum of work.

Ours: claims, batches of 100, differences, the fact behind each, results stored. Peer: a plain loop that unseals the same rows and asks
for the advice on both editions, and keeps nothing. Two drafts: one deadline changed, and 20 facts of many kinds. On a database of its own
(SQLite, in a temporary folder). Run: `make bench`. Figures: seconds for all 1,000, one core.
"""

import contextlib
import datetime
import io
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FOLDER = tempfile.TemporaryDirectory()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "PORTAL_VAR": FOLDER.name,
    "PORTAL_SECRET_KEY": "only-for-measuring-" * 4,
    "PORTAL_HTTPS": "false",
}
os.environ.pop("PORTAL_DATABASE_URL", None)

import django

django.setup()

from django.core.management import call_command

from accounts.models import User
from advisor.cases import case_files as cases
from advisor.cases.models import ExpertCase
from advisor.editions import store
from advisor.publishing import actions, runs
from advisor.publishing.models import Moved, Proposal
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from mechanisms.models import Mandate, TreatyStatus, UprSession

MANY = 1000
DAY = datetime.date(2026, 5, 1)
GOAL = 30


def prepare() -> User:
    """Facts, expert cases, and saved advice on the scenarios of these cases with States drawn by lot."""
    with contextlib.redirect_stdout(io.StringIO()):
        for command in ("migrate", "load_facts", "load_weights", "publish", "load_cases"):
            call_command(command)
    edition = store.current()
    assert edition is not None
    scenarios = [case.as_data()["scenario"] for case in ExpertCase.objects.all()]
    lot = random.Random(7)
    person = User.objects.create(username="somebody")
    rows = []
    for number in range(MANY):
        answers = dict(scenarios[number % len(scenarios)])
        if answers.get("countries"):
            answers["countries"] = lot.sample(sorted(edition.states), k=len(answers["countries"]))
        cases.read(answers, edition)
        rows.append(SavedAdvice(owner=person, name="n", draft={"answers": answers}, keep_until=DAY))
    SavedAdvice.objects.bulk_create(rows)
    return person


def compared(person: User) -> tuple[float, Proposal]:
    """Seconds for a whole comparison of the facts as they are now."""
    proposal = actions.propose(note="bench", as_of=DAY, by=person)
    start = time.perf_counter()
    while runs.run_due():
        pass
    taken = time.perf_counter() - start
    proposal.refresh_from_db()
    assert proposal.state == Proposal.State.COMPARED
    return taken, proposal


def bare(proposal: Proposal) -> float:
    """Seconds for the advice on both editions, and nothing else."""
    base, draft = store.open_edition(proposal.base_id), store.open_edition(proposal.draft_id)
    start = time.perf_counter()
    for saved in SavedAdvice.objects.all():
        for edition in (base, draft):
            assess(saved, edition, DAY, changes=False)
    return time.perf_counter() - start


def main() -> None:
    """Print one line a draft."""
    person = prepare()
    print(f"{'draft':28}{'would change':>14}{'compared (s)':>14}{'advice alone (s)':>18}{'goal (s)':>10}")
    UprSession.objects.filter(number=54).update(stakeholder_deadline=datetime.date(2026, 7, 22))
    show("one deadline", *compared(person))
    for mandate in Mandate.objects.order_by("slug")[:10]:
        mandate.valid_to, mandate.valid_to_precision = datetime.date(2026, 1, 31), "day"
        mandate.save()
    for status in TreatyStatus.objects.filter(status="party").order_by("state__iso3", "treaty__slug")[:9]:
        status.status = "none"
        status.save()
    show("20 facts of many kinds", *compared(person))


def show(name: str, taken: float, proposal: Proposal) -> None:
    """One line."""
    moved = Moved.objects.filter(proposal=proposal).exclude(saved=None).count()
    print(f"{name:28}{moved:>14}{taken:>14.1f}{bare(proposal):>18.1f}{GOAL:>10}")


if __name__ == "__main__":
    main()
