"""What people do with organisations. Each is one transaction, says who did it (`by`) and trusts that access was decided.

What would leave an organisation without an owner is refused here, under a lock, so two owners can't leave at once.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from . import mailbox, tokens
from .models import Invitation, Membership, Organisation, OrganisationDeed, OrganisationEvent, User
from .people import verified_addresses
from .roles import MEMBER, OWNER

INVITATION_DAYS = 7


class Refused(Exception):
    """It can't be done. The message is for the person who tried."""


@transaction.atomic
def create_organisation(*, name: str, by: User) -> Organisation:
    """A new organisation, owned by whoever makes it."""
    organisation = Organisation.objects.create(name=name)
    Membership.objects.create(organisation=organisation, user=by, role=OWNER)
    OrganisationEvent.note(OrganisationDeed.FOUNDED, by=by, organisation=organisation)
    return organisation


@transaction.atomic
def rename_organisation(*, organisation: Organisation, name: str, by: User) -> None:
    """Another name for it."""
    organisation.name = name
    organisation.save(update_fields=["name"])
    OrganisationEvent.note(OrganisationDeed.RENAMED, by=by, organisation=organisation)


@transaction.atomic
def delete_organisation(*, organisation: Organisation) -> None:
    """The organisation and all that belongs to it, its history too."""
    organisation.delete()


@transaction.atomic
def invite(*, organisation: Organisation, email: str, role: str, by: User) -> str:
    """Invite an address. Out: the token, which is kept nowhere. An earlier invitation of the same address ends.

    Raises `Refused` where the address belongs to somebody inside.
    """
    email = mailbox.normal(email)
    _lock(organisation)
    members = User.objects.filter(memberships__organisation=organisation)
    if any(email in verified_addresses(member) for member in members):
        raise Refused(_("This person belongs to the organisation already."))
    for earlier in organisation.invitations.open().filter(email=email):
        _close(earlier, "revoked_at")
    token = tokens.new()
    Invitation.objects.create(
        organisation=organisation,
        email=email,
        role=role,
        token_hash=tokens.hashed(token),
        invited_by=by,
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    OrganisationEvent.note(OrganisationDeed.INVITED, by=by, organisation=organisation)
    return token


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User) -> None:
    """The link in the mail no longer works."""
    _close(invitation, "revoked_at")
    OrganisationEvent.note(OrganisationDeed.INVITATION_WITHDRAWN, by=by, organisation=invitation.organisation)


def find_invitation(token: str) -> Invitation | None:
    """The invitation that this token opens, if it still opens one."""
    return Invitation.objects.open().select_related("organisation").filter(token_hash=tokens.hashed(token)).first()


def is_addressed_to(invitation: Invitation, user: User) -> bool:
    """Whether the invitation was sent to an address that this person has shown to be theirs."""
    return invitation.email in verified_addresses(user)


@transaction.atomic
def accept_invitation(*, token: str, by: User) -> Membership:
    """Join; whoever is inside already keeps their role. Raises `Refused` where the token opens nothing for this person."""
    rows = Invitation.objects.open().select_for_update(of=("self",)).select_related("organisation")
    invitation = rows.filter(token_hash=tokens.hashed(token)).first()
    if invitation is None or not is_addressed_to(invitation, by):
        raise Refused(_("This invitation does not work."))
    membership, joined = Membership.objects.get_or_create(
        organisation=invitation.organisation, user=by, defaults={"role": invitation.role}
    )
    _close(invitation, "accepted_at")
    if joined:
        OrganisationEvent.note(OrganisationDeed.JOINED, by=by, organisation=invitation.organisation)
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> None:
    """Another role for a member. Raises `Refused` for the last owner."""
    _lock(membership.organisation)
    membership.refresh_from_db()
    if role != OWNER:
        _keep_an_owner(membership)
        _withdraw_invitations(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    organisation, whom = membership.organisation, membership.user
    OrganisationEvent.note(OrganisationDeed.ROLE_CHANGED, by=by, organisation=organisation, whom=whom)


@transaction.atomic
def remove_member(*, membership: Membership, by: User) -> None:
    """End a membership, one's own (leaving) or another's. Raises `Refused` for the last owner."""
    _lock(membership.organisation)
    membership.refresh_from_db()
    _keep_an_owner(membership)
    _withdraw_invitations(membership)
    membership.delete()
    deed = OrganisationDeed.LEFT if membership.user == by else OrganisationDeed.REMOVED
    OrganisationEvent.note(deed, by=by, organisation=membership.organisation)
    _forget_name(membership)


@transaction.atomic
def transfer_ownership(*, to: Membership, by: User) -> None:
    """Make another member the owner, and oneself a member."""
    _lock(to.organisation)
    own = Membership.objects.get(organisation=to.organisation, user=by)
    if own == to:
        raise Refused(_("You are the owner already."))
    _withdraw_invitations(own)
    for membership, role in ((to, OWNER), (own, MEMBER)):
        membership.role = role
        membership.save(update_fields=["role"])
    OrganisationEvent.note(OrganisationDeed.HANDED_OVER, by=by, organisation=to.organisation, whom=to.user)


def _lock(organisation: Organisation) -> None:
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _keep_an_owner(membership: Membership) -> None:
    others = Membership.objects.filter(organisation=membership.organisation, role=OWNER).exclude(pk=membership.pk)
    if membership.role == OWNER and not others.exists():
        raise Refused(
            _("An organisation needs an owner. Make somebody else the owner first, or delete the organisation.")
        )


def _withdraw_invitations(membership: Membership) -> None:
    """Nobody keeps a door open for after they have lost the key: invitations that they sent, and those to them, end."""
    sent = Q(invited_by=membership.user) | Q(email__in=verified_addresses(membership.user))
    for invitation in membership.organisation.invitations.open().filter(sent):
        _close(invitation, "revoked_at")


def _forget_name(membership: Membership) -> None:
    """What somebody did who has left stays in the history, without their name."""
    rows = OrganisationEvent.objects.filter(organisation=membership.organisation)
    rows.filter(by=membership.user).update(by=None)
    rows.filter(whom=membership.user).update(whom=None)


def _close(invitation: Invitation, how: str) -> None:
    setattr(invitation, how, timezone.now())
    invitation.email = ""
    invitation.save(update_fields=[how, "email"])
