"""What the templates of many pages need of one saved advice."""

from typing import Any

from accounts import roles
from accounts.access import SignedIn
from accounts.models import Organisation

from .access import role_on
from .models import SavedAdvice


def about(request: SignedIn, saved: SavedAdvice) -> dict[str, Any]:
    """What every page of one saved advice needs."""
    return {"saved": saved, "may_change": roles.can_write(role_on(request.user, saved))}


def own_names(saved: SavedAdvice) -> tuple[str, ...]:
    """The names of the organisation whose matter it is, or of those to which its owner belongs: they may stand in every text."""
    if saved.organisation is not None:
        return (saved.organisation.name,)
    owned = Organisation.objects.filter(memberships__user=saved.owner_id)
    return tuple(owned.order_by("name").values_list("name", flat=True))
