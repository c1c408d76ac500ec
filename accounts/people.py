"""Questions about one person that several modules ask."""

from allauth.account.models import EmailAddress

from .models import User


def verified_addresses(user: User) -> set[str]:
    """The addresses that this person has shown to be theirs, in small letters."""
    rows = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return {address.lower() for address in rows}


def all_addresses(user: User) -> set[str]:
    """Every address that we hold of this person, in small letters."""
    rows = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    return {address.lower() for address in [*rows, user.email] if address}


def display(user: User) -> str:
    """How allauth names somebody in its own sentences."""
    return user.label
