"""Drafts of guests under a code: kept, found again, renewed, moved to another code, deleted. The day is always an argument."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import asdict

from cryptography.fernet import Fernet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from advisor.questions import drawer
from advisor.questions.addresses import here
from advisor.questions.drawer import Draft

from . import codes
from .codes import Key
from .models import GuestDraft

DAYS = (1, 7, 30, 90)
"""The numbers of days for which a guest may keep a draft."""

RETENTION = _("Answers kept under a code: until the day that was chosen, 90 days at most. They belong to no account.")

UNTIL = "advisor.kept-until"
"""Where a session notes that answers are kept under a code, and until which day; not which code. Each draft has its own note."""

BLOCK = 2048
"""Drafts are padded to a multiple of this, so that their length does not tell how much was answered."""


class NoSuchCode(Exception):
    """Nothing is kept under this code, or no longer. The two are not distinguished."""


def _note_of(draft: str) -> str:
    return f"{UNTIL}.{draft}" if draft else UNTIL


def note(request: HttpRequest, until: datetime.date) -> None:
    """Remember in this visit until when the answers of the page's draft are kept."""
    request.session[_note_of(here())] = until.isoformat()


def noted(request: HttpRequest) -> datetime.date | None:
    """Until when the answers of the page's draft are kept, so far as this visit knows."""
    until = request.session.get(_note_of(here()))
    return datetime.date.fromisoformat(until) if until else None


def forget_notes(request: HttpRequest) -> bool:
    """Forget the notes of drafts that are not open any more. Out: whether there was one."""
    open_now = {_note_of(each.key) for each in drawer.opened(request)}
    gone = [note for note in _notes(request) if note not in open_now]
    for each in gone:
        del request.session[each]
    return bool(gone)


def forget_all_notes(request: HttpRequest) -> None:
    """Nothing is said to be kept any more: a code was deleted, and this visit does not know whose."""
    for each in _notes(request):
        del request.session[each]


def renew_note(request: HttpRequest, until: datetime.date) -> None:
    """A code was renewed. With several notes this visit does not know whose, and leaves them."""
    notes = _notes(request)
    if len(notes) == 1:
        request.session[notes[0]] = until.isoformat()


def _notes(request: HttpRequest) -> list[str]:
    held: Iterable[str] = request.session.keys()
    return [key for key in held if key.startswith(UNTIL)]


def keep(draft: Draft, *, days: int, today: datetime.date) -> tuple[str, datetime.date]:
    """Keep a draft under a new code. Out: the code, which is kept nowhere, and the last day."""
    code, until = codes.fresh(), last_day(days, today)
    key = codes.key(code)
    GuestDraft.objects.create(lookup=key.lookup, sealed=_seal(draft, key), keep_until=until, created=today)
    return code, until


def look(code: str, *, today: datetime.date) -> tuple[Draft, datetime.date]:
    """The draft under a code, and the last day. Raises `NoSuchCode`."""
    row, key = _find(code, today)
    return _unseal(row, key), row.keep_until


def overwrite(code: str, draft: Draft, *, days: int, today: datetime.date) -> datetime.date:
    """Keep another draft under a code that holds one. Out: the last day. Raises `NoSuchCode`."""
    row, _old = _find(code, today)
    key, until = codes.key(code), last_day(days, today)
    _change(row, lookup=key.lookup, sealed=_seal(draft, key), keep_until=until)
    return until


def renew(code: str, *, days: int, today: datetime.date) -> datetime.date:
    """Keep what is there for this many days from today. Out: the last day. Raises `NoSuchCode`."""
    row, _key = _find(code, today)
    until = last_day(days, today)
    _change(row, keep_until=until)
    return until


def rename(code: str, *, today: datetime.date) -> tuple[str, datetime.date]:
    """Move what is there to a new code; the old one opens nothing any more. Out: the new code, the last day. Raises `NoSuchCode`."""
    row, old = _find(code, today)
    renamed = codes.fresh()
    key = codes.key(renamed)
    _change(row, lookup=key.lookup, sealed=_seal(_unseal(row, old), key))
    return renamed, row.keep_until


def delete(code: str, *, today: datetime.date) -> None:
    """Delete what is under a code. Raises `NoSuchCode`."""
    _find(code, today)[0].delete()


def tidy(today: datetime.date) -> int:
    """Delete what has expired. Out: how many."""
    return GuestDraft.objects.filter(keep_until__lt=today).delete()[0]


def forget(request: HttpRequest, _user: User) -> None:
    """At a sign-in a guest's answers go into the account: what is answered from then on is not what lies under the code."""
    request.session.pop(UNTIL, None)


def last_day(days: int, today: datetime.date) -> datetime.date:
    """The last day of a draft kept today. Raises `ValueError` for a number of days that is not offered."""
    if days not in DAYS:
        raise ValueError(days)
    return today + datetime.timedelta(days=days)


def _find(code: str, today: datetime.date) -> tuple[GuestDraft, Key]:
    for key in codes.keys(code):
        row = GuestDraft.objects.filter(lookup=key.lookup, keep_until__gte=today).first()
        if row is not None:
            return row, key
    raise NoSuchCode


def _change(row: GuestDraft, **values: object) -> None:
    """Not `save`: it would bring back what was deleted meanwhile on another device."""
    if not GuestDraft.objects.filter(pk=row.pk).update(**values):
        raise NoSuchCode


def _seal(draft: Draft, key: Key) -> str:
    text = json.dumps(asdict(draft), ensure_ascii=False).encode()
    padded = text.ljust(-(-len(text) // BLOCK) * BLOCK)
    # Fernet writes the time into what it gives; we give a fixed one, so that a row does not tell the hour.
    return Fernet(key.seal).encrypt_at_time(padded, 0).decode()


def _unseal(row: GuestDraft, key: Key) -> Draft:
    return Draft.of(json.loads(Fernet(key.seal).decrypt(row.sealed.encode())))
