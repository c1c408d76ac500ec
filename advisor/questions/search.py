"""Find a State or a theme by what people type: without accents, in any case, by other usual names too."""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# Letters that have no accent to take off, but that people type without.
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})

STATE_ALIASES: Mapping[str, "StrPromise"] = {
    "ARE": pgettext_lazy("other words that people search for it by", "uae emirates dubai"),
    "BIH": pgettext_lazy("other words that people search for it by", "bosnia"),
    "BOL": pgettext_lazy("other words that people search for it by", "bolivia"),
    "BRN": pgettext_lazy("other words that people search for it by", "brunei"),
    "CAF": pgettext_lazy("other words that people search for it by", "car central africa"),
    "CIV": pgettext_lazy("other words that people search for it by", "ivory coast"),
    "COD": pgettext_lazy("other words that people search for it by", "drc democratic republic of congo kinshasa"),
    "COG": pgettext_lazy("other words that people search for it by", "congo brazzaville"),
    "CPV": pgettext_lazy("other words that people search for it by", "cape verde"),
    "CZE": pgettext_lazy("other words that people search for it by", "czech republic"),
    "FSM": pgettext_lazy("other words that people search for it by", "micronesia"),
    "GBR": pgettext_lazy(
        "other words that people search for it by", "uk great britain england scotland wales northern ireland"
    ),
    "GMB": pgettext_lazy("other words that people search for it by", "the gambia"),
    "IRN": pgettext_lazy("other words that people search for it by", "iran"),
    "KOR": pgettext_lazy("other words that people search for it by", "south korea"),
    "LAO": pgettext_lazy("other words that people search for it by", "laos"),
    "MDA": pgettext_lazy("other words that people search for it by", "moldova"),
    "MKD": pgettext_lazy("other words that people search for it by", "macedonia"),
    "MMR": pgettext_lazy("other words that people search for it by", "burma"),
    "NLD": pgettext_lazy("other words that people search for it by", "holland"),
    "PRK": pgettext_lazy("other words that people search for it by", "north korea dprk"),
    "PSE": pgettext_lazy("other words that people search for it by", "palestine palestinian"),
    "RUS": pgettext_lazy("other words that people search for it by", "russia"),
    "SWZ": pgettext_lazy("other words that people search for it by", "swaziland"),
    "SYR": pgettext_lazy("other words that people search for it by", "syria"),
    "TLS": pgettext_lazy("other words that people search for it by", "east timor"),
    "TUR": pgettext_lazy("other words that people search for it by", "turkey"),
    "TZA": pgettext_lazy("other words that people search for it by", "tanzania"),
    "USA": pgettext_lazy("other words that people search for it by", "usa america"),
    "VAT": pgettext_lazy("other words that people search for it by", "vatican"),
    "VEN": pgettext_lazy("other words that people search for it by", "venezuela"),
    "VNM": pgettext_lazy("other words that people search for it by", "vietnam"),
}

THEME_ALIASES: Mapping[str, "StrPromise"] = {
    "arbitrary-detention": pgettext_lazy("other words that people search for it by", "prison jail political prisoner"),
    "assembly-association": pgettext_lazy(
        "other words that people search for it by", "protest demonstration union ngo civil society"
    ),
    "armed-conflict": pgettext_lazy("other words that people search for it by", "war"),
    "business": pgettext_lazy("other words that people search for it by", "company corporate"),
    "children": pgettext_lazy("other words that people search for it by", "child youth girls boys"),
    "counter-terrorism": pgettext_lazy("other words that people search for it by", "security emergency"),
    "displacement-refugees": pgettext_lazy("other words that people search for it by", "idp asylum"),
    "enforced-disappearance": pgettext_lazy("other words that people search for it by", "missing kidnapping"),
    "environment": pgettext_lazy("other words that people search for it by", "nature pollution"),
    "fair-trial-justice": pgettext_lazy("other words that people search for it by", "judge lawyer court independence"),
    "freedom-of-expression": pgettext_lazy(
        "other words that people search for it by", "journalist press media speech internet censorship"
    ),
    "gender-violence": pgettext_lazy("other words that people search for it by", "rape domestic violence fgm femicide"),
    "health": pgettext_lazy("other words that people search for it by", "hospital medicine abortion mental"),
    "housing": pgettext_lazy("other words that people search for it by", "eviction homeless"),
    "human-rights-defenders": pgettext_lazy("other words that people search for it by", "activist"),
    "lgbti": pgettext_lazy(
        "other words that people search for it by",
        "gay lesbian bisexual trans homosexual sexual orientation gender identity",
    ),
    "life-executions": pgettext_lazy(
        "other words that people search for it by", "killing murder execution death penalty"
    ),
    "minorities": pgettext_lazy("other words that people search for it by", "ethnic language roma"),
    "participation-democracy": pgettext_lazy("other words that people search for it by", "election vote"),
    "poverty-social-security": pgettext_lazy("other words that people search for it by", "poor welfare"),
    "privacy": pgettext_lazy("other words that people search for it by", "surveillance spyware data"),
    "racism": pgettext_lazy("other words that people search for it by", "discrimination xenophobia"),
    "slavery": pgettext_lazy("other words that people search for it by", "forced labour"),
    "torture": pgettext_lazy("other words that people search for it by", "ill treatment prison police violence"),
    "work": pgettext_lazy("other words that people search for it by", "labour wages union"),
}


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    folded = bare.casefold().translate(PLAIN)
    # Apostrophes vanish, so that "dIvoire" and "d'Ivoire" are one; any other sign parts two words.
    folded = folded.replace("'", "").replace("’", "")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded).split())


def matches(query: str, searchable: str) -> bool:
    """Whether each word typed stands somewhere in a folded text."""
    return all(word in searchable for word in fold(query).split())
