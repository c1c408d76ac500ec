"""What the portal promised to delete, it deletes: drafts, which live in sessions, when these run out; saved advice after its last day."""

from importlib import import_module

from django.conf import settings

from accounts import tidying as people
from advisor.followup import keeping


def tidy() -> None:
    """Delete what is past its day. Safe to run at any time, twice, and by several processes at once."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    people.tidy()
    keeping.tidy()
