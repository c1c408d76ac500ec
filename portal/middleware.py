"""Protects people at risk on every page: no cache stores it, and it may use no feature of the device."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Names of features, each refused to the page and to anything in it.
REFUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in REFUSED)


def discretion(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid storing any response, unless the view itself says how its page may be stored."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
