"""The three roles, on every page of the admin: what each may, and everything else refused."""

import io

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from accounts import staff
from accounts.models import User
from advisor.staff import after_migration, may
from tests.mechanisms.admin.pages import CLOSED, named_pages

FACTS = "mechanisms"
V, A, C, D = "view", "add", "change", "delete"

ADVICE = {
    # model: editor, approver, administrator
    "expertcase": ({V, A, C, D}, {V}, {V}),
    "weight": ({V, A, C, D}, {V}, {V}),
    "proposal": ({V, A}, {V}, {V}),
    "experience": ({V, C}, set(), set()),
    "edition": ({V}, {V}, {V}),
    "publication": ({V}, {V}, {V}),
    "user": (set(), set(), {V, A, C}),
    "group": (set(), set(), {V}),
}
OF_FACTS = ({V, A, C}, {V}, set())

NEEDED = {
    "changelist": {V},
    "export": {V},
    "deleted": {V},
    "due": {V},
    "published": {V},
    "change": {V},
    "history": {V},
    "answers": {V},
    "expectations": {V},
    "file": {V},
    "add": {A},
    "import": {A, C},
    "depositary": {C},
    "restore": {C},
    "end": {C},
    "password_change": {C},
    "delete": {D},
}


def allowed(role: str, model: type) -> set[str]:
    place = staff.ROLES.index(role)
    if model._meta.app_label == FACTS:
        return OF_FACTS[place]
    return ADVICE[model._meta.model_name][place]


def browser_of(role: str) -> Client:
    user = User.objects.create_user(f"one-{role}", password="a long enough password", is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.force_login(user)
    return client


def rights(user: User) -> set[str]:
    return {right for right in user.get_all_permissions() if not right.startswith(FACTS)}


def test_every_page_of_the_admin_has_a_rule_here():
    found = {model for model in admin.site._registry if model._meta.app_label != FACTS}
    assert {model._meta.model_name for model in found} == set(ADVICE)


@pytest.mark.parametrize("role", staff.ROLES)
def test_a_role_opens_what_it_may_and_nothing_else(facts, role):
    call_command("load_cases", stdout=io.StringIO())
    client = browser_of(role)
    # The first person is somebody with an account made here and without rights, whom an administrator looks after.
    User.objects.exclude(username=f"one-{role}").delete()
    faults, opened, refused = [], 0, 0
    for model, page, address in named_pages():
        closed = (model._meta.model_name, page) in CLOSED
        expected = 200 if NEEDED[page] <= allowed(role, model) and not closed else 403
        status = client.get(address).status_code
        opened, refused = opened + (status == 200), refused + (status == 403)
        if status != expected:
            faults.append(f"{address}: {status} instead of {expected}")
    assert faults == []
    assert opened > 5
    assert refused > 20
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("role", staff.ROLES)
def test_a_role_sends_nothing_that_it_may_not(facts, role):
    call_command("load_cases", stdout=io.StringIO())
    client = browser_of(role)
    faults = []
    for model, page, address in named_pages():
        if page in ("changelist", "deleted", "due", "published", "history", "file", "password_change", "export"):
            continue
        needed = {C} if page in ("change", "answers", "expectations") else NEEDED[page]
        if not needed <= allowed(role, model) and client.post(address, {}).status_code != 403:
            faults.append(address)
    assert faults == []


@pytest.mark.parametrize("role", staff.ROLES)
def test_what_is_seen_in_no_page_is_in_no_role(db, role):
    for model in ("savedadvice", "givenadvice", "organisation", "membership", "session", "logentry", "permission"):
        assert not Group.objects.get(name=role).permissions.filter(content_type__model=model).exists()


def test_who_compares_approves_and_publishes(db):
    found = {
        role: set(Group.objects.get(name=role).permissions.values_list("codename", flat=True)) for role in staff.ROLES
    }
    deciding = {"add_proposal", "approve_edition", "publish_edition"}
    assert {role: rights & deciding for role, rights in found.items()} == {
        "editor": {"add_proposal"},
        "approver": {"approve_edition", "publish_edition"},
        "administrator": {"publish_edition"},
    }


def test_a_group_that_was_bent_is_straightened_by_the_next_migration(db):
    group = Group.objects.get(name=staff.EDITOR)
    before = set(group.permissions.values_list("pk", flat=True))
    group.permissions.set(Permission.objects.filter(codename__in=["delete_state", "change_user"]))
    after_migration(apps=apps, using="default")
    assert set(group.permissions.values_list("pk", flat=True)) == before
    with pytest.raises(LookupError):
        may("owner", "advisor.add_weight")
