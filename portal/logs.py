"""Logs that can be read by anyone who runs a server, because nothing that a visitor wrote is in them.

The words of an exception often quote the value that caused it (`invalid literal: '…'`, a conflicting row), so they are left out: its
type and the lines of code that it went through are enough to find a fault.
"""

import datetime
import json
import logging
import re
import secrets
import traceback
from collections.abc import Callable, ItemsView
from contextvars import ContextVar
from types import TracebackType
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.views.debug import SafeExceptionReporterFilter

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
HIDDEN = "(not shown)"
TOKEN = re.compile(r"(?<=/shared/)[^/\s\"'?]+|(?<=/account/invitation/)[^/\s\"'?]+|(?<=/calendar/)[\w-]{40,}")
"""The part of an address that is a key: a token."""

SENT = re.compile(r"(Invalid request from|Error handling request)\b.*", re.DOTALL)

# Names the requested host, which operators need to set up the server.
HARMLESS = ("django.security.DisallowedHost",)


REQUEST_ID = "X-Request-ID"
"""The header by which every answer tells its number. Whoever reports a fault can name it, and it says nothing of them."""

_current: ContextVar[str] = ContextVar("the number of the request that is being answered", default="")


def current() -> str:
    """The number of the request that is being answered; empty outside of one."""
    return _current.get()


def numbered(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request a number of ours: random, so that it tells neither an order nor a visitor. One that is sent to us is not taken."""

    def middleware(request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(8)
        request.number = number  # type: ignore[attr-defined]
        before = _current.set(number)
        try:
            response = get_response(request)
        finally:
            _current.reset(before)
        response.headers[REQUEST_ID] = number
        return response

    return middleware


class DiscreetFormatter(logging.Formatter):
    """One line of JSON for each record: time, level, logger, message, and within a request its number, method, route and status. For an
    exception also its type and stack, and those of its causes, but no message, no value and no token.

    A request is named by its route, never by its path: a path names a matter, and paths with times tell who worked on it when.
    """

    def format(self, record: logging.LogRecord) -> str:
        """In: a record. Out: the line."""
        line: dict[str, object] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": TOKEN.sub(HIDDEN, _message(record)),
        }
        request = getattr(record, "request", None)
        number = getattr(request, "number", "") or current()
        if number:
            line["request"] = number
        if isinstance(request, HttpRequest):
            line |= {"method": request.method, "route": _route(request), "status": getattr(record, "status_code", None)}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (logging's name)
        """In: what `sys.exc_info()` gives. Out: stack and type of the exception, preceded by those of its causes."""
        lines: list[str] = []
        exception = ei[1]
        while exception is not None:
            kind = type(exception)
            stack = traceback.format_tb(exception.__traceback__)
            lines.insert(0, "".join([*stack, f"{kind.__module__}.{kind.__qualname__} {HIDDEN}"]))
            exception = exception.__cause__ or (None if exception.__suppress_context__ else exception.__context__)
        return "\n".join(lines)


def _message(record: logging.LogRecord) -> str:
    """What a record says, without what a visitor sent."""
    if isinstance(getattr(record, "request", None), HttpRequest) and isinstance(record.args, tuple) and record.args:
        # "Not Found: /saved/…": the words before the address.
        return (str(record.msg) % tuple("" if str(arg).startswith("/") else arg for arg in record.args)).rstrip(": ")
    if record.name.startswith("django.security.") and not record.args and record.name not in HARMLESS:
        # Django logs a suspicious request by the exception's words alone.
        return HIDDEN
    if record.name == "django.server":
        return HIDDEN
    # The web server's own words about a request that it could not read, with the visitor's address and what they sent.
    return SENT.sub(rf"\1 {HIDDEN}", record.getMessage())


def _route(request: HttpRequest) -> str | None:
    """The name of the page that answered; None where there is none at that address."""
    return request.resolver_match.view_name if request.resolver_match else None


class EverythingHidden(SafeExceptionReporterFilter):
    """Error reports, also those of a developer's DEBUG page, without form data, cookies, settings or local variables."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Hide in every mode: Django's own filter shows everything while DEBUG is on."""
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """Names of the fields sent, without their values."""
        sent = request.POST if request is not None else QueryDict()
        return dict.fromkeys(sent, HIDDEN)

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:
        """Names of the cookies, without their values."""
        return dict.fromkeys(request.COOKIES, HIDDEN)

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        """Names of the local variables, without their values."""
        return dict.fromkeys(tb_frame.f_locals, HIDDEN).items()
