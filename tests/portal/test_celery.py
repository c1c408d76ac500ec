"""Background work: at once without a broker, through a real Redis with one."""

import queue
import threading

import pytest
from celery import Celery
from celery.contrib.testing.worker import start_worker
from django.conf import settings

from portal.celery import app

done: queue.Queue = queue.Queue()


def note(word: str) -> None:
    done.put((word, threading.current_thread()))


def fail() -> None:
    raise ZeroDivisionError


@pytest.fixture
def application():
    """An application with the portal's settings, so that each test may choose its broker."""
    application = Celery("tests", set_as_current=False)
    application.config_from_object("django.conf:settings", namespace="CELERY")
    yield application
    application.close()


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
