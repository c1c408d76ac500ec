"""Nobody is two persons. Who makes an account for somebody, gives it a role or sets its password could be that person as well; so a second
one, who had no hand in it, has to vouch for the account before its approval counts (docs/decisions/0078)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from . import staff
from .actions import Refused
from .models import AccountDeed, AccountEvent, User


def hands_on(user: User) -> set[int | None]:
    """Who had a hand in this account since somebody last vouched for it; None for an account that is gone."""
    hands: set[int | None] = set()
    for deed, by in AccountEvent.objects.filter(whom=user).values_list("deed", "by_id"):
        if deed == AccountDeed.VOUCHED:
            break
        hands.add(by)
    return hands


def waits(user: User) -> bool:
    """Whether somebody still has to vouch for this account. Not for one that the operator made on the server."""
    return bool(hands_on(user))


def note(deed: AccountDeed, *, by: Any, whom: User) -> None:
    """Keep what somebody did to another's account. What people do to their own is no hand in it."""
    if by.pk != whom.pk:
        AccountEvent.note(deed, by=by, whom=whom)


@transaction.atomic
def vouch(*, whom: User, by: User) -> None:
    """A second person knows whose account it is. Raises `Refused` where they are no second one, or may not."""
    User.objects.select_for_update().get(pk=whom.pk)
    hands = hands_on(whom)
    if not hands:
        raise Refused(_("Nobody has to confirm this account."))
    if by.pk == whom.pk or by.pk in hands:
        raise Refused(_("You had a hand in this account. Another person has to confirm it."))
    if waits(by):
        raise Refused(_("Your own account has to be confirmed first."))
    if not (by.is_superuser or by.groups.filter(name=staff.ADMINISTRATOR).exists()):
        raise Refused(_("Only an administrator confirms accounts."))
    AccountEvent.note(AccountDeed.VOUCHED, by=by, whom=whom)


def against_approving(*, maker: User | None, by: User) -> list[str]:
    """Why ``by`` is not surely a second person beside ``maker``; empty where they are."""
    reasons = []
    if waits(by):
        reasons.append(
            _(
                "Somebody else made your account, gave it a role or set its password, and no second person has confirmed it yet. "
                "Ask another administrator, or whoever runs the portal."
            )
        )
    if maker is not None and by.pk in hands_on(maker):
        reasons.append(
            _(
                "You had a hand in the account that made this proposal, and no second person has confirmed it yet. "
                "Somebody else has to approve the proposal, or confirm the account."
            )
        )
    return reasons
