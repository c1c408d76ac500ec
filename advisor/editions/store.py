"""Keep, open and publish editions. An edition is loaded once a process and kept for ever by its id, since it can never change."""

import json
from functools import lru_cache
from typing import Any

from django.db import transaction

from accounts.models import User
from rules.facts.edition import Edition as CoreEdition

from . import packs, weights
from .freeze import canonical, digest, freeze
from .models import Edition, Publication, Weight
from .needs import unmet
from .thaw import thaw
from .upgrades import completed


class EditionMissing(LookupError):
    """Raised when an edition is asked for that this installation does not have."""


class NothingPublished(LookupError):
    """Raised before the first edition is published; `middleware.Unpublished` answers with a page that says so."""


class BadFacts(ValueError):
    """Raised when facts that every advice needs are missing; ``faults`` names each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@lru_cache(maxsize=4)
def _thawed(edition_id: str) -> CoreEdition:
    return thaw(edition_id, _stored(edition_id))


def content_of(edition_id: str) -> Any:
    """What an edition holds, in today's form, of whatever schema it was made. Raises ``EditionMissing`` where there is none."""
    return completed(_stored(edition_id))


def _stored(edition_id: str) -> Any:
    text = Edition.objects.filter(pk=edition_id).values_list("content", flat=True).first()
    if text is None:
        raise EditionMissing(edition_id)
    return json.loads(text)


def open_edition(edition_id: str) -> CoreEdition:
    """The edition of an id. Raises ``EditionMissing`` where there is none."""
    return _thawed(edition_id)


def current_edition_id() -> str | None:
    """The id of the published edition; ``None`` before the first one."""
    return Publication.objects.order_by("-id").values_list("edition_id", flat=True).first()


def current() -> CoreEdition | None:
    """The published edition; ``None`` before the first one."""
    edition_id = current_edition_id()
    return open_edition(edition_id) if edition_id else None


def published() -> CoreEdition:
    """The published edition, for views that need one. Raises ``NothingPublished`` before the first one."""
    edition = current()
    if edition is None:
        raise NothingPublished
    return edition


def freeze_now() -> Edition:
    """Freeze the rows as they are now and keep the edition; the same rows give the same one.

    Raises ``weights.BadWeights`` where the weights do not fit together, ``BadFacts`` where a source or number that advice is worded with
    is gone, and whatever ``thaw`` raises on content that the core can't read: an edition that can't be shown is never kept.
    """
    with transaction.atomic():
        faults = weights.check(list(Weight.objects.all()))
        if faults:
            raise weights.BadWeights(faults)
        text = canonical(freeze())
        edition_id = digest(text)
        missing = list(unmet(thaw(edition_id, json.loads(text))))
        if missing:
            raise BadFacts(missing)
        edition, _ = Edition.objects.get_or_create(pk=edition_id, defaults={"content": text})
    return edition


def publish(*, by: User | None, note: str = "") -> Publication:
    """Make the rows as they are now the current edition."""
    return publish_existing(freeze_now(), by=by, note=note)


@transaction.atomic
def publish_existing(edition: Edition, *, by: User | None, note: str = "") -> Publication:
    """Make a kept edition the current one, an older one included. The translations of facts go with it as they are now."""
    publication = Publication.objects.create(edition=edition, published_by=by, note=note)
    packs.publish(publication)
    return publication
