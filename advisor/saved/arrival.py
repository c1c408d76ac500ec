"""A guest's drafts come along into the account."""

import uuid
from contextlib import suppress

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts import privacy
from accounts.models import User
from advisor.questions import drawer
from advisor.questions.addresses import here

from . import actions
from .models import SavedAdvice

KEY = "advisor.moved"
"""Where the session remembers what came along last, by the id of its draft, so that the next page can show it."""

NAMESPACE = uuid.UUID("5b0e3a0c-5f0e-4b4e-9d53-1c3f6e2d9a41")


def move(request: HttpRequest, user: User) -> None:
    """Save the drafts of whoever was a guest until now. Called again with the same drafts, it finds what it has saved."""
    guest, opened = privacy.guest_key(request), drawer.opened(request)
    if guest is None or not opened:
        return
    moved: dict[str, str] = {}
    for each in opened:
        # Two sign-ins may be sent at once from one guest's session: both give the row the same key, so only one can come of them.
        key = uuid.uuid5(NAMESPACE, f"{guest}{user.pk}{each.key}")
        with suppress(IntegrityError), transaction.atomic():
            actions.save(draft=each.draft, name=actions.moved_name(), by=user, key=key)
        moved[each.key] = str(key)
    request.session[KEY] = moved
    drawer.clear_all(request)
    messages.success(request, _("Your answers came along and are saved in your account."), fail_silently=True)


def last_moved(request: HttpRequest, user: User) -> SavedAdvice | None:
    """What came along in this session: the answers of the page's draft, otherwise those begun last."""
    moved = request.session.get(KEY)
    if not isinstance(moved, dict) or not moved:
        return None
    return SavedAdvice.objects.filter(pk=moved.get(here(), [*moved.values()][-1]), owner=user).first()
