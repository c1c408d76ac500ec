"""Who may see or change saved advice, asked in the first line of a view."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts import access, roles

from .models import SavedAdvice

Allowed = Callable[[str | None], bool]


def saved_or_refuse(user: Any, saved_id: UUID, allowed: Allowed) -> SavedAdvice:
    """The saved advice that this visitor asks for. In: one of `roles.can_read`, `can_write`, `can_manage`.

    Raises `Http404` for whoever may not know that it exists, `PermissionDenied` for a member whose role isn't enough.
    """
    saved = (
        SavedAdvice.objects.select_related("organisation").filter(pk=saved_id).first()
        if user.is_authenticated
        else None
    )
    role = role_on(user, saved)
    if saved is None or role is None:
        raise Http404
    if not allowed(role):
        raise PermissionDenied
    return saved


def role_on(user: Any, saved: SavedAdvice | None) -> str | None:
    """The visitor's role: an owner's on their own, the membership's on an organisation's, none elsewhere."""
    if saved is None or not user.is_authenticated:
        return None
    if saved.owner_id is not None:
        return roles.OWNER if saved.owner_id == user.pk else None
    return access.role_in(user, saved.organisation_id)


def concerned(saved: SavedAdvice) -> list[Any]:
    """The people who may read it today."""
    from accounts.models import User

    if saved.owner_id is not None:
        return list(User.objects.filter(pk=saved.owner_id, is_active=True))
    return list(User.objects.filter(memberships__organisation=saved.organisation_id, is_active=True))
