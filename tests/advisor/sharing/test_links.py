"""Links for sharing: only their hash lies in the database, and they end with their time, by withdrawal, and with the right to share."""

import datetime
import hashlib

import pytest
from django.utils import timezone

from accounts import actions, privacy
from accounts.models import Membership
from advisor import jobs
from advisor.saved import actions as saving
from advisor.saved.models import SavedAdvice
from advisor.sharing import links
from advisor.sharing.models import ShareLink
from tests.accounts.people import organisation, person
from tests.advisor.saved.saved import kept
from tests.support.rows import raw

LABEL = "The sponsor behind the bakery"


@pytest.fixture
def anna(db):
    return person("anna@one.example")


@pytest.fixture
def saved(anna):
    return kept(anna)


def make(saved, by, **more) -> str:
    return links.make(**{"saved": saved, "label": LABEL, "with_answers": False, "days": 7, "by": by} | more)


def test_a_link_is_found_by_its_token_alone(saved, anna):
    token = make(saved, anna)
    link = links.find(token)
    assert (link.saved, link.label, link.with_answers, link.last_opened_on) == (saved, LABEL, False, None)
    for wrong in ("", token[:-1], token + "a", token.swapcase(), link.token_hash):
        assert links.find(wrong) is None


def test_the_database_holds_neither_the_token_nor_the_label(saved, anna):
    token = make(saved, anna)
    held = raw()
    assert token.lower() not in held
    assert "bakery" not in held
    assert hashlib.sha256(token.encode()).hexdigest() in held, "the scan sees the row"


@pytest.mark.parametrize("days", links.DAYS)
def test_a_link_works_for_as_long_as_was_chosen(saved, anna, days):
    make(saved, anna, days=days)
    left = ShareLink.objects.get().expires_at - timezone.now()
    assert datetime.timedelta(days=days, minutes=-1) < left <= datetime.timedelta(days=days)
    assert days <= 90


@pytest.mark.parametrize("days", [0, -1, 2, 91, 3650])
def test_no_other_number_of_days_is_taken(saved, anna, days):
    with pytest.raises(ValueError):
        make(saved, anna, days=days)
    assert not ShareLink.objects.exists()


def test_a_link_that_is_over_or_withdrawn_opens_nothing(saved, anna):
    over, withdrawn = make(saved, anna), make(saved, anna)
    past = timezone.now() - datetime.timedelta(seconds=1)
    ShareLink.objects.filter(pk=links.find(over).pk).update(expires_at=past)
    links.withdraw(link=links.find(withdrawn), by=anna)
    assert (links.find(over), links.find(withdrawn)) == (None, None)
    assert links.links(saved) == []
    assert set(ShareLink.objects.filter(revoked_at__isnull=False).values_list("revoked_at__date")) != set()


def test_what_a_withdrawn_link_was_called_is_forgotten(saved, anna):
    links.withdraw(link=links.find(make(saved, anna)), by=anna)
    assert ShareLink.objects.get().label == ""


@pytest.mark.parametrize("how", ["removed", "reader", "inactive"])
def test_a_link_ends_with_the_right_of_whoever_made_it(anna, how):
    ben = person("ben@two.example")
    made = organisation(owner=anna, member=ben)
    saved = kept(anna, organisation=made)
    token, other = make(saved, ben), make(saved, anna)
    membership = Membership.objects.get(user=ben)
    if how == "removed":
        actions.remove_member(membership=membership, by=anna)
    elif how == "reader":
        actions.change_role(membership=membership, role="reader", by=anna)
    else:
        type(ben).objects.filter(pk=ben.pk).update(is_active=False)
    assert links.find(token) is None
    assert [link.created_by for link in links.links(saved)] == [anna]
    assert links.find(other) is not None


def test_links_of_ones_own_last_only_while_one_belongs_once_it_is_given_away(saved, anna):
    token = make(saved, anna)
    made = organisation(owner=person("ben@two.example"), member=anna)
    saving.give(saved=saved, organisation=made, revision=saved.revision, by=anna)
    assert links.find(token) is not None
    actions.remove_member(membership=made.memberships.get(user=anna), by=anna)
    assert links.find(token) is None


def test_a_link_goes_with_the_advice_and_with_the_account(saved, anna):
    ben = person("ben@two.example")
    shared = kept(anna, organisation=organisation(owner=anna, member=ben))
    tokens = [make(saved, anna), make(shared, ben), make(shared, anna)]
    saving.delete(saved=saved, revision=saved.revision, by=anna)
    privacy.delete_all(ben)
    assert [links.find(token) is not None for token in tokens] == [False, False, True]
    assert ShareLink.objects.count() == 1


def test_only_the_day_of_the_last_time_is_kept(saved, anna, django_assert_num_queries):
    link = links.find(make(saved, anna))
    links.note_opened(link, datetime.date(2026, 11, 24))
    links.note_opened(link, datetime.date(2026, 11, 24))
    assert ShareLink.objects.get().last_opened_on == datetime.date(2026, 11, 24)
    links.note_opened(link, datetime.date(2026, 11, 25))
    assert ShareLink.objects.get().last_opened_on == datetime.date(2026, 11, 25)


def test_tidying_deletes_links_that_are_over(saved, anna):
    make(saved, anna)
    links.withdraw(link=links.find(make(saved, anna)), by=anna)
    past = links.find(make(saved, anna))
    ShareLink.objects.filter(pk=past.pk).update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    jobs.tidy()
    jobs.tidy()
    assert ShareLink.objects.count() == 1
    assert SavedAdvice.objects.count() == 1


def test_the_links_that_somebody_made_are_handed_out(saved, anna):
    token = make(saved, anna, with_answers=True)
    (given,) = privacy.export_all(anna)["shared links"]
    assert (given["label"], given["with_answers"], given["last_opened"]) == (LABEL, True, None)
    assert token not in str(given)
    assert privacy.export_all(person("ben@two.example"))["shared links"] == []
