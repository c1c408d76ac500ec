"""The pages of news: look first, then write; for people who may."""

import datetime

import pytest
from django.urls import reverse

from mechanisms.models import MandateHolder, Source, UprCycle, UprSession
from tests.mechanisms.world import proof

from .filling import said
from .pages import broken_policy
from .test_forms import mandate

pytestmark = pytest.mark.django_db
PAGES = ("holder", "treaty", "deadline", "session", "source")
D = datetime.date


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: D(2026, 11, 28))


def answers(**more: str) -> dict[str, str]:
    source = Source.objects.get(slug="somewhere")
    return {"source": str(source.pk), "checked_on": "2026-11-28", "confidence": "high", "note": ""} | more


def seen(response) -> str:
    html = response.content.decode()
    return html.split('name="seen" value="')[1].split('"')[0]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_for_editors_alone(editor, reader, client, name):
    response = editor.get(reverse(f"news:{name}"))
    assert response.status_code == 200
    assert broken_policy(response.content.decode()) == []
    assert reader.get(reverse(f"news:{name}")).status_code == 403
    assert reader.post(reverse(f"news:{name}")).status_code == 403
    assert client.get(reverse(f"news:{name}")).status_code == 302


def test_the_start_page_leads_to_each(editor, reader):
    html = editor.get(reverse("admin:index")).content.decode()
    assert all(f'href="{reverse(f"news:{name}")}"' in html for name in PAGES)
    assert "What happened?" not in said(reader.get(reverse("admin:index")))


def test_nothing_is_written_before_it_was_seen(editor):
    torture = mandate()
    MandateHolder.objects.create(mandate=torture, name="Alice", **proof())
    page = f"{reverse('news:holder')}?mandate={torture.pk}"
    assert "Alice holds it now" in said(editor.get(page))
    form = answers(name="Berta", since="2026-12-01", last_day="")
    looked = editor.post(page, form)
    assert "What will be written" in said(looked)
    assert torture.holders.count() == 1
    changed = editor.post(page, form | {"since": "2026-12-05", "seen": seen(looked)})
    assert "2026-12-04" in said(changed)
    assert torture.holders.count() == 1
    written = editor.post(page, form | {"since": "2026-12-05", "seen": seen(changed)}, follow=True)
    assert "2 rows are written. Advice follows once it is published." in said(written)
    assert str(torture.holders.get(name="Alice").valid_to) == "2026-12-04"
    version = torture.holders.get(name="Berta").history.get()
    assert (version.history_user.username, version.history_change_reason) == ("Ana", "A mandate holder changed")
    again = editor.post(page, form | {"since": "2026-12-05", "seen": seen(changed)})
    assert "There is nothing to write." in said(again)


def test_a_fault_stands_at_its_field(editor):
    torture = mandate()
    MandateHolder.objects.create(mandate=torture, name="Alice", **proof())
    page = f"{reverse('news:holder')}?mandate={torture.pk}"
    words = said(editor.post(page, answers(name="Berta", since="2026-12", last_day="")))
    assert "Needed, since the day on which the new holder begins is not known." in words


def test_a_date_far_from_its_session_is_asked_about(editor):
    cycle = UprCycle.objects.create(number=4, interval_months=54, **proof())
    session = UprSession.objects.create(
        number=54,
        cycle=cycle,
        start=D(2027, 1, 18),
        dates_status="confirmed",
        stakeholder_deadline_status="unknown",
        **proof(),
    )
    page = reverse("news:deadline")
    form = answers(what="upr/54/stakeholder_deadline", date="2024-07-17", last="", status="confirmed")
    looked = editor.post(page, form)
    assert "is more than two years away from the session" in said(looked)
    refused = editor.post(page, form | {"seen": seen(looked)})
    assert "Are you sure? Then tick this box and write again." in said(refused)
    assert editor.post(page, form | {"seen": seen(looked), "sure": "on"}).status_code == 302
    session.refresh_from_db()
    assert str(session.stakeholder_deadline) == "2024-07-17"


def test_a_source_moves(editor):
    page, moved = proof()["source"], "https://www.ohchr.org/en/new"
    form = {"source": str(page.pk), "address": moved}
    looked = editor.post(reverse("news:source"), form)
    editor.post(reverse("news:source"), form | {"seen": seen(looked)})
    page.refresh_from_db()
    assert page.url == moved
