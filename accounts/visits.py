"""Whose form it is, and visits that end soon: what forms and pages must know of the person in front of them.

A short visit is for a public or borrowed device: it ends a few minutes after the last step, names nothing that was begun, and is chosen at
the start, on the safety page or at sign-in. No visit outlives the browser.

On a device that several people use, a page may be sent long after its visit has ended, or when somebody else has signed in. So each form
of a person who is signed in says whose it is, by a keyed digest.
"""

import hmac
import time
from collections.abc import Callable
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from . import keys
from .typed import is_long

PURPOSE = "whose form"
FIELD = "form_of"
LENGTH = 32


class VisitEnded(Exception):
    """What this page was about is gone, since the visit that it belonged to has ended."""


def mark(user: Any) -> str:
    """What the forms of a person carry; empty for everybody who is not signed in."""
    return keys.digest(PURPOSE, str(user.pk))[:LENGTH] if getattr(user, "is_authenticated", False) else ""


def is_of(marked: str, user: Any) -> bool:
    """Whether a form that carries this mark is this person's."""
    if not getattr(user, "is_authenticated", False):
        return not marked
    digests = [digest[:LENGTH] for digest in keys.digests(PURPOSE, str(user.pk))]
    return any(hmac.compare_digest(digest.encode(), marked.encode()) for digest in digests)


CHOICE = "short_visit"
"""The box in forms that begin a visit: a public or borrowed device."""
SHORT = "accounts.short_visit"
"""Where a session says that its visit is short, and when it was last prolonged."""
LIFE, BEFORE = 15 * 60, 2 * 60
"""Seconds after the last step that a short visit ends, and before that that one is warned."""
STEP = 30
"""Steps within so many seconds prolong it once."""


def shorten(session: SessionBase) -> None:
    """Have this visit end soon."""
    session[SHORT] = int(time.time())
    session.set_expiry(LIFE)


def is_short(session: SessionBase) -> bool:
    """Whether this visit ends soon."""
    return SHORT in session


def short(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Shorten a visit where somebody asks for it, and prolong a short one by each step. The end that signing in sets is undone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = request.method == "POST" and not is_long(request) and CHOICE in request.POST
        if asked:
            shorten(request.session)
        response = get_response(request)
        session = request.session
        if is_short(session):
            if session.get_expiry_age() > LIFE or time.time() - session[SHORT] >= STEP:
                shorten(session)
        elif asked:
            shorten(session)  # signing in began a session of its own
        return response

    return middleware
