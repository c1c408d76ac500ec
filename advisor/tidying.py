"""What the portal promised to delete, it deletes: drafts live in sessions, and a session that has run out is removed."""

from importlib import import_module

from django.conf import settings

from accounts import tidying as people
from advisor.followup import keeping, outbox


def tidy() -> int:
    """Delete what is past its day. Out: how many rows, sessions aside. Safe at any time, twice, and by several processes at once."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return people.tidy() + keeping.tidy() + outbox.tidy()
