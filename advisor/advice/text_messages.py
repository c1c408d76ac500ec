"""How text messages count: the letters that every phone sends in 7 bits (GSM 03.38), and all others, of which a message holds fewer."""

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = frozenset("^{}\\[~]|€")
"""Sent as two."""

ONE, EACH = 160, 153
ONE_WIDE, EACH_WIDE = 70, 67
"""How much one message holds, and each of several."""

TYPED = str.maketrans(
    {
        **dict.fromkeys("’‘‚′", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‑‐−", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009", " "),
        "…": "...",
        "œ": "oe",
        "Œ": "OE",
    }
)


def narrow(text: str) -> str:
    """In letters of 7 bits where its language can be written so, by leaving out accents; else as it stands."""
    found = "".join(_narrow(sign) for sign in unicodedata.normalize("NFC", text).translate(TYPED))
    return found if is_narrow(found) else text


def is_narrow(text: str) -> bool:
    """Whether every letter is one of 7 bits."""
    return BASIC.union(DOUBLE).issuperset(text)


def parts(text: str) -> int:
    """How many messages a phone makes of it."""
    if is_narrow(text):
        length, one, each = sum(2 if sign in DOUBLE else 1 for sign in text), ONE, EACH
    else:
        length, one, each = len(text.encode("utf-16-be")) // 2, ONE_WIDE, EACH_WIDE
    return 1 if length <= one else -(-length // each)


def _narrow(sign: str) -> str:
    if sign in BASIC or sign in DOUBLE:
        return sign
    return "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
