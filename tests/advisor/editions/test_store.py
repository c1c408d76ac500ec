"""Editions: the same rows give the same id everywhere; what is published is what is read."""

import json

import pytest

from advisor.editions import store
from advisor.editions.freeze import canonical, digest, freeze
from advisor.editions.models import Edition, Publication, Weight
from advisor.editions.weights import BadWeights
from mechanisms.models import Mandate, RouteRule, UprSession

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("facts")]


def test_each_fact_says_by_when_it_has_to_be_checked_again() -> None:
    content = freeze()
    assert content["upr_sessions"]["54"]["recheck_by"] == "2026-12-18"  # two weeks before January 2027
    assert content["states"]["KEN"]["recheck_by"] == "2027-11-24"


def test_any_changed_fact_gives_another_id() -> None:
    before = store.current_edition_id()
    mandate = Mandate.objects.get(slug="housing")
    mandate.page_url += "?"
    mandate.save()
    assert digest(canonical(freeze())) != before


def test_a_changed_fact_is_read_only_after_publishing_and_gone_after_going_back() -> None:
    first = store.current()
    assert first is not None
    UprSession.objects.filter(number=54).update(stakeholder_deadline="2026-07-31")
    assert store.current() is first
    store.publish(by=None)
    second = store.current()
    assert second is not None
    assert str(second.upr_sessions[54].stakeholder_deadline) == "2026-07-31"
    store.publish_existing(Edition.objects.get(pk=first.id), by=None)
    assert store.current() is first
    assert Publication.objects.count() == 3


def test_weights_that_do_not_fit_are_never_frozen() -> None:
    Weight.objects.filter(route="upr", table="stage", key="submission").delete()
    with pytest.raises(BadWeights, match=r"upr\.stage\.submission: is missing"):
        store.freeze_now()


def test_an_edition_whose_sentences_lack_a_number_is_never_kept() -> None:
    RouteRule.objects.filter(key="upr-mid-term").delete()
    kept = Edition.objects.count()
    with pytest.raises(store.BadFacts, match="upr-mid-term"):
        store.freeze_now()
    assert Edition.objects.count() == kept


def test_an_edition_that_is_not_there_is_said_so() -> None:
    with pytest.raises(store.EditionMissing):
        store.open_edition("nonsense")


def test_every_fact_of_an_edition_names_a_source_that_it_holds() -> None:
    content = json.loads(Edition.objects.get(pk=store.current_edition_id()).content)

    def named(value: object) -> set[str]:
        if isinstance(value, dict):
            own = {value["source"]} if isinstance(value.get("source"), str) else set()
            return own.union(*(named(item) for item in value.values()))
        return set().union(*(named(item) for item in value)) if isinstance(value, list) else set()

    assert named({key: part for key, part in content.items() if key != "sources"}) <= set(content["sources"])
