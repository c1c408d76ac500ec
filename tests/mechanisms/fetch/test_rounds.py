"""A round: what is due is read, what differs becomes a proposal, what is wrong is said; nothing becomes a fact."""

import datetime

import pytest
from django.core.management import CommandError, call_command

from advisor import jobs
from mechanisms.fetch import council_sessions, rounds
from mechanisms.fetch.found import Adapter, Page
from mechanisms.models import CouncilSession, FactProposal, FetchedPage, Source
from mechanisms.tasks import tasks
from tests.mechanisms.world import proof

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC)
PATH = "/en/hr-bodies/hrc/regular-sessions"
BODY = b"<p>63rd session of the Human Rights Council 07 September 2026 to 09 October 2026</p>"


def session(**changed):
    days = {"start": datetime.date(2026, 9, 7), "end": datetime.date(2026, 10, 7)}
    words = {"status": "held", "dates_status": "confirmed", "deadlines_status": "unknown"}
    return CouncilSession.objects.create(number=63, **{**days, **words, **changed}, **proof())


@pytest.fixture
def links(monkeypatch):
    """The addresses of sources that are tried."""
    found: set[str] = set()
    monkeypatch.setattr(rounds, "_links", lambda: found)
    return found


@pytest.fixture
def look(site, visitor, links, monkeypatch):
    """Run a round, some hours later each time."""
    page = Page(f"{site.address}{PATH}")
    adapter = Adapter("council-sessions", "council_sessions", lambda: [page], council_sessions.read, days=7)
    monkeypatch.setattr(rounds, "ADAPTERS", {adapter.name: adapter})

    def run(hours=0, **more):
        return rounds.run(visitor, NOW + datetime.timedelta(hours=hours), **more)

    return run


def test_what_a_page_says_otherwise_waits_for_a_person(site, look):
    row = session()
    site.pages[PATH] = BODY
    assert [page.fault for page in look()] == [""]
    row.refresh_from_db()
    assert row.end == datetime.date(2026, 10, 7)
    proposal = FactProposal.objects.get()
    assert (proposal.origin, proposal.name, proposal.note) == ("fetch", "council-sessions", f"{site.address}{PATH}")
    assert (proposal.proposed["end"], proposal.proposed["checked_on"]) == ("2026-10-09", "2026-11-28")
    assert proposal.proposed["source"] == "somewhere"


def test_a_source_with_the_address_of_the_page_is_what_the_row_then_rests_on(site, look):
    session()
    Source.objects.create(slug="the-page", title="The page", kind="un-page", url=f"{site.address}{PATH}")
    site.pages[PATH] = BODY
    look()
    assert FactProposal.objects.get().proposed["source"] == "the-page"


def test_what_says_the_same_is_no_proposal(site, look):
    session(end=datetime.date(2026, 10, 9))
    site.pages[PATH] = BODY
    look()
    assert not FactProposal.objects.exists()


def test_a_page_is_read_when_it_is_due_and_only_if_it_changed(site, look):
    session()
    site.pages[PATH], site.etags[PATH] = BODY, '"one"'
    look()
    assert look(hours=24) == []
    assert [page.fault for page in look(hours=24 * 8)] == [""]
    assert site.asked[-1][2]["If-None-Match"] == '"one"'
    assert FactProposal.objects.count() == 1
    assert len(look(hours=24 * 9, only="council-sessions")) == 1


def test_a_changed_form_is_a_task_until_it_is_read_again(site, look):
    session()
    site.pages[PATH], site.etags[PATH] = b"<p>Moved</p>", '"one"'
    look()
    page = FetchedPage.objects.get()
    assert (page.fault, page.etag) == ("No session with its days was found on the page.", "")
    words = [task.words for task in tasks(NOW.date()) if task.why == "unread"]
    assert words == [f"{page.address} could not be read: {page.fault} Look at the page."]
    assert not FactProposal.objects.exists()
    site.pages[PATH] = BODY
    look(hours=24 * 8)
    assert [task for task in tasks(NOW.date()) if task.why == "unread"] == []


def test_after_failures_it_waits_longer_each_time(site, look):
    site.answers[PATH] = (503, {})
    waits = []
    hours = 0
    for _failure in range(4):
        (page,) = look(hours=hours)
        wait = page.due_at - page.looked_at
        waits.append(wait // datetime.timedelta(hours=1))
        assert look(hours=hours) == []
        hours += waits[-1]
    assert waits == [1, 2, 4, 8]
    assert FetchedPage.objects.get().failures == 4


def test_a_dead_link_is_reported_and_not_changed(site, look, links):
    links |= {f"{site.address}/gone", f"{site.address}/there"}
    site.pages |= {PATH: BODY, "/there": b"x"}
    session()
    look()
    faults = dict(FetchedPage.objects.filter(adapter="").values_list("address", "fault"))
    assert faults == {f"{site.address}/gone": "The server answered 404.", f"{site.address}/there": ""}
    assert {method for method, path, _headers in site.asked if path in ("/gone", "/there")} == {"HEAD"}


def test_whoever_has_a_page_of_a_host_has_the_host(site, look, links):
    links.add(f"{site.address}/there")
    FetchedPage.objects.create(
        address=f"{site.address}/other",
        host=site.address.removeprefix("http://"),
        due_at=NOW + datetime.timedelta(days=9),
        claimed_until=datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=1),
    )
    assert look() == []
    assert site.asked == []


def test_it_is_off_unless_the_operator_allows_it(settings, look, site):
    assert settings.FETCH is False
    assert jobs.fetch() == 0
    with pytest.raises(CommandError, match="PORTAL_FETCH"):
        call_command("fetch_facts")
    assert not FetchedPage.objects.exists()
