"""The mails themselves: what they say, in whose language, and how to switch them off."""

from collections.abc import Sequence
from email.utils import parseaddr
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.saved.models import SavedAdvice

from .models import Notice, NoticePreference
from .outbox import Letter

SALT = "advisor.notices.off"


def compose(letter: Letter, notices: Sequence[Notice]) -> EmailMessage:
    """The mail that tells these notices. It names the matter only to people who asked for that."""
    user, off = letter.preference.user, _absolute(off_path(letter.preference))
    language = user.language if user.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language):
        subject, text = (_with_names if letter.preference.with_names else _neutral)(notices)
        context = {"text": text, "off": off, "sender": settings.NEUTRAL_NAME}
        body = render_to_string("notices/mail.txt", context)
    headers = {
        "Message-ID": f"<{letter.id.hex}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition('@')[2]}>",
        "List-Unsubscribe": f"<{off}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(subject, body, None, [user.email], headers=headers)


def _neutral(_notices: Sequence[Notice]) -> tuple[str, str]:
    """Subject and text for whoever looks over a shoulder."""
    context = {"link": _absolute(reverse("account_login"))}
    return _("Something new"), render_to_string("notices/mail_neutral.txt", context)


def _with_names(notices: Sequence[Notice]) -> tuple[str, str]:
    """Subject and text that say what it is about."""
    lines = [{"words": _words(notice), "link": _link(notice.saved)} for notice in notices]
    several = ngettext("%(count)d thing is new", "%(count)d things are new", len(lines)) % {"count": len(lines)}
    subject = lines[0]["words"] if len(lines) == 1 else several
    return subject, render_to_string("notices/mail_with_names.txt", {"lines": lines})


def _words(notice: Notice) -> str:
    """One line, whatever somebody typed as a name: it is also used as a subject."""
    kind = str(notice.kind.label)
    if notice.saved is None:
        return kind
    return _("%(name)s: %(what)s") % {"name": " ".join(notice.saved.name.split()), "what": kind}


def _link(saved: SavedAdvice | None) -> str:
    """By way of the sign-in page, which a signed-in person does not see."""
    sign_in = reverse("account_login")
    if saved is not None:
        sign_in += "?" + urlencode({"next": reverse("advisor:saved", args=[saved.pk])})
    return _absolute(sign_in)


def _absolute(path: str) -> str:
    return settings.PUBLIC_URL + path


def off_path(preference: NoticePreference) -> str:
    """The page that switches off all mails to this person, without signing in."""
    return reverse("advisor:notices-off", args=[signing.Signer(salt=SALT).sign(preference.token.hex)])


def preference_of(signed: str) -> NoticePreference | None:
    """Whose mails the address switches off; None for a wrong signature or a deleted account."""
    try:
        token = signing.Signer(salt=SALT).unsign(signed)
    except signing.BadSignature:
        return None
    return NoticePreference.objects.filter(token=token).first()
