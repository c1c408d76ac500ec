"""Who did what, and when: one table for each subject that people look back on. Never what was written."""

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise

SITTING = datetime.timedelta(hours=1)
"""Who goes on writing at the same thing within so long does one deed, not many."""


def this_minute() -> datetime.datetime:
    """Now, to the minute: nobody has to know better when somebody was at work."""
    return timezone.now().replace(second=0, microsecond=0)


class Event(models.Model):
    """One deed. The table of a subject adds a foreign key to what was acted on, with which its rows go, and names its ``DEEDS``: each
    code with a whole sentence about the thing. ``by`` is empty once the account is gone, or the person has left the organisation.
    """

    DEEDS: ClassVar[type[models.TextChoices]]
    ONGOING: ClassVar[frozenset[str]] = frozenset()
    """Deeds that are done over and over in one sitting."""

    deed = models.CharField(max_length=30, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    at = models.DateTimeField(default=this_minute, editable=False)

    class Meta:
        abstract = True
        ordering: ClassVar = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk} · {self.deed}"

    @classmethod
    def note(cls, deed: str, *, by: Any, **on: Any) -> None:
        """Keep what somebody has just done. For the transaction that does it. In: a code of ``DEEDS``, the person, and on what."""
        now = this_minute()
        last = cls._default_manager.filter(**on).first() if deed in cls.ONGOING else None
        if last is not None and (last.deed, last.by_id) == (deed, by.pk) and now - last.at < SITTING:
            cls._default_manager.filter(pk=last.pk).update(at=now)
        else:
            cls._default_manager.create(deed=deed, by=by, at=now, **on)

    @property
    def sentence(self) -> str | Promise:
        """What was done, without who did it."""
        return self.DEEDS(self.deed).label
