"""Publishing facts, or a day that passes, tells exactly those whose advice changed, once; what changed is kept, and why."""

import datetime
import json

import pytest
from django.db import connection
from django.utils import timezone

from advisor.compare.differences import Kind
from advisor.editions import store
from advisor.editions.models import Publication
from advisor.notices.models import Notice
from advisor.saved import given, living
from advisor.saved.models import AdviceChange, GivenAdvice, Reassessment
from rules.vocabulary import Result
from tests.accounts.people import organisation, person
from tests.advisor.compare.test_days import COMPLAINT

from .living import AHEAD, DAY, ELSEWHERE, deadline, keep, own_deadline, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY.isoformat()


@pytest.fixture
def anna():
    return person("anna@one.example")


def pass_to(settings, day: str) -> int:
    settings.FIXED_DAY = day
    return living.run_due()


def told() -> list[str]:
    """Who is told, a line for each notice."""
    return sorted(Notice.objects.values_list("user__email", flat=True))


def test_publishing_one_states_deadline_tells_exactly_those_it_concerns():
    """400 saved advices of 40 people on 8 States: 50 are about Myanmar, 10 of these are no longer alive. So 40 are told."""
    people = [person(f"p{number}@one.example") for number in range(40)]
    for number in range(400):
        state = (*AHEAD, *ELSEWHERE)[number % 8]
        alive = state != "MMR" or number % 40 != 0
        keep(people[number % 40], state, status="active" if alive else "closed", looked=number % 3 == 0)
    assert living.run_due() == 390
    assert AdviceChange.objects.count() == 0

    publish(own_deadline("MMR", "2026-08-08"))
    assert living.run_due() == 390

    changes = AdviceChange.objects.select_related("saved")
    assert changes.count() == 40
    assert {tuple(change.saved.draft["answers"]["countries"]) for change in changes} == {("MMR",)}
    assert {change.saved.status for change in changes} == {"active"}
    assert told() == sorted(change.saved.owner.email for change in changes)
    assert len([row for row in Notice.objects.all() if row.kind == "changed" and row.due_at <= timezone.now()]) == 40
    row = Reassessment.objects.first()
    assert (row.reason, row.assessed, row.changed, row.done_at is None) == ("edition", 390, 40, False)

    assert living.run_due() == 0
    assert (AdviceChange.objects.count(), Notice.objects.count()) == (40, 40)


def test_a_session_concerns_all_its_states(anna):
    for state in (*AHEAD, *ELSEWHERE):
        keep(anna, state)
    living.run_due()
    publish(deadline("2026-07-22"))
    living.run_due()
    assert sorted(change.saved.draft["answers"]["countries"][0] for change in AdviceChange.objects.all()) == sorted(
        AHEAD
    )


def test_what_differs_is_kept_with_the_fact_that_caused_it(anna):
    keep(anna)
    keep(anna, "KEN")
    living.run_due()

    def change(content):
        deadline("2026-07-22")(content)
        content["upr_sessions"]["53"]["note"] = "looked at again"
        content["reviews"]["KEN"][-1]["note"] = "x"

    before = store.current_edition_id()
    publish(change)
    living.run_due()
    one = AdviceChange.objects.get()
    (difference,) = one.said["differences"]
    assert {key: difference[key] for key in ("kind", "route", "about", "before", "after")} == {
        "kind": "date",
        "route": "upr",
        "about": "upr-stakeholder-deadline|MMR|",
        "before": "2026-07-17/unknown",
        "after": "2026-07-22/unknown",
    }
    assert (difference["facts"], difference["by_day"]) == ([["upr_sessions", "54"]], False)
    assert one.said["facts"] == [
        {
            "key": ["upr_sessions", "54"],
            "fields": [["stakeholder_deadline", "2026-07-17", "2026-07-22"]],
            "is_new": False,
            "is_gone": False,
        }
    ]
    assert (one.before_edition_id, one.before_day) == (before, DAY)
    assert (one.given.edition_id, one.given.as_of, one.given.reason) == (store.current_edition_id(), DAY, "edition")


def test_the_database_holds_no_word_of_it(anna):
    keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    living.run_due()
    with connection.cursor() as cursor:
        cursor.execute("SELECT said FROM advisor_advicechange")
        (said,) = cursor.fetchone()
    # With the signs around them in the clear: three letters alone turn up by chance in what is sealed.
    opened = json.dumps(AdviceChange.objects.get().said)
    for word in ("|MMR|", '"upr'):
        assert word in opened
        assert word not in said


def test_the_advice_given_anew_replays_to_the_byte(anna):
    from advisor.saved.assessment import Changed, replay

    saved = keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    living.run_due()
    advice, changed = replay(saved.given.first())
    assert changed is Changed.NOTHING
    assert advice.edition == store.current_edition_id()


def test_nothing_is_told_before_the_first_edition_or_twice_for_the_same_one(anna):
    Publication.objects.all().delete()
    assert living.run_due() == 0
    assert Reassessment.objects.count() == 0


def test_publishing_the_same_edition_again_does_nothing(anna):
    keep(anna)
    living.run_due()
    publish()
    assert living.run_due() == 0
    assert AdviceChange.objects.count() == 0


def test_going_back_is_a_change_too(anna):
    saved = keep(anna)
    first = Publication.objects.get()
    living.run_due()
    publish(deadline("2026-07-22"))
    living.run_due()
    publish_again = Publication.objects.create(edition=first.edition)
    living.run_due()
    assert [row.reason for row in Reassessment.objects.all()] == ["edition"] * 3
    newest, older = saved.changes.all()
    assert newest.reassessment.publication == publish_again
    assert [row.said["differences"][0]["after"] for row in (newest, older)] == [
        "2026-07-17/unknown",
        "2026-07-22/unknown",
    ]
    assert Notice.objects.count() == 2


def test_whoever_opens_the_page_first_hides_nothing_from_the_others():
    anna, ben = person("anna@one.example"), person("ben@one.example")
    saved = keep(organisation(owner=anna, reader=ben))
    living.run_due()
    publish(deadline("2026-07-22"))
    given.give(saved, store.current(), DAY)
    living.run_due()
    assert told() == ["anna@one.example", "ben@one.example"]
    assert saved.changes.get().given == saved.given.first()
    assert [row.reason for row in saved.given.all()] == ["asked", "asked"]


def test_everybody_in_the_organisation_is_told_and_nobody_who_left():
    anna, ben, carl = (person(f"{name}@one.example") for name in ("anna", "ben", "carl"))
    made = organisation(owner=anna, member=ben, reader=carl)
    keep(made)
    living.run_due()
    made.memberships.get(user=ben).delete()
    publish(deadline("2026-07-22"))
    living.run_due()
    assert told() == ["anna@one.example", "carl@one.example"]


def test_what_is_saved_after_publishing_is_compared_with_what_was_first_seen(anna):
    keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    keep(anna, "TGO")
    keep(anna, "UGA", looked=False)
    living.run_due()
    assert [change.saved.draft["answers"]["countries"] for change in AdviceChange.objects.all()] == [["MMR"]]
    publish(deadline("2026-07-23"))
    living.run_due()
    assert AdviceChange.objects.count() == 4


def test_the_first_round_of_all_compares_with_what_was_first_given(anna):
    keep(anna)
    keep(anna, looked=False)
    publish(deadline("2026-07-22"))
    living.run_due()
    assert AdviceChange.objects.count() == 1


@pytest.mark.parametrize(
    ("status", "alive"), [("draft", 0), ("active", 1), ("submitted", 1), ("replied", 1), ("closed", 0)]
)
def test_only_what_lives_is_given_anew(anna, status, alive):
    keep(anna, status=status)
    living.run_due()
    publish(deadline("2026-07-22"))
    assert living.run_due() == alive
    assert AdviceChange.objects.count() == alive


def test_days_that_pass_without_anything_ending_tell_nothing(anna, settings):
    keep(anna)
    living.run_due()
    for day in ("2026-05-02", "2026-05-03", "2026-06-16"):
        assert pass_to(settings, day) == 1
    assert AdviceChange.objects.count() == 0
    assert GivenAdvice.objects.count() == 1
    assert [row.reason for row in Reassessment.objects.all()] == ["day", "day", "day", "edition"]


def test_a_deadline_is_told_when_it_comes_near_and_when_it_is_gone_each_once(anna, settings):
    saved = keep(anna)
    living.run_due()
    for day in ("2026-06-16", "2026-06-17", "2026-06-18", "2026-07-17", "2026-07-18", "2026-07-19"):
        pass_to(settings, day)
    gone, near = saved.changes.all()
    assert (near.given.as_of, near.said["differences"]) == (datetime.date(2026, 6, 17), [])
    assert [row["after"] for row in near.said["near"]] == ["2026-07-17/unknown"]
    assert (gone.given.as_of, gone.given.reason) == (datetime.date(2026, 7, 18), "day")
    assert {row["kind"] for row in gone.said["differences"]} >= {"stage", "date"}
    assert all(row["by_day"] and not row["facts"] for row in gone.said["differences"])
    assert (gone.said["near"], gone.said["facts"]) == ([], [])
    assert Notice.objects.count() == 2


def test_a_limit_that_runs_out_shuts_the_gate_and_is_told(anna, settings):
    """What is before another body is barred everywhere but from the Committee on Racial Discrimination, which has six months."""
    saved = keep(anna, "ARG", **COMPLAINT | {"themes": ["african-descent"], "elsewhere": "pending"})
    living.run_due()
    pass_to(settings, "2026-09-10")
    pass_to(settings, "2026-09-11")
    gates = [row for row in saved.changes.first().said["differences"] if row["kind"] == Kind.GATE]
    assert ("time-limit", Result.PASS, Result.FAIL) in [(row["about"], row["before"], row["after"]) for row in gates]


def test_facts_and_days_at_once_are_told_apart(anna, settings):
    """The portal stood still for months; meanwhile a deadline has passed and another expert is named."""
    saved = keep(anna)
    living.run_due()

    def change(content):
        content["mandates"] = [row for row in content["mandates"] if row["slug"] != "torture"]

    publish(change)
    pass_to(settings, "2026-08-01")
    rows = saved.changes.get().said["differences"]
    mandate = next(row for row in rows if row["kind"] == Kind.MANDATE)
    stage = next(row for row in rows if row["kind"] == Kind.STAGE)
    assert (mandate["facts"], mandate["by_day"]) == ([["mandates", "torture"]], False)
    assert (stage["facts"], stage["by_day"]) == ([], True)
    assert Notice.objects.count() == 1


def test_a_clock_that_goes_back_does_nothing(anna, settings):
    keep(anna)
    living.run_due()
    assert pass_to(settings, "2026-04-01") == 0
    publish(deadline("2026-07-22"))
    assert pass_to(settings, "2026-04-01") == 1
    assert AdviceChange.objects.get().given.as_of == DAY


def test_many_facts_are_named_up_to_a_number(anna):
    keep(anna, themes=["torture", "women", "children", "racism"])
    living.run_due()

    def change(content):
        for row in content["mandates"]:
            row["to"] = "2026-01-01"

    publish(change)
    living.run_due()
    said = AdviceChange.objects.get().said
    assert all(len(row["facts"]) <= 12 for row in said["differences"])
    assert any(row["more"] > 0 for row in said["differences"])
    assert {tuple(key) for row in said["differences"] for key in row["facts"]} == {
        tuple(fact["key"]) for fact in said["facts"]
    }
