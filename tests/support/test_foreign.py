"""Whether the world without a Latin letter shows what can't be translated."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from tests.support.foreign import greek, words, words_of_page
from tests.support.pseudo import foreign, foreign_translations


@pytest.mark.parametrize("language", ["ru", "ar"])
@pytest.mark.parametrize(
    ("template", "left"),
    [
        ('{% translate "Save it" %}', []),
        ("{% blocktranslate with day=day %}Due <strong>{{ day }}</strong>{% endblocktranslate %}", []),
        ("<p>Save it</p>", ["Save", "it"]),
        ('<p>{% translate "Save" %} it</p>', ["it"]),
        ('<button aria-label="Save it">✓</button>', ["Save", "it"]),
        ('<form data-lost="Not saved">', ["Not", "saved"]),
        ('<p class="save-it" data-kind="saved">{{ day }}</p>', []),
        ('<textarea lang="en">Save it</textarea>', []),
        ("<script>saveIt()</script><style>p { color: red }</style>", []),
        ('<a href="https://one.example/save-it">https://one.example/save-it</a> help@one.example 2026-11-24', []),
    ],
)
def test_a_text_that_went_past_the_translation_is_found(language: str, template: str, left: list[str]) -> None:
    with foreign_translations(language), translation.override(language):
        page = Template("{% load i18n %}" + template).render(Context({"day": greek("Monday")}))
        assert words_of_page(page) == left


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_every_way_to_translate_leaves_no_latin_letter_and_keeps_its_places(language: str) -> None:
    with foreign_translations(language) as catalogue, translation.override(language):
        said = [
            gettext("Written on %(day)s") % {"day": "24"},
            pgettext("of a letter", "Written on %(day)s") % {"day": "24"},
            *(
                ngettext("%(days)s day of ours", "%(days)s days of ours", days) % {"days": days}
                for days in (1, 2, 5, 100)
            ),
        ]
        assert [words(text) for text in said] == [[]] * 6
        assert [text for text in said if not any(sign.isdigit() for sign in text)] == []
        assert ("of a letter", "Written on %(day)s") in catalogue.asked
        assert pgettext("a day, in Django's letters for dates", "j F Y") == "j F Y"


def test_markup_and_places_stay() -> None:
    text = foreign('<a href="{url}">Look</a> at %(what)s &amp; {this}: 100%%', "ru")
    assert text == '<a href="{url}">Лоок</a> ат %(what)s &amp; {this}: 100%%'


def test_two_names_never_become_the_same() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert len(set(greek(letters))) == len(set(greek(letters.upper()))) == len(letters)


def test_within_it_alone() -> None:
    with foreign_translations("ru"):
        pass
    with translation.override("ru"):
        assert gettext("A text of ours that nobody has translated") == "A text of ours that nobody has translated"
