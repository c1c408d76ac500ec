"""What holds for people who are signed in: their language and time zone, the latest end of a visit, a second factor where one is due."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from . import second_factor, sign_ins
from .models import User

OPEN = ("mfa_", "account_logout", "account_reauthenticate", "admin:logout", "advisor:leave", "advisor:left", "health-")
"""How the names of pages begin that one reaches before a second factor that is due: to set it up, and to go."""


def preferences(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Use the person's language and time zone, and remember a language chosen on any page. Signing out empties the browser's cache.

    Also notes the key of a guest's session, because signing in changes it (see `accounts.privacy.guest_key`).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            request.guest_session_key = request.session.session_key  # type: ignore[attr-defined]
            return get_response(request)
        if user.language in dict(settings.LANGUAGES):
            translation.activate(user.language)
            request.LANGUAGE_CODE = translation.get_language()
        with timezone.override(user.zone):
            response = get_response(request)
        if not request.user.is_authenticated:
            # Signed out. The cookies stay: one of them says so on the next page, none outlives the browser.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        _remember(user, response)
        return response

    return middleware


def _remember(user: User, response: HttpResponse) -> None:
    """The page that sets the language sets a cookie; the account keeps it, for the person's other devices."""
    chosen = response.cookies.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen is not None and chosen.value != user.language:
        User.objects.filter(pk=user.pk).update(language=chosen.value)


class SignedInRules:
    """Ends a visit that has lasted as long as it may, and leads people to the page that sets up the second factor they must have."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """As Django asks for it."""
        if isinstance(request.user, User):
            if sign_ins.is_over(request.session):
                logout(request)
                request.session[sign_ins.TOO_LONG] = settings.SIGN_IN_HOURS
            else:
                sign_ins.seen(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, *args: Any) -> HttpResponse | None:
        """As Django asks for it: a redirect instead of the page, or none."""
        page = request.resolver_match.view_name if request.resolver_match else ""
        if page.startswith(OPEN) or not isinstance(request.user, User) or not second_factor.is_missing(request.user):
            return None
        return redirect("mfa_view_recovery_codes" if second_factor.is_pending(request.user) else "mfa_index")
