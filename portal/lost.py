"""Nothing typed is lost: a form that nobody may send any more comes back with what was typed in it.

The visit expired, the site was left in another tab, a cookie is gone, somebody else has signed in. The page that says so shows the text
and goes on from there: at once where no account is needed, otherwise after signing in. Through the sign-in the text travels sealed, first
in a field of that page and then in the new session, for one hour, for the person whose form it was and the page it was meant for. It
stands in no address, and nothing is kept before somebody asks for it (`docs/decisions/0077`).
"""

import json
import re
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import sealing, visits
from accounts.typed import is_long

from .answered import turns_a_page
from .once import FIELD as ONCE

KEPT = "portal.lost"
PURPOSE = WHERE = "a form that came back"
PARCEL = "parcel"
LARGEST, LASTS = 200_000, 3600
"""How many characters are kept through a sign-in, and for how many seconds."""
LEAST = 4096

OF_THE_FORM = ("csrfmiddlewaretoken", ONCE, visits.FIELD, "ticket", "revision", "next")
"""Fields that nobody types."""
NOT_SENT_AGAIN = ("csrfmiddlewaretoken", ONCE, visits.FIELD, "ticket")
"""Fields that belonged to the visit."""
SECRET = re.compile(r"passw|code|credential", re.IGNORECASE)
"""Fields that are never shown, kept or sent again."""
CHOSEN = re.compile(r"[a-z0-9_-]*|[A-Z]{3}|[0-9a-f-]{36}")
"""What is ticked or pressed, not typed."""

Sent = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Parcel:
    """What was sent, where to, whose form it was (`visits.mark`), and when."""

    path: str
    whose: str
    sent: Sent
    at: int

    def sealed(self) -> str:
        """As it travels."""
        return sealing.seal(json.dumps(asdict(self)), WHERE, purpose=PURPOSE, least=LEAST)

    @classmethod
    def opened(cls, sealed: str) -> "Parcel | None":
        """None for anything that was not sealed here, and for what is too old."""
        try:
            found = cls(**json.loads(sealing.unseal(sealed, WHERE, purpose=PURPOSE)))
        except (InvalidToken, ValueError, TypeError):
            return None
        return found if 0 <= time.time() - found.at <= LASTS else None


def what_was_sent(request: HttpRequest) -> Sent:
    """The fields of a form, without what is secret. Out: names with their values."""
    return [(name, values) for name, values in request.POST.lists() if not SECRET.search(name)]


def sendable(sent: Sent) -> list[tuple[str, str]]:
    """What is sent again: each name with each of its values."""
    return [(name, value) for name, values in sent if name not in NOT_SENT_AGAIN for value in values]


def texts(sent: Sent) -> list[str]:
    """What somebody typed, to be shown: not what was ticked or pressed."""
    return [
        value
        for name, values in sent
        if name not in OF_THE_FORM
        for value in values
        if value.strip() and not CHOSEN.fullmatch(value)
    ]


def holds_answers(sent: Sent) -> bool:
    """Whether somebody typed or chose anything, or the form is only a button."""
    return any(name not in OF_THE_FORM and any(values) for name, values in sent)


def is_our_own(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on a page of ours: another site's must not be sent by one press on ours."""
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    parts = urlsplit(origin)
    return f"{parts.scheme}://{parts.netloc}" == f"{request.scheme}://{request.get_host()}"


class Lost:
    """Answers a form whose visit has ended. Needs the session and `request.user`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """A form of somebody else is stopped before anything is done; one that needs a sign-in comes back."""
        if request.method != "POST" or is_long(request):
            return self.get_response(request)
        marked = request.POST.get(visits.FIELD, "")
        if marked and not visits.is_of(marked, request.user) and holds_answers(what_was_sent(request)):
            return came_back(request)
        response = self.get_response(request)
        if turns_a_page(request) and _asks_to_sign_in(request, response) and holds_answers(what_was_sent(request)):
            return came_back(request, by_account=True)
        if KEPT in request.session and response.status_code < 400:
            self._done(request)
        return response

    @staticmethod
    def _done(request: HttpRequest) -> None:
        """What was given back and has been sent is kept no longer."""
        parcel = Parcel.opened(request.session[KEPT])
        if parcel is None or parcel.path == request.get_full_path():
            del request.session[KEPT]

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A page says that what it was about is gone."""
        return came_back(request) if isinstance(fault, visits.VisitEnded) else None


def _asks_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    sign_in = resolve_url(settings.LOGIN_URL)
    led = isinstance(response, HttpResponseRedirect) and request.path != sign_in and not request.user.is_authenticated
    return led and response.headers["Location"].startswith(f"{sign_in}?next=")


def came_back(request: HttpRequest, *, by_account: bool = False) -> HttpResponse:
    """The page that says what happened, with what was typed and the way on; ``by_account`` if that page asks for a sign-in.

    Passwords and codes are not on it. A form of another site is not sent on by it.
    """
    sent, marked, user = what_was_sent(request), request.POST.get(visits.FIELD, ""), request.user
    by_account = by_account or bool(marked and not user.is_authenticated)
    somebody_else = bool(marked) and user.is_authenticated and not visits.is_of(marked, user)
    context: dict[str, Any] = {
        "texts": texts(sent) if is_our_own(request) else [],
        "path": request.get_full_path(),
        "somebody_else": somebody_else,
        "no_cookies": not request.COOKIES,
        "parcel": "",
        "again": [],
    }
    if len(sent) == len(request.POST) and not request.FILES and is_our_own(request) and not somebody_else:
        if by_account:
            parcel = Parcel(request.get_full_path(), marked, sent, int(time.time())).sealed()
            context["parcel"] = parcel if len(parcel) <= LARGEST else ""
        else:
            context["again"] = sendable(sent)
    return render(request, "lost/came_back.html", context, status=403)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Take what came back through the sign-in."""
    parcel = request.POST.get(PARCEL, "")
    if len(parcel) <= LARGEST and Parcel.opened(parcel) is not None:
        request.session[KEPT] = parcel
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': reverse('lost')})}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: HttpRequest) -> HttpResponse:
    """Show what came through the sign-in, to the person whose form it was; a POST throws it away."""
    parcel = Parcel.opened(request.session.get(KEPT, ""))
    if request.method == "POST" or parcel is None or not (not parcel.whose or visits.is_of(parcel.whose, request.user)):
        request.session.pop(KEPT, None)
        if request.method != "POST":
            messages.warning(request, _("There is nothing to give back: it was kept for one hour, and for one person."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"texts": texts(parcel.sent), "path": parcel.path, "again": sendable(parcel.sent)}
    return render(request, "lost/give_back.html", context)
