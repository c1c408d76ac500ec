"""An administrator can't become two persons: who had a hand in an account does not stand beside it as a second one."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts import staff, vouching
from accounts.actions import Refused
from accounts.models import AccountDeed, AccountEvent, User
from tests.mechanisms.admin.filling import said

from .people import signed_in
from .test_staff import group, made, page, sent

PASSWORD = "a long enough password"

pytestmark = pytest.mark.django_db


@pytest.fixture
def eva() -> User:
    """An administrator who approves too, made by the operator on the server."""
    return made("eva", staff.ADMINISTRATOR, staff.APPROVER, is_staff=True)


@pytest.fixture
def kim() -> User:
    return made("kim", staff.ADMINISTRATOR, is_staff=True)


@pytest.fixture
def office(eva) -> Client:
    return signed_in(eva)


def confirm(by: User, whom: User) -> str:
    chosen = {"action": "confirm", "_selected_action": [whom.pk]}
    return said(signed_in(by).post("/admin/accounts/user/", chosen, follow=True))


def test_an_account_that_somebody_makes_to_approve_their_own_does_not_count(office, eva, kim):
    """The hole: an administrator makes herself a second account, or takes somebody's, and approves with it."""
    office.post(
        "/admin/accounts/user/add/",
        {"username": "second", "usable_password": "true", "password1": PASSWORD + "!", "password2": PASSWORD + "!"},
    )
    second = sent(office, User.objects.get(username="second"), groups=group(staff.APPROVER))
    assert list(AccountEvent.objects.values_list("deed", "by__username")) == [("roles-given", "eva"), ("made", "eva")]
    assert "no second person has confirmed it yet" in vouching.against_approving(maker=eva, by=second)[0]
    assert "You had a hand in this account" in confirm(eva, second)
    assert vouching.waits(second)
    assert "Confirmed: second" in confirm(kim, second)
    assert vouching.against_approving(maker=eva, by=second) == []


def test_nor_a_proposal_of_an_account_that_the_approver_made(office, eva, kim):
    editor = sent(office, made("ed"), groups=group(staff.EDITOR))
    other = made("app", staff.APPROVER, is_staff=True)
    assert "You had a hand in the account" in vouching.against_approving(maker=editor, by=eva)[0]
    assert vouching.against_approving(maker=editor, by=other) == [], "who had no hand in it is a second person"
    vouching.vouch(whom=editor, by=kim)
    assert vouching.against_approving(maker=editor, by=eva) == []


def test_a_password_set_for_somebody_is_a_hand_in_the_account_again(office, kim):
    app = made("app", staff.APPROVER, is_staff=True)
    visit = signed_in(app)
    new = {"usable_password": "true", "password1": "short", "password2": "short"}
    office.post(f"/admin/accounts/user/{app.pk}/password/", new)
    assert not vouching.waits(app), "refused"
    office.post(
        f"/admin/accounts/user/{app.pk}/password/", new | {"password1": PASSWORD + "!", "password2": PASSWORD + "!"}
    )
    assert vouching.waits(app)
    assert visit.get("/account/").status_code == 302
    assert "Its password was set. · eva" in said(office.get(page(app)))


def test_switching_an_account_on_again_is_one_and_taking_a_role_is_none(office):
    app = made("app", staff.APPROVER, staff.EDITOR, is_staff=True)
    sent(office, app, groups=group(staff.APPROVER))
    assert not vouching.waits(app)
    User.objects.filter(pk=app.pk).update(is_active=False)
    sent(office, app, is_active="on")
    assert AccountEvent.objects.get(whom=app).deed == AccountDeed.OPENED


def test_a_superuser_is_one_person_too(db):
    root = made("root", is_staff=True, is_superuser=True)
    other = sent(signed_in(root), made("other"), is_superuser="on", is_staff="on")
    assert vouching.waits(other)
    assert vouching.hands_on(other) == {root.pk}


def test_who_may_confirm(office, eva, kim):
    app = made("app", staff.APPROVER, is_staff=True)
    with pytest.raises(Refused, match="Nobody has to"):
        vouching.vouch(whom=app, by=kim)
    vouching.note(AccountDeed.MADE, by=eva, whom=app)
    vouching.note(AccountDeed.MADE, by=app, whom=app)
    with pytest.raises(Refused, match="You had a hand"):
        vouching.vouch(whom=app, by=app)
    with pytest.raises(Refused, match="Only an administrator"):
        vouching.vouch(whom=app, by=made("ed", staff.EDITOR, is_staff=True))
    puppet = made("puppet", staff.ADMINISTRATOR, is_staff=True)
    vouching.note(AccountDeed.ROLES_GIVEN, by=eva, whom=puppet)
    with pytest.raises(Refused, match="has to be confirmed first"):
        vouching.vouch(whom=app, by=puppet)
    vouching.vouch(whom=app, by=kim)
    assert not vouching.waits(app)
    assert Group.objects.get(name=staff.APPROVER) in app.groups.all()
