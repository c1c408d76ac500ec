"""No answer, no query and no word of an exception reaches a log or an error page."""

import logging

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.debug import ExceptionReporter

from portal.logs import DiscreetFormatter
from portal.urls import handler400, handler404, handler500  # noqa: F401  (Django reads them from the root module)
from portal.urls import urlpatterns as portal_urls

SECRET = "the-name-of-a-witness"


def failing(request: HttpRequest) -> HttpResponse:
    answer = request.POST["answer"]
    try:
        int(answer)
    except ValueError as fault:
        raise RuntimeError(answer) from fault
    return HttpResponse()


def doubtful(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation(request.POST["answer"])


urlpatterns = [path("failing", failing), path("doubtful", doubtful), *portal_urls]


@pytest.fixture
def written(settings):
    """What the portal's own formatter writes of everything that is logged."""
    settings.ROOT_URLCONF = __name__
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            # Other handlers leave the exception's text on the record.
            record.exc_text = None
            lines.append(self.format(record))

    handler = Keep()
    handler.setFormatter(DiscreetFormatter())
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


def test_a_fault_is_logged_with_its_stack_but_without_the_answer(written):
    response = Client(raise_request_exception=False).post("/failing?q=" + SECRET, {"answer": SECRET})
    log = "\n".join(written)
    assert response.status_code == 500
    assert "builtins.ValueError" in log
    assert "builtins.RuntimeError" in log
    assert "in failing" in log
    assert SECRET not in log
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("where", ["/no/such/page?q=", "/doubtful?q="])
def test_a_refused_request_is_logged_without_query_and_answer(written, where, db):
    response = Client(raise_request_exception=False).post(where + SECRET, {"answer": SECRET})
    assert response.status_code in (400, 404)
    assert written != []
    assert SECRET not in "\n".join(written)
    assert SECRET not in response.content.decode()


def test_a_report_for_developers_shows_no_value(rf):
    request = rf.post("/failing", {"answer": SECRET}, headers={"cookie": f"sessionid={SECRET}"})
    try:
        failing(request)
    except RuntimeError as fault:
        reporter = ExceptionReporter(request, type(fault), RuntimeError("…"), fault.__traceback__)
    assert SECRET not in reporter.get_traceback_text().replace(
        f"ValueError: invalid literal for int() with base 10: '{SECRET}'", ""
    )


def test_no_log_goes_out_by_mail(settings):
    handlers = settings.LOGGING["handlers"].values()
    assert {handler["class"] for handler in handlers} == {"logging.StreamHandler"}
    assert settings.ADMINS == []
