"""What was handed out under a secret key before goes on working after the key was changed: addresses, links, UIDs, codes."""

import icalendar
import pytest
from django.core.management import call_command
from django.test import Client

from advisor.calendars import feeds
from advisor.notices import mails
from advisor.notices.models import NoticePreference
from advisor.questions import drawer
from advisor.sharing import guests, links
from tests.accounts.people import person
from tests.advisor.calendars.matters import matter
from tests.advisor.saved.saved import draft
from tests.support.cases import DAY

NEW = "another-key-" * 5


@pytest.fixture(autouse=True)
def the_day(settings, edition):
    settings.FIXED_DAY = "2026-06-01"


@pytest.fixture
def change_the_key(settings):
    """`change_the_key()` puts another key in place of the one that is there; `forget=True` drops the one before."""

    def run(*, forget: bool = False) -> None:
        settings.SECRET_KEY_FALLBACKS = [] if forget else [settings.SECRET_KEY]
        settings.SECRET_KEY = NEW

    return run


@pytest.fixture
def anna(db):
    return person("anna@one.example")


def guest() -> Client:
    """A visitor with answers on a State whose deadline is ahead."""
    client = Client()
    session = client.session
    answers = {"countries": ["ISL"], "themes": ["housing"], "information": "themes-one-country"}
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers}
    session.save()
    return client


def uids(content: bytes) -> set[str]:
    return {str(event["uid"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}


@pytest.mark.parametrize("command", [False, True], ids=["at once", "sealed anew and forgotten"])
def test_a_calendar_address_answers_with_the_same_uids(anna, change_the_key, settings, command):
    matter(anna)
    path = f"/calendar/{feeds.make(by=anna, saved=None, neutral=True, language='en')}.ics"
    before = uids(Client().get(path).content)
    assert before
    change_the_key()
    if command:
        call_command("reseal", verbosity=0)
        settings.SECRET_KEY_FALLBACKS = []
    assert uids(Client().get(path).content) == before
    assert uids(Client().get(path).content) == before


def test_a_guests_file_keeps_its_uids(change_the_key):
    visitor = guest()
    before = uids(visitor.post("/advice/calendar/", {"neutral": "on"}).content)
    assert before
    change_the_key()
    assert uids(visitor.post("/advice/calendar/", {"neutral": "on"}).content) == before
    assert not uids(guest().post("/advice/calendar/", {"neutral": "on"}).content) & before


def test_a_link_that_switches_mails_off_works(anna, change_the_key):
    preference = NoticePreference.objects.create(user=anna)
    path = mails.off_path(preference)
    change_the_key()
    assert Client().post(path).status_code == 200
    preference.refresh_from_db()
    assert preference.mode == "off"


def test_a_link_for_sharing_works_even_without_the_key_before(anna, change_the_key):
    saved = matter(anna)
    token = links.make(saved=saved, by=anna, days=30, with_answers=False, label="x")
    change_the_key(forget=True)
    assert links.find(token) is not None


def test_a_code_works_until_the_key_before_is_dropped(change_the_key, settings):
    code, _until = guests.keep(draft(), days=90, today=DAY)
    change_the_key()
    assert guests.look(code, today=DAY)[0].answers
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(guests.NoSuchCode):
        guests.look(code, today=DAY)
