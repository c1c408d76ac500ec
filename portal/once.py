"""A second click does nothing new: a form that makes something carries a key, and what is sent again under it leads to what was made.

Two presses on a slow telephone, a reload, a proxy that asks again: the same form with the same content is one wish. The second waits for
the first and is answered as the first was. Other content under the same key, as after "Back", is a new wish. A form that was sent back
with a fault may be sent again.
"""

import hashlib
import json
import time
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import get_random_string

from accounts.typed import is_long

FIELD = "form_key"
LENGTH = 22

IN_WORK = ""
LONGEST_WORK, REMEMBERED = 120, 3600
"""Seconds: after so long something in work is taken for lost; so long a key is known after it was used."""

LONGEST_WAIT, PAUSE = 15.0, 0.1
"""Seconds that the second waits for the first, and between two looks."""

TRIES, LONGEST_TRIES = 3, 5.0
"""So often a key is asked for, and for so many seconds. A cache that cannot write for a moment says no as well, and must keep nobody from
their work: after these the wish is done, be it twice."""


def new_key() -> str:
    """A key for one form on one page."""
    return get_random_string(LENGTH)


def once(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer what is sent twice under one key as it was answered first. Needs `request.user`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or is_long(request) or FIELD not in request.POST:
            return get_response(request)
        name = _name(request)
        end = time.monotonic() + LONGEST_TRIES
        for _ in range(TRIES):
            if cache.add(name, IN_WORK, LONGEST_WORK) or time.monotonic() > end:
                break
            where = _waited_for(name)
            if where == IN_WORK:
                return HttpResponse(status=204)  # the browser stays on its page, and one may press again
            if where is not None:
                return HttpResponseRedirect(where)
        try:
            response = get_response(request)
        except BaseException:
            cache.delete(name)
            raise
        if isinstance(response, HttpResponseRedirect):
            cache.set(name, response.url, REMEMBERED)
        else:
            cache.delete(name)  # nothing was made, or it can be looked at only once
        return response

    return middleware


def _name(request: HttpRequest) -> str:
    """What the wish is called: who, where, which form, and what was sent. The cache keeps it as a keyed digest."""
    sent = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    content = hashlib.sha256(json.dumps(sent, sort_keys=True).encode()).hexdigest()
    return f"once:{request.user.pk}:{request.path}:{content}"


def _waited_for(name: str) -> str | None:
    """Where the first was led; ``IN_WORK`` where it takes too long, ``None`` where it came to nothing."""
    end = time.monotonic() + LONGEST_WAIT
    while (where := cache.get(name)) == IN_WORK and time.monotonic() < end:
        time.sleep(PAUSE)
    return None if where is None else str(where)
