"""Who may do what, asked in the first line of a view. People outside an organisation can't learn that it exists."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from .models import Membership, User


class SignedIn(HttpRequest):
    """A request behind `login_required`."""

    user: User


def role_in(user: Any, organisation_id: UUID | None) -> str | None:
    """The role of this visitor there; None for strangers, for guests and where there is no such organisation."""
    membership = _membership(user, organisation_id)
    return membership.role if membership else None


def membership_or_refuse(user: Any, organisation_id: UUID, allowed: Callable[[str | None], bool]) -> Membership:
    """The visitor's membership, its organisation loaded. In: one of `roles.can_read`, `can_write`, `can_manage`.

    Raises `Http404` for an outsider, `PermissionDenied` for somebody inside whose role isn't enough.
    """
    membership = _membership(user, organisation_id)
    if membership is None:
        raise Http404
    if not allowed(membership.role):
        raise PermissionDenied
    return membership


def _membership(user: Any, organisation_id: UUID | None) -> Membership | None:
    if not user.is_authenticated or organisation_id is None:
        return None
    rows = Membership.objects.select_related("organisation", "user")
    return rows.filter(user=user, organisation_id=organisation_id).first()
