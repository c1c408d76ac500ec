"""Addresses as a person in a browser sees them."""

import re
from urllib.parse import urlsplit


def page_of(url: str) -> str:
    """Which page it is, whichever draft it belongs to."""
    return re.sub(r"^/draft/[a-z0-9]{12}(?=/)", "", urlsplit(url).path)
