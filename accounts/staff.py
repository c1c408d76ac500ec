"""The roles of those who look after the portal, and who may decide about whom. What each role may do stands in `advisor/staff.py`."""

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import User

EDITOR, APPROVER, ADMINISTRATOR = "editor", "approver", "administrator"
ROLES = (EDITOR, APPROVER, ADMINISTRATOR)
"""The names of the groups. They are made, and given their rights, after every migration."""

EXPLAINED: dict[str, Promise] = {
    EDITOR: _("keeps facts, cases and weights, and has changes compared"),
    APPROVER: _("looks at what others changed, approves and publishes it"),
    ADMINISTRATOR: _("gives people their roles, publishes and goes back"),
}


def is_beyond_roles(user: "User") -> bool:
    """Whether somebody may more than any role allows. Only a superuser may then change their account, their password above all."""
    others = user.groups.exclude(name__in=ROLES).exists()
    return user.is_superuser or others or user.user_permissions.exists()
