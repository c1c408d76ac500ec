"""Calendar addresses and files: who reads what, for how long, and that an address is the only secret."""

import datetime
import logging
import re

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from accounts import privacy, tokens
from accounts.models import Membership
from advisor.calendars import feeds
from advisor.calendars.models import CalendarFeed
from advisor.jobs import tidy
from advisor.saved import actions as saving
from portal.logs import DiscreetFormatter
from tests.accounts.people import organisation, person, signed_in
from tests.support.pseudo import invented_translations

from .matters import matter, publish_deadline

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("spring")]

ROLES = ("owner", "member", "reader")


def made(user, **wish) -> str:
    """Make an address through the page. Out: its path."""
    page = signed_in(user).post("/calendar/new/", {"neutral": "on", **wish})
    assert page.status_code == 200, page.content.decode()
    return re.search(r'value="http://testserver(/calendar/[\w-]+\.ics)"', page.content.decode()).group(1)


def events(path: str, client: Client | None = None) -> list[icalendar.Event]:
    answer = (client or Client()).get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert calendar.errors == []
    return calendar.walk("VEVENT")


def deadline(found: list[icalendar.Event]) -> icalendar.Event:
    (one,) = [event for event in found if "last day for reports" in event["summary"]]
    return one


# Addresses


def test_an_address_is_shown_once_and_only_its_hash_is_kept(anna):
    path = made(anna)
    token = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(token) >= 43
    feed = CalendarFeed.objects.get()
    assert feed.token_hash == tokens.hashed(token)
    assert token not in signed_in(anna).get("/calendar/").content.decode()
    assert feed.neutral


def test_titles_are_neutral_unless_somebody_says_otherwise(anna):
    matter(anna)
    neutral, full = made(anna), made(anna, neutral="")
    assert {str(event["summary"]).split(" (")[0] for event in events(neutral)} == {"Planner: deadline", "Planner: date"}
    assert deadline(events(full))
    assert [event["uid"] for event in events(neutral)] == [event["uid"] for event in events(full)]


def test_an_address_of_one_holds_that_one_and_one_of_all_holds_all(anna):
    iceland, kenya = matter(anna), matter(anna, countries=["KEN"])
    one = {str(event["uid"]) for event in events(made(anna, saved=str(iceland.pk)))}
    other = {str(event["uid"]) for event in events(made(anna, saved=str(kenya.pk)))}
    both = {str(event["uid"]) for event in events(made(anna))}
    assert one | other >= both
    assert both & one
    assert both & other


def test_a_date_that_two_matters_share_is_shown_once(anna):
    for _number in range(2):
        matter(anna)
    assert deadline(events(made(anna, neutral="")))


def test_a_changed_deadline_keeps_its_uid_and_counts_higher(anna, facts):
    matter(anna)
    path = made(anna, neutral="")
    before = deadline(events(path))
    publish_deadline("2026-07-31")
    after = deadline(events(path))
    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("dtstart") == datetime.date(2026, 7, 31)
    assert after.decoded("last-modified") >= before.decoded("last-modified")


def test_a_deadline_that_vanished_is_cancelled(anna, facts):
    matter(anna)
    path = made(anna, neutral="")
    before = deadline(events(path))
    publish_deadline(None)
    after = deadline(events(path))
    assert (after["uid"], after["status"], after["sequence"]) == (before["uid"], "CANCELLED", 1)


def test_while_another_matter_still_has_a_date_it_is_not_cancelled(anna):
    changing, _staying = matter(anna), matter(anna)
    path = made(anna, neutral="")
    events(path)
    changing.draft["answers"]["countries"] = ["KEN"]
    changing.save()
    assert deadline(events(path))["status"] != "CANCELLED"


def test_drafts_and_closed_matters_are_in_no_address(anna):
    saved = matter(anna)
    path = made(anna)
    for status, there in (("draft", False), ("submitted", True), ("closed", False), ("active", True)):
        saved = saving.set_status(saved=saved, status=status, revision=saved.revision, by=anna)
        assert bool(events(path)) is there
    saving.set_status(saved=saved, status="closed", revision=saved.revision, by=anna)
    assert signed_in(anna).post("/calendar/new/", {"saved": str(saved.pk)}).status_code == 422


def test_the_language_is_that_in_which_the_address_was_made(anna, settings):
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    matter(anna)
    with invented_translations("ar"):
        client = signed_in(anna)
        page = client.post("/calendar/new/", {}, headers={"accept-language": "ar"}).content.decode()
        path = re.search(r"/calendar/[\w-]{43}\.ics", page).group()
        arabic = events(path)
    assert not any("last day" in event["summary"] for event in arabic)
    assert any("Iceland" in event["summary"] for event in arabic)


# What calendar programs need


def test_no_session_no_cookie_and_kept_by_the_program_alone(anna):
    path = made(anna)
    client = Client()
    answer = client.get(path)
    assert client.cookies == {}
    assert "private" in answer.headers["Cache-Control"]
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_what_is_unchanged_is_not_sent_again(anna, facts):
    matter(anna)
    path = made(anna)
    first = Client().get(path)
    for proof in (
        {"if-none-match": first.headers["ETag"]},
        {"if-modified-since": first.headers["Last-Modified"]},
    ):
        again = Client().get(path, headers=proof)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert "private" in again.headers["Cache-Control"]
    CalendarFeed.objects.update(served_at=timezone.now() - datetime.timedelta(hours=1))
    earlier = Client().get(path)
    publish_deadline("2026-07-31")
    for proof in (
        {"if-none-match": first.headers["ETag"]},
        {"if-modified-since": earlier.headers["Last-Modified"]},
    ):
        assert Client().get(path, headers=proof).status_code == 200


def test_the_day_of_the_last_look_is_noted_and_nothing_else(anna):
    path = made(anna)
    assert CalendarFeed.objects.get().last_read_on is None
    Client().get(path)
    assert CalendarFeed.objects.get().last_read_on == datetime.date(2026, 6, 1)
    assert "Last read 1 June 2026." in signed_in(anna).get("/calendar/").content.decode()


def test_no_address_is_written_into_a_log(anna, caplog):
    path = made(anna)
    with caplog.at_level(logging.DEBUG):
        Client().post(path)
        # Another token, and nothing else: the same letter may stand in the words of the address.
        Client().get(f"{path[:-8]}{'y' if path[-8] == 'x' else 'x'}{path[-7:]}")
    lines = [DiscreetFormatter().format(record) for record in caplog.records]
    assert any("Method Not Allowed" in line for line in lines)
    assert any("Not Found" in line for line in lines)
    assert not [line for line in lines if path[10:40] in line]


def test_before_the_first_edition_programs_are_asked_to_come_back(anna):
    from advisor.editions.models import Publication

    path = made(anna)
    Publication.objects.all().delete()
    answer = Client().get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3600")


# Who may


def test_unknown_and_revoked_addresses_are_alike(anna):
    path = made(anna)
    client = signed_in(anna)
    client.post(f"/calendar/{CalendarFeed.objects.get().pk}/revoke/")
    revoked, unknown = Client().get(path), Client().get("/calendar/" + "x" * 43 + ".ics")
    assert (revoked.status_code, unknown.status_code) == (404, 404)
    assert revoked.content == unknown.content
    assert "Revoked" in client.get("/calendar/").content.decode()


def test_an_address_ends_with_its_owner_and_with_its_advice(anna):
    saved = matter(anna)
    all_of, one_of = made(anna), made(anna, saved=str(saved.pk))
    saving.delete(saved=saved, revision=saved.revision, by=anna)
    assert Client().get(one_of).status_code == 404
    assert events(all_of) == []
    anna.is_active = False
    anna.save()
    assert Client().get(all_of).status_code == 404
    privacy.delete_all(anna)
    assert not CalendarFeed.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_everybody_in_an_organisation_reads_its_dates(anna, role):
    own = organisation(**{role: anna})
    saved = matter(anna, organisation=own)
    assert events(made(anna))
    assert events(made(anna, saved=str(saved.pk)))
    assert signed_in(anna).post(f"/saved/{saved.pk}/calendar/").status_code == 200


def test_whoever_was_removed_reads_nothing_more(anna):
    own = organisation(owner=person("owner@one.example"), member=anna)
    saved = matter(anna, organisation=own, name="Only for those inside")
    all_of, one_of = made(anna), made(anna, saved=str(saved.pk))
    assert events(all_of)
    Membership.objects.filter(user=anna).delete()
    assert events(all_of) == events(one_of) == []
    page = signed_in(anna).get("/calendar/").content.decode()
    assert "Only for those inside" not in page
    assert "Advice that you may no longer read" in page
    assert signed_in(anna).post(f"/saved/{saved.pk}/calendar/").status_code == 404


def test_strangers_make_no_address_of_what_is_not_theirs(anna):
    saved = matter(person("ben@two.example"))
    assert signed_in(anna).post("/calendar/new/", {"saved": str(saved.pk)}).status_code == 422
    assert signed_in(anna).post(f"/saved/{saved.pk}/calendar/").status_code == 404
    assert events(made(anna)) == []
    assert CalendarFeed.objects.count() == 1


def test_nobody_revokes_another_s_address(anna):
    path = made(anna)
    answer = signed_in(person("ben@two.example")).post(f"/calendar/{CalendarFeed.objects.get().pk}/revoke/")
    assert answer.status_code == 404
    assert Client().get(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [("get", "/calendar/"), ("post", "/calendar/new/"), ("post", "/calendar/1/revoke/")]
)
def test_guests_are_asked_to_sign_in(client, method, path):
    answer = getattr(client, method)(path)
    assert answer.headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    ("method", "path"), [("post", "/calendar/"), ("get", "/calendar/new/"), ("get", "/calendar/1/revoke/")]
)
def test_other_methods_are_refused(anna, method, path):
    assert getattr(signed_in(anna), method)(path).status_code == 405


def test_forged_forms_are_refused(anna):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna)
    assert client.post("/calendar/new/").status_code == 403


def test_there_is_an_end_to_the_number_of_addresses(anna, monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 2)
    made(anna)
    made(anna)
    answer = signed_in(anna).post("/calendar/new/", {"neutral": "on"})
    assert answer.status_code == 422
    assert "You have 2 calendar addresses." in answer.content.decode()
    feeds.revoke(feed=CalendarFeed.objects.first())
    assert made(anna)


# What is kept


def test_addresses_are_handed_out_without_what_opens_them(anna):
    made(anna)
    (row,) = privacy.export_all(anna)["calendar addresses"]
    assert row["neutral"] is True
    assert CalendarFeed.objects.get().token_hash not in str(row)


def test_revoked_addresses_are_forgotten(anna):
    made(anna)
    kept = made(anna)
    feeds.revoke(feed=CalendarFeed.objects.last())
    tidy()
    assert CalendarFeed.objects.count() == 2
    CalendarFeed.objects.exclude(revoked_at=None).update(revoked_at=timezone.now() - datetime.timedelta(days=31))
    tidy()
    assert CalendarFeed.objects.count() == 1
    assert Client().get(kept).status_code == 200
