"""Second factors beyond what allauth does: when one counts, of whom one is demanded, and how the operator takes one away."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from . import mails, sign_ins, staff
from .models import AccountDeed, AccountEvent, User

REPLACES = "replaces"
"""Marks recovery codes that came after others, in what allauth keeps with them: the factor counted before, and goes on."""

DEMANDING = (staff.APPROVER, staff.ADMINISTRATOR)


def is_pending(user: User) -> bool:
    """Whether a factor was set up whose recovery codes nobody has seen: it does not count yet, or its owner could lock themselves out."""
    codes = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return codes is not None and not codes.wrap().did_view and not codes.data.get(REPLACES)


def is_active(user: User) -> bool:
    """Whether a sign-in of this person asks for a second factor."""
    factors = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return factors.exists() and not is_pending(user)


def is_missing(user: User) -> bool:
    """Whether this person may do much with other people's trust, and signs in by a password alone."""
    if not settings.STAFF_SECOND_FACTOR or not (user.is_staff or user.is_superuser):
        return False
    demanded = staff.is_beyond_roles(user) or user.groups.filter(name__in=DEMANDING).exists()
    return demanded and not is_active(user)


@transaction.atomic
def remove(*, whom: User, by: User) -> int:
    """Take away every second factor of a person, and end their visits. They are told by mail, if they have an address; whoever set up the
    account or looks after it sees it in its history. Out: how many there were."""
    removed = Authenticator.objects.filter(user=whom).exclude(type=Authenticator.Type.RECOVERY_CODES).count()
    Authenticator.objects.filter(user=whom).delete()
    sign_ins.end_all(whom)
    AccountEvent.note(AccountDeed.FACTORS_REMOVED, by=by, whom=whom)
    transaction.on_commit(lambda: mails.send_factors_removed(whom))
    return removed


def replaced(authenticator: Authenticator) -> None:
    """Mark recovery codes that were made in the place of others."""
    authenticator.data[REPLACES] = True
    authenticator.save(update_fields=["data"])
