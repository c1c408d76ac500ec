"""Names under which the depositary lists States, where they differ from ours; and participants that are no States of ours."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALIASES: Mapping[str, str] = {
    "Bolivia (Plurinational State of)": "BOL",
    "Brunei": "BRN",
    "Cape Verde": "CPV",
    "Congo (Republic of the)": "COG",
    "Czech Republic": "CZE",
    "Democratic People's Republic of Korea": "PRK",
    "Democratic Republic of the Congo": "COD",
    "Gambia (Republic of The)": "GMB",
    "Gambia (The)": "GMB",
    "Iran (Islamic Republic of)": "IRN",
    "Lao People's Democratic Republic": "LAO",
    "Netherlands (Kingdom of the)": "NLD",
    "Netherlands (the Kingdom of the)": "NLD",
    "Republic of Korea": "KOR",
    "Republic of Moldova": "MDA",
    "Russian Federation": "RUS",
    "St. Kitts and Nevis": "KNA",
    "St. Lucia": "LCA",
    "St. Vincent and the Grenadines": "VCT",
    "Swaziland": "SWZ",
    "Syrian Arab Republic": "SYR",
    "The former Yugoslav Republic of Macedonia": "MKD",
    "Turkey": "TUR",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "United Republic of Tanzania": "TZA",
    "United States of America": "USA",
    "Venezuela (Bolivarian Republic of)": "VEN",
}

LAST_YEARS: Mapping[str, int] = {
    "Swaziland": 2018,
    "The former Yugoslav Republic of Macedonia": 2019,
    "Turkey": 2022,
}
"""Names that the United Nations gave up, with the year: a list that still has one is not of a later time."""

_TERRITORIES = {
    "Bermuda",
    "British Virgin Islands",
    "Cayman Islands",
    "Gibraltar",
    "Guernsey",
    "Hong Kong",
    "Isle of Man",
    "Jersey",
    "Macao",
    "Montserrat",
    "Netherlands Antilles",
    "Turks and Caicos Islands",
}
_FORMER = re.compile(
    r"czechoslovakia|yugoslavia|serbia and montenegro|german democratic|soviet|viet[- ]?nam, republic|republic of viet"
    r"|democratic yemen|zanzibar|tanganyika|united arab republic",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"union|organi[sz]ation|community|council|agency|united nations|market|bank|commission|fund", re.IGNORECASE
)


def kind_of(name: str) -> str | Promise:
    """What a participant is that is not among our States, in words; empty where that is not known."""
    if name in _TERRITORIES:
        return _("a territory: its State answers for it")
    if name in ("Cook Islands", "Niue"):
        return _("no member of the United Nations; party to treaties in its own right")
    if _FORMER.search(name):
        return _("a State that no longer exists")
    if _ORGANISATION.search(name):
        return _("an organisation")
    return ""
