"""What accounts do when somebody signs in, or changes how they sign in."""

from typing import Any

from allauth.account.signals import email_changed, password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from . import second_factor, sign_ins
from .models import User


@receiver(user_logged_in)
def signed_in(sender: object, *, request: HttpRequest, **rest: Any) -> None:
    """A visit began."""
    sign_ins.begin(request.session, request.META.get("HTTP_USER_AGENT", ""))


@receiver(
    [password_changed, password_set, email_changed, authenticator_added, authenticator_removed, authenticator_reset]
)
def changed(sender: object, *, request: HttpRequest, user: User, **rest: Any) -> None:
    """Whoever was signed in by the old password, address or factor is signed out; the person who changed it stays."""
    sign_ins.end_others(user, request.session)


@receiver(password_reset)
def reset(sender: object, *, user: User, **rest: Any) -> None:
    """A new password by a code from the mail signs out everywhere."""
    sign_ins.end_all(user)


@receiver(authenticator_reset)
def codes_made_anew(sender: object, *, authenticator: Authenticator, **rest: Any) -> None:
    """Recovery codes took the place of others: the factor goes on."""
    second_factor.replaced(authenticator)
