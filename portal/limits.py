"""Cheap requests stay cheap: what costs the server much, one network or one person may ask of it only so often a minute.

Each process counts in its own memory: that takes no write to a database, works while one is locked or away, and keeps no address. Many
share a network, such as an exit of Tor, so the numbers are high, lapse within a minute, and who is signed in is counted alone.
"""

from collections.abc import Callable, Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest, HttpResponse, JsonResponse

from accounts.views.refusals import TOO_MANY, too_many

MINUTE = 60

KINDS: Mapping[str, tuple[str, ...]] = {
    "api": ("api-advice",),
    "advice": ("advice", "advice-json", "example", "shared", "saved", "saved-then", "saved-compared", "saved-json"),
    "paper": (
        "advice-pdf", "saved-pdf", "shared-pdf", "advice-brief", "saved-brief", "advice-file",
        "saved-file", "outline", "draft-file", "advice-calendar", "saved-calendar",
        "plan-csv", "plan-xlsx", "organisation-plan-csv", "organisation-plan-xlsx",
    ),
    "calendar": ("calendar-feed",),
    "invitation": ("arrive", "invitation"),
}  # fmt: skip
"""Pages by what they cost, by their names."""

KIND_OF = {name: kind for kind, names in KINDS.items() for name in names}

_counts = LocMemCache("limits", {"OPTIONS": {"MAX_ENTRIES": 20_000}})


class Limits:
    """Answers 429 with the seconds to wait, to whoever asks for more than `LIMITS_PER_MINUTE` allows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """In: the request, its view found. Out: a refusal, or None."""
        name = request.resolver_match.url_name if request.resolver_match else None
        kind = KIND_OF.get(name or "")
        most = settings.LIMITS_PER_MINUTE.get(kind) if kind else None
        if most is None or _count(f"{kind}:{_who(request)}") <= most:
            return None
        return _refused(request, is_api=kind == "api")


def _count(name: str) -> int:
    """How often within the minute, this time included."""
    while not _counts.add(name, 1, MINUTE):
        try:
            return int(_counts.incr(name))
        except ValueError:
            """Its minute ended just now."""
    return 1


def _who(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return f"person:{request.user.pk}"
    return f"network:{get_adapter().get_client_ip(request)}"


def _refused(request: HttpRequest, *, is_api: bool) -> HttpResponse:
    if is_api:
        error: dict[str, Any] = {
            "question": "request",
            "value": None,
            "message": "too many in a minute; wait",
            "allowed": [],
        }
        response: HttpResponse = JsonResponse({"errors": [error]}, status=TOO_MANY)
    else:
        response = too_many(request)
    response.headers["Retry-After"] = str(MINUTE)
    return response
