"""What changed since somebody looked: shown to each person until they say so, and kept on a page of its own."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import privacy
from advisor.notices.models import Notice
from advisor.saved import living, read_marks
from advisor.saved.models import AdviceChange, AdviceSeen, GivenAdvice, SavedAdvice
from tests.accounts.people import organisation, person, signed_in

from .living import DAY, deadline, keep, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]
HEADING = "What changed since you looked"
MOVED = (
    "Universal Periodic Review (UPR) – UPR: last day for reports by organisations, Myanmar: before 17 July 2026"
    " (how certain is not known), now 22 July 2026 (how certain is not known)."
)


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY.isoformat()


@pytest.fixture
def people():
    return {name: person(f"{name}@one.example") for name in ("owner", "reader", "outsider")}


@pytest.fixture
def saved(people) -> SavedAdvice:
    """An organisation's saved advice, in which a deadline has moved."""
    kept = keep(organisation(owner=people["owner"], reader=people["reader"]))
    move("2026-07-22")
    return kept


def move(day: str | None) -> None:
    living.run_due()
    publish(deadline(day))
    living.run_due()


def address(saved: SavedAdvice, name: str = "saved") -> str:
    return reverse(f"advisor:{name}", args=[saved.pk])


def text(client: Client, saved: SavedAdvice, name: str = "saved") -> str:
    answer = client.get(address(saved, name))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def see(client: Client, saved: SavedAdvice, upto: object = None):
    """Press the button, as the page offers it."""
    newest = saved.changes.first()
    return client.post(address(saved, "saved-changes-seen"), {"upto": newest.pk if upto is None else upto})


def test_the_page_says_what_was_what_is_which_fact_and_when(saved, people):
    page = text(signed_in(people["owner"]), saved)
    assert HEADING in page
    assert MOVED in page
    assert "Changed fact: UPR session: 54." in page
    assert "last day for reports by organisations: before 2026-07-17, now 2026-07-22" in page
    assert "New facts were published" in page
    assert "1 May 2026" in page or "May 1, 2026" in page


def test_looking_alone_is_not_having_seen(saved, people):
    client = signed_in(people["owner"])
    for _ in range(2):
        assert HEADING in text(client, saved)
    assert not AdviceSeen.objects.exists()


def test_each_says_it_for_themselves_and_readers_may(saved, people):
    reader, owner = signed_in(people["reader"]), signed_in(people["owner"])
    answer = see(reader, saved)
    assert (answer.status_code, answer.headers["Location"]) == (302, address(saved))
    assert HEADING not in text(reader, saved)
    assert HEADING in text(owner, saved)


def test_whoever_has_seen_it_is_not_told_by_mail_any_more(saved, people):
    assert Notice.objects.count() == 2
    see(signed_in(people["reader"]), saved)
    assert [notice.user for notice in Notice.objects.all()] == [people["owner"]]


def test_the_next_change_is_new_again(saved, people):
    client = signed_in(people["owner"])
    see(client, saved)
    move("2026-07-23")
    page = text(client, saved)
    assert "before 22 July 2026" in page
    assert "before 17 July 2026" not in page


def test_a_change_that_came_after_the_page_was_shown_stays_new(saved, people):
    client, shown = signed_in(people["owner"]), saved.changes.first().pk
    move("2026-07-23")
    see(client, saved, upto=shown)
    page = text(client, saved)
    assert "before 22 July 2026" in page
    assert "before 17 July 2026" not in page


def test_a_button_of_an_old_page_makes_nothing_new_again(saved, people):
    client, shown = signed_in(people["owner"]), saved.changes.first().pk
    move("2026-07-23")
    see(client, saved)
    see(client, saved, upto=shown)
    assert HEADING not in text(client, saved)


def test_the_newest_few_are_shown_and_all_are_on_their_own_page(saved, people):
    for day in range(23, 28):
        move(f"2026-07-{day}")
    client = signed_in(people["owner"])
    page = text(client, saved)
    assert page.count("Changed fact: UPR session: 54.") == 3
    assert "3 earlier changes are not shown here." in page
    every = text(client, saved, "saved-changes")
    assert every.count("Changed fact: UPR session: 54.") == 6
    assert every.count(">new<") == 6
    see(client, saved)
    assert text(client, saved, "saved-changes").count(">new<") == 0


def test_every_change_stands_on_pages_of_twenty(saved, people, monkeypatch):
    monkeypatch.setattr("advisor.saved.history_views.ON_A_PAGE", 2)
    for day in (23, 24):
        move(f"2026-07-{day}")
    client = signed_in(people["owner"])
    assert text(client, saved, "saved-changes").count("Changed fact") == 2
    second = client.get(address(saved, "saved-changes") + "?page=2").content.decode()
    assert second.count("Changed fact") == 1
    assert "Newer" in second


def test_without_a_change_the_pages_say_so(people):
    kept, client = keep(people["owner"]), signed_in(people["owner"])
    assert HEADING not in text(client, kept)
    assert "Nothing has changed so far." in text(client, kept, "saved-changes")


def test_a_day_that_passed_is_told_as_such(people, settings):
    kept = keep(people["owner"])
    living.run_due()
    for day in ("2026-06-17", "2026-07-18"):
        settings.FIXED_DAY = day
        living.run_due()
    page = text(signed_in(people["owner"]), kept)
    assert "17 July 2026, no more than 30 days ahead." in page
    assert "Time has passed; no fact was changed." in page
    assert "A day passed that matters" in page


def test_what_is_no_change_marks_nothing(saved, people):
    client = signed_in(people["owner"])
    for upto in ("", "x", "-1", "٣", "9" * 30, "1 OR 1"):
        assert see(client, saved, upto=upto).status_code == 302
    assert not AdviceSeen.objects.exists()


def test_a_number_beyond_the_newest_does_not_hide_what_is_to_come(saved, people):
    client = signed_in(people["owner"])
    see(client, saved, upto=10**15)
    move("2026-07-23")
    assert HEADING in text(client, saved)


@pytest.mark.parametrize("name", ["saved-changes", "saved-changes-seen"])
def test_outsiders_learn_nothing_and_guests_are_asked_to_sign_in(saved, people, name):
    where, before = address(saved, name), list(AdviceSeen.objects.values())
    for send in (signed_in(people["outsider"]).get, signed_in(people["outsider"]).post):
        assert send(where, {"upto": "9"}).status_code in (404, 405)
    assert Client().post(where, {"upto": "9"}).headers["Location"] == f"/account/login/?next={where}"
    assert list(AdviceSeen.objects.values()) == before


def test_each_page_takes_its_own_method_only(saved, people):
    client = signed_in(people["owner"])
    assert client.get(address(saved, "saved-changes-seen")).status_code == 405
    assert client.post(address(saved, "saved-changes")).status_code == 405


def test_without_an_edition_the_page_says_so(saved, people, monkeypatch):
    monkeypatch.setattr("advisor.editions.store.current", lambda: None)
    assert signed_in(people["owner"]).get(address(saved, "saved-changes")).status_code == 503


def test_everything_of_it_is_handed_out(people):
    kept = keep(people["owner"])
    keep(people["outsider"])
    move("2026-07-22")
    see(signed_in(people["owner"]), kept)
    mine = privacy.export_all(people["owner"])["changes of saved advice"]
    (change,) = mine["changes"]
    assert change["saved"] == str(kept.pk)
    assert change["differences"][0]["after"] == "2026-07-22/unknown"
    assert [row["saved"] for row in mine["looked"]] == [str(kept.pk)]


def test_it_goes_with_the_saved_advice_and_with_the_account(people, saved):
    own = keep(people["owner"])
    move("2026-07-23")
    for person_ in (people["owner"], people["reader"]):
        see(signed_in(person_), saved)
    own_change = own.changes.get()
    see(signed_in(people["owner"]), own)
    own.delete()
    assert not AdviceChange.objects.filter(pk=own_change.pk).exists()
    privacy.delete_all(people["reader"])
    assert [row.user for row in AdviceSeen.objects.all()] == [people["owner"]]
    privacy.delete_all(people["owner"])
    for model in (AdviceChange, AdviceSeen, GivenAdvice, Notice, SavedAdvice):
        assert not model.objects.exists()


def test_words_of_a_page_hold_no_code(saved, people):
    page = text(signed_in(people["owner"]), saved)
    section = page[page.index(HEADING) : page.index("I have seen this")]
    for code in ("upr_sessions", "upr-stakeholder", "MMR", "%(", "None"):
        assert code not in section


def test_unseen_is_by_person_and_saved_advice(saved, people):
    other = keep(people["owner"], "TGO")
    move("2026-07-23")
    read_marks.mark_seen(saved=other, upto=other.changes.get().pk, by=people["owner"])
    assert read_marks.unseen(saved, people["owner"]).count() == 2
    assert read_marks.unseen(other, people["owner"]).count() == 0
