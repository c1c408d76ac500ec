"""Whatever is typed: DOCX, ODT and plain text come out, hold it as it was typed, and tell nothing of who made them, where or when."""

import io
import re
import time
import zipfile

import docx
import pytest
from lxml import etree

from advisor.drafts import paper
from advisor.drafts.outlines import OUTLINES
from advisor.drafts.paper import Block, Paper, Sheet, Style
from advisor.drafts.visible import lines, visible

from .reading import W, opened, parts, tags, written

LONG = 100_000
PACKED = ["docx", "odt"]
ALL = [*PACKED, "txt"]

TEXTS = {
    "markup": "<b>bold</b> <script>alert(1)</script> &lt; &amp; <!-- --> ]]> <?xml?> {{ x }} {% y %}",
    "markup of the formats": "<w:p/><w:fldSimple w:instr=\"PAGE\"/> <text:a xlink:href='x'>y</text:a> <office:binary-data/>",
    "Typst code": '#read("/etc/passwd") #import "@preview/x:1.0.0" #eval("1") *bold* $x$',
    "fields and formulas": "{ INCLUDETEXT \"/etc/passwd\" } =cmd|' /C calc'!A0 DDEAUTO {PAGE} ${env:PATH} %USERNAME%",
    "emoji": "before 👨‍👩‍👧‍👦 ❤️ after",
    "Arabic": "منظمة حقوق الإنسان",
    "Chinese": "人权理事会",
    "Thai": "สิทธิมนุษยชน",
    "mixed directions": "abc مرحبا 12 def שלום (x)",
    "quotes and dashes": "\"double\" 'single' -- --- … ~ “typographic”",
    "tabs and spaces": "a\tb  c   d",
    "rare planes": "\U00020000 \U0001f600 \ue000",
    "marks without end": "a" + "\u0301" * 600,
}
HARD = {
    "controls": "a\x00b\x07c\x1bd\x7fe\x9ff",
    "an override of direction": "abc\u202egnp.exe\u202c",
    "half a letter": "a\ud800b\uffffc",
    "one endless word": "x" * LONG,
    "words without end": "word " * (LONG // 5),
    "Arabic without end": "كلمة " * (LONG // 5),
    "Chinese without end": "人" * LONG,
    "emoji without end": "😀" * LONG,
    "spaces without end": " " * (LONG - 1) + "x",
    "tabs without end": "\t" * 5_000 + "x",
    "lines without end": "x\n" * 5_000,
    "directions without end": "عa" * (LONG // 2),
    "only marks": "\u0301" * LONG,
    "nothing": "",
    "spaces alone": "   \n  ",
}


def full_of(text, language="en"):
    """A draft with the text in each of its fields."""
    outline = OUTLINES["urgent-appeal"]
    return paper.clean(outline, text[:200].strip() or "x", {"facts": text, "asks": text}, language=language)


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("what", TEXTS)
def test_text_stands_as_it_was_typed(what, kind):
    made = full_of(TEXTS[what])
    read = opened(written(made, kind), kind)
    assert read.lines.count(TEXTS[what]) == 2 + (made.title == TEXTS[what])


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("what", HARD)
def test_hard_text_comes_out_and_what_no_file_can_hold_is_replaced_where_it_stood(what, kind):
    made = full_of(HARD[what])
    read = opened(written(made, kind), kind)
    assert [block.text for block in made.blocks if block.style is Style.TEXT] == [*lines(visible(HARD[what]))] * 2
    assert read.lines == [made.title, *(block.text for block in made.blocks)]


@pytest.mark.parametrize("kind", PACKED)
def test_nothing_of_a_text_becomes_part_of_the_document(kind):
    """The same elements as around a plain text: no field, no link, no picture, no script."""
    part = {"docx": "word/document.xml", "odt": "content.xml"}[kind]
    plain, hostile = (
        written(full_of("plain"), kind),
        written(full_of(" ".join([TEXTS["markup"], TEXTS["markup of the formats"]])), kind),
    )
    assert tags(hostile, part) == tags(plain, part)
    assert set(parts(hostile)) == set(parts(plain))


@pytest.mark.parametrize("kind", PACKED)
def test_every_part_is_sound_and_loads_nothing_from_elsewhere(kind):
    for name, content in parts(written(full_of("plain"), kind)).items():
        if name.endswith((".xml", ".rels", ".rdf")):
            root = etree.fromstring(content)
            assert root.xpath("//*[@TargetMode='External']") == [], name
            links = root.xpath("//@*[local-name()='href']")
            assert links == [], name


@pytest.mark.parametrize("kind", PACKED)
def test_nobody_and_no_machine_is_named(kind):
    content = written(full_of("plain"), kind)
    everything = b"\n".join(parts(content).values()).decode()
    assert (
        re.findall(
            r"(?i)creator>|lastmodifiedby>|python-docx|macintosh|initial-creator|printed-by|company>", everything
        )
        == []
    )
    assert re.findall(r"(?<![\w:/.])/(?:tmp|home|root|usr|Users|work)/|[A-Z]:\\\\|file:", everything) == []
    assert re.findall(r"(?i)<dcterms:|creation-date|modified|editing-duration|rsidR=|<w:rsids", everything) == []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(part.create_system, part.comment, part.extra) for part in package.infolist()} == {(0, b"", b"")}


@pytest.mark.parametrize("kind", ALL)
def test_the_same_draft_gives_the_same_bytes(kind, monkeypatch):
    first = written(full_of(TEXTS["mixed directions"]), kind)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 100_000)
    assert written(full_of(TEXTS["mixed directions"]), kind) == first


@pytest.mark.parametrize("kind", PACKED)
def test_documents_have_a_title_a_language_and_headings(kind):
    made = Paper("A title", "fr", (Block(Style.HEADING, "One"), Block(Style.TEXT, "x"), Block(Style.HEADING, "Two")))
    read = opened(written(made, kind), kind)
    assert (read.title, read.language, read.headings) == ("A title", "fr", ["One", "Two"])
    assert read.lines[0] == "A title"


@pytest.mark.parametrize(
    ("language", "attribute", "tag"), [("fr", "val", "fr"), ("ar", "bidi", "ar"), ("zh-hans", "eastAsia", "zh-CN")]
)
def test_word_reads_the_text_in_its_language(language, attribute, tag):
    styles = etree.fromstring(parts(written(Paper("x", language, ()), "docx"))["word/styles.xml"])
    assert {
        mark.get(W + attribute)
        for mark in styles.iter(f"{W}lang")
        if mark.getparent().getparent().tag == f"{W}rPrDefault"
    } == {tag}


@pytest.mark.parametrize(
    ("language", "code"),
    [("fr", 'fo:language="fr"'), ("ar", 'style:language-complex="ar"'), ("zh-hans", 'style:language-asian="zh"')],
)
def test_an_office_reads_the_text_in_its_language(language, code):
    styles = parts(written(Paper("x", language, ()), "odt"))["styles.xml"].decode()
    assert code in styles
    assert ('fo:language="fr"' in styles) == (language == "fr"), "the library's template is French"


@pytest.mark.parametrize("kind", PACKED)
def test_each_line_is_marked_with_the_direction_in_which_it_is_read(kind):
    made = Paper(
        "عنوان",
        "en",
        (
            Block(Style.HEADING, "Heading"),
            Block(Style.TEXT, "مرحبا hello"),
            Block(Style.TEXT, "hello مرحبا"),
            Block(Style.NOTE, "12 מרחבא"),
            Block(Style.TEXT, "12"),
        ),
    )
    assert opened(written(made, kind), kind).rtl == [True, False, True, False, True, False]


@pytest.mark.parametrize("kind", PACKED)
def test_in_a_right_to_left_document_lines_without_letters_follow_it(kind):
    made = Paper("عنوان", "ar", (Block(Style.TEXT, "12"), Block(Style.TEXT, "abc")))
    assert opened(written(made, kind), kind).rtl == [True, True, False]


def test_words_of_the_other_direction_are_marked_inside_a_line():
    root = etree.fromstring(
        parts(written(Paper("x", "en", (Block(Style.TEXT, "abc مرحبا def"),)), "docx"))["word/document.xml"]
    )
    runs = [("".join(run.itertext()), run.find(f"{W}rPr/{W}rtl") is not None) for run in root.iter(f"{W}r")]
    assert runs == [("x", False), ("abc ", False), ("مرحبا ", True), ("def", False)]


@pytest.mark.parametrize("kind", PACKED)
def test_pages_are_numbered(kind):
    part = {"docx": "word/footer1.xml", "odt": "styles.xml"}[kind]
    name = {"docx": f"{W}fldSimple", "odt": "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}page-number"}[kind]
    assert name in tags(written(full_of("x"), kind), part)


def test_an_open_document_begins_with_its_type_and_lists_its_parts():
    content = written(full_of("x"), "odt")
    assert content[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    manifest = etree.fromstring(parts(content)["META-INF/manifest.xml"])
    listed = {entry.get(next(name for name in entry.attrib if name.endswith("full-path"))) for entry in manifest}
    assert listed - {"/"} == set(parts(content)) - {"mimetype", "META-INF/manifest.xml"}


def test_plain_text_says_how_it_is_written_and_ends_its_lines_as_every_editor_knows():
    content = written(full_of("a\nb"), "txt")
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize(("sheet", "size"), [(Sheet.A4, (210, 297)), (Sheet.LETTER, (215.9, 279.4))])
def test_the_page_is_a4_unless_letter_is_chosen(sheet, size):
    made = Paper("x", "en", (), sheet)
    section = docx.Document(io.BytesIO(written(made, "docx"))).sections[0]
    assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == size
    styles = parts(written(made, "odt"))["styles.xml"].decode()
    assert f'fo:page-width="{float(size[0])}mm" fo:page-height="{float(size[1])}mm"' in styles
    assert Paper("x", "en", ()).sheet is Sheet.A4


@pytest.mark.parametrize(("language", "rtl"), [("ar", True), ("en", False)])
def test_a_right_to_left_document_opens_from_the_right(language, rtl):
    """The section, the paragraphs and the number of the page for Word; the page for an office that reads ODT."""
    made = Paper("x", language, (Block(Style.TEXT, "12"),))
    files = parts(written(made, "docx"))
    section = etree.fromstring(files["word/document.xml"]).find(f".//{W}sectPr")
    assert (section.find(f"{W}bidi") is not None) == rtl
    names = [child.tag for child in section]
    assert not rtl or names.index(f"{W}bidi") < names.index(f"{W}docGrid"), "the order that the format asks for"
    assert (etree.fromstring(files["word/footer1.xml"]).find(f".//{W}bidi") is not None) == rtl
    styles = parts(written(made, "odt"))["styles.xml"].decode()
    assert ('style:writing-mode="rl-tb"' in re.findall("<style:page-layout-properties[^>]*>", styles)[0]) == rtl


def test_word_has_the_typeface_of_the_portal_in_black_and_something_near_it_instead():
    files = parts(written(Paper("x", "en", ()), "docx"))
    styles = etree.fromstring(files["word/styles.xml"])
    faces = {mark.get(f"{W}ascii") for mark in styles.iter(f"{W}rFonts")}
    assert faces == {"Noto Sans"}
    assert not [name for mark in styles.iter(f"{W}rFonts") for name in mark.attrib if "heme" in name]
    assert not list(styles.iter(f"{W}color"))
    table = etree.fromstring(files["word/fontTable.xml"])
    assert {font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val") for font in table}["Noto Sans"].startswith(
        "Liberation Sans"
    )


def test_an_office_has_the_typeface_of_the_portal():
    styles = parts(written(Paper("x", "en", ()), "odt"))["styles.xml"].decode()
    assert set(re.findall('style:font-name="([^"]+)"', styles)) == {"Noto Sans"}
    assert "svg:font-family=\"'Noto Sans', 'Liberation Sans', 'Arial'\"" in styles.replace("&apos;", "'")


def test_an_office_sets_lines_from_the_side_on_which_they_begin():
    """Named, since LibreOffice takes "start" for the left side in every script."""
    styles = parts(written(Paper("عنوان", "ar", ()), "odt"))["styles.xml"].decode()
    content = styles + parts(written(Paper("عنوان", "ar", ()), "odt"))["content.xml"].decode()
    found = dict(re.findall(r'style:name="(Draft_\w+)".*?fo:text-align="(\w+)"', content))
    assert {
        name: align for name, align in found.items() if align != ("right" if name.endswith("_RTL") else "left")
    } == {}
    assert len(found) == 8
