"""Mails about organisations and accounts. Subject and text say nothing of what the site is for: somebody else may read them."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from .actions import INVITATION_DAYS
from .models import User
from .people import all_addresses


def send_invitation(*, email: str, link: str) -> None:
    """The link with which to join. Raises `OSError` (of which SMTP's faults are a kind) where no mail goes out."""
    context = {"link": link, "days": INVITATION_DAYS, "sender": settings.NEUTRAL_NAME}
    send_mail(_("An invitation"), render_to_string("accounts/mail/invitation.txt", context), None, [email])


def send_factors_removed(person: User) -> None:
    """That whoever runs the site has taken the second factors away, to every address. Raises `OSError` as above."""
    addresses = sorted(all_addresses(person))
    if not addresses:
        return
    with translation.override(person.language or translation.get_language()):
        context = {"sender": settings.NEUTRAL_NAME}
        send_mail(
            _("About your account"), render_to_string("accounts/mail/factors_removed.txt", context), None, addresses
        )
