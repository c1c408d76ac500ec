"""Which addresses become links in a document: plain ones to the web and to mail. All others are shown as text alone."""

import re

LONGEST = 2000
ENDLESS = re.compile(r"[^/?&=._-]{50}")
"""Fits on no line, and an address has no other place to break."""

ADDRESS = re.compile(r"(https?://[^\s\x00-\x20\x7f]+|mailto:[^\s@,?&:/]+@[^\s@,?&:/]+)")


def followable(url: str) -> str:
    """The address if a link may lead to it, else an empty text."""
    fit = len(url) <= LONGEST and ADDRESS.fullmatch(url) and not ENDLESS.search(url)
    return url if fit else ""
