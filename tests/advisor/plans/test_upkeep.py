"""Plans follow each published edition and each day by themselves, and one that can't be opened stops no other."""

from django.db.models import TextField, Value

from advisor.editions import store
from advisor.editions.models import Edition
from advisor.jobs import ROUNDS
from advisor.plans.models import Plan
from advisor.plans.upkeep import bring_up
from advisor.saved import actions as saving
from mechanisms.models import UprSession
from rules.vocabulary import RouteSlug

from .planned import advised, planned, saved_for


def test_a_new_edition_moves_deadlines_and_due_dates(facts, saved, anna):
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    assert (task.deadline, task.due) == ("2027-01", "2026-12")
    number = advised(saved).route(RouteSlug.UPR).stages[0].session
    UprSession.objects.filter(number=number).update(start="2027-02-15", start_precision="day", dates_status="confirmed")
    published = store.publish(by=None)
    assert bring_up() == 1
    task.refresh_from_db()
    assert (task.deadline, task.due) == ("2027-02-15", "2027-02-01")
    assert Plan.objects.get().edition_id == published.edition_id
    assert bring_up() == 0


def test_a_day_that_passes_is_followed_once(saved, anna, settings):
    planned(saved, by=anna)
    assert bring_up() == 0
    settings.FIXED_DAY = "2026-11-25"
    assert (bring_up(), bring_up()) == (1, 0)
    assert Plan.objects.get().as_of.isoformat() == "2026-11-25"


def test_what_is_not_kept_true_stays_as_it_was(saved, anna, settings):
    planned(saved, by=anna)
    saving.set_status(saved=saved, status="closed", revision=1, by=anna)
    settings.FIXED_DAY = "2026-11-25"
    assert bring_up() == 0


def test_one_that_cannot_be_opened_stops_no_other(saved, anna, settings, caplog):
    planned(saved, by=anna)
    planned(saved_for(anna), by=anna)
    Plan.objects.filter(saved=saved).update(routes=Value("broken", TextField()))
    settings.FIXED_DAY = "2026-11-25"
    assert bring_up() == 1
    assert f"{saved.pk} could not be brought up (InvalidToken)" in caplog.text


def test_before_the_first_edition_there_is_nothing_to_follow(db):
    assert not Edition.objects.exists()
    assert bring_up() == 0


def test_the_portal_does_so_by_itself():
    assert ROUNDS["plans"].run is bring_up
