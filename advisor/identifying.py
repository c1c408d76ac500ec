"""Finds what in a free text looks like an e-mail address, a telephone or identity number, or the name of a person, so that a page can ask
whether it is meant to be there. It never refuses anything, and keeps nothing of what it finds.

The patterns know no language; names are found by the honorifics of our six. `static/identifying.js` finds the same while somebody types.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise


class Kind(StrEnum):
    """What something looks like."""

    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True)
class Hit:
    """Something that looks like it, as it stands in the text."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Place:
    """A field in which somebody wrote. ``anchor`` is its id on the page, ``before`` what it held when the page was opened."""

    label: "StrOrPromise"
    anchor: str
    text: str
    before: str = ""


@dataclass(frozen=True)
class Pointed:
    """What is pointed out, with its place."""

    label: "StrOrPromise"
    anchor: str
    question: str


QUESTIONS: Mapping[Kind, "StrPromise"] = {
    Kind.EMAIL: _("This looks like an e-mail address: “%(text)s”. Is it meant to be here?"),
    Kind.PHONE: _("This looks like a telephone number: “%(text)s”. Is it meant to be here?"),
    Kind.NUMBER: _(
        "This looks like the number of a passport, an identity card or a telephone: “%(text)s”. Is it meant to be here?"
    ),
    Kind.NAME: _("This looks like the name of a person: “%(text)s”. Is it meant to be here?"),
}

HERE = "##"
"""Where the script puts what it found into a question."""

SEEN = "seen"
"""The field of a form that says how many were pointed out on the page that it was sent from."""

URL = re.compile(r"https?://\S+")
DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:[0-2]?\d|3[01])"
    r"|(?:[0-2]?\d|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:19|20)\d\d)(?!\d)"
)
SIGN = r"[^\s@<>()\[\]{},;:\"“”«»]"
EMAIL = re.compile(rf"(?<!{SIGN}){SIGN}{{1,64}}@{SIGN}{{1,190}}\.{SIGN}+")
PUBLIC = re.compile(r"[@.](?:un|ohchr)\.org$", re.IGNORECASE)
"""Addresses of the UN itself."""

RUN = re.compile(r"(?<![\w/.\-])[+(]?\d(?:[ \u00a0.()\-]{0,2}\d){7,24}(?![\w/])")
AMOUNT = re.compile(r"\d{1,3}(?:[ \u00a0.]\d{3})+")
YEARS = re.compile(r"(?:19|20)\d\d(?:[ \u00a0.\-]+(?:19|20)\d\d)*")
CODE = re.compile(r"(?<![\w/.\-])(?:[A-Z]{1,3}\d{6,9}[A-Z]?|\d{7,9}[A-Z])(?![\w/])")

HONORIFICS = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Sheikh|Sheik|Shaikh|Imam|Rev|Shri|Smt|"
    "Mme|Mlle|Madame|Monsieur|Maître|M(?=\\.)|Sr|Sra|Srta|Señor|Señora|Don|Doña|Dra|Lic|"
    "г-н|г-жа|господин|госпожа|Господин|Госпожа"
)
OFFICES = frozenset(
    [
        "President",
        "Chair",
        "Chairman",
        "Chairwoman",
        "Chairperson",
        "Vice",
        "Vice-President",
        "Speaker",
        "Rapporteur",
        "Special",
        "High",
        "Secretary",
        "Secretary-General",
        "Ambassador",
        "Minister",
        "Commissioner",
        "Moderator",
        "Director",
        "Président",
        "Présidente",
        "Rapporteuse",
        "Haut",
        "Haute",
        "Secrétaire",
        "Ministre",
        "Ambassadeur",
        "Ambassadrice",
        "Presidente",
        "Presidenta",
        "Relator",
        "Relatora",
        "Alto",
        "Alta",
        "Ministro",
        "Ministra",
        "Embajador",
        "Embajadora",
        "Secretario",
        "Secretaria",
        "Председатель",
        "Президент",
        "Министр",
        "Докладчик",
        "Посол",
    ]
)
"""Words after an honorific that say an office, not a name."""

NAME = re.compile(rf"(?<!\w)(?:{HONORIFICS})\.?[ \u00a0]+((?:[^\W\d_][\w'’\-]*\.?[ \u00a0]?){{1,4}})")
ARABIC = re.compile(
    "(?<!\\w)(?:السيدة|السيد|الآنسة|الدكتورة|الدكتور|الأستاذة|الأستاذ|الشيخ|المحامية|المحامي) +(\\w+)(?: +\\w+)?"
)
ARABIC_OFFICES = ("الرئيس", "رئيس", "المقرر", "الوزير", "وزير", "الأمين", "المفوض", "السفير", "نائب")
CHINESE = re.compile("([\u4e00-\u9fff]{1,4})(?:先生|女士|小姐|博士|律师)")
CHINESE_OFFICES = re.compile("(?:主席|总统|部长|大使|报告员|秘书长|议长|专员|[位名的该各等和与])$")


def found(text: str, known: Collection[str] = ()) -> tuple[Hit, ...]:
    """Each thing once, in the order of the text. ``known`` are names that may stand there, such as that of the organisation."""
    allowed = [name.casefold() for name in known]
    hits = sorted(_hits(text), key=lambda hit: hit[0])
    return tuple(dict.fromkeys(hit for _place, hit in hits if not any(hit.text.casefold() in name for name in allowed)))


def pointed(places: Iterable[Place], known: Collection[str], seen: str) -> tuple[Pointed, ...]:
    """What is new in these fields and to be asked about; none where as much was pointed out on the page before (``seen``)."""
    rows = tuple(
        Pointed(place.label, place.anchor, str(QUESTIONS[hit.kind] % {"text": hit.text}))
        for place in places
        for before in [found(place.before, known)]
        for hit in found(place.text, known)
        if hit not in before
    )
    return () if seen == str(len(rows)) else rows


def context(known: Collection[str], asked: Collection[Pointed] = ()) -> dict[str, Any]:
    """What `templates/identifying/` needs: the names that may stand in a text, the words of the script, and what is asked about."""
    words = [(kind.value, str(question % {"text": HERE})) for kind, question in QUESTIONS.items()]
    return {"known": known, "questions": words, "pointed": asked}


def _hits(text: str) -> Iterator[tuple[int, Hit]]:
    for match in EMAIL.finditer(text):
        address = match[0].rstrip(".!?'’")
        if not PUBLIC.search(address):
            yield match.start(), Hit(Kind.EMAIL, address)
    plain = _blanked(EMAIL, _blanked(URL, text))
    yield from _numbers(_blanked(DATE, plain))
    yield from _names(plain)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with other signs, as many, where the pattern is found."""
    return pattern.sub(lambda match: "|" * len(match[0]), text)


def _numbers(text: str) -> Iterator[tuple[int, Hit]]:
    for match in RUN.finditer(text):
        kind = _of_digits(match[0])
        if kind:
            yield match.start(), Hit(kind, match[0])
    for match in CODE.finditer(text):
        yield match.start(), Hit(Kind.NUMBER, match[0])


def _of_digits(run: str) -> Kind | None:
    digits = re.sub(r"\D", "", run)
    if run.startswith("+") or digits.startswith("00"):
        return Kind.PHONE if 8 <= len(digits) <= 15 else None
    if digits.startswith("0") and 9 <= len(digits) <= 12:
        return Kind.PHONE
    groups = re.findall(r"\d+", run)
    listed = AMOUNT.fullmatch(run) or YEARS.fullmatch(run) or max(map(len, groups)) < 3
    return Kind.NUMBER if 9 <= len(digits) <= 16 and not listed else None


def _names(text: str) -> Iterator[tuple[int, Hit]]:
    start = 0
    while match := NAME.search(text, start):
        start = match.start(1)  # the next honorific may stand among the words that follow
        words = match[1].split()
        capital = list(takewhile(lambda word: word[0].isupper(), words))
        if capital and capital[0].rstrip(".") not in OFFICES:
            whole = match[0][: match[0].index(match[1])] + " ".join(capital)
            yield match.start(), Hit(Kind.NAME, whole.rstrip(".,;:"))
    for match in ARABIC.finditer(text):
        if not match[1].startswith(ARABIC_OFFICES):
            yield match.start(), Hit(Kind.NAME, match[0])
    for match in CHINESE.finditer(text):
        if not CHINESE_OFFICES.search(match[1]):
            yield match.start(), Hit(Kind.NAME, match[0])
