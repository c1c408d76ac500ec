"""The two pages for a meeting as a text: they say what the PDF says, and a copy for others says nothing of the answers."""

import io
import re

import docx
import pytest
from django.utils import translation

from advisor.advice.pdf.data import document
from advisor.drafts.briefs import brief
from advisor.drafts.files import KINDS
from advisor.drafts.paper import Sheet, Style
from tests.advisor.advice.reading import FIRST_SCREENS
from tests.support.pseudo import invented_translations


def made(advice, edition, **wish):
    return brief(advice, edition, **({"language": "en", "with_answers": True, "sheet": Sheet.A4} | wish))


def told(paper) -> str:
    return "\n".join([paper.title, *(block.text for block in paper.blocks)])


@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_it_says_what_the_two_pages_say(case, advised, frozen):
    advice = advised(case)
    text = told(made(advice, frozen))
    said = document(advice, frozen, language="en", with_answers=True, paper="a4", brief=True)
    wanted = [
        said["title"],
        *(row["sentence"] for row in said["leaders"][:2]),
        *(row["seen"] for row in said["leaders"][:2]),
    ]
    wanted += [step["title"] for step in said["now"]] + [step["by"] for step in said["now"]]
    wanted += [one["text"] for step in said["now"] for one in step["to"]]
    wanted += [date["day"] for date in said["soon"]] + [source["title"] for source in said["sources"]]
    assert [words for words in wanted if words and " ".join(words.split()) not in " ".join(text.split())] == []
    numbers = {int(number) for number in re.findall(r"(?<! )\s\[(\d+)\]", text)}
    assert numbers <= {source["number"] for source in said["sources"]}


def test_each_kind_of_file_holds_it_on_the_chosen_sheet(advised, frozen):
    paper = made(advised(), frozen, sheet=Sheet.LETTER)
    word = docx.Document(io.BytesIO(KINDS["docx"].write(paper)))
    assert [line.text for line in word.paragraphs] == [paper.title, *(block.text for block in paper.blocks)]
    assert round(word.sections[0].page_width.mm, 1) == 215.9
    assert KINDS["odt"].write(paper).startswith(b"PK")
    assert paper.title in KINDS["txt"].write(paper).decode("utf-8-sig")


def test_a_copy_to_share_leaves_out_what_repeats_the_answers(advised, frozen):
    own, shared = (made(advised("defender-tortured-in-custody"), frozen, with_answers=wish) for wish in (True, False))
    assert "This copy holds your answers." in told(own)
    assert "A copy for sharing" in told(shared)
    assert len(told(shared)) < len(told(own))


def test_there_is_room_for_notes_under_their_heading(advised, frozen):
    blocks = made(advised(), frozen).blocks
    at = next(
        number for number, block in enumerate(blocks) if block == (Style.HEADING, "Notes") or block.text == "Notes"
    )
    assert [block.text for block in blocks[at + 1 : at + 6]] == [""] * 5


def test_in_another_language_no_heading_stays_english(advised, frozen):
    with invented_translations("ar"), translation.override("ar"):
        paper = made(advised(), frozen, language="ar")
    assert paper.rtl
    assert "What to do now" not in told(paper)
