"""How allauth behaves here: neutral mails, no internet addresses, sealed secrets, plain words."""

import ipaddress
import logging
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from . import mailbox, sealing
from .models import User
from .people import all_addresses

log = logging.getLogger(__name__)

IPV6_NETWORK = 64

WRONG = _("The e-mail address, the name or the password is not right.")
TOO_LONG = _("This address is too long.")

NOT_SENT = _("We cannot send mails just now. Wait some minutes, then ask for the mail again.")

SECRETS = "mfa_authenticator"
"""What the secrets of second factors are sealed for."""


class AccountAdapter(DefaultAccountAdapter):
    """Signing up and in."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "enter_current_password": _("Enter the password that you have now."),
        "incorrect_code": _("This code is not right. Look at it again, or ask for a new one."),
        "incorrect_password": _("This password is not right."),
        "rate_limited": _("Too many tries in a short time. Wait a few minutes, then try again."),
        "same_as_current": _("This is what you have now. Enter another one."),
        "too_many_login_attempts": _("Too many tries in a short time. Wait a few minutes, then try again."),
    }

    def clean_email(self, email: str) -> str:
        """The one form of an address. Raises `ValidationError` where that is longer than we can keep."""
        address = mailbox.normal(super().clean_email(email))
        if len(address) > mailbox.LONGEST:
            raise ValidationError(TOO_LONG)
        return address

    def get_login_stages(self) -> list[str]:
        """allauth's, with our own word on who is asked to confirm an address, and for a second factor."""
        ours = {
            "allauth.account.stages.EmailVerificationStage": "accounts.signing_in.ConfirmAddress",
            "allauth.mfa.stages.AuthenticateStage": "accounts.signing_in.AskSecondFactor",
        }
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """A random word: nobody sees or types it, and it must not repeat the address."""
        user.username = f"person-{secrets.token_hex(8)}"

    def format_email_subject(self, subject: str) -> str:
        """As the template says, without the name of the site in front."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language of the account's owner, otherwise in that of the page. Where no mail goes out, the page says so, to known and
        unknown addresses alike, and goes on: whoever waits for a code asks for another one, and nothing typed is lost."""
        user = context.get("user") or User.objects.filter(emailaddress__email__iexact=email).first()
        language = user.language if isinstance(user, User) and user.language else translation.get_language()
        with translation.override(language):
            try:
                super().send_mail(template_prefix, email, {**context, "sender": settings.NEUTRAL_NAME})
            except OSError as fault:  # of which SMTP's faults are a kind
                log.error("A mail could not be sent (%s)", type(fault).__name__)
                if allauth.request is not None:
                    messages.error(allauth.request, NOT_SENT)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords are counted by account and network together: nobody far away shuts a person out."""
        meant = mailbox.normal(str(credentials.get("email") or credentials.get("username") or ""))
        return f"{self.get_client_ip(request)}:{meant}"

    def get_client_ip(self, request: HttpRequest) -> str:
        """A digest of the network, to count attempts by. The address itself is stored nowhere."""
        address = ipaddress.ip_address(super().get_client_ip(request))
        if address.version == 6:
            address = ipaddress.ip_network((address, IPV6_NETWORK), strict=False).network_address
        return salted_hmac("accounts.client", str(address), algorithm="sha256").hexdigest()[:32]


class SecondFactorAdapter(DefaultMFAAdapter):
    """Passkeys, one-time codes, recovery codes. On a phone they appear under the neutral name."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Codes change every half minute: enter the one shown now."),
        "unverified_email": _("First confirm your e-mail address."),
    }

    def encrypt(self, text: str) -> str:
        """The secret sealed, as the database keeps it."""
        return sealing.seal(text, SECRETS)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself, from what the database keeps."""
        return sealing.unseal(encrypted_text, SECRETS)

    def get_totp_issuer(self) -> str:
        """What the authenticator app shows."""
        return settings.NEUTRAL_NAME

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the device shows when it asks for a passkey."""
        return {**super().get_public_key_credential_rp_entity(), "name": settings.NEUTRAL_NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """The account's address on both lines: the name that colleagues know must not be on a device."""
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": min(all_addresses(user), default=user.username)}
