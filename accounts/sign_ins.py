"""Where a person is signed in: the list of it, ending one or all, and the latest end of each.

What is told of a device is two words (which browser, which system) that lie sealed in its own session; nothing is kept of its address.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from . import keys, sessions
from .models import SignIn, User
from .sessions import OWNERS, SIGN_IN

HOUR = timedelta(hours=1)
"""How exactly it is kept when somebody was there last."""

TOO_LONG = "signed_out_after_hours"
"""Where the session keeps that a sign-in came to its latest end, for the page that asks to sign in again."""

# The first word that is found in what a browser says of itself. Most claim to be several.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "CrOS": "ChromeOS",
    "Mac OS X": "macOS",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class Visit:
    """One place where a person is signed in. Times are told in hours that have passed."""

    stored_as: str
    browser: str
    system: str
    began: int
    seen: int
    is_this: bool

    @property
    def device(self) -> str:
        """The device in words."""
        if self.browser and self.system:
            return _("%(browser)s on %(system)s") % {"browser": self.browser, "system": self.system}
        return self.browser or self.system or _("A browser that does not say what it is")


def begin(session: SessionBase, user_agent: str) -> None:
    """Note when a sign-in began, and by what. What the session says of an earlier one is forgotten."""
    now = timezone.now().timestamp()
    device = [_named(BROWSERS, user_agent), _named(SYSTEMS, user_agent)]
    session.pop(TOO_LONG, None)
    session[SIGN_IN] = {"began": now, "seen": now, "device": device}


def is_over(session: SessionBase) -> bool:
    """Whether a sign-in has reached the latest end that it may have."""
    began = session.get(SIGN_IN, {}).get("began")
    return began is not None and timezone.now() >= _time(began) + timedelta(hours=settings.SIGN_IN_HOURS)


def seen(request: HttpRequest) -> None:
    """Keep that somebody is there, to the hour; for a visit from before this was kept, from now on."""
    held = request.session.get(SIGN_IN)
    if held is None:
        begin(request.session, request.headers.get("User-Agent", ""))
    elif timezone.now() - _time(held["seen"]) >= HOUR:
        request.session[SIGN_IN] = {**held, "seen": timezone.now().timestamp()}


def of(user: User, session: SessionBase) -> list[Visit]:
    """Where this person is signed in, this visit first."""
    now = timezone.now()
    visits = []
    for row in Session.objects.filter(pk__in=_stored_as(user), expire_date__gt=now):
        held = sessions.opened(row)
        told = held.get(SIGN_IN, {})
        if (
            not told
            or not _is_valid(user, held)
            or now >= _time(told["began"]) + timedelta(hours=settings.SIGN_IN_HOURS)
        ):
            continue
        began, last = (int((now - _time(told[when])) / HOUR) for when in ("began", "seen"))
        browser, system = told["device"]
        visits.append(Visit(row.pk, browser, system, began, last, row.pk == _name(session)))
    return sorted(visits, key=lambda visit: (not visit.is_this, visit.seen, visit.began))


def end(user: User, stored_as: str) -> bool:
    """End one visit of this person. Out: whether there was one."""
    return bool(_end([name for name in _stored_as(user) if name == stored_as]))


def end_all(user: User) -> int:
    """Sign this person out everywhere. Out: of how many visits."""
    return _end(_stored_as(user))


def end_others(user: User, session: SessionBase) -> int:
    """Sign this person out everywhere but here. Out: of how many visits."""
    return _end([name for name in _stored_as(user) if name != _name(session)])


def tidy() -> int:
    """Forget visits whose session is gone. Out: how many."""
    stored = Session.objects.filter(pk=OuterRef("pk"))
    gone, _each = SignIn.objects.filter(~Exists(stored)).delete()
    return gone


@transaction.atomic
def _end(stored_as: Iterable[str]) -> int:
    names = list(stored_as)
    SignIn.objects.filter(pk__in=names).delete()
    return Session.objects.filter(pk__in=names).delete()[0]


def _stored_as(user: User) -> list[str]:
    owners = keys.digests(OWNERS, str(user.pk))
    return list(SignIn.objects.filter(owner__in=owners).values_list("session", flat=True))


def _is_valid(user: User, held: dict[str, Any]) -> bool:
    """Whether the session signs this person in: not so after another password, though it is still stored."""
    kept = str(held.get(HASH_SESSION_KEY, ""))
    hashes = [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]
    return held.get(SESSION_KEY) == str(user.pk) and any(constant_time_compare(kept, one) for one in hashes)


def _name(session: SessionBase) -> str:
    return sessions.name(session.session_key or "")


def _named(words: dict[str, str], user_agent: str) -> str:
    return next((name for word, name in words.items() if word in user_agent), "")


def _time(stamp: float) -> datetime:
    return datetime.fromtimestamp(stamp, tz=UTC)
