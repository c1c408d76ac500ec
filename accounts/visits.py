"""Whose form it is, and visits that end: what forms and pages must know of the person in front of them.

On a device that several people use, a page may be sent long after its visit has ended, or when somebody else has signed in. So each form
of a person who is signed in says whose it is, by a keyed digest.
"""

import hmac
from typing import Any

from . import keys

PURPOSE = "whose form"
FIELD = "form_of"
LENGTH = 32


class VisitEnded(Exception):
    """What this page was about is gone, since the visit that it belonged to has ended."""


def mark(user: Any) -> str:
    """What the forms of a person carry; empty for everybody who is not signed in."""
    return keys.digest(PURPOSE, str(user.pk))[:LENGTH] if getattr(user, "is_authenticated", False) else ""


def is_of(marked: str, user: Any) -> bool:
    """Whether a form that carries this mark is this person's."""
    if not getattr(user, "is_authenticated", False):
        return not marked
    digests = [digest[:LENGTH] for digest in keys.digests(PURPOSE, str(user.pk))]
    return any(hmac.compare_digest(digest.encode(), marked.encode()) for digest in digests)
