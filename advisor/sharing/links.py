"""Sharing saved advice by a link: made, found, withdrawn, forgotten. Each says who did it (`by`) and trusts that access was decided."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import roles, tokens
from accounts.models import User
from advisor.saved.access import role_on
from advisor.saved.events import Deed, MatterEvent
from advisor.saved.models import SavedAdvice

from .models import ShareLink

DAYS = (1, 7, 30, 90)
"""The numbers of days for which a link may work."""

LABEL_LENGTH = 80

RETENTION = _(
    "Links that you share saved advice by: until their last day, 90 days at most, or until you withdraw them."
)


@transaction.atomic
def make(*, saved: SavedAdvice, label: str, with_answers: bool, days: int, by: User) -> str:
    """A link. Out: its token, which is stored nowhere. Raises `ValueError` for a number of days that is not offered."""
    if days not in DAYS:
        raise ValueError(days)
    token = tokens.new()
    ShareLink.objects.create(
        saved=saved,
        token_hash=tokens.hashed(token),
        label=label,
        with_answers=with_answers,
        created_by=by,
        expires_at=timezone.now() + datetime.timedelta(days=days),
    )
    MatterEvent.note(Deed.LINK_MADE, by=by, saved=saved)
    return token


def find(token: str) -> ShareLink | None:
    """The link that this token opens, if it still opens one."""
    rows = ShareLink.objects.open().select_related("saved", "created_by")
    link = rows.filter(token_hash=tokens.hashed(token)).first()
    return link if link is not None and works(link) else None


def works(link: ShareLink) -> bool:
    """Whether its maker may still change the advice: nobody keeps access for others after losing their own."""
    return link.created_by.is_active and roles.can_write(role_on(link.created_by, link.saved))


def links(saved: SavedAdvice) -> list[ShareLink]:
    """Those that work today, the first to end first."""
    rows = saved.links.open().select_related("saved", "created_by")
    return [link for link in rows if works(link)]


def note_opened(link: ShareLink, today: datetime.date) -> None:
    """Record the day of the visit; not the hour, not who, not how often."""
    ShareLink.objects.filter(pk=link.pk).exclude(last_opened_on=today).update(last_opened_on=today)


@transaction.atomic
def withdraw(*, link: ShareLink, by: User) -> None:
    """Withdraw the link, and delete its name at once."""
    link.revoked_at = timezone.now()
    link.label = ""
    link.save(update_fields=["revoked_at", "label"])
    MatterEvent.note(Deed.LINK_WITHDRAWN, by=by, saved=link.saved)


def export(user: User) -> list[dict[str, Any]]:
    """The links that this person made."""
    return [
        {
            "saved": str(link.saved_id),
            "label": link.label,
            "with_answers": link.with_answers,
            "until": link.expires_at.isoformat(),
            "withdrawn": link.revoked_at.isoformat() if link.revoked_at else None,
            "last_opened": link.last_opened_on.isoformat() if link.last_opened_on else None,
        }
        for link in ShareLink.objects.filter(created_by=user)
    ]


def tidy() -> int:
    """Delete links that have expired or were withdrawn. Out: how many."""
    return ShareLink.objects.over().delete()[0]
