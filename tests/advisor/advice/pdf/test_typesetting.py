"""Two in work and the rest in the queue: all come out, memory is bounded, and the portal's own threads come first."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from advisor.advice.pdf import rendering, typesetting
from advisor.advice.pdf.typesetting import Busy, NotSet, Typesetter, Typesetters

MEGABYTE = 1024 * 1024
AT_ONCE = 60
MOST_MEMORY = 400 * MEGABYTE
"""Of one worker. It grows by some 20 MB with each document, from some 100 MB, and is replaced after eight."""


@pytest.fixture
def typesetter():
    one = Typesetter()
    yield one
    one.close()


@pytest.fixture
def document(advised, frozen, monkeypatch):
    """What a worker is given for an advice."""
    given = []
    monkeypatch.setattr(Typesetter, "typeset", lambda self, text: given.append(text) or b"")
    rendering.render(advised(), frozen, language="en", with_answers=True)
    monkeypatch.undo()
    return given[0]


def memory_of(process):
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_many_at_once_all_come_out_in_bounded_memory_while_others_work(advised, frozen, monkeypatch):
    monkeypatch.setattr(typesetting, "LONGEST_WAIT", 300)  # whatever else this machine has to do
    cases = [advised(case) for case in ("nubian-children-kenya", "housing-in-six-states", "nothing-known")]
    before, highest, late, done = memory_of("self"), [0], [], threading.Event()

    def watch():
        while not done.is_set():
            start = time.perf_counter()
            time.sleep(0.01)
            late.append(time.perf_counter() - start - 0.01)
            workers = [one._worker for one in typesetting._ours._all]
            for worker in workers:
                try:
                    highest.append(memory_of(worker.pid) if worker else 0)
                except (OSError, ValueError, IndexError):
                    continue  # it ended while we looked

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        with ThreadPoolExecutor(AT_ONCE) as threads:
            wishes = [
                threads.submit(rendering.render, cases[number % 3], frozen, language="en", with_answers=number % 2 == 0)
                for number in range(AT_ONCE)
            ]
            papers = [wish.result() for wish in wishes]
    finally:
        done.set()
        watcher.join()
    assert all(paper.startswith(b"%PDF") for paper in papers)
    assert len(set(papers)) == 6
    assert max(highest) < MOST_MEMORY
    assert memory_of("self") - before < 150 * MEGABYTE
    assert sorted(late)[len(late) // 2] < 0.1


def test_a_worker_is_replaced_before_it_grows(typesetter, document):
    workers = set()
    for _ in range(typesetting.DOCUMENTS + 1):
        typesetter.typeset(document)
        workers.add(typesetter._worker.pid)
    assert len(workers) == 2


def test_a_worker_that_was_killed_is_replaced(typesetter, document):
    first = typesetter.typeset(document)
    typesetter._worker.kill()
    typesetter._worker.wait()
    assert typesetter.typeset(document) == first


def test_an_idle_worker_ends_and_is_replaced(typesetter, document, monkeypatch):
    monkeypatch.setattr(typesetting, "IDLE_SECONDS", 1)
    first = typesetter.typeset(document)
    assert typesetter._worker.wait(timeout=10) == 0
    assert typesetter.typeset(document) == first


def test_a_document_that_takes_too_long_is_given_up(typesetter, document, monkeypatch):
    typesetter.typeset(document)
    monkeypatch.setattr(typesetting, "LONGEST_SECONDS", 0)
    with pytest.raises(NotSet):
        typesetter.typeset(document)


def test_a_worker_knows_no_secret(typesetter, document):
    typesetter.typeset(document)
    environment = Path(f"/proc/{typesetter._worker.pid}/environ").read_text()
    assert {line.partition("=")[0] for line in environment.split("\0") if line} <= {"PATH", "LD_LIBRARY_PATH"}


def test_a_worker_gives_way_to_pages(typesetter, document):
    typesetter.typeset(document)
    assert os.getpriority(os.PRIO_PROCESS, typesetter._worker.pid) > os.getpriority(os.PRIO_PROCESS, 0)


def test_whoever_comes_when_too_many_wait_is_asked_to_come_back(monkeypatch):
    monkeypatch.setattr(typesetting, "MOST_WAITING", 1)
    few, waits = Typesetters(), threading.Event()

    def wait():
        waits.set()
        with few.one():
            pass

    with few.one(), few.one():
        waiting = threading.Thread(target=wait)
        waiting.start()
        waits.wait()
        while few._waiting._value:
            time.sleep(0.01)
        with pytest.raises(Busy), few.one():
            pass
    waiting.join()


def test_waiting_has_an_end(monkeypatch):
    monkeypatch.setattr(typesetting, "LONGEST_WAIT", 0.01)
    few = Typesetters()
    with few.one(), few.one(), pytest.raises(Busy), few.one():
        pass
    with few.one():
        pass
