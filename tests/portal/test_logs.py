"""No answer, no query and no word of an exception reaches a log or an error page."""

import json
import logging

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.debug import ExceptionReporter

from portal import logs
from portal.logs import DiscreetFormatter
from portal.urls import handler400, handler404, handler500  # noqa: F401  (Django reads them from the root module)
from portal.urls import urlpatterns as portal_urls
from tests.accounts.people import person, signed_in

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


MATTER = "1b4e28ba-2fa1-11d2-883f-0016d3cca427"


def test_a_line_names_the_route_and_never_the_path(written, edition):
    client = signed_in(person("anna@one.example"))
    client.get(f"/saved/{MATTER}/history/")
    client.get(f"/nothing/{MATTER}/")
    client.put("/health/live")
    foreign, lost, wrong = map(json.loads, written)
    assert (foreign["message"], foreign["status"]) == ("Not Found", 404)
    assert (foreign["method"], foreign["route"]) == ("GET", "advisor:saved-history")
    assert (wrong["message"], wrong["status"]) == ("Method Not Allowed (PUT)", 405)
    assert (lost["message"], lost["route"], lost["status"]) == ("Not Found", None, 404)
    assert MATTER not in "\n".join(written)


def test_every_request_has_a_number_that_answer_and_log_share(written, db):
    failed = Client(raise_request_exception=False).post(
        "/failing", {"answer": SECRET}, headers={"x-request-id": SECRET}
    )
    number = failed.headers["X-Request-ID"]
    assert len(number) == 16
    assert number in failed.content.decode(), "the page tells it"
    assert {json.loads(line)["request"] for line in written} == {number}
    assert Client().get("/health/live").headers["X-Request-ID"] != number
    assert logs.current() == ""


@pytest.mark.parametrize(
    ("name", "words", "shown"),
    [
        (
            "gunicorn.error",
            f"Invalid request from ip=203.0.113.7: Invalid HTTP request line: '{SECRET}'",
            "Invalid request from",
        ),
        ("gunicorn.error", f"Error handling request GET /saved/{MATTER}/", "Error handling request"),
        (
            "gunicorn.error",
            "Worker (pid:7) was sent SIGKILL! Perhaps out of memory?",
            "Worker (pid:7) was sent SIGKILL! Perhaps out of memory?",
        ),
        ("django.server", f'"GET /saved/{MATTER}/ HTTP/1.1" 200 7', ""),
    ],
)
def test_what_a_server_says_of_a_request_is_cut(name, words, shown):
    line = json.loads(
        DiscreetFormatter().format(logging.LogRecord(name, logging.WARNING, "x.py", 1, words, None, None))
    )
    assert line["message"].replace("(not shown)", "").strip() == shown
    assert line["logger"] == name
    assert set(line) == {"time", "level", "logger", "message"}


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
