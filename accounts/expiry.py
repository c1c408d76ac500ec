"""What accounts promised to forget: expired invitations, sign-ups that nobody confirmed, counts of attempts."""

from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.utils import timezone

from . import sign_ins
from .models import Invitation, User

UNCONFIRMED_DAYS = 7


def tidy() -> int:
    """Delete what has expired. Out: how many rows. Safe to run at any time, twice, and by several processes at once."""
    over, _ = Invitation.objects.over().delete()
    # An address that was never confirmed may be somebody else's.
    long_ago = timezone.now() - timedelta(days=UNCONFIRMED_DAYS)
    unconfirmed = User.objects.filter(last_login=None, date_joined__lt=long_ago, is_staff=False)
    never, _ = unconfirmed.filter(emailaddress__isnull=False).exclude(emailaddress__verified=True).delete()
    _forget_counts()
    return over + never + sign_ins.tidy()


def _forget_counts() -> None:
    """The database's cache deletes nothing until it is full. Only there: Redis forgets by itself."""
    if isinstance(caches["default"], DatabaseCache):
        table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
        now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0, tzinfo=None))
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])
