"""What editors are told to do: few things, in words, each with its form and the page to open."""

import datetime

import pytest

from mechanisms.concerns import unknowns
from mechanisms.events import EVENTS, Why
from mechanisms.models import (
    CouncilMembership,
    CouncilSession,
    Mandate,
    MandateContact,
    MandateHolder,
    PageCheck,
    Source,
    TreatyStatus,
    UprReview,
    UprSession,
)
from mechanisms.staleness import Dues, models_with_facts
from mechanisms.tasks import CONTRADICTION, DISAGREES, TERMS_END, tasks
from tests.mechanisms.admin.filling import said

from .world import proof

RELEASED = datetime.date(2026, 11, 28)


def told(day: datetime.date = RELEASED) -> dict[str, str]:
    return {task.words: task.why for task in tasks(day)}


def test_on_the_day_of_the_release_fewer_than_sixty_things_are_due(facts):
    found = tasks(RELEASED)
    assert 0 < len(found) < 60
    assert all(task.words and task.address.startswith("/admin/mechanisms/") for task in found)
    assert all(task.source for task in found if task.why != CONTRADICTION)


def test_every_fact_that_is_due_belongs_to_a_task(facts):
    dues = Dues()
    for day in (RELEASED, datetime.date(2027, 1, 24), datetime.date(2027, 5, 27)):
        late = {kind: dues.due(model.objects.all(), day).count() for kind, model in models_with_facts().items()}
        # three tasks speak of what is known to be missing, beside the rows that are due
        beside = {TERMS_END, CONTRADICTION, DISAGREES}
        assert sum(late.values()) == sum(task.rows for task in tasks(day) if task.why not in beside)


def test_a_session_that_closed_is_one_task_in_words(facts):
    UprSession.objects.filter(number=53).update(
        start=datetime.date(2026, 11, 2), end=datetime.date(2026, 11, 13), start_precision="day", end_precision="day"
    )
    (task,) = [task for task in tasks(RELEASED) if task.why == Why.REVIEWED and "UPR session 53 closed" in task.words]
    assert task.words.startswith("UPR session 53 closed (13 November 2026): enter when its outcomes are adopted")
    assert task.address == f"/admin/mechanisms/uprsession/{UprSession.objects.get(number=53).pk}/change/"
    assert task.rows == 1 + UprReview.objects.filter(session__number=53, checked_on__lt="2026-11-20").count()


def test_history_is_never_due(facts):
    words = " ".join(told())
    assert not any(f"UPR session {number} " in words for number in range(1, 50))
    ended = Mandate.objects.get(slug="cote-divoire")
    assert Dues().event(ended, RELEASED) is None


def test_mandates_are_one_task_until_they_were_looked_up(facts):
    (task,) = [task for task in tasks(RELEASED) if task.why == Why.COUNCIL_CLOSED]
    number = Mandate.objects.on(RELEASED).count()
    assert task.words == f"Council session 63 has closed: say what became of {number} mandates and their holders."
    for model in (Mandate, MandateHolder, MandateContact):
        model.objects.update(checked_on=RELEASED)
    Mandate.objects.filter(renewal_status="outcome-unknown").update(renewal_status="known")
    assert Why.COUNCIL_CLOSED not in told().values()


def test_a_renewal_that_was_not_found_stays_a_task(facts):
    for model in (Mandate, MandateHolder, MandateContact):
        model.objects.update(checked_on=RELEASED)
    open_ones = Mandate.objects.on(RELEASED).filter(renewal_status="outcome-unknown").count()
    assert f"Council session 63 has closed: say what became of {open_ones} mandates and their holders." in told()


def test_terms_that_end_without_a_later_one(facts):
    words = "15 terms on the Council end on 31 December 2026 and no later ones are entered: enter who was elected."
    assert told()[words] == TERMS_END
    CouncilMembership(
        state=CouncilMembership.objects.filter(valid_to=datetime.date(2026, 12, 31)).first().state,
        regional_group="african",
        valid_from=datetime.date(2027, 1, 1),
        valid_to=datetime.date(2029, 12, 31),
        **proof(),
    ).save()
    assert words not in told()


def test_dates_ahead_call_before_they_come(facts):
    UprSession.objects.filter(number=54).update(dates_status="tentative", checked_on=datetime.date(2026, 11, 24))
    near = "UPR session 54 is near, and its days are not confirmed: enter them as they are published."
    assert near not in told()
    assert near in told(datetime.date(2026, 12, 20))


def test_a_holder_who_serves_for_six_years(facts):
    holder = MandateHolder.objects.on(RELEASED).first()
    MandateHolder.objects.filter(pk=holder.pk).update(
        valid_from=datetime.date(2020, 11, 1), valid_from_precision="day", checked_on=datetime.date(2026, 10, 31)
    )
    CouncilSession.objects.filter(number=63).update(end=datetime.date(2026, 10, 9), end_precision="day")
    assert any(f"{holder}: six years are over" in words for words in told())


def test_contradictions_come_first(facts):
    CouncilSession.objects.filter(number=55).update(status="planned")
    UprReview.objects.filter(state__iso3="KEN", cycle__number=4).update(session=UprSession.objects.get(number=27))
    TreatyStatus.objects.filter(state__iso3="TGO", treaty__slug="cat", instrument="treaty").update(status="signatory")
    found = tasks(RELEASED)
    first = [task.words for task in found if task.why == CONTRADICTION]
    assert [task.words for task in found[: len(first)]] == first
    assert "Council session 55: “planned”, and its dates say otherwise" in first
    assert "Kenya · Cycle 4 · UPR session 27: the session belongs to another cycle" in first
    assert (
        "Togo · CAT · individual complaints · accepted: accepted, and yet the State is no party to the treaty" in first
    )


def test_a_page_is_one_task_for_all_its_facts(facts):
    source = Source.objects.get(slug="untc-iv-4")
    rows = TreatyStatus.objects.filter(source=source)
    (task,) = [task for task in tasks(RELEASED) if task.source == source]
    assert (task.why, task.rows) == (Why.PAGE, rows.count())
    PageCheck.objects.create(
        source=source, kind="treaty_statuses", about="iccpr/treaty", day=RELEASED, stated=175, counted=175
    )
    assert source not in [task.source for task in tasks(RELEASED)]
    assert source in [task.source for task in tasks(RELEASED + datetime.timedelta(days=32))]


def test_a_page_that_counts_something_else_is_a_task_until_it_agrees(facts):
    source = Source.objects.get(slug="untc-iv-4")
    check = PageCheck.objects.create(
        source=source, kind="treaty_statuses", about="iccpr/treaty", day=RELEASED, stated=176, counted=175
    )
    words = f"“{source}” counted 176 on 28 November 2026, we count 175 (ICCPR – the treaty itself): find the rows that differ."
    assert told()[words] == DISAGREES
    assert Dues().due(TreatyStatus.objects.filter(source=source), RELEASED).exists()
    PageCheck.objects.filter(pk=check.pk).update(others=1)
    assert words not in told()


def test_what_nobody_found_is_no_task(facts):
    groups = {str(group.title): [str(concern.row) for concern in group.concerns] for group in unknowns(RELEASED)}
    assert "Ukraine · Cycle 4" in groups["Reviews whose session was not found"]
    assert "Adequate housing" in groups["Mandates whose holder or renewal was not found"]
    assert "Qatar · CAT · individual complaints · not accepted" in groups["Doors whose state is doubtful"]


@pytest.mark.django_db
def test_an_empty_database_has_nothing_to_do():
    proof()
    assert (tasks(RELEASED), unknowns(RELEASED)) == ([], [])


def test_the_pages_show_them_in_few_queries(facts, editor, django_assert_max_num_queries):
    with django_assert_max_num_queries(61):
        words = said(editor.get("/admin/mechanisms/recheckinterval/due/"))
    assert "Council session 63 has closed" in words
    assert "Pages to look at" in words
    assert "Council session 63 has closed" in said(editor.get("/admin/"))


def test_kinds_with_events_are_kinds_of_fact(facts):
    assert set(EVENTS) < set(models_with_facts())
