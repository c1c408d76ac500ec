"""What plans and logs keep of people: handed out, and gone without a trace with the advice or the person."""

import pytest

from accounts import privacy
from accounts.models import User
from advisor.editions import store
from advisor.notices.models import Notice
from advisor.plans import actions, letters
from advisor.plans.letters import Body
from advisor.plans.models import Answer, Correspondence, Outcome, Plan, Task
from advisor.plans.privacy import export
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in
from tests.accounts.test_privacy import traces

from .planned import DAY, advised, planned, saved_for

TABLES = (Plan, Task, Correspondence, Outcome, Notice)


@pytest.fixture
def anna(edition):
    return person("anna@one.example", first_name="Anna the First")


def lived_in(saved, by, owner=None):
    """A plan in which everything has been used."""
    today = {"by": by, "today": DAY}
    planned(saved, by=by)
    task = actions.add_task(saved=saved, title="Book a room", note="Ask the bakery", owner=owner, due=DAY, **today)
    actions.mark(task=task, state="done", **today)
    sent = letters.log(
        saved=saved, direction="sent", day=DAY, body=Body(RouteSlug.SPECIAL_PROCEDURES), text="We wrote",
        reply_by=None, answers=None, edition=store.current(), **today,
    )  # fmt: skip
    letters.log(
        saved=saved, direction="received", day=DAY, body=Body(RouteSlug.SPECIAL_PROCEDURES), text="They wrote",
        reply_by=None, answers=sent, edition=store.current(), **today,
    )  # fmt: skip
    letters.answer(outcome=saved.outcomes.get(), answer=Answer.RECEIVED, text="Not much", **today)
    return saved


def test_everything_goes_with_the_saved_advice(anna):
    lived_in(saved_for(anna), anna).delete()
    assert [table.__name__ for table in TABLES if table.objects.exists()] == []


def test_everything_of_ones_own_goes_with_the_person(anna):
    key = anna.pk
    lived_in(saved_for(anna), anna)
    privacy.delete_all(User.objects.get(pk=key))
    assert traces(key, "anna@one.example", "anna the first", "book a room", "bakery") == []
    assert [table.__name__ for table in TABLES if table.objects.exists()] == []


def test_in_an_organisation_the_work_stays_and_the_person_goes(anna):
    ben = person("ben@two.example")
    key = ben.pk
    saved = lived_in(saved_for(anna, organisation(owner=anna, member=ben)), ben, owner=ben)
    privacy.delete_all(User.objects.get(pk=key))
    assert traces(key, "ben@two.example") == []
    task = saved.tasks.get(key="")
    assert (task.title, task.owner, task.done_by) == ("Book a room", None, None)
    assert saved.letters.count() == 2


def test_an_organisation_takes_everything_along(anna):
    saved = lived_in(saved_for(anna, organisation(owner=anna)), anna, owner=anna)
    saved.organisation.delete()
    assert [table.__name__ for table in TABLES if table.objects.exists()] == []


def test_it_is_handed_out_with_the_account(anna):
    saved = lived_in(saved_for(anna), anna)
    given = signed_in(anna).post("/account/export/").json()["plans"]
    (one,) = given
    assert one["saved"] == str(saved.pk)
    assert one["plan"]["day"] == "2026-11-24"
    (own,) = [task for task in one["tasks"] if task["title"]]
    assert (own["title"], own["note"], own["due"], own["done_by_me"]) == (
        "Book a room", "Ask the bakery", "2026-11-24", True,
    )  # fmt: skip
    assert any(task["about"] and task["about"]["country"] == "TGO" for task in one["tasks"])
    assert {letter["text"] for letter in one["letters"]} == {"We wrote", "They wrote"}
    assert one["outcomes"][0]["answer"] == "received"


def test_who_else_works_on_it_is_not_handed_out(anna):
    ben = person("ben@two.example")
    lived_in(saved_for(anna, organisation(owner=anna, member=ben)), ben, owner=ben)
    assert "ben@two.example" not in str(export(anna))
    assert [task["mine"] for task in export(anna)[0]["tasks"] if task["title"]] == [False]


def test_the_export_needs_no_query_for_each_advice(anna, django_assert_max_num_queries):
    for _number in range(3):
        lived_in(saved_for(anna), anna)
    with django_assert_max_num_queries(5):
        export(anna)


def test_the_settings_page_says_how_long_it_is_kept(anna):
    assert "as long as the saved advice" in signed_in(anna).get("/account/").content.decode()


def test_work_on_the_plan_keeps_the_advice(anna, settings):
    saved = saved_for(anna)
    settings.FIXED_DAY = "2027-03-05"
    lived_in(saved, anna)
    before = saved.changed_at
    saved.refresh_from_db()
    assert saved.keep_until.isoformat() == "2029-03-05"
    assert saved.changed_at > before
    assert saved.revision == 1


def test_facts_that_change_do_not_keep_it(anna, settings):
    saved = saved_for(anna)
    planned(saved, by=anna)
    settings.FIXED_DAY = "2027-03-05"
    actions.refresh(saved=saved, advice=advised(saved))
    saved.refresh_from_db()
    assert saved.keep_until.isoformat() == "2028-11-24"
