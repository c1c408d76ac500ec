"""Text as a search compares it: capitals, accents and punctuation make no difference."""

import unicodedata
from functools import lru_cache

# Letters that can't be split into letter and accent, but that people type as plain ones.
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, no accents, no apostrophes, any other sign a space, single spaces."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    folded = bare.casefold().translate(PLAIN).replace("'", "").replace("’", "")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded).split())


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; letters that stand alone one after the other are one word: “U.K.” is “UK”."""
    found: list[str] = []
    single = False
    for word in fold(text).split():
        if single and len(word) == 1 and word.isalpha():
            found[-1] += word
        else:
            found.append(word)
            single = len(word) == 1 and word.isalpha()
    return tuple(found)


def forms(name: str) -> tuple[str, ...]:
    """How a name may be typed: an apostrophe as nothing or as a space, so that “dIvoire” and “d Ivoire” are both found."""
    apart = name.replace("'", " ").replace("’", " ")
    return tuple(dict.fromkeys(" ".join(words(one)) for one in (name, apart)))
