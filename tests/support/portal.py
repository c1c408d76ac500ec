"""The portal in processes of its own, on a database of its own: for what only real processes show, such as being killed."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from functools import cache
from pathlib import Path

from tests.support.database import DATABASES

ROOT = Path(__file__).resolve().parents[2]
SETUP = "import django; django.setup()\n"
DATABASE = "portal.sqlite3"


class Portal:
    """In: the folder it writes to, and variables of its environment."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.mails = folder / "mail"
        mine = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "TEST_"))}
        self.environment = mine | {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "PORTAL_SECRET_KEY": "only-for-this-test-" * 4,
            "PORTAL_VAR": str(folder),
            **variables,
        }

    def start(self, *command: str, **options) -> subprocess.Popen[bytes]:
        """A program in a group of its own, so that it can be killed with everything that it has started."""
        return subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=self.environment, start_new_session=True, **options
        )

    def manage(self, *command: str) -> None:
        """Run `manage.py`."""
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def run(self, code: str, *, setup: bool = True) -> str:
        """Run code inside the portal, after Django's setup or without it. Out: what it prints."""
        done = subprocess.run(
            [sys.executable, "-c", (SETUP if setup else "") + code],
            cwd=ROOT,
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout.strip()

    def count(self) -> int:
        """How many mails there are."""
        return sum(1 for _ in self.mails.glob("*.eml"))

    def read(self) -> list[Message]:
        """All mails."""
        return [message_from_bytes(path.read_bytes()) for path in self.mails.glob("*.eml")]


def prepared(folder: Path, **variables: str) -> Portal:
    """A portal with the facts and a published edition on an SQLite file of its own: a copy of one that is made once a run."""
    shutil.copy(_made_once() / DATABASE, folder / DATABASE)
    return Portal(folder, **variables)


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="hrc-portal-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if DATABASES.save(folder / DATABASE):
        return folder
    portal = Portal(folder)
    portal.run(
        "from django.core.management import call_command\n"
        "for name in ('migrate', 'createcachetable', 'load_facts', 'load_weights', 'publish'): call_command(name)"
    )
    return folder


def wait_until(holds: Callable[[], bool], seconds: float = 120) -> None:
    """Look often; fail when it takes too long."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


# Notices that are due. Nine people want a mail for each of their forty, ten a daily one with their four.
HUNDREDS = """
from django.utils import timezone
from allauth.account.models import EmailAddress
from accounts.models import User
from advisor.notices.models import Notice, NoticePreference, new
now = timezone.now()
for mode, people, each in (("each", 9, 40), ("daily", 10, 4)):
    for number in range(people):
        user = User.objects.create(username=f"{mode}-{number}", email=f"{mode}-{number}@one.example")
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        NoticePreference.objects.create(user=user, mode=mode)
        Notice.objects.bulk_create(
            new(user=user, saved=None, kind="task-due", name=f"task:{key}", due_at=now, now=now) for key in range(each)
        )
"""
MAILS = 9 * 40 + 10

# What was in the hands of a process that was killed is free again after some minutes: let them pass.
TIME_PASSES = """
import datetime
from django.db.models import F
from advisor.notices import outbox
from advisor.notices.models import Notice
late = F("claimed_at") - outbox.CLAIM_LASTS - datetime.timedelta(minutes=1)
print(Notice.objects.unsent().exclude(claim=None).update(claimed_at=late))
"""
UNSENT = "from advisor.notices.models import Notice; print(Notice.objects.unsent().count(), Notice.objects.count())"


def check_that_each_is_told_once(portal: Portal) -> None:
    """No notice is left, and nobody has got more mails than they wanted."""
    assert portal.run(UNSENT) == "0 400"
    mails = portal.read()
    counts: dict[str, int] = {}
    for message in mails:
        counts[message["To"]] = counts.get(message["To"], 0) + 1
    assert counts == {
        **{f"each-{number}@one.example": 40 for number in range(9)},
        **{f"daily-{number}@one.example": 1 for number in range(10)},
    }
    assert len({message["Message-ID"] for message in mails}) == MAILS
