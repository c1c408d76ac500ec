"""Who has left and presses "Back" sees nothing of ours, with or without scripts (`docs/decisions/0079`).

Leaving takes every cookie away, and every page of ours is asked for anew. A browser that goes back asks for a page as it did when a link
was followed, from our own site, but says that nobody has pressed anything on a page (`Sec-Fetch-User` is absent). Without one cookie, that
is somebody who has left: each visitor gets one with the first page.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse

NEUTRAL = "advisor:left"


def nothing_behind(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Lead somebody who has left to the neutral page. Stands within the protection of forms, whose cookie each visitor gets."""

    def middleware(request: HttpRequest) -> HttpResponse:
        fresh = _turns_a_page(request) and not request.COOKIES and request.path != reverse(NEUTRAL)
        if fresh and _goes_back(request):
            return redirect(NEUTRAL)
        response = get_response(request)
        if fresh and response.headers.get("Content-Type", "").startswith("text/html"):
            get_token(request)
        return response

    return middleware


def _turns_a_page(request: HttpRequest) -> bool:
    sent = request.headers
    return (request.method, sent.get("Sec-Fetch-Mode"), sent.get("Sec-Fetch-Dest")) == ("GET", "navigate", "document")


def _goes_back(request: HttpRequest) -> bool:
    return request.headers.get("Sec-Fetch-Site") == "same-origin" and "Sec-Fetch-User" not in request.headers
