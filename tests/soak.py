"""`make soak`: the stack under load while its parts are killed and taken away. Nothing acknowledged may be lost, nothing may be doubled.

`python -m tests.soak [--minutes 30] [--clients 50]`. On PostgreSQL and Redis of its own, members ask the API for advice, begin
a questionnaire, and save it under a name that stands nowhere else. Each minute one part is hit in turn: a web
worker, the Celery worker and beat are killed; Redis and PostgreSQL stop answering for some seconds. At the end each name that was
acknowledged must be there exactly once. Figures are kept in `bench/results`.
"""

import argparse
import collections
import contextlib
import http.client
import http.cookiejar
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.servers import postgres_server, redis_server
from tests.support.portal import Portal, wait_until
from tests.support.stack import Stack

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
ADDRESS = "127.0.0.1:8799"
AWAY = 8
"""Seconds for which Redis or PostgreSQL does not answer."""
PATIENCE = 45
REST = 1.0
"""Seconds: how long a client waits for an answer, and between two of its journeys."""

PEOPLE = """
import sys
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from accounts.models import User
for number in range({number}):
    user = User.objects.create(username=f"soak-{{number}}")
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    print(session.session_key)
"""
NAMES = (
    "from advisor.saved.models import SavedAdvice; print('|'.join(saved.name for saved in SavedAdvice.objects.all()))"
)
FORM = re.compile(r'<form[^>]*method="post"[^>]*>.*?</form>', re.DOTALL)
INPUT = re.compile(r'<input[^>]*type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')
SCENARIO = {"countries": ["KEN"], "themes": ["torture"], "information": "country-overview", "evidence": "direct"}


class Tally:
    """What all clients saw, counted under one lock."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.statuses: collections.Counter[str] = collections.Counter()
        self.seconds: list[float] = []
        self.acknowledged: list[str] = []

    def saw(self, status: str, seconds: float) -> None:
        with self.lock:
            self.statuses[status] += 1
            self.seconds.append(seconds)


class Member:
    """A browser of somebody who is signed in."""

    def __init__(self, session: str, tally: Tally) -> None:
        jar = http.cookiejar.CookieJar()
        self.session, self.tally, self.jar = session, tally, jar
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def ask(self, path: str, form: dict[str, str] | None = None, body: bytes | None = None) -> tuple[int, str, str]:
        """Out: status, content, and the address where it ended; status 0 where nobody answered."""
        data = urllib.parse.urlencode(form).encode() if form is not None else body
        request = urllib.request.Request(f"http://{ADDRESS}{path}", data)
        cookies = "; ".join(
            [f"sessionid={self.session}", *(f"{c.name}={c.value}" for c in self.jar if c.name != "sessionid")]
        )
        request.add_unredirected_header("Cookie", cookies)
        if body is not None:
            request.add_header("Content-Type", "application/json")
        began = time.monotonic()
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                status, text, where = answer.status, answer.read().decode(), answer.url
        except urllib.error.HTTPError as refused:
            with refused:
                status, text, where = refused.code, refused.read().decode(errors="replace"), path
        except (OSError, http.client.HTTPException):
            status, text, where = 0, "", path
        self.tally.saw(str(status or "broken off"), time.monotonic() - began)
        return status, text, where

    def journey(self, name: str) -> None:
        """Look, ask the API for advice, save under a name; acknowledged is what the portal led on to."""
        self.ask("/")
        self.ask("/saved/")
        self.ask("/api/v1/advice", body=json.dumps({"scenario": SCENARIO}).encode())
        _status, text, where = self.ask("/questions/places/")
        draft = re.search(r"/draft/\w+", where)
        if draft is None:
            return
        self.send(urllib.parse.urlsplit(where).path, text, 'name="go"', {"go": "next", "countries": "KEN"})
        _status, text, _where = self.ask(f"{draft[0]}/saved/new/")
        status, _text, ended = self.send(f"{draft[0]}/saved/new/", text, 'name="name"', {"name": name})
        if status == 200 and re.search(r"/saved/[0-9a-f-]{36}/", ended):
            with self.tally.lock:
                self.tally.acknowledged.append(name)

    def send(self, path: str, page: str, holds: str, filled: dict[str, str]) -> tuple[int, str, str]:
        """Send the form of a page that holds this, with what it carries hidden; nothing where there is none."""
        form = next((form for form in FORM.findall(page) if holds in form), None)
        if form is None:
            return 0, "", ""
        hidden = [dict(ATTRIBUTE.findall(tag)) for tag in INPUT.findall(form)]
        return self.ask(
            path, {**{field["name"]: field.get("value", "") for field in hidden if "name" in field}, **filled}
        )


def main(arguments: list[str]) -> int:
    """Out: exit status, 1 if anything acknowledged was lost or doubled."""
    parser = argparse.ArgumentParser(prog="soak")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--clients", type=int, default=50)
    asked = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory(prefix="hrc-soak-") as name,
        postgres_server() as database,
        redis_server() as broker,
    ):
        portal = Portal(
            Path(name), PORTAL_DATABASE_URL=database, PORTAL_BROKER_URL=broker, PORTAL_HTTPS="false",
            PORTAL_PUBLIC_URL=f"http://{ADDRESS}",
        )  # fmt: skip
        running = Stack(portal, ADDRESS)
        try:
            wait_until(lambda: running.processes("beat") != [] and _answers(), 900)
            sessions = portal.run(PEOPLE.format(number=asked.clients)).split()
            tally, memory = Tally(), [_memory(running)]
            folders = {"PostgreSQL": _folder(database), "Redis": _folder(broker)}
            hits = load(running, sessions, tally, asked.minutes * 60, folders)
            wait_until(_answers, 120)
            memory.append(_memory(running))
            kept = collections.Counter(portal.run(NAMES).split("|"))
        finally:
            running.stop()
    lost = [one for one in tally.acknowledged if kept[one] == 0]
    doubled = [one for one, number in kept.items() if number > 1]
    times = sorted(tally.seconds)
    figures = {
        "minutes": asked.minutes, "clients": asked.clients, "hits": hits, "requests": len(times),
        "answers": dict(tally.statuses.most_common()),
        "seconds": {"median": round(statistics.median(times), 2), "p99": round(times[int(len(times) * 0.99)], 2)},
        "saves": {"acknowledged": len(tally.acknowledged), "lost": len(lost), "doubled": len(doubled)},
        "web memory, MB": memory, "cores": os.cpu_count(),
    }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"soak-{asked.minutes:g}-minutes.json").write_text(
        json.dumps(figures, indent=2) + "\n", encoding="utf-8"
    )
    print(json.dumps(figures, indent=2))
    return 1 if lost or doubled or not tally.acknowledged else 0


def load(running: Stack, sessions: list[str], tally: Tally, seconds: float, folders: dict[str, str]) -> list[str]:
    """Let all clients work for so long, and hit one part each minute. Out: what was hit."""
    end = threading.Event()

    def work(number: int) -> None:
        member, count = Member(sessions[number], tally), 0
        while not end.is_set():
            member.journey(f"soak {number}-{count}")
            count += 1
            end.wait(REST)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(sessions))]
    for thread in threads:
        thread.start()
    hits, began = [], time.monotonic()
    pause = min(60.0, seconds / 6)
    turns = _turns(running, folders)
    try:
        while (left := seconds - (time.monotonic() - began)) > pause:
            time.sleep(pause)
            what, hit = next(turns)
            with contextlib.suppress(ProcessLookupError):
                hit()
            hits.append(what)
        time.sleep(max(0.0, left))
    finally:
        end.set()
        for thread in threads:
            thread.join()
    return hits


def _turns(running: Stack, folders: dict[str, str]) -> Iterator[tuple[str, Callable[[], None]]]:
    while True:
        yield "web worker killed", lambda: os.kill(next(iter(_children(running.processes("web")[-1]))), signal.SIGKILL)
        yield "Redis does not answer", lambda: _away(folders["Redis"])
        yield "worker killed", lambda: os.killpg(running.processes("worker")[-1], signal.SIGKILL)
        yield "PostgreSQL does not answer", lambda: _away(folders["PostgreSQL"])
        yield "beat killed", lambda: os.killpg(running.processes("beat")[-1], signal.SIGKILL)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _folder(address: str) -> str:
    """The folder of this run's own server, which stands in its address and in its command, and in nobody else's."""
    found = re.search(r"/hrc-(postgres|redis)-\w+", urllib.parse.unquote(address))
    assert found is not None
    return found.group()


def _away(folder: str) -> None:
    """Stop the server of this run, and let it go on after a while."""
    pids = [
        int(path.name)
        for path in Path("/proc").iterdir()
        if path.name.isdigit()
        and (path / "cmdline").exists()
        and folder in (path / "cmdline").read_text(errors="replace")
    ]
    pids += [child for pid in pids for child in _children(pid)]
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    time.sleep(AWAY)
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://{ADDRESS}/health/ready", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def _memory(running: Stack) -> int:
    """Resident memory of the web workers together, in MB."""
    pids = _children(running.processes("web")[-1])
    done = subprocess.run(["ps", "-o", "rss=", "-p", ",".join(map(str, pids))], stdout=subprocess.PIPE, text=True)
    return sum(int(line) for line in done.stdout.split()) // 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
