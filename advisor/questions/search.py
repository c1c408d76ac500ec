"""Find a State or a theme by what people type: without accents, in any case, by other usual names too."""

import unicodedata
from collections.abc import Mapping

# Letters that have no accent to take off, but that people type without.
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})

STATE_ALIASES: Mapping[str, str] = {
    "ARE": "uae emirates dubai",
    "BIH": "bosnia",
    "BOL": "bolivia",
    "BRN": "brunei",
    "CAF": "car central africa",
    "CIV": "ivory coast",
    "COD": "drc democratic republic of congo kinshasa",
    "COG": "congo brazzaville",
    "CPV": "cape verde",
    "CZE": "czech republic",
    "FSM": "micronesia",
    "GBR": "uk great britain england scotland wales northern ireland",
    "GMB": "the gambia",
    "IRN": "iran",
    "KOR": "south korea",
    "LAO": "laos",
    "MDA": "moldova",
    "MKD": "macedonia",
    "MMR": "burma",
    "NLD": "holland",
    "PRK": "north korea dprk",
    "PSE": "palestine palestinian",
    "RUS": "russia",
    "SWZ": "swaziland",
    "SYR": "syria",
    "TLS": "east timor",
    "TUR": "turkey",
    "TZA": "tanzania",
    "USA": "usa america",
    "VAT": "vatican",
    "VEN": "venezuela",
    "VNM": "vietnam",
}

THEME_ALIASES: Mapping[str, str] = {
    "arbitrary-detention": "prison jail political prisoner",
    "assembly-association": "protest demonstration union ngo civil society",
    "armed-conflict": "war",
    "business": "company corporate",
    "children": "child youth girls boys",
    "counter-terrorism": "security emergency",
    "displacement-refugees": "idp asylum",
    "enforced-disappearance": "missing kidnapping",
    "environment": "nature pollution",
    "fair-trial-justice": "judge lawyer court independence",
    "freedom-of-expression": "journalist press media speech internet censorship",
    "gender-violence": "rape domestic violence fgm femicide",
    "health": "hospital medicine abortion mental",
    "housing": "eviction homeless",
    "human-rights-defenders": "activist",
    "lgbti": "gay lesbian bisexual trans homosexual sexual orientation gender identity",
    "life-executions": "killing murder execution death penalty",
    "minorities": "ethnic language roma",
    "participation-democracy": "election vote",
    "poverty-social-security": "poor welfare",
    "privacy": "surveillance spyware data",
    "racism": "discrimination xenophobia",
    "slavery": "forced labour",
    "torture": "ill treatment prison police violence",
    "work": "labour wages union",
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
