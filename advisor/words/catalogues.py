"""Translations that would break a page: a placeholder that is not in the English text or is missing, a plural form too few."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polib import POEntry, POFile

PLACE = re.compile(r"%%|%(?:\(\w+\))?[#0\- +]?\d*(?:\.\d+)?[a-zA-Z]|\{\w*\}")
"""Where a text takes a name or a number."""

FORMS = re.compile(r"nplurals\s*=\s*(\d+)")


def faults(folders: Iterable[str | Path]) -> Iterator[str]:
    """Every fault of every catalogue in the folders of translations, each with its file and the English text."""
    for path in sorted(path for folder in folders for path in Path(folder).glob("*/LC_MESSAGES/*.po")):
        from polib import pofile  # where there is no catalogue, no command waits for it

        yield from (f"{'/'.join(path.parts[-4:])}: {fault}" for fault in of_catalogue(pofile(str(path))))


def of_catalogue(catalogue: "POFile") -> Iterator[str]:
    """The faults of one catalogue. What is not translated, or marked as doubtful, stays English and breaks nothing."""
    found = FORMS.search(catalogue.metadata.get("Plural-Forms", ""))
    forms = int(found[1]) if found else 0
    for entry in catalogue:
        if entry.obsolete or not entry.translated():
            continue
        if entry.msgid_plural:
            yield from _of_plural(entry, forms)
        elif _places(entry.msgstr) != _places(entry.msgid):
            yield _other_places(entry.msgid, entry.msgstr)


def _of_plural(entry: "POEntry", forms: int) -> Iterator[str]:
    if len(entry.msgstr_plural) != forms:
        yield f"{entry.msgid!r} has {len(entry.msgstr_plural)} plural forms, the language has {forms}"
    most, least = _places(entry.msgid_plural), _places(entry.msgid) & _places(entry.msgid_plural)
    # A form for one or two may say the number in a word; what English leaves out in the singular, any form may leave out.
    number = set(most) - set(least)
    for text in entry.msgstr_plural.values():
        places = _places(text)
        if set(places) - set(most) or (set(least) - set(places)) - _numbers(entry.msgid_plural) - number:
            yield _other_places(entry.msgid_plural, text)


def _numbers(text: str) -> set[str]:
    """The one placeholder of a plural text that has no other: it is the number, which a form may say in a word."""
    places = set(_places(text))
    return places if len(places) == 1 else set()


def _places(text: str) -> Counter[str]:
    return Counter(place for place in PLACE.findall(text) if place != "%%")


def _other_places(english: str, text: str) -> str:
    return f"{english!r} asks for {sorted(_places(english))}, its translation {text!r} for {sorted(_places(text))}"
