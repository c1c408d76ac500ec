"""Sessions whose content lies sealed, under a keyed digest of their key: a copy of the database opens and tells nothing.

They lie in Django's own table. A session from before this, in clear under its own key, is read until it ends, and is sealed the next time
that something in it changes, or by `manage.py reseal`.
"""

import json
import logging
from collections.abc import Mapping
from typing import Any

from cryptography.fernet import InvalidToken
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, CreateError, SessionBase, UpdateError
from django.contrib.sessions.backends.db import SessionStore as PlainStore
from django.contrib.sessions.models import Session
from django.db import DatabaseError, IntegrityError, OperationalError, router, transaction
from django.utils import timezone

from . import keys, sealing
from .models import SignIn

log = logging.getLogger(__name__)

NAME = "names of sessions"
CONTENT = "sessions"
OWNERS = "owners of sessions"
SIGN_IN = "sign_in"
"""Where a session keeps when its sign-in began and by what (`accounts/sign_ins.py`); such a one is listed for its owner."""

NAME_LENGTH = 40
"""As much as the table holds. A key made by Django has 32 letters."""

LEAST = 4096
"""A session with a draft is as long as one without."""

KEY_LETTERS = frozenset(VALID_KEY_CHARS)
"""A cookie may hold anything, such as a zero byte that PostgreSQL refuses."""

Held = dict[str, Any]


def name(key: str) -> str:
    """What a session is called in the database, from the key in the visitor's cookie."""
    return keys.digest(NAME, key)[:NAME_LENGTH]


def opened(row: Session) -> Held:
    """What a stored session holds; nothing where no key opens it."""
    try:
        return _open(row)
    except (InvalidToken, ValueError):
        log.warning("A session could not be opened")
        return {}


def _open(row: Session) -> Held:
    if is_plain(row):
        return PlainStore().decode(row.session_data)
    held: Held = json.loads(sealing.unseal(row.session_data, _where(row.session_key), purpose=CONTENT))
    return held


def sealed(held: Mapping[str, Any], stored_as: str) -> str:
    """What a session holds, as the database keeps it under that name."""
    text = json.dumps(dict(held), separators=(",", ":"))
    return sealing.seal(text, _where(stored_as), purpose=CONTENT, least=LEAST)


def rewrite(row: Session, held: Mapping[str, Any]) -> bool:
    """Have a stored session hold something else, sealed, until the same day; one from before gets its name. Out: whether it still was
    as it was read."""
    stored_as = name(row.session_key) if is_plain(row) else row.session_key
    same = Session.objects.filter(pk=row.pk, session_data=row.session_data)
    done = bool(same.update(session_key=stored_as, session_data=sealed(held, stored_as)))
    if done and SIGN_IN in held and SESSION_KEY in held:
        enlist(stored_as, held[SESSION_KEY])
    return done


def enlist(stored_as: str, owner: str) -> None:
    """Have the owner of a stored session find it. Out of a copy of the database nobody learns who that is."""
    row = SignIn(session=stored_as, owner=keys.digest(OWNERS, owner))
    SignIn.objects.bulk_create([row], update_conflicts=True, unique_fields=["session"], update_fields=["owner"])


def seal_anew(row: Session) -> bool:
    """Seal a stored session by the present secret. Out: whether it was. Raises `InvalidToken` where no key opens it."""
    return rewrite(row, _open(row))


def is_plain(row: Session) -> bool:
    """Whether it is from before sessions were sealed."""
    return not row.session_data.startswith(sealing.SEALED)


def _where(stored_as: str) -> str:
    return f"django_session/session_data/{stored_as}"


class SessionStore(SessionBase):
    """Django's sessions in the database, sealed. Its methods do what Django says of them."""

    _found_as: str | None = None
    """Under which name it lay there when it was read."""

    _listed: tuple[str, str] | None = None
    """As what, and for whom, it is in the list of its owner."""

    def get_expire_at_browser_close(self) -> bool:
        """No cookie outlives the browser, however long its session may last."""
        return True

    def exists(self, session_key: str) -> bool:
        return self._find(session_key) is not None

    def load(self) -> Held:
        row = self._find(self.session_key, expire_date__gt=timezone.now()) if self.session_key else None
        if row is None:
            self._session_key = None
            return {}
        self._found_as = row.session_key
        held = opened(row)
        if SIGN_IN in held and SESSION_KEY in held:
            self._listed = (row.session_key, held[SESSION_KEY])
        return held

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        held = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        # One that is gone has no key any more: the new one is stored nowhere, and that is told.
        stored_as = name(self._get_or_create_session_key())  # type: ignore[attr-defined]
        row = Session(session_key=stored_as, session_data=sealed(held, stored_as), expire_date=self.get_expiry_date())
        using = router.db_for_write(Session, instance=row)
        try:
            with transaction.atomic(using=using):
                if self._found_as not in (None, stored_as) and not must_create:
                    # From before sessions were sealed, or under a secret before. Whoever is second finds it renamed.
                    Session.objects.using(using).filter(pk=self._found_as).update(session_key=stored_as)
                row.save(force_insert=must_create, force_update=not must_create, using=using)
                self._enlist(stored_as, held)
        except IntegrityError:
            if must_create:
                raise CreateError from None
            raise
        except DatabaseError as fault:
            # A database that cannot write for a moment says nothing about this session.
            if not must_create and not isinstance(fault, OperationalError):
                raise UpdateError from None
            raise
        self._found_as = stored_as
        return None

    def delete(self, session_key: str | None = None) -> None:
        row = self._find(session_key or self.session_key)
        if row is not None:
            SignIn.objects.filter(pk=row.session_key).delete()
            row.delete()

    def encode(self, session_dict: Held) -> str:
        return sealed(session_dict, name(self.session_key or ""))

    def decode(self, session_data: bytes | str) -> Held:
        return opened(Session(session_key=name(self.session_key or ""), session_data=str(session_data)))

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(expire_date__lt=timezone.now()).delete()

    def _enlist(self, stored_as: str, held: Held) -> None:
        """Where somebody has just signed in, or the session got another name."""
        if SESSION_KEY in held and SIGN_IN in held and self._listed != (stored_as, held[SESSION_KEY]):
            enlist(stored_as, held[SESSION_KEY])
            self._listed = (stored_as, held[SESSION_KEY])

    def _find(self, key: str | None, **more: Any) -> Session | None:
        """By its digest, under the present secret or one before; or by the key itself if it is from before sessions were sealed. Any
        other row that is called so holds a digest, which must not open it."""
        if not key or not set(key) <= KEY_LETTERS:
            return None
        names = [digest[:NAME_LENGTH] for digest in keys.digests(NAME, key)]
        rows = {row.session_key: row for row in Session.objects.filter(session_key__in=[*names, key], **more)}
        plain = rows.get(key)
        found = [rows[stored_as] for stored_as in names if stored_as in rows]
        return found[0] if found else plain if plain is not None and is_plain(plain) else None
