"""Logs that can be read by anyone who runs a server, because nothing that a visitor wrote is in them.

The words of an exception often quote the value that caused it (`invalid literal: '…'`, a conflicting row), so they are left out: its
type and the lines of code that it went through are enough to find a fault.
"""

import logging
import re
import traceback
from collections.abc import ItemsView
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.http.request import QueryDict
from django.views.debug import SafeExceptionReporterFilter

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
HIDDEN = "(not shown)"
TOKEN = re.compile(r"(?<=/shared/)[^/\s\"'?]+|(?<=/account/invitation/)[^/\s\"'?]+|(?<=/calendar/)[\w-]{40,}")
"""The part of an address that is a key: a token."""

# Names the requested host, which operators need to set up the server.
HARMLESS = ("django.security.DisallowedHost",)


class DiscreetFormatter(logging.Formatter):
    """One line for each record. For an exception also its type and stack, and those of its causes, but no message, no value and no
    token."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """As usual, but Django logs a suspicious request by the exception's words alone: those are hidden too."""
        if record.name.startswith("django.security.") and not record.args and record.name not in HARMLESS:
            record = logging.makeLogRecord({**record.__dict__, "msg": HIDDEN})
        return TOKEN.sub(HIDDEN, super().format(record))

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
