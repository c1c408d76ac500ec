"""What every page owes to people at risk: it stays in no cache and asks the browser for nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Names of features, each refused to the page and to anything in it.
REFUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in REFUSED)


def discretion(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid storing of whatever a view answers, unless the view itself has said how its page may be stored."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
