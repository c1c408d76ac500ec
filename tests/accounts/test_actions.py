"""What may be done to organisations, and what would leave one without an owner or a door open."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import actions
from accounts.actions import Refused
from accounts.models import Invitation, Membership, Organisation

from .people import organisation, person


@pytest.fixture
def anna(db):
    return person("anna@one.example")


@pytest.fixture
def ben(db):
    return person("ben@two.example")


def role(user, of):
    found = Membership.objects.filter(user=user, organisation=of).first()
    return found.role if found else None


def test_whoever_makes_an_organisation_owns_it(anna):
    made = actions.create_organisation(name="River Watch", by=anna)
    assert role(anna, made) == "owner"


def test_an_organisation_gets_another_name(anna):
    made = organisation(owner=anna)
    actions.rename_organisation(organisation=made, name="Forest Watch", by=anna)
    assert Organisation.objects.get().name == "Forest Watch"


def test_the_last_owner_can_neither_leave_nor_step_down(anna, ben):
    made = organisation(owner=anna, member=ben)
    own = made.memberships.get(user=anna)
    with pytest.raises(Refused, match="needs an owner"):
        actions.remove_member(membership=own, by=anna)
    with pytest.raises(Refused, match="needs an owner"):
        actions.change_role(membership=own, role="reader", by=anna)
    assert role(anna, made) == "owner"


def test_one_of_two_owners_can_leave(anna, ben):
    made = organisation(owner=anna)
    Membership.objects.create(organisation=made, user=ben, role="owner")
    actions.remove_member(membership=made.memberships.get(user=anna), by=anna)
    assert role(anna, made) is None
    assert role(ben, made) == "owner"


def test_after_a_transfer_the_former_owner_is_a_member_and_can_leave(anna, ben):
    made = organisation(owner=anna, reader=ben)
    actions.transfer_ownership(to=made.memberships.get(user=ben), by=anna)
    assert (role(anna, made), role(ben, made)) == ("member", "owner")
    actions.remove_member(membership=made.memberships.get(user=anna), by=anna)
    assert role(anna, made) is None


def test_nobody_transfers_to_themselves(anna):
    made = organisation(owner=anna)
    with pytest.raises(Refused):
        actions.transfer_ownership(to=made.memberships.get(), by=anna)
    assert role(anna, made) == "owner"


def test_a_role_outside_the_list_is_refused_by_the_database(anna):
    made = organisation()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organisation=made, user=anna, role="boss")


def test_nobody_belongs_twice(anna):
    made = organisation(owner=anna)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organisation=made, user=anna, role="reader")


def test_an_invitation_is_accepted_once(anna, ben):
    made = organisation(owner=anna)
    token = actions.invite(organisation=made, email="Ben@Two.example", role="reader", by=anna)
    assert token not in str(Invitation.objects.values())
    actions.accept_invitation(token=token, by=ben)
    assert role(ben, made) == "reader"
    assert Invitation.objects.get().email == ""
    actions.remove_member(membership=made.memberships.get(user=ben), by=anna)
    with pytest.raises(Refused):
        actions.accept_invitation(token=token, by=ben)
    assert role(ben, made) is None


def test_an_invitation_serves_nobody_else(anna, ben):
    made = organisation(owner=anna)
    token = actions.invite(organisation=made, email="carla@three.example", role="owner", by=anna)
    with pytest.raises(Refused):
        actions.accept_invitation(token=token, by=ben)
    assert role(ben, made) is None


def test_an_address_that_is_not_confirmed_opens_no_invitation(anna, ben):
    made = organisation(owner=anna)
    token = actions.invite(organisation=made, email=ben.email, role="member", by=anna)
    ben.emailaddress_set.update(verified=False)
    with pytest.raises(Refused):
        actions.accept_invitation(token=token, by=ben)


@pytest.mark.parametrize("end", ["expired", "revoked", "replaced", "organisation deleted"])
def test_an_invitation_that_is_over_opens_nothing(anna, ben, end):
    made = organisation(owner=anna)
    token = actions.invite(organisation=made, email=ben.email, role="member", by=anna)
    match end:
        case "expired":
            Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        case "revoked":
            actions.revoke_invitation(invitation=Invitation.objects.get(), by=anna)
        case "replaced":
            actions.invite(organisation=made, email=ben.email, role="reader", by=anna)
        case "organisation deleted":
            actions.delete_organisation(organisation=made)
    assert actions.find_invitation(token) is None
    with pytest.raises(Refused):
        actions.accept_invitation(token=token, by=ben)
    assert not Membership.objects.filter(user=ben).exists()


def test_a_member_is_not_invited_and_an_invitation_changes_no_role(anna, ben):
    made = organisation(owner=anna)
    token = actions.invite(organisation=made, email=ben.email, role="reader", by=anna)
    Membership.objects.create(organisation=made, user=ben, role="member")
    with pytest.raises(Refused, match="already"):
        actions.invite(organisation=made, email=ben.email.upper(), role="reader", by=anna)
    actions.accept_invitation(token=token, by=ben)
    assert role(ben, made) == "member"
    assert actions.find_invitation(token) is None


@pytest.mark.parametrize("end", ["removed", "demoted", "handed over"])
def test_a_former_owner_has_left_no_door_open(anna, ben, end):
    made = organisation(owner=anna)
    bens = Membership.objects.create(organisation=made, user=ben, role="owner")
    own = actions.invite(organisation=made, email="ben@elsewhere.example", role="owner", by=ben)
    others = actions.invite(organisation=made, email="carla@three.example", role="reader", by=anna)
    match end:
        case "removed":
            actions.remove_member(membership=bens, by=anna)
        case "demoted":
            actions.change_role(membership=bens, role="reader", by=anna)
        case "handed over":
            actions.transfer_ownership(to=made.memberships.get(user=anna), by=ben)
    assert actions.find_invitation(own) is None
    assert actions.find_invitation(others) is not None
