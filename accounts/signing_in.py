"""The one sign-in: it knows a person by address or by name, and looks as long at an unknown one."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from . import second_factor
from .mailbox import normal
from .models import User
from .people import all_addresses


def known_as(text: str) -> list[User]:
    """The people who may mean themselves by this address or name; nearly always one or nobody.

    An address that somebody confirmed belongs to them alone. Two accounts of one mailbox can be there from before addresses had one form.
    A name that looks like an address still finds its owner, whoever signs up with it as an address.
    """
    typed, address = text.strip().lower(), normal(text)
    rows = list(EmailAddress.objects.filter(email__in={typed, address}).select_related("user").order_by("pk"))
    confirmed = [row.user for row in rows if row.verified]
    by_account = list(User.objects.filter(email__in={typed, address}).order_by("pk"))
    by_name = list(User.objects.filter(username__iexact=text.strip()))
    found = confirmed or [*(row.user for row in rows), *by_account]
    return list({user.pk: user for user in [*found, *by_name]}.values())


class Backend(AuthenticationBackend):
    """allauth's, but it knows by itself who is meant and tries each once. Where there is nobody, a password is hashed all the same."""

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        meant = known_as(str(credentials.get("email") or credentials.get("username") or ""))
        return next((user for user in meant if self._check_password(user, str(credentials["password"]))), None)


class ConfirmAddress(EmailVerificationStage):
    """Asks for the code from the mail, but not those who have no address, nor staff who sign in by name: they were given it by somebody who
    knows them, and an address that was noted with it may reach nobody."""

    def handle(self) -> Any:
        """As allauth does it: a response or none, and whether to go on."""
        user = self.login.user
        if isinstance(user, User) and self.login.email is None and (user.is_staff or not all_addresses(user)):
            return None, True
        return super().handle()  # type: ignore[no-untyped-call]


class AskSecondFactor(AuthenticateStage):
    """Asks for the second factor, but not for one that can lock its owner out: nobody has seen its recovery codes yet."""

    def handle(self) -> Any:
        """As allauth does it: a response or none, and whether to go on."""
        user = self.login.user
        if isinstance(user, User) and second_factor.is_pending(user):
            return None, True
        return super().handle()
