"""A translation that would break a page stops the deployment."""

from pathlib import Path

import polib
import pytest

from advisor import checks
from advisor.words import catalogues

RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    made = polib.POFile()
    made.metadata = {"Plural-Forms": RUSSIAN, "Content-Type": "text/plain; charset=UTF-8"}
    made.extend(entries)
    return made


def one(english: str, text: str, **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=english, msgstr=text, **more)


def many(*forms: str, english: str = "%(count)s of %(name)s") -> polib.POEntry:
    return polib.POEntry(msgid=english, msgid_plural=english, msgstr_plural=dict(enumerate(forms)))


@pytest.mark.parametrize(
    "entry",
    [
        one("By %(day)s", "До %(day)s"),
        one("%(a)s before %(b)s", "%(b)s после %(a)s"),
        one("{who} was here", "Здесь был {who}"),
        one("100 %% sure", "Уверены на 100 %%"),
        one("By %(day)s", ""),
        one("By %(day)s", "До %(wrong)s", flags=["fuzzy"]),
        one("By %(day)s", "До", obsolete=True),
        many("%(count)s у %(name)s", "%(count)s у %(name)s", "%(count)s у %(name)s"),
        many("один", "%(n)s дня", "%(n)s дней", english="%(n)s days"),
    ],
)
def test_a_sound_translation_passes(entry: polib.POEntry) -> None:
    assert list(catalogues.of_catalogue(catalogue(entry))) == []


@pytest.mark.parametrize(
    "entry",
    [
        one("By %(day)s", "До"),
        one("By %(day)s", "До %(дня)s"),
        one("By %(day)s", "До %(day)d"),
        one("{who} was here", "Здесь был {кто}"),
        one("Soon", "Скоро %s"),
        many("%(count)s у %(name)s", "%(count)s у %(name)s"),
        many("%(count)s у %(name)s", "%(count)s", "%(count)s у %(name)s"),
        many("%(count)s у %(имя)s", "%(count)s у %(name)s", "%(count)s у %(name)s"),
    ],
)
def test_a_broken_one_is_found(entry: polib.POEntry) -> None:
    assert len(list(catalogues.of_catalogue(catalogue(entry)))) == 1


def test_the_portal_does_not_start_with_it(tmp_path: Path, settings) -> None:
    path = tmp_path / "ru" / "LC_MESSAGES"
    path.mkdir(parents=True)
    catalogue(one("By %(day)s", "До")).save(str(path / "django.po"))
    settings.LOCALE_PATHS = [tmp_path]
    (error,) = checks.catalogues_are_whole()
    assert error.is_serious()
    assert "ru/LC_MESSAGES/django.po" in error.msg
    assert "'By %(day)s'" in error.msg


def test_our_own_catalogues_are_whole() -> None:
    assert checks.catalogues_are_whole() == []
