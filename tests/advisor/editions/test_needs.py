"""What words, pages and rules ask of an edition is there, and its absence is named."""

from dataclasses import replace

from advisor.editions import store
from advisor.editions.needs import unmet


def test_the_shipped_facts_hold_all_that_the_words_ask_for(edition: str) -> None:
    assert list(unmet(store.open_edition(edition))) == []


def test_what_is_missing_is_named(edition: str) -> None:
    facts = store.open_edition(edition)
    sources = {slug: source for slug, source in facts.sources.items() if slug != "hrc-res-5-1"}
    rules = {key: rule for key, rule in facts.rules.items() if key != "cp-pages"}
    found = list(unmet(replace(facts, sources=sources, rules=rules)))
    assert len(found) == 2
    assert "'hrc-res-5-1'" in found[0]
    assert "'cp-pages'" in found[1]


def test_a_row_that_rules_name_is_not_renamed_in_silence(edition: str) -> None:
    facts = store.open_edition(edition)
    themes = {slug.replace("arbitrary-detention", "detention"): theme for slug, theme in facts.themes.items()}
    mandates = tuple(replace(one, slug="wgeid") if one.slug == "disappearances" else one for one in facts.mandates)
    treaties = {slug: treaty for slug, treaty in facts.treaties.items() if slug != "ced"}
    assert list(unmet(replace(facts, themes=themes, mandates=mandates, treaties=treaties))) == [
        "theme 'arbitrary-detention' is named by a rule, and is not there",
        "mandate 'disappearances' is named by a rule, and is not there",
        "treaty 'ced' is named by a rule, and is not there",
    ]
