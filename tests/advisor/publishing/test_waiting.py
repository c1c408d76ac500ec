"""What waits for publication: read from the history, told in sentences, cheap to look at."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from advisor.editions import store
from advisor.editions.models import Weight
from advisor.publishing.waiting import count, sentences, waiting
from mechanisms.models import MandateHolder, Source, UprSession
from mechanisms.remembered import Change
from tests.mechanisms.admin.filling import said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]


@pytest.fixture
def published(facts):
    """The facts as they are, frozen just now."""
    store.publish_existing(store.freeze_now(), by=None, note="")


@pytest.fixture
def eda():
    return User.objects.create(username="eda")


def deadline(to, by=None):
    session = UprSession.objects.get(number=54)
    session.stakeholder_deadline = to
    Change(by=by).save(session)
    return session


def test_nothing_waits_after_a_publication():
    assert waiting().is_empty
    assert count() == 0


def test_who_changed_what_from_what_to_what(eda):
    deadline(datetime.date(2026, 7, 22), by=eda)
    (row,) = waiting().rows
    assert (row.name, row.kind, row.by) == ("UPR session 54", "changed", eda)
    assert [(one.label, one.before, one.after) for one in row.changes] == [
        ("deadline for NGOs", "2026-07-17", "2026-07-22")
    ]
    assert count() == 1


def test_what_is_again_as_it_was_does_not_wait():
    before = UprSession.objects.get(number=54).stakeholder_deadline
    deadline(datetime.date(2026, 7, 22))
    deadline(before)
    assert waiting().is_empty


def test_rows_that_were_only_checked_again_are_one_line():
    for number in (50, 51, 52):
        session = UprSession.objects.get(number=number)
        session.checked_on = datetime.date(2026, 11, 28)
        Change().save(session)
    found = waiting()
    assert found.rows == []
    assert list(sentences(found)) == ["UPR sessions: 3 checked again, nothing else changed."]


def test_new_rows_deleted_rows_and_weights_wait_too(eda):
    holder = MandateHolder.objects.first()
    Change(by=eda).delete(holder)
    weight = Weight.objects.filter(route="upr").exclude(table="base").first()
    weight.points += 1
    Change(by=eda).save(weight)
    source = Source(slug="new-one", title="A page", kind="own")
    Change(by=eda).save(source)
    assert sorted(row.kind for row in waiting().rows) == ["changed", "gone", "new"]


def test_the_page_leads_to_the_row_and_to_its_way_back(admin_client, eda):
    session = deadline(datetime.date(2026, 7, 22), by=eda)
    response = admin_client.get(reverse("admin:advisor_proposal_add"))
    page, text = response.content.decode(), said(response)
    assert "deadline for NGOs: 2026-07-17 → 2026-07-22." in text
    assert "By eda" in text
    assert reverse("admin:mechanisms_uprsession_history", args=[session.pk]) in page
    assert "1 changed row waits for publication" in said(admin_client.get(reverse("admin:index")))


def test_looking_takes_no_query_for_a_row_that_did_not_change():
    with CaptureQueriesContext(connection) as few:
        waiting()
    for number in range(40, 50):
        session = UprSession.objects.get(number=number)
        session.note = "seen"
        Change().save(session)
    with CaptureQueriesContext(connection) as more:
        waiting()
    assert len(more) - len(few) <= 10 * 8
