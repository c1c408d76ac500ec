"""Every advice on saved answers that said something new is kept: what was asked, on which edition and day, and why it was given."""

import datetime
import logging
from dataclasses import replace

from django.db import OperationalError, transaction

from advisor.advice.assessment import content_digest, content_of, digest_of
from rules.facts.edition import Edition
from rules.result import Advice
from rules.version import named

from . import signals
from .assessment import assess
from .models import GivenAdvice, SavedAdvice

log = logging.getLogger(__name__)


def give(saved: SavedAdvice, edition: Edition, as_of: datetime.date) -> Advice:
    """The advice for somebody who asks, kept if it is new. While the database cannot be written it is given all the same: the next one who
    asks has it kept."""
    advice = assess(saved, edition, as_of)
    try:
        record(saved=saved, advice=advice, edition=edition, reason=GivenAdvice.Reason.ASKED)
    except OperationalError:
        log.warning("Advice was given and could not be kept")
    return advice


def record(*, saved: SavedAdvice, advice: Advice, edition: Edition, reason: str) -> GivenAdvice | None:
    """Keep an advice, and have the plan follow it; ``None`` where the last one kept said the same on the same edition, on whatever day."""
    if not is_new(saved, advice, edition):
        return None
    with transaction.atomic():
        # Two who ask at once: the second waits here, then finds what the first has kept.
        if SavedAdvice.objects.select_for_update(no_key=True).filter(pk=saved.pk).first() is None:
            return None
        if not is_new(saved, advice, edition):
            return None
        signals.given.send(sender=SavedAdvice, saved=saved, advice=advice)
        content = content_of(advice, edition)
        return GivenAdvice.objects.create(
            saved=saved,
            edition_id=edition.id,
            rules=advice.rules,
            as_of=advice.as_of,
            scenario=advice.given.plain(),
            digest=digest_of(content),
            kept=content,
            reason=reason,
        )


def is_new(saved: SavedAdvice, advice: Advice, edition: Edition) -> bool:
    """Whether the answers, the edition, the rules or what is said differ from the last advice that was kept."""
    last = saved.given.defer("kept").first()
    if last is None or last.edition_id != edition.id or last.scenario != advice.given.plain():
        return True
    if named(last.rules) != advice.rules:
        return True
    # The day itself is part of the digest, so today's is taken as if it were of that day, in the form of that row.
    return content_digest(replace(advice, as_of=last.as_of, rules=last.rules), edition) != str(last.digest)
