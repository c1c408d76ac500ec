"""Everybody who has no business on a page, on each page and each write: an outsider, a member of another organisation, a
removed member, a reader, a member who is no owner, a guest."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import actions
from accounts.models import Invitation, Membership, Organisation
from tests.accounts.people import organisation, person, signed_in

READ = ["organisation", "organisation-leave"]
MANAGE = ["organisation-rename", "organisation-delete", "invite", "member"]
MANAGE_BY_POST = ["member-remove", "member-transfer", "invitation-revoke"]
BODY = {"name": "Taken", "email": "new@five.example", "role": "owner"}


@pytest.fixture
def world(db):
    """One organisation with everybody in it, and everything an address needs."""
    owner, member, reader = (person(f"{name}@one.example") for name in ("owner", "member", "reader"))
    made = organisation(owner=owner, member=member, reader=reader)
    actions.invite(organisation=made, email="invited@four.example", role="reader", by=owner)
    removed = person("removed@one.example")
    Membership.objects.create(organisation=made, user=removed, role="owner")
    actions.remove_member(membership=made.memberships.get(user=removed), by=owner)
    elsewhere = person("elsewhere@two.example")
    organisation("Elsewhere", owner=elsewhere)
    people = {"owner": owner, "member": member, "reader": reader, "removed": removed, "elsewhere": elsewhere}
    return made, people | {"outsider": person("outsider@three.example")}


def address(name: str, made: Organisation) -> str:
    arguments = [made.pk]
    if name.startswith("member"):
        arguments.append(made.memberships.get(role="member").pk)
    if name == "invitation-revoke":
        arguments.append(made.invitations.get().pk)
    return reverse(f"accounts:{name}", args=arguments)


def state() -> tuple:
    return (
        list(Organisation.objects.order_by("name").values_list("name")),
        list(Membership.objects.order_by("pk").values_list("user", "role")),
        list(Invitation.objects.order_by("pk").values_list("revoked_at")),
    )


@pytest.mark.parametrize("who", ["outsider", "elsewhere", "removed"])
@pytest.mark.parametrize("name", [*READ, *MANAGE, *MANAGE_BY_POST])
def test_whoever_is_outside_learns_nothing_and_changes_nothing(world, who, name):
    made, people = world
    client, before = signed_in(people[who]), state()
    where = address(name, made)
    if name not in MANAGE_BY_POST:
        refused = client.get(where)
        assert refused.status_code == 404
        assert made.name not in refused.content.decode()
    # Nobody may write to the page that only shows: that refusal says nothing of what exists.
    assert client.post(where, BODY).status_code == (405 if name == "organisation" else 404)
    assert state() == before


@pytest.mark.parametrize("who", ["reader", "member"])
@pytest.mark.parametrize("name", [*MANAGE, *MANAGE_BY_POST])
def test_only_an_owner_decides_who_belongs(world, who, name):
    made, people = world
    client, before = signed_in(people[who]), state()
    where = address(name, made)
    if name not in MANAGE_BY_POST:
        assert client.get(where).status_code == 403
    assert client.post(where, BODY).status_code == 403
    assert state() == before


@pytest.mark.parametrize("name", [*READ, *MANAGE, *MANAGE_BY_POST])
def test_a_guest_is_asked_to_sign_in(world, name):
    made, _ = world
    before, where = state(), address(name, made)
    for answer in (Client().get(where), Client().post(where, BODY)):
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/login/?next={where}")
    assert state() == before


@pytest.mark.parametrize("who", ["owner", "member", "reader"])
def test_everybody_inside_sees_the_organisation(world, who):
    made, people = world
    page = signed_in(people[who]).get(address("organisation", made))
    assert page.status_code == 200
    assert ("Invite somebody" in page.content.decode()) == (who == "owner")
    assert ("invited@four.example" in page.content.decode()) == (who == "owner")


@pytest.mark.parametrize("name", MANAGE)
def test_an_owner_opens_each_page(world, name):
    made, people = world
    assert signed_in(people["owner"]).get(address(name, made)).status_code == 200


@pytest.mark.parametrize("name", MANAGE_BY_POST)
def test_a_link_alone_changes_nothing(world, name):
    made, people = world
    before = state()
    assert signed_in(people["owner"]).get(address(name, made)).status_code == 405
    assert state() == before


def test_an_owner_elsewhere_reaches_no_member_through_their_own_organisation(world):
    made, people = world
    own = Organisation.objects.get(name="Elsewhere")
    foreign = made.memberships.get(role="reader").pk
    invitation = made.invitations.get().pk
    client, before = signed_in(people["elsewhere"]), state()
    for name, key in [
        ("member", foreign),
        ("member-remove", foreign),
        ("member-transfer", foreign),
        ("invitation-revoke", invitation),
    ]:
        assert client.post(reverse(f"accounts:{name}", args=[own.pk, key]), BODY).status_code == 404
    assert state() == before


def test_an_organisation_that_is_not_there_looks_like_one_that_is_hidden(world):
    made, people = world
    client = signed_in(people["outsider"])
    hidden = client.get(address("organisation", made)).content
    missing = client.get(reverse("accounts:organisation", args=["00000000-0000-4000-8000-000000000000"])).content
    assert hidden == missing


@pytest.mark.parametrize("name", ["settings", "export", "delete", "organisation-new"])
def test_ones_own_pages_need_a_sign_in(db, name):
    for answer in (Client().get(reverse(f"accounts:{name}")), Client().post(reverse(f"accounts:{name}"))):
        assert answer.headers["Location"].startswith("/account/login/")
