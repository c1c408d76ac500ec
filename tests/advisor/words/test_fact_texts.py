"""A translation is shown where it is of the very English that the edition has; otherwise the English, marked as English."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation
from django.utils.html import escape

from advisor.editions import store
from advisor.questions import drawer
from advisor.words import fact_texts, names
from advisor.words.fact_texts import Entry, Pack
from advisor.words.tags import in_its_language
from advisor.words.visibility import visibility
from mechanisms.texts import fingerprint
from rules.facts.edition import Edition
from rules.vocabulary import RouteSlug


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[tuple[str, str, str], Entry]]:
    """Invented translations into French: a test writes its own by table, row and field."""
    entries: dict[tuple[str, str, str], Entry] = {}

    def lent(language: str) -> Pack | None:
        found = {(kind, field, entry.of): entry for (kind, _key, field), entry in entries.items()}
        return Pack("fr", entries, found) if language == "fr" else None

    monkeypatch.setattr(fact_texts, "_lender", lent)
    with translation.override("fr"):
        yield entries


def entry(text: str, english: str) -> Entry:
    return Entry(text, "ours", fingerprint(english))


def test_a_text_says_in_which_language_it_is_and_how_it_came_about(texts: dict[tuple[str, str, str], Entry]) -> None:
    texts["states", "KEN", "name"] = entry("Quenya", "Kenya")
    found = fact_texts.of("states", "KEN", "name", "Kenya")
    assert isinstance(found, fact_texts.FactWords)
    assert (found, found.language, found.status) == ("Quenya", "fr", "ours")
    assert in_its_language(found) == "Quenya"


@pytest.mark.parametrize("english", ["Republic of Kenya", "kenya", "Kenya ", ""])
def test_a_translation_of_another_english_is_not_shown(texts: dict[tuple[str, str, str], Entry], english: str) -> None:
    texts["states", "KEN", "name"] = entry("Quenya", "Kenya")
    found = fact_texts.of("states", "KEN", "name", english)
    assert found == english
    assert getattr(found, "language", "") == "en"


def test_english_on_a_page_in_another_language_is_marked_and_escaped(texts: dict[tuple[str, str, str], Entry]) -> None:
    found = fact_texts.of("states", "KEN", "name", "Kenya & <others>")
    assert in_its_language(found) == '<span lang="en" dir="ltr">Kenya &amp; &lt;others&gt;</span>'
    assert in_its_language(str(found)) == in_its_language(found), "to make a text of it does not forget its language"
    assert in_its_language("Autre chose") == "Autre chose"


def test_on_an_english_page_nothing_is_translated_and_nothing_marked(texts: dict[tuple[str, str, str], Entry]) -> None:
    texts["states", "KEN", "name"] = entry("Quenya", "Kenya")
    for language in ("en", "en-gb"):
        with translation.override(language):
            assert in_its_language(fact_texts.of("states", "KEN", "name", "Kenya")) == "Kenya"
    with translation.override("ar"):
        assert 'lang="en"' in in_its_language(fact_texts.of("states", "KEN", "name", "Kenya"))


def test_a_statement_is_told_by_its_english(texts: dict[tuple[str, str, str], Entry]) -> None:
    texts["route_statements", "upr/pro/1", "text"] = entry("Inventé.", "Said.")
    assert fact_texts.of_english("route_statements", "text", "Said.") == "Inventé."
    assert fact_texts.of_english("route_statements", "text", "Said otherwise.") == "Said otherwise."
    assert fact_texts.of_english("supports", "text", "Said.") == "Said."


def test_every_name_in_a_sentence_can_be_translated(texts: dict[tuple[str, str, str], Entry], frozen: Edition) -> None:
    cat, body = frozen.treaties["cat"], frozen.regional_bodies[0]
    housing = next(row for row in frozen.mandates if row.slug == "housing")
    texts |= {
        ("states", "KEN", "name"): entry("l’État", frozen.states["KEN"].name),
        ("treaties", "cat", "name"): entry("le traité", cat.name),
        ("treaties", "cat", "abbreviation"): entry("TRT", cat.abbreviation),
        ("treaties", "cat", "committee_name"): entry("le comité", cat.committee),
        ("mandates", "housing", "short_name"): entry("le mandat", housing.short_name),
        ("themes", "torture", "label"): entry("le thème", frozen.themes["torture"].label),
        ("regional_bodies", body.slug, "name"): entry("l’organe", body.name),
        ("regional_bodies", body.slug, "description"): entry("Il fait.", body.summary),
    }
    assert names.state("KEN", frozen) == "l’État"
    assert names.treaty("cat", frozen) == "le traité (TRT)"
    assert names.short_treaty("cat", frozen) == "TRT"
    assert names.committee("cat", frozen) == "le comité"
    assert names.mandate("housing", frozen) == "le mandat"
    assert names.theme("torture", frozen) == "le thème"
    params = {"body": body.slug, "country": "KEN", "mandates": ("housing",), "treaty": "cat"}
    sentence = names.fill("%(body)s %(description)s %(country)s %(mandates)s %(committee)s", params, frozen)
    assert sentence == "l’organe Il fait. l’État le mandat le comité"


def test_the_card_of_a_route_speaks_the_language_of_the_page_and_marks_what_does_not(
    texts: dict[tuple[str, str, str], Entry], client: Client, settings: object, frozen: Edition
) -> None:
    settings.LANGUAGES = [("en", "English"), ("fr", "French")]  # type: ignore[attr-defined]
    with translation.override("en"):
        seen = visibility(RouteSlug.UPR, frozen)
    texts["routes", "upr", "sees_state"] = entry("Vu de l’État, inventé", seen.state)
    session = client.session
    answers = {"countries": ["KEN"], "themes": ["torture"]}
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "no_danger": "no"}
    session.save()
    page = client.get("/advice/", headers={"accept-language": "fr"}).content.decode()
    assert f"<dd>{escape('Vu de l’État, inventé')}</dd>" in page
    assert f'<dd><span lang="en" dir="ltr">{escape(seen.public)}</span></dd>' in page
    assert store.current() is frozen
