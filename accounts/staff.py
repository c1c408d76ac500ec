"""The roles of the people who look after the portal, and who may decide about whom. The rights of each role are in `advisor/staff.py`."""

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import User

EDITOR, APPROVER, ADMINISTRATOR = "editor", "approver", "administrator"
ROLES = (EDITOR, APPROVER, ADMINISTRATOR)
"""The names of the groups. Every migration makes them and sets their rights."""

EXPLAINED: dict[str, Promise] = {
    EDITOR: _("keeps facts, cases and weights, and has changes compared"),
    APPROVER: _("looks at what others changed, approves and publishes it"),
    ADMINISTRATOR: _("gives people their roles, publishes and goes back"),
}


def is_beyond_roles(user: "User") -> bool:
    """Whether somebody has more rights than any role gives. Only a superuser may change their account, above all their password."""
    others = user.groups.exclude(name__in=ROLES).exists()
    return user.is_superuser or others or user.user_permissions.exists()
