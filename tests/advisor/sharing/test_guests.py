"""What guests keep: only the code opens it, only until its day, and the database holds nothing that could be read."""

import datetime
import itertools
from base64 import urlsafe_b64encode

import pytest
from cryptography.fernet import Fernet, InvalidToken

from accounts import sealing
from advisor import jobs
from advisor.questions.drawer import Draft
from advisor.sharing import codes, guests
from advisor.sharing.guests import NoSuchCode
from advisor.sharing.models import GuestDraft
from tests.support.rows import raw

TODAY = datetime.date(2026, 11, 24)
DRAFT = Draft(answers={"countries": ["KEN"], "effort": "weeks"}, at="effort", no_danger="no", assumed=["information"])
OTHER = Draft(answers={"countries": ["TGO"]})


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def pairwise(code: str) -> list[str]:
    """Every two words of a code that follow one another."""
    words = code.split()
    return [" ".join(pair) for pair in itertools.pairwise(words)]


@pytest.fixture
def code(db) -> str:
    return guests.keep(DRAFT, days=7, today=TODAY)[0]


def test_the_code_opens_the_whole_draft_again_and_again(code):
    assert guests.look(code, today=TODAY) == (DRAFT, days(7))
    assert guests.look(code.upper().replace(" ", ", "), today=days(7)) == (DRAFT, days(7))


def test_after_its_last_day_a_code_is_as_good_as_a_wrong_one(code):
    for typed, day in ((code, days(8)), ("acid acorn acre acts afar", TODAY), ("", TODAY)):
        with pytest.raises(NoSuchCode):
            guests.look(typed, today=day)


@pytest.mark.parametrize("offered", guests.DAYS)
def test_it_is_kept_for_as_long_as_was_chosen(db, offered):
    assert guests.keep(DRAFT, days=offered, today=TODAY)[1] == days(offered)


@pytest.mark.parametrize("number", [0, -1, 2, 91, 1000])
def test_no_other_number_of_days_is_taken(code, number):
    for attempt in (
        lambda: guests.keep(DRAFT, days=number, today=TODAY),
        lambda: guests.renew(code, days=number, today=TODAY),
        lambda: guests.overwrite(code, OTHER, days=number, today=TODAY),
    ):
        with pytest.raises(ValueError):
            attempt()


def test_the_database_holds_neither_the_code_nor_an_answer(code):
    held = raw()
    # In quotes, as JSON would hold them: three letters alone stand by chance in anything that is sealed.
    for word in (code, codes.plain(code), *pairwise(code), '"ken"', '"weeks"', '"countries"', '"effort"'):
        assert word not in held, word
    assert str(days(7)) in held, "the scan sees the row"


def test_the_servers_own_key_and_what_lies_beside_it_do_not_open_it(code):
    row = GuestDraft.objects.get()
    with pytest.raises(InvalidToken):
        sealing.unseal(row.sealed, "")
    with pytest.raises(InvalidToken):
        Fernet(urlsafe_b64encode(bytes.fromhex(row.lookup))).decrypt(row.sealed.encode())


def test_neither_length_nor_time_of_what_is_sealed_tells_anything(db):
    for draft in (Draft(answers={"effort": "weeks"}), DRAFT):
        guests.keep(draft, days=7, today=TODAY)
    few, many = GuestDraft.objects.all()
    assert len(few.sealed) == len(many.sealed)
    assert few.sealed[:10] == many.sealed[:10], "Fernet's time of day"


def test_it_is_saved_again_under_the_same_code(code):
    assert guests.overwrite(code, OTHER, days=30, today=days(1)) == days(31)
    assert guests.look(code, today=TODAY) == (OTHER, days(31))
    assert GuestDraft.objects.count() == 1


def test_it_is_kept_longer_or_less_long(code):
    assert guests.renew(code, days=90, today=days(7)) == days(97)
    assert guests.renew(code, days=1, today=days(7)) == days(8)
    assert guests.look(code, today=days(8)) == (DRAFT, days(8))


def test_a_new_code_takes_the_place_of_the_old_one(code):
    fresh, until = guests.rename(code, today=days(1))
    assert until == days(7)
    assert guests.look(fresh, today=TODAY)[0] == DRAFT
    with pytest.raises(NoSuchCode):
        guests.look(code, today=TODAY)


def test_it_is_deleted_by_the_code_alone(code):
    guests.delete(code, today=TODAY)
    assert not GuestDraft.objects.exists()
    with pytest.raises(NoSuchCode):
        guests.delete(code, today=TODAY)


def test_what_is_over_can_not_be_brought_back(code):
    for attempt in (
        lambda: guests.renew(code, days=7, today=days(8)),
        lambda: guests.rename(code, today=days(8)),
        lambda: guests.overwrite(code, OTHER, days=7, today=days(8)),
        lambda: guests.delete(code, today=days(8)),
    ):
        with pytest.raises(NoSuchCode):
            attempt()


def test_what_another_device_deleted_meanwhile_stays_deleted(code, monkeypatch):
    found = guests._find(code, TODAY)
    guests.delete(code, today=TODAY)
    monkeypatch.setattr(guests, "_find", lambda code, today: found)
    with pytest.raises(NoSuchCode):
        guests.overwrite(code, OTHER, days=7, today=TODAY)
    assert not GuestDraft.objects.exists()


def test_each_code_opens_its_own(code):
    other = guests.keep(OTHER, days=7, today=TODAY)[0]
    assert guests.look(code, today=TODAY)[0] == DRAFT
    assert guests.look(other, today=TODAY)[0] == OTHER


def test_a_draft_outlives_a_change_of_the_secret_key_and_moves_to_the_new_one(code, settings):
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-key-" * 6
    with pytest.raises(NoSuchCode):
        guests.look(code, today=TODAY)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert guests.look(code, today=TODAY)[0] == DRAFT
    guests.overwrite(code, OTHER, days=7, today=TODAY)
    settings.SECRET_KEY_FALLBACKS = []
    assert guests.look(code, today=TODAY)[0] == OTHER


def test_tidying_deletes_what_is_past_its_last_day(code, settings):
    last = guests.keep(OTHER, days=1, today=TODAY)[0]
    for day, left in ((days(1), 2), (days(2), 1), (days(8), 0)):
        settings.FIXED_DAY = day.isoformat()
        jobs.tidy()
        assert GuestDraft.objects.count() == left
    assert last
