"""A form that is answered by a page has an address of its own for that page, so that "Back" and "Reload" work without scripts.

Most forms lead on when they are done. Those that come back (a fault, a search, a text that somebody else has changed) are led to
`?answer=<random>`, and there the page stands as it was drawn: what was typed, and what is wrong with it. It lies in the visitor's sealed
session, packed, for that person alone, and goes with the visit.

Only browsers that turn a page are led so. Scripts and programs, which have no "Back", get the page and its status at once.
"""

import time
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import get_random_string

from .middleware import SECRETS

PARAMETER = "answer"
KEPT = "portal.answers"
MOST, LARGEST = 3, 512 * 1024
"""So many pages a visit keeps, none longer than so many bytes."""
LASTS = 3600
"""Seconds that a page is kept."""

COMES_BACK = (200, 409, 422)
ADMIN = "admin"
"""The editors' pages are Django's own and answer as Django's do."""


def turns_a_page(request: HttpRequest) -> bool:
    """Whether this is a browser that shows the answer as a page of its own."""
    return "text/html" in request.headers.get("Accept", "") and "HX-Request" not in request.headers


def answered(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Lead to the page that answers a form, and show it there. Needs the session and `request.user`; `once` comes after it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            response = get_response(request)
            return _led(request, response) if turns_a_page(request) and _may_be_kept(request, response) else response
        page = _page(request, request.GET[PARAMETER]) if PARAMETER in request.GET else None
        return HttpResponse(page) if page is not None else get_response(request)

    return middleware


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is a page that may be seen again: no file, no secret that is shown once, nothing of the editors."""
    found = request.resolver_match
    name = found.view_name if found else ""
    return (
        response.status_code in COMES_BACK
        and response.headers.get("Content-Type", "").startswith("text/html")
        and not response.streaming
        and "Content-Disposition" not in response.headers
        and (response.status_code != 200 or name not in SECRETS)
        and not name.startswith(f"{ADMIN}:")
        and len(response.content) <= LARGEST
    )


def _led(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    key = get_random_string(12)
    held = {"who": request.user.pk, "at": int(time.time()), "page": b64encode(zlib.compress(response.content)).decode()}
    before = [*_all(request).items()][1 - MOST :]
    request.session[KEPT] = dict([*before, (key, held)])
    query = request.GET.copy()
    query[PARAMETER] = key
    led = HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    led.cookies = response.cookies
    return led


def _page(request: HttpRequest, key: str) -> bytes | None:
    held = _all(request).get(key)
    if held is None or held["who"] != request.user.pk or time.time() - held["at"] > LASTS:
        return None
    return zlib.decompress(b64decode(held["page"]))


def _all(request: HttpRequest) -> dict[str, Any]:
    kept: dict[str, Any] = request.session.get(KEPT, {})
    return kept
