"""Plans, letters, boards and files: readers read, members write, for everybody else there is nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import actions
from accounts.models import Membership
from advisor.editions import store
from advisor.plans import actions as plans
from advisor.plans import letters
from advisor.plans.letters import Body
from advisor.plans.models import Correspondence, Outcome, Plan, Task
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in

from .planned import DAY, NAME, planned, saved_for

READ = ["plan", "log", "saved-json"]
READ_ALL = ["organisation-board", "organisation-timeline", "organisation-plan-csv", "organisation-plan-xlsx"]
WRITE = ["plan-make", "task-add", "task", "letter-add", "letter", "outcome"]
WRITE_BY_POST = ["task-mark", "task-delete", "letter-delete"]
OWN = ["board", "timeline", "plan-csv", "plan-xlsx"]
BODY = {
    "routes": "council-sessions", "title": "Taken", "due": "2027-01-01", "state": "done", "direction": "sent", "day": "2026-11-01",
    "route": "upr", "answer": "harm",
}  # fmt: skip
OUTSIDE = ["outsider", "elsewhere", "removed"]


@pytest.fixture
def world(edition):
    """An organisation with everybody in it, and saved advice with a task, a letter and an outcome."""
    owner, member, reader = (person(f"{name}@one.example") for name in ("owner", "member", "reader"))
    made = organisation(owner=owner, member=member, reader=reader)
    removed, elsewhere = person("removed@one.example"), person("elsewhere@two.example")
    Membership.objects.create(organisation=made, user=removed, role="owner")
    actions.remove_member(membership=made.memberships.get(user=removed), by=owner)
    organisation("Elsewhere", owner=elsewhere)
    saved = saved_for(owner, made)
    planned(saved, RouteSlug.UPR, by=owner)
    plans.add_task(saved=saved, title="Book a room", note="", owner=None, due=None, by=owner, today=DAY)
    letters.log(
        saved=saved, direction="sent", day=DAY, body=Body(RouteSlug.SPECIAL_PROCEDURES), text="Our letter", reply_by=None,
        answers=None, edition=store.current(), by=owner, today=DAY,
    )  # fmt: skip
    people = {"owner": owner, "member": member, "reader": reader, "removed": removed, "elsewhere": elsewhere}
    return saved, people | {"outsider": person("outsider@three.example")}


def address(name, saved):
    if name.startswith("organisation"):
        return reverse(f"advisor:{name}", args=[saved.organisation_id])
    arguments = [saved.pk]
    if name in ("task", "task-mark", "task-delete"):
        arguments.append(saved.tasks.get(key="").pk)
    if name in ("letter", "letter-delete"):
        arguments.append(saved.letters.get().pk)
    if name == "outcome":
        arguments.append(saved.outcomes.get().pk)
    return reverse(f"advisor:{name}", args=arguments)


def state():
    return [list(model.objects.order_by("pk").values()) for model in (Task, Correspondence, Outcome, Plan)]


@pytest.mark.parametrize("who", OUTSIDE)
@pytest.mark.parametrize("name", [*READ, *READ_ALL, *WRITE, *WRITE_BY_POST])
def test_whoever_is_outside_learns_nothing_and_changes_nothing(world, who, name):
    saved, people = world
    client, before, where = signed_in(people[who]), state(), address(name, saved)
    if name not in WRITE_BY_POST:
        refused = client.get(where)
        assert refused.status_code == 404
        assert NAME not in refused.content.decode()
    # Nobody may write to a page that only shows: that refusal says nothing of what exists.
    only_shows = name in (*READ_ALL, "plan", "log")
    assert client.post(where, BODY).status_code == (405 if only_shows else 404)
    assert state() == before


@pytest.mark.parametrize("name", [*WRITE, *WRITE_BY_POST])
def test_a_reader_changes_nothing(world, name):
    saved, people = world
    client, before, where = signed_in(people["reader"]), state(), address(name, saved)
    if name not in WRITE_BY_POST:
        assert client.get(where).status_code == 403
    assert client.post(where, BODY).status_code == 403
    assert state() == before


@pytest.mark.parametrize("who", ["owner", "member", "reader"])
@pytest.mark.parametrize("name", [*READ, *READ_ALL])
def test_everybody_inside_reads(world, who, name):
    saved, people = world
    answer = signed_in(people[who]).get(address(name, saved))
    assert answer.status_code == 200
    if answer.headers["Content-Type"].startswith("text/html"):
        page = answer.content.decode()
        forms = page.count('method="post"') - page.count('action="/leave/"') - page.count('action="/i18n/')
        assert (forms > 0 or "/add/" in page) == (who != "reader" and name != "organisation-timeline")


@pytest.mark.parametrize("who", ["owner", "member"])
@pytest.mark.parametrize("name", WRITE)
def test_whoever_writes_opens_each_form_and_sends_it(world, who, name):
    saved, people = world
    client, where = signed_in(people[who]), address(name, saved)
    assert client.get(where).status_code == 200
    assert client.post(where, BODY).status_code == 302


@pytest.mark.parametrize("name", WRITE_BY_POST)
def test_a_link_alone_changes_nothing(world, name):
    saved, people = world
    before = state()
    assert signed_in(people["owner"]).get(address(name, saved)).status_code == 405
    assert state() == before
    assert signed_in(people["member"]).post(address(name, saved), BODY).status_code == 302
    assert state() != before


@pytest.mark.parametrize("name", [*READ, *READ_ALL, *WRITE, *WRITE_BY_POST])
def test_a_guest_is_asked_to_sign_in(world, name):
    saved, _ = world
    before, where = state(), address(name, saved)
    for answer in (Client().get(where), Client().post(where, BODY)):
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/login/?next={where}")
    assert state() == before


@pytest.mark.parametrize("name", OWN)
def test_ones_own_plans_need_a_sign_in_and_hold_nobody_elses(world, name):
    _, people = world
    where = reverse(f"advisor:{name}")
    assert Client().get(where).headers["Location"] == f"/account/login/?next={where}"
    answer = signed_in(people["owner"]).get(where)
    assert answer.status_code == 200
    assert NAME not in answer.content.decode(errors="ignore")


def test_rows_of_other_advice_are_not_reached_through_ones_own(world):
    saved, people = world
    own = saved_for(people["elsewhere"])
    client, before = signed_in(people["elsewhere"]), state()
    for name in ("task", "task-mark", "task-delete", "letter", "letter-delete", "outcome"):
        where = address(name, saved).replace(str(saved.pk), str(own.pk))
        assert client.post(where, BODY).status_code == 404
    assert (
        client.get(f"{reverse('advisor:letter-add', args=[own.pk])}?task={saved.tasks.first().pk}").status_code == 200
    )
    assert state() == before


def test_advice_that_is_not_there_looks_like_advice_that_is_hidden(world):
    saved, people = world
    client = signed_in(people["outsider"])
    hidden = client.get(address("plan", saved)).content
    missing = client.get(reverse("advisor:plan", args=["00000000-0000-4000-8000-000000000000"])).content
    assert hidden == missing


@pytest.mark.parametrize("name", ["plan", "log", "plan-make", "task", "letter-add", "letter", "saved-json"])
def test_without_an_edition_it_says_so(world, name, monkeypatch):
    saved, people = world
    monkeypatch.setattr(store, "current", lambda: None)
    assert signed_in(people["owner"]).get(address(name, saved)).status_code == 503


@pytest.mark.parametrize("name", READ_ALL)
def test_boards_and_files_without_an_edition_say_so_too(world, name, monkeypatch):
    saved, people = world
    monkeypatch.setattr(store, "current", lambda: None)
    assert signed_in(people["owner"]).get(address(name, saved)).status_code == 503
