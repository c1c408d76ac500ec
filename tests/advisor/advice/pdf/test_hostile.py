"""Whatever an editor puts into a text: the PDF comes out, the text stands there as it was written, and nothing of it is carried out."""

import random

import pytest

from advisor.advice.pdf import rendering, typesetting
from tests.advisor.advice.reading import letters, opened, words
from tests.support.hostile import edition_full_of

LONG = 20_000
CODE = " ".join(
    [
        '#read("/etc/passwd") #import "@preview/x:1.0.0" #eval("1") *bold* _it_ $x$ @ref `raw` // = [x] \\',
        "<script>alert(1)</script> {{ y }} {% z %}",
    ]
)

LITERAL = {
    "markup and code": CODE,
    "quotes and dashes": "\"double\" 'single' -- --- ... ~",
    "Arabic": "منظمة حقوق الإنسان",
    "Chinese": "人权理事会",
    "Cyrillic": "Права человека",
    "a path": "../../etc/passwd",
}

REPLACED = {
    "emoji": ("before 👨‍👩‍👧‍👦 ❤️ after", "before □□□□ □ after"),
    "Thai": ("สิทธิ", "□"),
    "controls": ("a\x00b\x07c\x1bd\x7fe", "abcde"),
    "right-to-left override": ("abc\u202egnp.exe\u202c", "abcgnp.exe"),
    "isolates": ("a\u2067b\u2069c", "abc"),
    "half a letter": ("a\ud800b", "a□b"),
    "private use": ("a\ue000b", "a□b"),
    "marks without end": ("a" + "\u0301" * 600, "á"),
}

HARD = {
    "one endless word": "x" * LONG,
    "words without end": "word " * LONG,
    "Arabic without end": "كلمة" * (LONG // 4),
    "Chinese without end": "人" * LONG,
    "only marks": "\u0301" * LONG,
    "slashes without end": "/" * LONG,
    "an endless address": "https://example.org/" + "a" * 3000,
    "nothing": "",
    "spaces": "   ",
}


@pytest.fixture
def paper(advised, edition, monkeypatch):
    """The PDF of an advice on an edition that is full of a text, whatever else this machine has to do."""
    monkeypatch.setattr(typesetting, "LONGEST_SECONDS", 300)

    def run(text, **wishes):
        full = edition_full_of(text, edition)
        return rendering.render(advised(on=full), full, **({"language": "en", "with_answers": True} | wishes))

    return run


def is_strict(content):
    with opened(content) as document, document.open_metadata() as metadata:
        return metadata.get("pdfuaid:part") == "1" and document.check_pdf_syntax() == []


def test_text_stands_as_it_was_written_and_what_no_font_can_show_is_replaced_visibly(paper, subtests):
    shown = LITERAL | {kind: after for kind, (_before, after) in REPLACED.items()}
    content = paper(" ¶ ".join([*LITERAL.values(), *(before for before, _after in REPLACED.values())]))
    there = letters(words(content))
    for kind, text in shown.items():
        with subtests.test(kind):
            assert letters(text) in there
    assert "root:" not in there
    assert is_strict(content)


@pytest.mark.parametrize("kind", HARD)
def test_endless_text_comes_out_and_a_word_is_there_to_its_last_letter(kind, paper):
    content = paper(HARD[kind])
    assert is_strict(content)
    letter = HARD[kind][:1]
    if set(HARD[kind]) == {letter} and letter.isalpha():
        assert words(content).replace(" ", "").count(letter) >= LONG


@pytest.mark.parametrize("kind", ["one endless word"])
def test_endless_text_comes_out_where_lines_run_the_other_way(kind, paper):
    assert is_strict(paper(HARD[kind], language="ar"))


def test_what_comes_after_too_much_is_cut_and_says_so(paper):
    text = words(paper("word " * LONG))
    assert "[…]" in text
    assert "Sources" in text


@pytest.mark.parametrize("seed", range(3))
def test_letters_from_everywhere(seed, paper):
    dice = random.Random(seed)
    assert is_strict(paper("".join(chr(dice.randrange(1, 0x3100)) for _ in range(300))))


def test_what_breaks_typst_ends_its_worker_and_nothing_else(advised, frozen):
    with typesetting.typesetter() as one, pytest.raises(typesetting.NotSet):
        one.typeset("this is no document")
    assert is_strict(rendering.render(advised(), frozen, language="en", with_answers=True))


def test_a_text_that_the_strict_rules_refuse_is_set_without_them_and_not_logged(advised, frozen, monkeypatch, caplog):
    monkeypatch.setattr(
        "advisor.advice.pdf.rendering.Guard.clean", lambda self, document: document | {"title": "private \U0001f600"}
    )
    content = rendering.render(advised(), frozen, language="en", with_answers=True)
    assert not is_strict(content)
    assert caplog.messages == ["a document was set without the rules of PDF/UA-1, which refused it"]
