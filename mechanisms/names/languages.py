"""What States and territories are called in the six languages of the United Nations, as the CLDR has it (through Babel)."""

from functools import cache

from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "zh_Hant")


def iso2_of(iso3: str) -> str:
    """The two-letter code of a three-letter one; empty where the CLDR has none."""
    return str(next(iter(get_global("territory_aliases").get(iso3, ())), ""))


@cache
def names_in_languages(iso2: str) -> tuple[str, ...]:
    """The names of a territory; empty for a code that the CLDR does not know."""
    called = (Locale.parse(language).territories.get(iso2) for language in LANGUAGES)
    return tuple(dict.fromkeys(name for name in called if name))
