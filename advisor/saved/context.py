"""What the templates of many pages need of one saved advice."""

from typing import Any

from accounts import roles
from accounts.access import SignedIn

from .access import role_on
from .models import SavedAdvice


def about(request: SignedIn, saved: SavedAdvice) -> dict[str, Any]:
    """What every page of one saved advice needs."""
    return {"saved": saved, "may_change": roles.can_write(role_on(request.user, saved))}
