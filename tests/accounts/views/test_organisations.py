"""The life of an organisation, page by page."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import Invitation, Membership, Organisation
from tests.accounts.people import organisation, person, signed_in


@pytest.fixture
def anna(db):
    return person("anna@one.example")


@pytest.fixture
def ben(db):
    return person("ben@two.example", first_name="Ben")


def post(user, page, /, *arguments, **data):
    return signed_in(user).post(reverse(f"accounts:{page}", args=arguments), data, follow=True)


def test_somebody_founds_renames_and_deletes_an_organisation(anna):
    assert "River Watch" in post(anna, "organisation-new", name="River Watch").content.decode()
    made = Organisation.objects.get()
    assert "Forest Watch" in post(anna, "organisation-rename", made.pk, name="Forest Watch").content.decode()
    assert "is deleted" in post(anna, "organisation-delete", made.pk).content.decode()
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("name", ["", " ", "x" * 121])
def test_a_name_that_is_none_is_sent_back(anna, name):
    answer = post(anna, "organisation-new", name=name)
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not Organisation.objects.exists()


def test_an_owner_changes_a_role_removes_and_hands_over(anna, ben):
    made = organisation(owner=anna, reader=ben)
    his = made.memberships.get(user=ben)
    post(anna, "member", made.pk, his.pk, role="member")
    his.refresh_from_db()
    assert his.role == "member"
    post(anna, "member-transfer", made.pk, his.pk)
    assert made.memberships.get(user=anna).role == "member"
    post(ben, "member-remove", made.pk, made.memberships.get(user=anna).pk)
    assert list(made.memberships.values_list("user", "role")) == [(ben.pk, "owner")]


def test_the_last_owner_is_told_why_not(anna, ben):
    made = organisation(owner=anna, reader=ben)
    own = made.memberships.get(user=anna)
    for answer in (post(anna, "organisation-leave", made.pk), post(anna, "member", made.pk, own.pk, role="reader")):
        assert answer.status_code == 422
        assert "needs an owner" in answer.content.decode()
    assert "needs an owner" in post(anna, "member-remove", made.pk, own.pk).content.decode()
    assert made.memberships.get(user=anna).role == "owner"


def test_a_reader_leaves_and_is_outside(anna, ben):
    made = organisation(owner=anna, reader=ben)
    assert "You have left." in post(ben, "organisation-leave", made.pk).content.decode()
    assert signed_in(ben).get(reverse("accounts:organisation", args=[made.pk])).status_code == 404


def test_a_name_stands_in_for_the_address(anna, ben):
    made = organisation(owner=anna, reader=ben)
    page = signed_in(anna).get(reverse("accounts:organisation", args=[made.pk])).content.decode()
    assert "Ben" in page
    assert "ben@two.example" not in page


def test_an_invitation_by_hand_sends_nothing_and_is_shown_once(anna):
    made = organisation(owner=anna)
    page = post(anna, "invite", made.pk, email="ben@two.example", role="reader", by_hand="on").content.decode()
    assert "/account/invitation/" in page
    assert mail.outbox == []
    assert (
        "/account/invitation/"
        not in signed_in(anna).get(reverse("accounts:organisation", args=[made.pk])).content.decode()
    )


def test_an_invitation_is_withdrawn(anna):
    made = organisation(owner=anna)
    post(anna, "invite", made.pk, email="ben@two.example", role="reader")
    post(anna, "invitation-revoke", made.pk, Invitation.objects.get().pk)
    assert Invitation.objects.get().revoked_at is not None


def test_a_member_is_not_invited_again(anna, ben):
    made = organisation(owner=anna, reader=ben)
    answer = post(anna, "invite", made.pk, email="ben@two.example", role="reader")
    assert answer.status_code == 422
    assert "belongs to the organisation already" in answer.content.decode()


def test_a_mail_that_can_not_be_sent_is_admitted(anna, monkeypatch):
    def broken(**_):
        raise ConnectionRefusedError

    monkeypatch.setattr("accounts.mails.send_invitation", broken)
    made = organisation(owner=anna)
    assert "could not be sent" in post(anna, "invite", made.pk, email="ben@two.example", role="reader").content.decode()


def test_nobody_floods_mailboxes_with_invitations(anna):
    made = organisation(owner=anna)
    statuses = [post(anna, "invite", made.pk, email=f"x{n}@two.example", role="reader").status_code for n in range(21)]
    assert statuses == [200] * 20 + [429]
    assert len(mail.outbox) == 20


def test_what_an_organisation_owned_goes_with_it(anna, ben):
    made = organisation(owner=anna, reader=ben)
    post(anna, "invite", made.pk, email="carla@three.example", role="reader")
    post(anna, "organisation-delete", made.pk)
    assert not Membership.objects.exists()
    assert not Invitation.objects.exists()
