"""What accounts themselves keep of a person: the account, its ways of signing in, memberships, invitations, sessions."""

import json
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Q

from . import sessions, sign_ins
from .models import AccountEvent, Invitation, Organisation, OrganisationEvent, SignIn, User
from .people import all_addresses
from .sessions import SessionStore


def export(user: User) -> dict[str, Any]:
    """The account as JSON. Secrets (password, keys, one-time codes) are listed without their values."""
    return {
        "account": {
            "email": user.email,
            "name": user.first_name,
            "language": user.language,
            "time_zone": user.time_zone,
            "joined": user.date_joined.isoformat(),
            "last_sign_in": user.last_login.isoformat() if user.last_login else None,
        },
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "second_factors": [
            {
                "kind": factor.type,
                "added": factor.created_at.isoformat(),
                "last_used": factor.last_used_at.isoformat() if factor.last_used_at else None,
            }
            for factor in Authenticator.objects.filter(user=user)
        ],
        "organisations": [
            {"name": membership.organisation.name, "role": membership.role, "joined": membership.joined.isoformat()}
            for membership in user.memberships.select_related("organisation")
        ],
        "invitations_sent": [
            {"email": row.email, "organisation": row.organisation.name, "until": row.expires_at.isoformat()}
            for row in Invitation.objects.open().filter(invited_by=user).select_related("organisation")
        ],
        "done_to_the_account": [
            {"did": row.deed, "at": row.at.isoformat()} for row in AccountEvent.objects.filter(whom=user)
        ],
        "did_to_other_accounts": [
            {"did": row.deed, "at": row.at.isoformat()} for row in AccountEvent.objects.filter(by=user)
        ],
        "signed_in": [
            {"browser": visit.browser, "system": visit.system, "hours_ago": visit.began}
            for visit in sign_ins.of(user, SessionStore())
        ],
        "did_in_organisations": [
            {"organisation": row.organisation.name, "did": row.deed, "at": row.at.isoformat()}
            for row in OrganisationEvent.objects.filter(by=user).select_related("organisation")
        ],
    }


def delete(user: User) -> None:
    """The account, the organisations that nobody else owns, invitations from and to this person, every open session."""
    addresses = all_addresses(user)
    Organisation.objects.owned_alone_by(user).delete()
    Invitation.objects.filter(Q(invited_by=user) | Q(email__in=addresses)).delete()
    # The editors' journal names the changed row; this person's own entries are deleted with the account.
    kind = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=kind, object_id=str(user.pk)).delete()
    _end_sessions(user, addresses)
    user.delete()


def _end_sessions(user: User, addresses: set[str]) -> None:
    """A session names its owner only in its content, so each is read: those of this person, and those that hold their address, are
    deleted."""
    doomed = []
    for session in Session.objects.iterator():
        held = sessions.opened(session)
        text = json.dumps(held, default=str, ensure_ascii=False).lower()
        if str(held.get(SESSION_KEY)) == str(user.pk) or any(address in text for address in addresses):
            doomed.append(session.pk)
    Session.objects.filter(pk__in=doomed).delete()
    SignIn.objects.filter(pk__in=doomed).delete()
