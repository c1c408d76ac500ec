"""What the portal promised to delete, it deletes: drafts with their sessions, and what is kept or shared after its last day."""

from importlib import import_module

from django.conf import settings

from accounts import tidying as people
from advisor import clock
from advisor.followup import calendar_feeds, guests, keeping, outbox, sharing


def tidy() -> int:
    """Delete what is past its day. Out: how many rows, sessions aside. Safe at any time, twice, and by several processes at once."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return (
        people.tidy()
        + guests.tidy(clock.today())
        + keeping.tidy()
        + sharing.tidy()
        + outbox.tidy()
        + calendar_feeds.tidy()
    )
