"""Background work: at once without a broker, through a real Redis with one."""

import queue
import threading

import pytest
from celery import Celery, signals
from celery.beat import Service
from celery.contrib.testing.worker import start_worker
from django.conf import settings

from advisor.jobs import ROUNDS, Round
from advisor.tasks import run_round
from portal.celery import app
from portal.logs import DiscreetFormatter

done: queue.Queue = queue.Queue()
WORDS = "the name of a witness"


def note(word: str) -> None:
    done.put((word, threading.current_thread()))


def fail() -> None:
    raise ZeroDivisionError


def leave_logging_alone(**_kwargs):
    pass


@pytest.fixture
def application():
    """An application with the portal's settings, so that each test may choose its broker."""
    application = Celery("tests", set_as_current=False)
    application.config_from_object("django.conf:settings", namespace="CELERY")
    # Otherwise a worker would set what the whole process logs, and leave it so to the tests that come after.
    signals.setup_logging.connect(leave_logging_alone)
    yield application
    signals.setup_logging.disconnect(leave_logging_alone)
    application.close()
    # A worker in this process makes its application everybody's.
    app.set_current()
    app.set_default()


def test_the_portal_reads_its_settings():
    assert (app.conf.broker_url, app.conf.timezone) == (settings.CELERY_BROKER_URL, "UTC")


def test_without_a_broker_a_task_runs_where_it_is_asked_for(application):
    application.task(name="tests.note", shared=False)(note).delay("at once")
    assert done.get_nowait() == ("at once", threading.current_thread())


def test_without_a_broker_a_fault_is_not_swallowed(application):
    task = application.task(name="tests.fail", shared=False)(fail)
    with pytest.raises(ZeroDivisionError):
        task.delay()


def test_with_a_broker_a_worker_does_the_task(application, redis_url):
    application.conf.update(broker_url=redis_url, task_always_eager=False)
    task = application.task(name="tests.note", shared=False)(note)
    task.delay("later")
    with start_worker(application, perform_ping_check=False, shutdown_timeout=30):
        word, thread = done.get(timeout=20)
    assert word == "later"
    assert thread is not threading.current_thread()


def test_beat_calls_every_round_by_a_task_that_there_is():
    app.finalize()
    schedule = app.conf.beat_schedule
    assert {name: entry["args"] for name, entry in schedule.items()} == {name: (name,) for name in ROUNDS}
    assert {entry["task"] for entry in schedule.values()} == {run_round.name}
    assert run_round.name in app.tasks
    for name, entry in schedule.items():
        assert entry["schedule"] == entry["options"]["expires"] == ROUNDS[name].every


def test_beat_ticks_through_a_real_broker(application, redis_url, tmp_path):
    entry = {"task": "tests.note", "schedule": 0.1, "args": ("tick",)}
    application.conf.update(broker_url=redis_url, task_always_eager=False, beat_schedule={"tick": entry})
    application.task(name="tests.note", shared=False)(note)
    service = Service(application, max_interval=0.1, schedule_filename=str(tmp_path / "schedule"))
    beat = threading.Thread(target=service.start, kwargs={"embedded_process": False})
    with start_worker(application, perform_ping_check=False, shutdown_timeout=30):
        beat.start()
        words = [done.get(timeout=20)[0] for _ in range(2)]
        service.stop()
        beat.join()
    assert words == ["tick", "tick"]


def test_a_round_that_fails_says_nothing_of_what_it_was_about(monkeypatch, caplog):
    def fails() -> int:
        raise ValueError(WORDS)

    monkeypatch.setitem(ROUNDS, "fails", Round(fails, every=60))
    run_round.delay("fails")
    (record,) = [record for record in caplog.records if record.name == "advisor.jobs"]
    record.exc_text = None  # as pytest wrote it
    text = DiscreetFormatter().format(record)
    assert "The round fails failed" in text
    assert WORDS not in text
