"""A guest's draft comes along into the account."""

import uuid
from contextlib import suppress

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts import privacy
from accounts.models import User
from advisor.questions import drawer

from . import actions
from .models import SavedAdvice

KEY = "advisor.moved"
"""Where the session remembers what came along last, so that the next page can show it."""

NAMESPACE = uuid.UUID("5b0e3a0c-5f0e-4b4e-9d53-1c3f6e2d9a41")


def move(request: HttpRequest, user: User) -> None:
    """Save the draft of whoever was a guest until now. Called again with the same draft, it finds what it has saved."""
    guest = privacy.guest_key(request)
    if guest is None or not drawer.exists(request):
        return
    # Two sign-ins may be sent at once from one guest's session: both give the row the same key, so only one can come of them.
    key = uuid.uuid5(NAMESPACE, f"{guest}{user.pk}")
    with suppress(IntegrityError), transaction.atomic():
        actions.save(draft=drawer.open_draft(request), name=actions.moved_name(), by=user, key=key)
    request.session[KEY] = str(key)
    drawer.clear(request)
    messages.success(request, _("Your answers came along and are saved in your account."), fail_silently=True)


def last_moved(request: HttpRequest, user: User) -> SavedAdvice | None:
    """What came along in this session."""
    key = request.session.get(KEY)
    return SavedAdvice.objects.filter(pk=key, owner=user).first() if key else None
