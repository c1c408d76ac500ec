"""An administrator gives roles, and comes by no way to more than that."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission
from django.test import Client

from accounts import staff
from accounts.models import User
from tests.mechanisms.admin.filling import filled, said

PASSWORD = "a long enough password"


def made(name: str, *roles: str, **more: object) -> User:
    user = User.objects.create_user(name, password=PASSWORD, **more)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


@pytest.fixture
def eva(db) -> User:
    return made("eva", staff.ADMINISTRATOR, is_staff=True)


@pytest.fixture
def office(eva) -> Client:
    client = Client()
    client.force_login(eva)
    return client


def page(user: User) -> str:
    return f"/admin/accounts/user/{user.pk}/change/"


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def form(client: Client, user: User) -> dict[str, str]:
    """What a browser would send: of a list in which nothing is chosen, nothing."""
    values = filled(client.get(page(user)))
    return {name: value for name, value in values.items() if value or name not in ("groups", "user_permissions")}


def sent(client: Client, user: User, status: int = 302, **more: object) -> User:
    """Send the form as shown, with something changed or added to it."""
    response = client.post(page(user), form(client, user) | more)
    assert response.status_code == status, said(response)
    return fresh(user)


def group(name: str) -> str:
    return str(Group.objects.get(name=name).pk)


def test_a_role_is_given_and_lets_its_holder_in(office):
    ana = made("ana")
    changed = sent(office, ana, groups=group(staff.EDITOR))
    assert changed.is_staff
    assert changed.has_perm("advisor.change_weight")
    assert "keeps facts, cases and weights" in said(office.get(page(ana)))


def test_a_new_person_can_be_made(office):
    office.post(
        "/admin/accounts/user/add/",
        {"username": "new", "usable_password": "true", "password1": PASSWORD + "!", "password2": PASSWORD + "!"},
    )
    assert User.objects.get(username="new").is_superuser is False


def test_nobody_is_made_a_superuser_or_given_a_single_right(office):
    ana = made("ana")
    single = Permission.objects.get(codename="delete_state")
    changed = sent(office, ana, is_superuser="on", user_permissions=str(single.pk))
    assert not changed.is_superuser
    assert not changed.user_permissions.exists()
    assert "is_superuser" not in office.get(page(ana)).content.decode()


def test_a_group_made_beside_the_roles_cannot_be_given(office):
    ana = made("ana")
    more = Group.objects.create(name="all of it")
    assert list(sent(office, ana, status=200, groups=str(more.pk)).groups.all()) == []


def test_nobody_gives_a_role_to_themselves(office, eva):
    changed = sent(office, eva, groups=group(staff.APPROVER), is_superuser="on")
    assert [one.name for one in changed.groups.all()] == [staff.ADMINISTRATOR]
    assert not changed.is_superuser


@pytest.mark.parametrize("kind", ["superuser", "single right", "other group"])
def test_whoever_may_more_is_out_of_reach(office, kind):
    root = made("root", is_staff=True, is_superuser=kind == "superuser")
    if kind == "single right":
        root.user_permissions.add(Permission.objects.get(codename="delete_state"))
    if kind == "other group":
        root.groups.add(Group.objects.create(name="all of it"))
    before = root.password
    shown = office.get(page(root)).content.decode()
    assert 'name="_save"' not in shown
    assert "argon2" not in shown
    assert "md5" not in shown
    assert office.post(page(root), {"username": "mine"}).status_code == 403
    address = f"/admin/accounts/user/{root.pk}/password/"
    assert office.get(address).status_code == 403
    assert office.post(address, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 403
    assert (fresh(root).username, fresh(root).password) == ("root", before)


def test_nobodys_password_is_set_who_uses_the_portal(office):
    maria = made("x7f3", email="maria@one.example")
    EmailAddress.objects.create(user=maria, email=maria.email, verified=True, primary=True)
    ana = made("ana")
    codes = {
        user.username: office.get(f"/admin/accounts/user/{user.pk}/password/").status_code for user in (maria, ana)
    }
    assert codes == {"x7f3": 403, "ana": 200}
    assert "../password/" not in office.get(page(maria)).content.decode()
    assert "../password/" in office.get(page(ana)).content.decode()


def test_people_are_switched_off_and_not_deleted(office):
    ana = made("ana", is_staff=True)
    assert office.post(f"/admin/accounts/user/{ana.pk}/delete/", {"post": "yes"}).status_code == 403
    values = form(office, ana)
    values.pop("is_active")
    assert office.post(page(ana), values).status_code == 302
    assert not fresh(ana).is_active


def test_groups_are_looked_at_and_not_changed(office):
    address = f"/admin/auth/group/{group(staff.EDITOR)}/change/"
    assert office.get(address).status_code == 200
    assert office.post(address, {"name": "mine"}).status_code == 403
    assert office.get("/admin/auth/group/add/").status_code == 403


def test_a_superuser_may_all_of_it(db):
    root, ana = made("root", is_staff=True, is_superuser=True), made("ana")
    client = Client()
    client.force_login(root)
    single = Permission.objects.get(codename="delete_state")
    changed = sent(client, ana, is_superuser="on", user_permissions=str(single.pk))
    assert changed.is_superuser
    assert changed.user_permissions.get() == single
