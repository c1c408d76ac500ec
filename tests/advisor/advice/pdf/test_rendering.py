"""The advice as a PDF: whole, the same each time, small, tagged, in every direction, and without the answers where they are not wanted."""

import dataclasses
import io
import time
from itertools import pairwise

import pytest
from pdfua import Severity, validate

from advisor.advice import page
from advisor.advice.pdf import rendering
from advisor.words.serialise import digest
from tests.advisor.advice.reading import addresses, elements, letters, opened, picture, running, words
from tests.support.pseudo import invented_translations

EVERY_CASE = [
    "before-the-mandates-merged",
    "cerd-clock-running",
    "defender-tortured-in-custody",
    "disappeared-six-weeks-ago-mexico",
    "housing-in-six-states",
    "nothing-known",
    "nubian-children-kenya",
]
SMALL = 200_000


def rendered(advice, edition, **wishes):
    return rendering.render(advice, edition, **({"language": "en", "with_answers": True} | wishes))


@pytest.fixture
def paper(advised, frozen):
    return rendered(advised(), frozen)


@pytest.mark.parametrize(
    ("case", "by"),
    [
        ("disappeared-six-weeks-ago-mexico", "By 10 January 2027"),
        ("cerd-clock-running", "By 24 January 2027"),
    ],
)
def test_page_one_says_what_fits_best_what_to_do_and_by_when(case, by, advised, frozen):
    first = words(rendered(advised(case), frozen)).split(" 1 / ")[0]
    assert first.index("Start with:") < first.index("What to do now") < first.index(by) < first.index("At a glance")


def test_page_one_says_the_next_date_of_the_route_that_leads(advised, frozen):
    first = words(rendered(advised("cerd-clock-running"), frozen)).split(" 1 / ")[0]
    upcoming = first.index("Next: 24 January 2027, Last day to send the complaint")
    assert first.index("Start with:") < upcoming < first.index("What to do now")


@pytest.mark.parametrize("case", EVERY_CASE)
def test_everything_on_the_page_is_on_paper(case, advised, frozen):
    advice = advised(case)
    text = letters(running(rendered(advice, frozen)))
    shown = page.build(advice, frozen, {})
    wanted = [str(card.name) for card in shown.cards] + [str(card.verdict_label) for card in shown.cards]
    wanted += [gate.text for card in shown.cards for gate in card.gates]
    wanted += [reason.text for card in shown.cards for reason in card.reasons]
    wanted += [mandate.title for card in shown.cards for mandate in card.mandates]
    wanted += [one.text for card in shown.cards for standing in card.standings for one in standing.doings]
    wanted += [words for card in shown.cards for words in (card.seen.state, card.seen.public, card.seen.un)]
    wanted += [date.day.words for date in shown.timeline if date.day]
    wanted += [source.title for source in shown.sources] + [source.url for source in shown.sources]
    wanted += [source.day for source in shown.sources]
    wanted += [address.value for address in shown.addresses if any(card.mandates for card in shown.cards)]
    wanted += [*(change.text for change in shown.changes), frozen.id, digest(advice), shown.day_words]
    assert [want for want in wanted if letters(want) not in text] == []


@pytest.mark.parametrize("case", EVERY_CASE)
def test_a_pdf_is_sound_tagged_and_small(case, advised, frozen):
    content = rendered(advised(case), frozen)
    with opened(content) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.MarkInfo.Marked
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    report = validate(io.BytesIO(content))
    assert [finding for finding in report.findings if finding.severity >= Severity.WARNING] == []
    assert len(content) <= SMALL


def test_language_and_title_are_said(paper):
    with opened(paper) as document:
        assert document.Root.Lang == "en"
        assert (
            document.docinfo.Title
            == "Advice: Kenya · Children, Minorities and 1 more · Several cases – 24 November 2026"
        )
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_headings_stand_in_order(paper):
    levels = [int(tag[1]) for tag, _ in elements(paper) if tag in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert {1, 2, 3} == set(levels)
    assert [(before, after) for before, after in pairwise(levels) if after > before + 1] == []


def test_the_title_comes_first_and_tables_have_headers(paper):
    tags = [tag for tag, _ in elements(paper)]
    assert tags.index("Title") < tags.index("H1")
    assert tags.count("Table") <= tags.count("THead")
    assert tags.count("TH") >= 2 * tags.count("Table")


def test_the_picture_says_its_dates_to_those_who_hear_it(paper):
    spoken = [alternative for tag, alternative in elements(paper) if tag == "Figure"]
    assert len(spoken) == 1
    assert spoken[0].startswith("Time line from 24 November 2026 to 24 May 2028.")
    assert "1 June 2027: ECOSOC status: last day to apply (Our estimate, not published)." in spoken[0]


def test_the_same_advice_gives_the_same_bytes(advised, frozen):
    first = rendered(advised(), frozen)
    rendered(advised("housing-in-six-states"), frozen)
    assert rendered(advised(), frozen) == first
    assert rendered(advised("housing-in-six-states"), frozen) != first


@pytest.mark.parametrize(("size", "width", "height"), [("a4", 595, 842), ("letter", 612, 792)])
def test_both_papers(size, width, height, advised, frozen):
    with opened(rendered(advised(), frozen, paper=size)) as document:
        boxes = {tuple(round(float(edge)) for edge in sheet.mediabox) for sheet in document.pages}
    assert boxes == {(0, 0, width, height)}


def test_a_copy_for_sharing_holds_neither_answers_nor_what_repeats_them(advised, frozen):
    advice = advised()
    text = words(rendered(advice, frozen, with_answers=False))
    shown = page.build(advice, frozen, {})
    for kept in (
        "Your answers",
        "Why these points",
        "What would change this advice",
        digest(advice),
        "A case or appeal is still going on",
        "The UN may know, but not the State or the public",
        *(reason.text for card in shown.cards for reason in card.reasons),
    ):
        assert letters(kept) not in letters(text), kept
    assert "A copy for sharing" in text
    assert frozen.id in text
    assert "Remedies in the country tried first" in text


@pytest.mark.parametrize("with_answers", [True, False])
def test_a_score_that_is_open_is_never_shown_as_certain(with_answers, advised, frozen):
    text = words(rendered(advised("nothing-known"), frozen, with_answers=with_answers))
    assert "because some answers are open" in text


@pytest.mark.parametrize(("language", "tag", "direction"), [("ar", "ar", "/R2L"), ("zh-hans", "zh", "/L2R")])
def test_arabic_and_chinese(language, tag, direction, advised, frozen):
    with invented_translations(language):
        content = rendered(advised("housing-in-six-states"), frozen, language=language)
    with opened(content) as document:
        assert str(document.Root.Lang).split("-")[0] == tag
        assert document.Root.ViewerPreferences.Direction == direction
        assert document.check_pdf_syntax() == []
    assert "□" not in words(content)
    assert addresses(content) == addresses(rendered(advised("housing-in-six-states"), frozen))


def test_arabic_is_copied_as_it_was_written(advised, frozen):
    name = "تحقيق في حرية التعبير، المحكمة الجنائية لحقوق الإنسان"
    states = {**frozen.states, "KEN": dataclasses.replace(frozen.states["KEN"], name=name)}
    text = words(rendered(advised(), dataclasses.replace(frozen, states=states)))
    assert name in text


def test_pages_in_arabic_are_mirrored(advised, frozen):
    """The column of numbers on page one stands to the left in English and to the right in Arabic."""

    def darkest_side(content):
        sheet = picture(content)
        width, height = sheet.size
        left = sheet.crop((width // 10, 0, width // 4, height)).resize((1, 1)).getpixel((0, 0))
        right = sheet.crop((width - width // 4, 0, width - width // 10, height)).resize((1, 1)).getpixel((0, 0))
        return "left" if left < right else "right"

    assert darkest_side(rendered(advised(), frozen)) == "left"
    with invented_translations("ar"):
        assert darkest_side(rendered(advised(), frozen, language="ar")) == "right"


def test_bars_and_dates_differ_without_colour(advised, frozen):
    """Black, grey by hatching, and white: a copy in shades of grey tells them apart."""
    sheet = picture(rendered(advised("before-the-mandates-merged"), frozen))
    assert len(sheet.getcolors()) > 2


def test_a_warm_pdf_is_quick(advised, frozen):
    cases = [advised(case) for case in EVERY_CASE]
    for case in cases[:2]:
        rendered(case, frozen)
    times = []
    for case in cases[2:]:
        start = time.perf_counter()
        rendered(case, frozen)
        times.append(time.perf_counter() - start)
    # On an idle machine it takes a tenth of this (bench/pdf.py); here others may be at work.
    assert min(times) < 1.5


def test_links_lead_out_only_to_the_web_and_to_mail(paper):
    found = addresses(paper)
    assert "https://spsubmission.ohchr.org" in found
    assert [address for address in found if not address.startswith(("https://", "http://", "mailto:"))] == []
