"""Every outline, by its kind and by the action that ends in it."""

from collections.abc import Mapping

from rules.vocabulary import ActionSlug

from . import committees, experts, states
from .outline import Outline

OUTLINES: Mapping[str, Outline] = {
    outline.kind: outline for outline in (*experts.OUTLINES, *states.OUTLINES, *committees.OUTLINES)
}
"""By kind. Kinds are stable: kept drafts name them."""

BY_ACTION: Mapping[ActionSlug, Outline] = {
    action: outline for outline in OUTLINES.values() for action in outline.actions
}

SOURCES = {slug for outline in OUTLINES.values() for slug in outline.sources}
"""What an edition must know, for every rule to be cited."""
