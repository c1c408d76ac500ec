"""Translations lie beside the edition: correcting one changes what pages say, and no advice."""

import io
import json

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from advisor import jobs
from advisor.editions import packs, store
from advisor.editions.models import Edition, Publication, TextPack, TextPublication
from advisor.saved import living
from advisor.saved.models import GivenAdvice, Reassessment
from advisor.words import names, serialise
from mechanisms.models import FactText, State
from rules.advice import advise
from rules.scenario import check
from tests.accounts.people import person
from tests.advisor.saved.living import DAY, keep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("facts")]


@pytest.fixture(autouse=True)
def _looked_at_anew():
    packs.forget()
    yield
    packs.forget()


def translated(text: str = "Quenya", **changed) -> FactText:
    """An invented translation of Kenya's name."""
    cells = {"kind": "states", "key": "KEN", "field": "name", "language": "fr", "status": "ours", "checked_on": DAY}
    return FactText.objects.create(**cells | {"text": text} | changed)


def publish(django_capture_on_commit_callbacks) -> list[TextPublication]:
    with django_capture_on_commit_callbacks(execute=True):
        return packs.publish()


@pytest.fixture
def published(django_capture_on_commit_callbacks):
    return lambda: publish(django_capture_on_commit_callbacks)


def kenya(language: str = "fr") -> str:
    with translation.override(language):
        return names.state("KEN", store.published())


def test_a_pack_is_named_by_what_it_holds_and_made_once(published):
    row = translated()
    (made,) = published()
    content = json.loads(made.pack.content)
    assert content["texts"] == {"states": {"KEN": {"name": ["Quenya", "ours", row.of]}}}
    assert (made.pack.language, made.publication) == ("fr", None)
    assert published() == []
    assert TextPack.objects.count() == TextPublication.objects.count() == 1


def test_a_text_speaks_the_language_of_the_page_once_it_is_published(published):
    translated()
    assert kenya() == "Kenya"
    published()
    assert (kenya(), kenya("en"), kenya("ar")) == ("Quenya", "Kenya", "Kenya")


def test_drafts_are_never_shown(published):
    translated(status="draft")
    published()
    assert kenya() == "Kenya"


def test_a_correction_changes_no_edition_no_advice_and_starts_nothing(published, settings):
    settings.FIXED_DAY = DAY.isoformat()
    translated()
    published()
    keep(person("anna@one.example"), "KEN")
    living.run_due()
    edition = store.published()
    scenario = check({"countries": ["KEN"]}, countries=edition.states, themes=edition.themes)
    before = serialise.dumps(serialise.as_json(advise(scenario, edition, DAY), edition))
    given, rounds = list(GivenAdvice.objects.values()), list(Reassessment.objects.values())

    FactText.objects.update(text="Kénya")
    assert len(published()) == 1

    assert kenya() == "Kénya"
    assert store.published() is edition
    assert store.freeze_now().pk == edition.id, "what a text says in another language is no part of the content"
    with translation.override("fr"):
        assert serialise.dumps(serialise.as_json(advise(scenario, edition, DAY), edition)) == before
    assert living.run_due() == 0
    assert (list(GivenAdvice.objects.values()), list(Reassessment.objects.values())) == (given, rounds)
    assert Publication.objects.count() == 1


def test_a_translation_of_an_older_english_is_not_shown_and_comes_back_with_it(published):
    translated()
    published()
    first = store.published()
    State.objects.filter(iso3="KEN").update(name="Republic of Kenya")
    assert kenya() == "Quenya", "the published edition still says what was translated"
    store.publish(by=None)
    assert kenya() == "Republic of Kenya"
    store.publish_existing(Edition.objects.get(pk=first.id), by=None)
    assert kenya() == "Quenya"


def test_publishing_an_edition_publishes_the_texts_with_it(django_capture_on_commit_callbacks):
    translated()
    with django_capture_on_commit_callbacks(execute=True):
        publication = store.publish(by=None)
    assert [row.publication for row in TextPublication.objects.all()] == [publication]
    assert kenya() == "Quenya"


def test_what_is_taken_back_is_gone_and_an_earlier_pack_can_come_again(published):
    row = translated()
    (first,) = published()
    FactText.objects.update(text="Kénya")
    published()
    FactText.objects.update(text="Quenya")
    (again,) = published()
    assert again.pack == first.pack
    assert kenya() == "Quenya"
    row.delete()
    published()
    assert kenya() == "Kenya"


def test_the_command_publishes_texts_alone_and_says_so():
    translated()
    out = io.StringIO()
    call_command("publish_texts", stdout=out)
    call_command("publish_texts", stdout=out)
    first, second = out.getvalue().splitlines()
    assert first == f"published texts in fr: {TextPack.objects.get().pk}"
    assert second == "the texts are published as they are already"
    assert Publication.objects.count() == 1


def test_publish_with_nothing_but_texts_changed_publishes_the_texts():
    translated()
    out = io.StringIO()
    call_command("publish", stdout=out)
    assert "is already the current one" in out.getvalue()
    assert TextPublication.objects.get().publication is None
    assert Publication.objects.count() == 1


def test_names_ask_the_database_once_however_many_they_are(published, django_assert_num_queries):
    translated()
    published()
    edition = store.published()
    packs.opened.cache_clear()
    with translation.override("fr"), django_assert_num_queries(2):  # which pack is published, and the pack itself
        assert sum(names.state(code, edition) == "Quenya" for code in edition.states) == 1
        names.pairs([f"{treaty}@KEN" for treaty in edition.treaties], edition)
    packs.forget()
    with translation.override("fr"), django_assert_num_queries(1):  # a later request opens no pack again
        assert names.state("KEN", edition) == "Quenya"


def test_a_page_in_english_asks_for_no_pack(django_assert_num_queries):
    edition = store.published()
    with translation.override("en-gb"), django_assert_num_queries(0):
        assert names.state("KEN", edition) == "Kenya"


def test_what_another_process_publishes_is_seen_with_the_next_request_and_the_next_round():
    translated()
    assert kenya() == "Kenya"
    packs.publish()  # no word of the commit reaches this process
    assert kenya() == "Kenya"
    Client().get("/")
    assert kenya() == "Quenya"
    FactText.objects.update(text="Kénya")
    packs.publish()
    assert jobs.run("plans")
    assert kenya() == "Kénya"
