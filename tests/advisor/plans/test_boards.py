"""Board and timeline over all plans of an organisation, or of a person."""

import html
import re

import pytest
from django.urls import reverse

from advisor.editions import store
from advisor.plans import actions, letters
from advisor.plans.letters import Body
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in

from .planned import DAY, advised, planned, saved_for


@pytest.fixture
def anna(edition):
    return person("anna@one.example", first_name="Anna")


@pytest.fixture
def ben(edition):
    return person("ben@two.example", first_name="Ben")


@pytest.fixture
def made(anna, ben):
    return organisation(owner=anna, member=ben)


def add(saved, title, **more):
    given = {"note": "", "owner": None, "due": None, "by": saved.created_by, "today": DAY}
    return actions.add_task(saved=saved, title=title, **given | more)


def column(page, slug):
    found = re.search(rf'<section class="column column-{slug}".*?</section>', page.content.decode(), re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def titles(page):
    return set(re.findall(r'<p class="task-title">([^<]*)</p>', page.content.decode()))


def test_the_board_gathers_all_saved_advice_of_the_organisation(anna, ben, made):
    add(saved_for(anna, made), "Book a room", due=DAY)
    add(saved_for(ben, made), "Print leaflets")
    add(saved_for(anna), "Hers alone")
    add(saved_for(ben, organisation("Other", owner=ben)), "Elsewhere")
    page = signed_in(anna).get(f"/plans/{made.pk}/")
    assert titles(page) == {"Book a room", "Print leaflets"}
    assert column(page, "soon").startswith("Due soon (1) Book a room")
    assert column(page, "late") == "Late (0) None"


def test_ones_own_board_holds_what_is_ones_own(anna, made):
    add(saved_for(anna, made), "Shared")
    add(saved_for(anna), "Hers alone")
    page = signed_in(anna).get("/plans/")
    assert titles(page) == {"Hers alone"}
    assert 'name="owner"' not in page.content.decode()


def test_what_is_set_aside_or_gone_is_not_on_the_board(anna, made):
    saved = saved_for(anna, made)
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    page = signed_in(anna).get(f"/plans/{made.pk}/")
    assert titles(page) == {"Win States for your recommendations – Togo"}
    actions.mark(task=task, state="aside", by=anna, today=DAY)
    assert titles(signed_in(anna).get(f"/plans/{made.pk}/")) == set()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", {"Annas", "Bens", "Nobodys"}),
        ("nobody", {"Nobodys"}),
        ("ben", {"Bens"}),
        ("999999", {"Annas", "Bens", "Nobodys"}),
        ("'; DROP", {"Annas", "Bens", "Nobodys"}),
    ],
)
def test_the_board_shows_the_tasks_of_one(anna, ben, made, asked, shown):
    saved = saved_for(anna, made)
    for title, owner in (("Annas", anna), ("Bens", ben), ("Nobodys", None)):
        add(saved, title, owner=owner)
    page = signed_in(anna).get(f"/plans/{made.pk}/", {"owner": ben.pk if asked == "ben" else asked})
    assert titles(page) == shown


def test_a_task_is_checked_off_on_the_board(anna, made):
    saved = saved_for(anna, made)
    task = add(saved, "Book a room")
    client = signed_in(anna)
    where = reverse("advisor:task-mark", args=[saved.pk, task.pk])
    page = client.post(where, {"state": "done", "back": "board"}, follow=True)
    assert column(page, "done").startswith("Done (1) Book a room")


def test_the_timeline_gathers_tasks_deadlines_and_letters(anna, made):
    saved = saved_for(anna, made)
    planned(saved, RouteSlug.UPR, by=anna)
    add(saved, "Book a room", due=DAY)
    letters.log(
        saved=saved, direction="sent", day=DAY, body=Body(RouteSlug.SPECIAL_PROCEDURES), text="", reply_by=None,
        answers=None, edition=store.current(), by=anna, today=DAY,
    )  # fmt: skip
    page = signed_in(anna).get(f"/plans/{made.pk}/timeline/").content.decode()
    told = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    order = [
        "November 2026",
        "Book a room",
        "Sent",
        "December 2026",
        "Win States",
        "January 2027",
        "Answer expected by",
        "Date of the advice",
    ]
    places = [told.index(word) for word in order]
    assert places == sorted(places)


def test_ones_own_timeline_and_empty_pages(anna, made):
    client = signed_in(anna)
    for where in ("/plans/timeline/", "/plans/", f"/plans/{made.pk}/", f"/plans/{made.pk}/timeline/"):
        assert client.get(where).status_code == 200
    assert "Nothing in this month." in client.get("/plans/timeline/").content.decode()


def test_boards_need_no_query_for_each_task(anna, made, django_assert_max_num_queries):
    for _number in range(3):
        saved = saved_for(anna, made)
        planned(saved, *actions.offered(advised(saved)), by=anna)
    client = signed_in(anna)
    client.get(f"/plans/{made.pk}/")
    for where in (f"/plans/{made.pk}/", f"/plans/{made.pk}/timeline/", f"/plans/{made.pk}/plan.csv"):
        with django_assert_max_num_queries(10):
            client.get(where)


def test_the_organisation_and_the_list_lead_to_the_board(anna, made):
    saved_for(anna, made)
    client = signed_in(anna)
    for where in (f"/account/organisations/{made.pk}/", "/saved/"):
        assert f'href="/plans/{made.pk}/"' in client.get(where).content.decode()
