"""What was published: by whom, when, why, and what it holds. Nobody changes a record."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from advisor.editions import store
from advisor.editions.models import Edition, Publication
from tests.mechanisms.admin.filling import said


@pytest.fixture
def root(db) -> User:
    return User.objects.create_superuser("Root", password="a long enough password")


@pytest.fixture
def office(root) -> Client:
    client = Client()
    client.force_login(root)
    return client


def test_who_published_what_and_when(edition, root, office):
    later = store.publish_existing(Edition.objects.get(pk=edition), by=root, note="After the session")
    words = said(office.get(reverse("admin:advisor_publication_changelist")))
    assert "After the session Root" in words
    assert edition[:12] in words
    page = office.get(reverse("admin:advisor_publication_change", args=[later.pk]))
    assert "After the session" in said(page)
    assert 'name="_save"' not in page.content.decode()
    assert office.post(reverse("admin:advisor_publication_change", args=[later.pk]), {"note": "x"}).status_code == 403


def test_only_the_latest_is_current(edition, root, office):
    first = Publication.objects.get()
    store.publish_existing(Edition.objects.get(pk=edition), by=root)
    html = office.get(reverse("admin:advisor_publication_changelist")).content.decode()
    assert html.count("icon-yes") == 1
    shown = office.get(reverse("admin:advisor_publication_change", args=[first.pk])).content.decode()
    assert "icon-no" in shown


def test_an_edition_says_what_it_holds(edition, office, django_assert_max_num_queries):
    words = said(office.get(reverse("admin:advisor_edition_change", args=[edition])))
    assert edition in words
    assert "UPR session: " in words
    assert "Points: 7" in words
    with django_assert_max_num_queries(8):
        html = office.get(reverse("admin:advisor_edition_changelist")).content.decode()
    assert edition[:12] in html
    assert len(html) < 100_000
    assert office.post(reverse("admin:advisor_edition_delete", args=[edition]), {"post": "yes"}).status_code == 403
