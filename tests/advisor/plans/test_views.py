"""The plan of one saved advice, page by page."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from advisor.plans import actions
from advisor.plans.models import Plan
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in

from .planned import DANGER, DAY, NAME, advised, by_action, changed, moved, planned, saved_for


@pytest.fixture
def anna(edition):
    return person("anna@one.example", first_name="Anna")


@pytest.fixture
def ben(edition):
    return person("ben@two.example")


@pytest.fixture
def saved(anna, ben):
    return saved_for(anna, organisation(owner=anna, reader=ben))


@pytest.fixture
def client(anna):
    return signed_in(anna)


def where(name, saved, *more):
    return reverse(f"advisor:{name}", args=[saved.pk, *more])


def words(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_a_plan_is_made_from_the_ways_that_are_chosen(client, saved):
    assert "Make a plan from the advice" in words(client.get(where("plan", saved)))
    form = client.get(where("plan-make", saved))
    ticked = re.findall(r'value="([\w-]+)" checked', form.content.decode())
    assert ticked == [slug.value for slug in actions.suggested(advised(saved))]
    page = client.post(where("plan-make", saved), {"routes": ["upr"]}, follow=True)
    assert "The plan follows the advice of today." in words(page)
    assert "Win States for your recommendations – Togo Due December 2026" in words(page)
    assert "Deadline: January 2027. Tentative: it may still move." in words(page)
    assert f"edition {saved.plan.edition_id[:12]}" in words(page)
    assert "14 days before the deadline" in words(page)


def test_the_days_can_be_seen_and_changed_before_the_plan_is_made(client, saved, anna, ben):
    page = client.post(where("plan-make", saved), {"routes": ["upr"], "look": "yes"})
    assert page.status_code == 200
    assert not Plan.objects.exists()
    assert "These days are our proposals, and no rule of the UN." in words(page)
    names = re.findall(r'name="(due-\w+)"', page.content.decode())
    assert len(names) == len(actions.proposed(saved, advised(saved), [RouteSlug.UPR]))
    given = {"routes": ["upr"], "days": "yes", "owner": ben.pk, names[0]: "2027-01-05"}
    assert client.post(where("plan-make", saved), given | {names[0]: "soon"}).status_code == 422
    assert client.post(where("plan-make", saved), given, follow=True).redirect_chain
    assert {task.owner for task in saved.tasks.all()} == {ben}
    assert "2027-01-05" in {task.due for task in saved.tasks.all()}


def test_whoever_makes_a_plan_of_an_organisation_does_its_tasks_and_its_days_say_that_they_are_proposals(
    client, saved, anna
):
    page = client.post(where("plan-make", saved), {"routes": ["upr"]}, follow=True)
    assert {task.owner for task in saved.tasks.all()} == {anna}
    assert "our proposal" in words(page)


def test_the_ways_chosen_before_are_ticked_when_choosing_anew(client, saved, anna):
    planned(saved, RouteSlug.COUNCIL_SESSIONS, by=anna)
    form = client.get(where("plan-make", saved)).content.decode()
    assert re.findall(r'value="([\w-]+)" checked', form) == ["council-sessions"]


@pytest.mark.parametrize("routes", [[], ["no-such-way"], ["treaty-body-complaint"]])
def test_a_plan_without_a_way_is_refused(client, saved, routes):
    answer = client.post(where("plan-make", saved), {"routes": routes})
    assert answer.status_code == 422
    assert not Plan.objects.exists()


def test_where_nothing_can_be_done_yet_the_page_says_so(client, anna):
    quiet = saved_for(anna)
    assert client.get(where("plan", quiet)).status_code == 200


def test_a_task_is_checked_off_and_opened_again(client, saved, anna):
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    page = client.post(where("task-mark", saved, task.pk), {"state": "done"}, follow=True)
    assert re.search(r"Done on \d+ \w+ \d{4} · Anna", words(page))
    page = client.post(where("task-mark", saved, task.pk), {"state": "open"}, follow=True)
    assert "Done on" not in words(page)
    page = client.post(where("task-mark", saved, task.pk), {"state": "aside"}, follow=True)
    assert "Set aside (1)" in words(page)


def test_a_state_that_is_none_is_refused(client, saved, anna):
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    assert client.post(where("task-mark", saved, task.pk), {"state": "burnt"}).status_code == 400
    assert client.post(where("task-mark", saved, task.pk)).status_code == 400


def test_from_the_board_one_comes_back_to_the_board(client, saved, anna):
    own, shared = saved_for(anna), saved
    for kept, board in ((own, reverse("advisor:board")), (shared, f"/plans/{saved.organisation_id}/")):
        task = planned(kept, RouteSlug.UPR, by=anna)["lobby-states"]
        answer = client.post(where("task-mark", kept, task.pk), {"state": "done", "back": "board"})
        assert answer.headers["Location"] == board
        elsewhere = client.post(where("task-mark", kept, task.pk), {"state": "done", "back": "//evil.example"})
        assert elsewhere.headers["Location"] == where("plan", kept)


def test_a_task_of_ones_own_with_owner_day_and_note(client, saved, ben):
    given = {"title": "Book a room", "owner": ben.pk, "due": "2026-12-01", "note": "Ask the bakery"}
    page = words(client.post(where("task-add", saved), given, follow=True))
    assert "Due soon (1) Book a room Due 1 December 2026 (7 days left) ben@two.example does it. Ask the bakery" in page
    task = saved.tasks.get()
    client.post(where("task", saved, task.pk), {"title": "Book two rooms", "due": "", "note": ""})
    task.refresh_from_db()
    assert (task.title, task.due, task.owner, task.note) == ("Book two rooms", "", None, "")
    assert "Deleted." in words(client.post(where("task-delete", saved, task.pk), follow=True))
    assert not saved.tasks.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"title": "x" * 201}, {"due": "tomorrow"}, {"due": "0001-01-01"}, {"due": "9999-12-31"}, {"note": "x" * 5001}],
)  # fmt: skip
def test_what_is_wrong_with_a_task_is_said(client, saved, wrong):
    answer = client.post(where("task-add", saved), {"title": "Book a room", **wrong})
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)
    assert not saved.tasks.exists()


def test_only_those_who_can_read_are_offered_and_taken(client, saved, anna, ben):
    carla = person("carla@three.example")
    form = client.get(where("task-add", saved)).content.decode()
    assert re.findall(r'<option value="(\d+)"', form) == [str(anna.pk), str(ben.pk)]
    assert client.post(where("task-add", saved), {"title": "x", "owner": carla.pk}).status_code == 422


def test_for_oneself_nobody_is_asked_who_does_it(client, anna):
    assert 'name="owner"' not in client.get(where("task-add", saved_for(anna))).content.decode()


def test_a_step_of_the_advice_says_where_its_day_comes_from(client, saved, anna):
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states="2027-03-20")
    task = planned(saved, RouteSlug.UPR, by=anna, advice=advice)["lobby-states"]
    form = client.get(where("task", saved, task.pk))
    assert "We propose 6 March 2027." in words(form)
    assert 'value="2027-03-06"' in form.content.decode()
    assert 'name="title"' not in form.content.decode()
    client.post(where("task", saved, task.pk), {"due": "2027-01-10", "note": ""})
    task.refresh_from_db()
    assert (task.due, task.due_by_hand) == ("2027-01-10", True)
    assert "Leave it empty to take the day that we propose." in words(client.get(where("task", saved, task.pk)))


def test_a_step_that_the_advice_gives_is_not_deleted(client, saved, anna):
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    assert "Delete this task" not in words(client.get(where("task", saved, task.pk)))
    answer = client.post(where("task-delete", saved, task.pk), follow=True)
    assert "Set it aside instead." in words(answer)
    actions.refresh(saved=saved, advice=changed(advised(saved), RouteSlug.UPR, lambda action: None))
    assert "No longer in the advice (1)" in words(client.get(where("plan", saved)))
    client.post(where("task-delete", saved, task.pk))
    assert by_action(saved) == {}


def test_what_somebody_wrote_is_shown_as_text(client, saved):
    client.post(where("task-add", saved), {"title": "<b>bold</b>", "note": "<script>x</script>"})
    page = client.get(where("plan", saved)).content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert "<script>x" not in page


def test_the_plan_stands_on_the_page_of_the_advice(client, anna):
    saved = saved_for(anna, case=DANGER)
    page = client.get(reverse("advisor:saved", args=[saved.pk]))
    assert "Make a plan" in words(page)
    planned(saved, by=anna)
    page = words(client.get(reverse("advisor:saved", args=[saved.pk])))
    assert "3 tasks to do. Ask for an urgent appeal: due 24 November 2026" in page
    for task in saved.tasks.all():
        actions.mark(task=task, state="done", by=anna, today=DAY)
    assert "Nothing is left to do." in words(client.get(reverse("advisor:saved", args=[saved.pk])))


def test_no_page_is_cached_and_no_title_names_the_advice(client, saved, anna):
    planned(saved, by=anna)
    for name in ("plan", "plan-make", "task-add", "log", "letter-add"):
        answer = client.get(where(name, saved))
        assert answer.headers["Cache-Control"] == "no-store"
        assert NAME not in re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1]


def test_a_long_plan_needs_no_query_for_each_task(client, anna, django_assert_max_num_queries):
    saved = saved_for(anna, case="housing-in-six-states")
    planned(saved, *actions.offered(advised(saved)), by=anna)
    client.get(where("plan", saved))
    with django_assert_max_num_queries(10):
        client.get(where("plan", saved))


def test_a_forged_form_is_refused(saved, anna):
    forged = Client(enforce_csrf_checks=True)
    forged.force_login(anna)
    assert forged.post(where("task-add", saved), {"title": "x"}).status_code == 403


@pytest.mark.parametrize("name", ["task-add", "letter-add"])
def test_what_looks_like_a_person_in_a_note_is_asked_about_and_kept_when_sent_again(client, saved, name):
    fields = {
        "task-add": {"title": "Call the lawyer", "note": "+977 9841234567"},
        "letter-add": {"direction": "sent", "day": DAY.isoformat(), "route": "upr", "text": "+977 9841234567"},
    }[name]
    before = saved.tasks.count() + saved.letters.count()
    answer = client.post(where(name, saved), fields)
    assert answer.status_code == 422
    assert "This looks like a telephone number: “+977 9841234567”. Is it meant to be here?" in words(answer)
    assert 'name="seen" value="1"' in answer.content.decode()
    assert saved.tasks.count() + saved.letters.count() == before
    assert client.post(where(name, saved), fields | {"seen": "1"}).status_code == 302
    assert saved.tasks.count() + saved.letters.count() == before + 1
