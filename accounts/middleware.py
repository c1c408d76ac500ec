"""Applies the language and the time zone that a signed-in person chose."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from .models import User


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
