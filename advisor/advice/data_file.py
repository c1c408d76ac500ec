"""The advice as data, to be taken elsewhere. The file says on which edition and day it rests, and names its sources."""

from advisor.words.serialise import as_json, dumps
from advisor.words.sources import cited
from rules.facts.edition import Edition
from rules.result import Advice


def advice_file(advice: Advice, edition: Edition) -> str:
    """The advice as the contract's JSON (§4), with the sources that its slugs stand for."""
    sources = {
        source.slug: {
            "title": source.title,
            "symbol": source.symbol or None,
            "url": source.url,
            "read": source.read or None,
            "checked_on": source.checked_on or None,
        }
        for source in cited(advice, edition)
    }
    return dumps({**as_json(advice, edition), "sources": sources})
