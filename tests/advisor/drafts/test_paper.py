"""The text alone, and the copy to work on."""

import pytest

from advisor.drafts import paper
from advisor.drafts.limits import limits
from advisor.drafts.outlines import OUTLINES
from advisor.drafts.paper import Style
from tests.support.pseudo import invented_translations

OUTLINE = OUTLINES["upr-submission"]
TEXTS = {"review": "State: Togo", "changes": "one\n\ntwo", "missed": "  \n"}


def test_the_text_alone_holds_what_was_written_and_nothing_of_ours():
    made = paper.clean(OUTLINE, " A \n title ", TEXTS, language="en")
    assert made.title == "A title"
    assert [block.text for block in made.blocks] == [
        "The review",
        "State: Togo",
        "What has changed since the last review",
        "one",
        "two",
    ]


@pytest.fixture
def working(frozen):
    def run(kind="upr-submission", texts=TEXTS):
        outline = OUTLINES[kind]
        found = limits(outline, treaty="", ecosoc=None, edition=frozen)
        return paper.working_copy(outline, "A title", texts, found, frozen, language="en")

    return run


def test_the_copy_to_work_on_says_what_belongs_where_and_what_to_check(working):
    made = working()
    notes = [block.text for block in made.blocks if block.style is Style.NOTE]
    assert [str(section.guidance) for section in OUTLINE.sections] == notes[: len(OUTLINE.sections)]
    assert any(note.startswith("Longest submission by one organisation: 2,815 words. Not verified") for note in notes)
    assert [note for note in notes if note.startswith("☐")] == [f"☐ {tick.label}" for tick in OUTLINE.ticks]
    assert "Nothing was sent by the portal: you send it yourselves, when you are ready." in notes
    assert any("https://upr-info.org/" in note and "Last checked 24 November 2026." in note for note in notes)
    assert [block.text for block in made.blocks if block.style is Style.HEADING][-2:] == [
        "Before you send it",
        "Sources",
    ]


def test_without_a_limit_it_says_that_none_was_found(working):
    assert "We have found no limit with a source. Look on the page of the body itself." in [
        block.text for block in working("urgent-appeal").blocks
    ]


def test_an_empty_part_still_says_what_belongs_into_it(working):
    assert "What earlier reviews missed" in [block.text for block in working().blocks]


def test_headings_are_in_the_language_of_the_text_and_notes_in_that_of_the_reader(working, settings):
    from django.utils import translation

    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    with invented_translations("ar"), translation.override("ar"):
        made = working()
    assert made.blocks[0].text == "The review"
    assert made.blocks[1].text != str(OUTLINE.sections[0].guidance)


def test_the_count_is_that_of_the_text_alone():
    made = paper.clean(OUTLINE, "A title", TEXTS, language="en")
    assert paper.count(OUTLINE, "A title", TEXTS, language="en") == len(
        " ".join([made.title, *(block.text for block in made.blocks)]).split()
    )
