"""What a translator is given: whole texts that translators' tools find and check, with a plural form for every count."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.support.messages import CODE, KEYWORDS, PLACE, Message, of_code, of_template, ours

COUNTS = frozenset(
    {
        "count",
        "counted",
        "number",
        "days",
        "months",
        "weeks",
        "years",
        "hours",
        "minutes",
        "seconds",
        "words",
        "pages",
        "points",
    }
    | {
        "more",
        "most",
        "total",
        "length",
        "spread",
        "found",
        "changes",
        "confirmed",
        "seats",
        "members",
        "observers",
        "thematic",
    }
    | {"accepted", "bound", "fewest", "twice", "times", "people"}
)
"""Names that a placeholder has where it stands for how many there are."""

NAMES = {
    "session %(number)s": "a number that is a name",
    "session %(number)s of the Universal Periodic Review (UPR)": "a number that is a name",
    "session %(number)s of the Human Rights Council": "a number that is a name",
    "Council session %(number)s": "a number that is a name",
    "UPR session %(number)s": "a number that is a name",
    "at its session %(number)s": "a number that is a name",
    "outcome for Council session %(number)s": "a number that is a name",
    "Cycle %(number)s": "a number that is a name",
    "Cycle %(number)s: %(start)s to %(end)s.": "a number that is a name",
    "By the order of the last cycle it comes in UPR session %(number)s, about %(month)s. That is our estimate, from the waits seen "
    "between the last two cycles.": "a number that is a name",
    "By the order of the last cycle it comes in UPR session %(number)s, between %(first)s and %(last)s. That is our estimate, from "
    "the shortest and the longest wait seen between the last two cycles.": "a number that is a name",
    "%(treaty)s: session %(number)s": "a number that is a name",
    "%(committee)s: session %(number)s": "a number that is a name",
    "%(committee)s: last day of session %(number)s": "a number that is a name",
    "Session %(number)s": "a number that is a name",
    "%(number)s. %(text)s": "a number that is a name",
    "If you report this, name the number %(number)s. It says nothing about you.": "a number that is a name",
    "Source %(number)s, checked %(day)s": "a number that is a name",
    "at least %(number)s": "no word agrees with it",
    "Found: %(found)s": "no word agrees with it",
    "%(done)s of %(total)s": "no word agrees with it",
    "Our list of members is not complete for this day: %(number)s of %(seats)s.": "no word agrees with them",
    "Written: %(changes)s; %(confirmed)s as at %(day)s.": "texts that have counted already",
    "Bound according to the file: %(bound)s. Rows of ours that it confirms as at %(day)s: %(confirmed)s.": (
        "no word agrees with them"
    ),
    "reason “%(words)s”": "words, not a number",
    "%(table)s: %(number)d checked again, nothing else changed.": "no word agrees with it",
    "%(row)s: no session is known. Look whether one is, now that UPR session %(number)d has closed.": (
        "a number that is a name"
    ),
    "“%(source)s” counted %(stated)s on %(day)s, we count %(counted)s (%(part)s): find the rows that differ.": (
        "no word agrees with them"
    ),
    "The depositary counts %(told)s parties, but %(bound)s were read. Nothing is written: compare the list with the treaty’s "
    "page, and report the file.": "a treaty that is in force has many",
    "The file is larger than %(most)d MB, the most that is read here. Divide it.": "a unit that has no plural",
}
"""Texts with a number that needs no plural form, and why."""


def counts(message: Message) -> bool:
    """Whether a text counts something and has no plural form for it."""
    return not message.plural and message.text not in NAMES and bool(message.places & COUNTS)


def test_every_count_has_plural_forms() -> None:
    assert [f"{one.where}: {one.text}" for one in ours() if counts(one)] == []


def test_a_count_without_a_plural_form_is_found() -> None:
    (one, many) = of_code('_("%(days)s days left")\nngettext("%(days)s day left", "%(days)s days left", days)', "x.py")
    assert (counts(one), counts(many)) == (True, False)


def test_no_exception_is_kept_for_a_text_that_is_gone() -> None:
    assert set(NAMES) - {one.text for one in ours()} == set()


def test_one_and_many_ask_for_the_same() -> None:
    """A number may be left out of the form for one, nothing else."""
    differing = [
        f"{one.where}: {one.text}"
        for one in ours()
        if one.plural and (set(PLACE.findall(one.text)) ^ set(PLACE.findall(one.plural))) - COUNTS
    ]
    assert differing == []


PARTS = re.compile(r"^[,;]|[,(]$|^(and|or|is|are|has|have|with|to|of|by)\b(?! %)")
"""How a text begins or ends that is only a piece of a sentence."""

ALONE = {
    "or": "stands on a line of its own, between two ways to answer",
    "with the answers": "a sign beside a link, not a sentence",
    "has no term": "names a status of a mandate",
    "is expected to be there and not to be there; tick one of the two": "said of the field whose name stands before it",
    "is not UTF-8 text": "said of the file whose name stands before it",
    "by": "names a field",
    "to": "names a field",
    "to be checked": "names a filter",
    "to be checked again by": "names a field",
    "to be looked at": "names a field",
    "of these, not in our list of States": "names a field beside the count that it belongs to",
    "by a recorded vote": "names how a resolution was adopted",
    "to come": "a sign beside a membership, not a sentence",
    ",": "parts the parts of a line",
    ";": "parts the parts of a line",
}


def pieces() -> Iterator[str]:
    for one in ours():
        text = one.text.strip()
        if PARTS.search(text) and text not in ALONE:
            yield f"{one.where}: {text}"


def test_no_text_is_a_piece_of_a_sentence() -> None:
    assert list(pieces()) == []


def calls() -> Iterator[tuple[str, ast.Call]]:
    for name in CODE:
        for path in sorted((Path(settings.BASE_DIR) / name).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                    yield f"{path.relative_to(settings.BASE_DIR)}:{node.lineno}", node


def test_every_text_is_written_out_where_it_is_translated() -> None:
    """`makemessages` finds no text that is put together first."""
    assert [where for where, call in calls() if not all(isinstance(arg, ast.Constant) for arg in call.args[:1])] == []


def test_translation_has_no_other_names_than_those_that_makemessages_knows() -> None:
    strange = []
    for name in CODE:
        for path in sorted((Path(settings.BASE_DIR) / name).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                    strange += [
                        f"{path.relative_to(settings.BASE_DIR)}: {alias.asname}"
                        for alias in node.names
                        if alias.asname and alias.name in KEYWORDS and alias.asname != "_"
                    ]
    assert strange == []


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{% translate "A word" %}', "A word"),
        ("{% blocktranslate with day=x %}Due {{ day }}{% endblocktranslate %}", "Due %(day)s"),
        ('{% term "x" _("It\'s so") %}', "It's so"),
    ],
)
def test_the_texts_of_a_template_are_read(template: str, text: str) -> None:
    assert [one.text for one in of_template(template, "x.html")] == [text]


def test_a_context_and_a_plural_are_read() -> None:
    (found,) = of_code('npgettext_lazy("of a plan", "%(n)s task", "%(n)s tasks", "n")', "x.py")
    assert found == Message("x.py:1", "of a plan", "%(n)s task", "%(n)s tasks")
