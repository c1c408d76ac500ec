"""Codes: enough chance, easy to say, forgiving when typed, useless without the portal's secret key."""

import pytest

from advisor.sharing import codes

OLD, NEW = "the-secret-key-of-yesterday-" * 3, "the-secret-key-of-today-" * 3


def test_there_is_enough_chance_in_a_code():
    assert codes.BITS >= 50
    assert len(codes.fresh().split()) == codes.LENGTH
    assert codes.fresh() != codes.fresh()


def test_words_are_short_and_told_apart():
    assert len(codes.WORDS) >= 1000
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 5 for word in codes.WORDS)
    assert len({codes.plain(word) for word in codes.WORDS}) == len(codes.WORDS)


def test_what_is_omitted_is_on_the_list():
    assert set(codes.LIST.read_text().split()) >= codes.OMITTED


@pytest.mark.parametrize(
    "typed",
    [
        "ACID Acorn acre acts afar",
        "acid, acorn, acre, acts, afar",
        "acid-acorn-acre-acts-afar",
        "  acidacorn\tacre\nacts afar. ",
        "ácid àcorn âcre äcts åfar",
        "ａｃｉｄ　ａｃｏｒｎ　ａｃｒｅ　ａｃｔｓ　ａｆａｒ",  # as East Asian keyboards may write it
    ],
)
def test_it_does_not_matter_how_a_code_is_typed(typed):
    assert codes.key(typed) == codes.key("acid acorn acre acts afar")


def test_other_words_and_another_order_are_another_code():
    keys = {codes.key(code) for code in ("acid acorn acre", "acorn acid acre", "acid acorn acts", "acid acorn")}
    assert len(keys) == 4


def test_the_word_to_look_up_by_says_nothing_of_what_opens_it():
    lookup, seal = codes.key("acid acorn acre acts afar")
    assert len(lookup) == 64
    assert lookup.encode() not in seal
    assert "acid" not in lookup


def test_a_copied_database_can_not_be_searched_without_the_secret_key(settings):
    settings.SECRET_KEY = OLD
    before = codes.key("acid acorn acre acts afar")
    settings.SECRET_KEY = NEW
    assert codes.key("acid acorn acre acts afar") not in (before, *before)


def test_after_a_change_of_the_secret_key_the_old_one_still_finds(settings):
    settings.SECRET_KEY = OLD
    before = codes.key("acid acorn acre acts afar")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert list(codes.keys("acid acorn acre acts afar"))[1] == before
