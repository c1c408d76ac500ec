"""Questions about one person that several modules ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .models import User

if TYPE_CHECKING:
    from allauth.account.models import EmailAddress
    from django.db.models import QuerySet


def verified_addresses(user: User) -> set[str]:
    """The addresses that this person has shown to be theirs, in small letters."""
    rows = _addresses(user).filter(verified=True).values_list("email", flat=True)
    return {address.lower() for address in rows}


def all_addresses(user: User) -> set[str]:
    """Every address that we hold of this person, in small letters."""
    rows = _addresses(user).values_list("email", flat=True)
    return {address.lower() for address in [*rows, user.email] if address}


def display(user: User) -> str:
    """How allauth names somebody in its own sentences."""
    return user.label


def _addresses(user: User) -> QuerySet[EmailAddress]:
    # Imported here: `manage.py advise` imports this module and starts without allauth.
    from allauth.account.models import EmailAddress

    return EmailAddress.objects.filter(user=user)
