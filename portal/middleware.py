"""Protects people at risk on every page: no cache stores it, it may use no feature of the device, and its length tells no secret."""

import logging
from collections.abc import Callable

from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

log = logging.getLogger(__name__)

# Names of features, each refused to the page and to anything in it.
REFUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in REFUSED)


def discretion(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid storing any response, unless the view itself says how its page may be stored."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


class Sessions(SessionMiddleware):
    """Django's sessions. A page that only shows something is shown, too, while its visit cannot be written to the database."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """In: the response. Out: the same, with the cookie of the visit. Raises `OperationalError` where something was to be changed."""
        try:
            return super().process_response(request, response)
        except OperationalError:
            if request.method not in ("GET", "HEAD") or response.status_code != 200:
                raise
            log.warning("A page was shown whose visit could not be written")
            return response


def whole_text(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse addresses with a zero byte: no page has one, and PostgreSQL takes none. Forms and cookies look for it themselves."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("zero byte")
        return get_response(request)

    return middleware


COMPRESSED = ("text/", "application/json")
"""Kinds of content that get shorter. Files for print and for word processors are compressed in themselves."""
SECRETS = {
    "advisor:calendar-new",
    "advisor:code-change",
    "advisor:later",
    "advisor:saved-sharing",
    "mfa_activate_totp",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
}
"""Pages that show a secret: a code, the address of a calendar, a link for sharing. They are short, and are sent as they are."""


class Compression(GZipMiddleware):
    """Sends pages compressed, for thin lines. Why their length gives nothing away: `docs/decisions/0071`."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """In: the response. Out: the same, compressed if it gets shorter and holds no secret."""
        page = request.resolver_match.view_name if request.resolver_match else ""
        if page in SECRETS or not response.headers.get("Content-Type", "").startswith(COMPRESSED):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
