"""The file of dates: two calendar libraries read it alike; a month is no day; neutral titles tell nothing."""

import datetime
import itertools
import uuid

import icalendar
import pytest
import vobject
from django.conf import settings
from django.utils import translation

from advisor.calendars.entries import Entry
from advisor.calendars.file import Dated, of_guest, write
from advisor.editions import store
from rules.dates import PartialDate
from rules.vocabulary import DateStatus
from tests.support.pseudo import invented_translations

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]

CHANGED = datetime.datetime(2026, 11, 24, 9, 30, 15, 987, tzinfo=datetime.UTC)
UID = uuid.UUID("8f0c6c2e-95c5-4a39-8f43-2f3f2c1f0b11")
DEADLINE = {"code": "upr-stakeholder-deadline", "country": "ISL", "source": "upr-ngos"}
LONG = {
    "arabic": "الموعد النهائي لتقديم تقارير المنظمات غير الحكومية إلى الاستعراض الدوري الشامل " * 4,
    "chinese": "非政府组织提交普遍定期审议报告的最后期限" * 12,
    "emoji": "👩‍👩‍👧‍👦 " * 40,
}


def entry(date: str = "2027-06-14", status: str = "confirmed", *, due: bool = True, **what: str) -> Entry:
    return Entry(PartialDate.parse(date), DateStatus(status), due, what or DEADLINE)


def written(*entries: Entry, neutral: bool = False, **more) -> bytes:
    edition = store.current()
    assert edition is not None
    return write([Dated(one, UID, CHANGED, **more) for one in entries], edition, neutral=neutral)


def event(*args, **more) -> icalendar.Event:
    """The one event of the file, as the first library reads it."""
    neutral, sequence, cancelled = (more.pop(name, False) for name in ("neutral", "sequence", "cancelled"))
    content = written(entry(*args, **more), neutral=neutral, sequence=int(sequence), cancelled=cancelled)
    calendar = icalendar.Calendar.from_ical(content)
    (found,) = calendar.walk("VEVENT")
    assert found.errors == []
    return found


def test_a_day_is_that_whole_day():
    found = event("2027-06-14")
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (
        datetime.date(2027, 6, 14),
        datetime.date(2027, 6, 15),
    )
    assert str(found["uid"]) == str(UID)
    assert found["status"] == "CONFIRMED"
    assert found.decoded("dtstamp") == found.decoded("last-modified") == CHANGED.replace(microsecond=0)
    assert str(found["summary"]) == "UPR: last day for reports by organisations – Iceland"


@pytest.mark.parametrize(
    ("month", "after"), [("2027-06", "2027-07-01"), ("2027-12", "2028-01-01"), ("2028-02", "2028-03-01")]
)
def test_a_month_lies_across_the_whole_month_and_names_no_day(month, after):
    found = event(month)
    assert str(found.decoded("dtstart")) == f"{month}-01"
    assert str(found.decoded("dtend")) == after
    assert found["status"] == "TENTATIVE"
    assert "(some day in " in found["summary"]
    assert "Only the month is known." in found["description"]


@pytest.mark.parametrize("date", ["2027-06-14", "2027-06"])
def test_nothing_takes_time_and_everything_is_private(date):
    found = event(date)
    assert (found["transp"], found["class"]) == ("TRANSPARENT", "PRIVATE")


@pytest.mark.parametrize(
    ("status", "shown", "words"),
    [
        ("confirmed", "CONFIRMED", ""),
        ("tentative", "TENTATIVE", "(may still move)"),
        ("estimated", "TENTATIVE", "(our estimate)"),
    ],
)
def test_how_certain_a_date_is_shows_in_status_and_title(status, shown, words):
    found = event(status=status)
    assert found["status"] == shown
    assert str(found["summary"]).endswith(words or "Iceland")


def test_what_was_called_off_says_so_also_to_programs_that_do_not_look_at_the_status():
    found = event(cancelled=True, sequence=3)
    assert (found["status"], found["sequence"]) == ("CANCELLED", 3)
    assert str(found["summary"]).startswith("No longer holds: UPR")


def test_the_source_is_named():
    source = store.current().sources["upr-ngos"]
    assert source.url in event()["description"]


def test_what_a_person_wrote_stands_as_it_is():
    assert str(event(text="Call Geneva; then, write\\nothing")["summary"]) == "Call Geneva; then, write\\nothing"


def test_control_characters_and_line_breaks_can_not_make_lines_of_their_own():
    found = event(text="a\r\nBEGIN:VALARM\r\nATTACH:x\x00\x07")
    assert str(found["summary"]) == "a\nBEGIN:VALARM\nATTACH:x"
    assert found.subcomponents == []


def test_a_kept_entry_of_which_an_edition_knows_nothing_any_more_is_still_shown():
    found = event(code="petition-limit", country="XXX", treaty="no-such", source="gone")
    assert str(found["summary"]) == "Last day to send the complaint"


def test_a_task_is_named_by_its_step_state_and_committee():
    found = event(action="communication", country="EGY", treaty="cat")
    assert str(found["summary"]).endswith("– Egypt – Committee against Torture")
    assert str(found["description"]) == "A task of your plan."
    assert str(event(action="communication", country="XXX", treaty="gone")["summary"]) in str(found["summary"])


@pytest.mark.parametrize("date", ["2027-06-14", "2027-06"])
@pytest.mark.parametrize("cancelled", [True, False])
def test_neutral_titles_tell_nothing(date, cancelled):
    what = [
        DEADLINE,
        {"code": "petition-limit", "country": "EGY", "treaty": "cat", "source": "cat"},
        {"text": "Write to Ms A"},
        {"action": "communication", "country": "EGY", "treaty": "cat"},
    ]
    entries = [entry(date, due=due, **one) for one, due in itertools.product(what, (True, False))]
    text = written(*entries, neutral=True, cancelled=cancelled).decode().replace("\r\n ", "")
    for told in ("UPR", "Iceland", "Egypt", "Torture", "Ms A", "HRC", "Human Rights", "UN ", "http", "DESCRIPTION"):
        assert told not in text
    names = set(icalendar.Calendar.from_ical(text).walk("VEVENT")[0])
    assert names <= {
        "UID",
        "SEQUENCE",
        "DTSTAMP",
        "LAST-MODIFIED",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "STATUS",
        "TRANSP",
        "CLASS",
    }


def test_neutral_titles_tell_a_deadline_from_a_date():
    assert str(event(neutral=True)["summary"]) == f"{settings.NEUTRAL_NAME}: deadline"
    assert str(event(due=False, neutral=True)["summary"]) == f"{settings.NEUTRAL_NAME}: date"
    assert (
        str(event("2027-06", neutral=True)["summary"]) == f"{settings.NEUTRAL_NAME}: deadline (some day in June 2027)"
    )


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_lines_are_folded_between_letters(text):
    content = written(entry(text=text))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode()
    assert str(icalendar.Calendar.from_ical(content).walk("VEVENT")[0]["summary"]) == text


def test_a_second_library_reads_the_same():
    entries = [entry("2027-06-14"), entry("2027-06", "tentative"), *(entry(text=text) for text in LONG.values())]
    content = written(*entries, sequence=2)
    ours = icalendar.Calendar.from_ical(content).walk("VEVENT")
    theirs = vobject.readOne(content.decode()).vevent_list
    assert len(ours) == len(theirs) == len(entries)
    for one, other in zip(ours, theirs, strict=True):
        assert str(one["summary"]) == other.summary.value
        assert str(one["uid"]) == other.uid.value
        assert int(one["sequence"]) == int(other.sequence.value) == 2
        assert (one.decoded("dtstart"), one.decoded("dtend")) == (other.dtstart.value, other.dtend.value)
        assert one["status"] == other.status.value
        assert one.decoded("last-modified") == other.last_modified.value


def test_programs_are_told_how_often_to_look():
    calendar = icalendar.Calendar.from_ical(written(entry()))
    assert calendar.errors == []
    assert calendar["refresh-interval"].to_ical() == b"PT12H"
    assert calendar["refresh-interval"].params["VALUE"] == "DURATION"
    assert calendar["version"] == "2.0"


def test_the_same_entries_give_the_same_bytes():
    assert written(entry(), neutral=True) == written(entry(), neutral=True)


def test_titles_speak_the_language_of_the_moment():
    with invented_translations("ar"), translation.override("ar"):
        summary = str(event()["summary"])
    assert "last day" not in summary
    assert "Iceland" in summary


def test_a_guest_gets_the_same_uid_in_one_session_and_another_in_the_next():
    uids = [of_guest("upr-review/ISL", entry(), whose, CHANGED, 1).uid for whose in ("guest/a", "guest/a", "guest/b")]
    assert uids[0] == uids[1] != uids[2]
    assert uids[0] != of_guest("upr-review/KEN", entry(), "guest/a", CHANGED, 1).uid
