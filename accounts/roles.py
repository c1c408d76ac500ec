"""What each role in an organisation may do. Pure: takes a role, or None for somebody who has none there."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OWNER, MEMBER, READER = "owner", "member", "reader"
ROLES = (OWNER, MEMBER, READER)

LABELS: dict[str, Promise] = {OWNER: _("Owner"), MEMBER: _("Member"), READER: _("Reader")}
EXPLAINED: dict[str, Promise] = {
    OWNER: _("Sees and changes everything, invites and removes people."),
    MEMBER: _("Sees and changes everything, but does not decide who belongs."),
    READER: _("Sees everything and changes nothing."),
}


def can_read(role: str | None) -> bool:
    """Whether this role sees what belongs to the organisation."""
    return role in ROLES


def can_write(role: str | None) -> bool:
    """Whether this role changes what belongs to the organisation."""
    return role in (OWNER, MEMBER)


def can_manage(role: str | None) -> bool:
    """Whether this role decides on the organisation itself: its name, its people, its end."""
    return role == OWNER
