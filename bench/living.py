"""How long it takes to re-assess 10,000 saved advices after an edition with another deadline, beside a loop that keeps nothing.

Ours: `living.run_due` as `manage.py work` calls it, with one worker and with two: opens each row, compares the advice before and after,
finds the fact that caused what differs, keeps the new advice and queues the notices. The deadline is that of a UPR session, so it
concerns all its States; every State has as many rows, and no two rows have the same answers. Peer: opens each row and calls `advise` on
the new edition, nothing more. Run: `make bench`, on SQLite and on PostgreSQL.
"""

import datetime
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
DAY = "2026-05-01"
ROWS = 10_000
PEOPLE = 500


def main() -> None:
    """One process for each measurement, since a process knows one database."""
    from deploy.servers import postgres_server

    for kind in ("SQLite", "PostgreSQL"):
        with tempfile.TemporaryDirectory() as folder:
            settings = {
                "DJANGO_SETTINGS_MODULE": "portal.settings",
                "PORTAL_SECRET_KEY": "only-for-the-benchmark-" * 3,
                "PORTAL_VAR": folder,
                "PORTAL_FIXED_DAY": DAY,
            }
            if kind == "SQLite":
                measure(kind, settings)
            else:
                with postgres_server() as url:
                    measure(kind, settings | {"PORTAL_DATABASE_URL": url})


def measure(kind: str, settings: dict[str, str]) -> None:
    """Fill a database, then print a line for each measurement."""
    for command in ("migrate", "load_facts", "load_weights", "publish"):
        start([sys.executable, "manage.py", command], settings, stdout=subprocess.DEVNULL).wait()
    run("fill", settings)
    print(f"{kind}: {ROWS} saved advices, {DAY}")
    print(f"  peer, opens and advises, keeps nothing  {run('peer', settings):>6.1f} s")
    for workers in (1, 2):
        run("publish", settings)
        begin, spent = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        processes = [start([sys.executable, __file__, "work"], settings) for _ in range(workers)]
        assert [process.wait() for process in processes] == [0] * workers
        took = time.perf_counter() - begin
        spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - spent
        print(
            f"  re-assessed by {workers} worker(s), with start {took:>10.1f} s, of one core {spent:.1f} s", flush=True
        )
        subprocess.run([sys.executable, __file__, "check"], env=os.environ | settings, check=True)


def start(command: list[str], settings: dict[str, str], **more: Any) -> "subprocess.Popen[bytes]":
    """A process on this database."""
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, **more)


def run(part: str, settings: dict[str, str]) -> float:
    """Run a part of this file. Out: how long it says that it took."""
    done = subprocess.run(
        [sys.executable, __file__, part], env=os.environ | settings, check=True, stdout=subprocess.PIPE, text=True
    )
    return float(done.stdout or 0)


def fill() -> None:
    """10,000 saved advices of 500 people: the expert cases, about each State in turn, no two the same. Then the first round."""
    import yaml

    from accounts.models import User
    from advisor.editions import store
    from advisor.questions.drawer import Draft
    from advisor.saved import living
    from advisor.saved.models import SavedAdvice

    edition = store.current()
    assert edition is not None
    cases = [yaml.safe_load(path.read_text("utf-8"))["scenario"] for path in (ROOT / "fixtures/cases").glob("*.yaml")]
    people = User.objects.bulk_create(
        User(username=f"p{number}", email=f"p{number}@one.example") for number in range(PEOPLE)
    )
    states = sorted(edition.reviews)
    first = datetime.date(2010, 1, 1)
    rows = []
    for number in range(ROWS):
        answers = json.loads(json.dumps(cases[number % len(cases)], default=str))
        answers |= {
            "countries": [states[number % len(states)]],
            "happened_on": str(first + datetime.timedelta(days=number // 2)),
        }
        draft = asdict(Draft(answers=answers))
        rows.append(SavedAdvice(owner=people[number % PEOPLE], name="x", draft=draft, keep_until="2028-01-01"))
    SavedAdvice.objects.bulk_create(rows, batch_size=500)
    living.run_due()


def peer() -> None:
    """The plain loop."""
    from advisor import clock
    from advisor.advice.assessment import scenario_of
    from advisor.editions import store
    from advisor.saved.assessment import draft_of
    from advisor.saved.models import SavedAdvice
    from rules.advice import advise

    edition = store.current()
    assert edition is not None
    begin = time.perf_counter()
    for saved in SavedAdvice.objects.living().iterator():
        advise(scenario_of(draft_of(saved).answers, edition), edition, clock.today(), counterfactuals=False)
    print(time.perf_counter() - begin)


def publish() -> None:
    """The next edition: the deadline of session 54 lies a day later."""
    from advisor.editions import store
    from advisor.editions.freeze import canonical, digest
    from advisor.editions.models import Edition, Publication

    content = json.loads(Edition.objects.get(pk=store.current_edition_id()).content)
    session = content["upr_sessions"]["54"]
    session["stakeholder_deadline"] = str(
        datetime.date.fromisoformat(session["stakeholder_deadline"]) + datetime.timedelta(days=1)
    )
    text = canonical(content)
    Publication.objects.create(edition=Edition.objects.create(pk=digest(text), content=text))


def work() -> None:
    """What a worker does."""
    from advisor.saved import living

    living.run_due()


def check() -> None:
    """Every row was looked at once, and those that changed are those about the session's States."""
    from advisor.editions import store
    from advisor.notices.models import Notice
    from advisor.saved.models import Reassessment, SavedAdvice

    edition = store.current()
    assert edition is not None
    about = {code for code, rows in edition.reviews.items() if any(row.session == 54 for row in rows)}
    concerned = sum(saved.draft["answers"]["countries"][0] in about for saved in SavedAdvice.objects.iterator())
    row = Reassessment.objects.first()
    assert row is not None
    print(f"    looked at {row.assessed}, changed {row.changed} of {concerned} about the session's States")
    assert (row.assessed, row.changed) == (ROWS, concerned)
    assert Notice.objects.count() == sum(Reassessment.objects.values_list("changed", flat=True))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        import django

        django.setup()
        globals()[sys.argv[1]]()
