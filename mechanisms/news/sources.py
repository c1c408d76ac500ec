"""A source moves: the document is the same and stands at another address."""

from mechanisms.models import Source
from mechanisms.models.named import Named


def moved(source: Source, address: str) -> list[Named]:
    """The row with its new address. What rests on it need not be touched."""
    source.url = address
    return [source]
