"""The work behind a comparison, in portions: a worker that dies loses one portion, and the next one goes on from there.

Whoever works holds a claim. Each portion writes its results, the place to go on from and a sign of life in one transaction, and only while
the claim is still its own; so two workers never do the same portion, and a broken-off one leaves nothing behind.
"""

import datetime
import logging
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from advisor.cases.models import ExpertCase
from advisor.saved.models import SavedAdvice

from .comparison import Comparison, digest_of
from .models import CaseResult, Moved, Proposal

log = logging.getLogger(__name__)

CASES, SAVED = 10, 100
"""So many are done in one portion: about a second's work."""
SAMPLE = 200
"""So many saved advices are looked at first. Their ids are random, so the first ones are a sample."""
LOST = datetime.timedelta(seconds=20)
"""A claim without a sign of life for so long is no longer held."""
PORTIONS = 30
"""So many portions are done before others get their turn."""


class Lost(Exception):
    """Somebody else took over, or the proposal was withdrawn."""


def run_due() -> int:
    """Work on proposals that wait. Out: how many portions were done. Safe to run twice and by several processes at once."""
    done = 0
    while done < PORTIONS and (proposal := _claimed(timezone.now())) is not None:
        try:
            done += _work_on(proposal, PORTIONS - done)
        except Lost:
            done += 1
        except IntegrityError:
            # Saved advice was deleted while it was looked at: the portion is done again without it.
            done += 1
            _mine(proposal).update(claim=None)
        except Exception:
            # What is in the answers must not end up in a log: the formatter keeps the words of an exception out.
            log.exception("the comparison of proposal %s broke off", proposal.pk)
            _mine(proposal).update(state=Proposal.State.FAILED, claim=None)
    return done


def _claimed(now: datetime.datetime) -> Proposal | None:
    for proposal in Proposal.objects.filter(state=Proposal.State.RUNNING).order_by("id"):
        if proposal.claim is not None and proposal.claimed_at is not None and proposal.claimed_at > now - LOST:
            continue
        mine = uuid.uuid4()
        free = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.RUNNING, claim=proposal.claim)
        if free.filter(claimed_at=proposal.claimed_at).update(claim=mine, claimed_at=now):
            proposal.claim, proposal.claimed_at = mine, now
            return proposal
    return None


def _work_on(proposal: Proposal, most: int) -> int:
    comparison = Comparison(proposal.base_id, proposal.draft_id, proposal.as_of)
    if not proposal.total:
        proposal.total = ExpertCase.objects.filter(active=True).count() + SavedAdvice.objects.living().count()
    for done in range(1, most + 1):
        with transaction.atomic():
            over = _portion(proposal, comparison)
            _keep_place(proposal, over=over)
        if over:
            return done
    _mine(proposal).update(claim=None)
    return most


def _portion(proposal: Proposal, comparison: Comparison) -> bool:
    """Do the next portion and move the cursor. Out: whether that was the last one."""
    if proposal.phase == Proposal.Phase.CASES:
        rows = ExpertCase.objects.filter(active=True, slug__gt=proposal.cursor).order_by("slug")
        _cases(proposal, comparison, found := list(rows[:CASES]))
        if len(found) == CASES:
            proposal.cursor = found[-1].slug
        else:
            proposal.phase, proposal.cursor = Proposal.Phase.SAMPLE, ""
        proposal.done += len(found)
        return False
    first = proposal.phase == Proposal.Phase.SAMPLE
    saved = SavedAdvice.objects.living().order_by("id")
    if proposal.cursor:
        saved = saved.filter(pk__gt=uuid.UUID(proposal.cursor))
    some = list(saved[:SAVED])
    _saved(proposal, comparison, some)
    proposal.done += len(some)
    if some:
        proposal.cursor = str(some[-1].pk)
    if first and proposal.done >= CaseResult.objects.filter(proposal=proposal).count() + SAMPLE:
        proposal.phase = Proposal.Phase.SAVED
    return len(some) < SAVED


def _cases(proposal: Proposal, comparison: Comparison, rows: Iterable[ExpertCase]) -> None:
    for case in rows:
        tried = comparison.case(case)
        CaseResult.objects.create(
            proposal=proposal,
            case=case,
            slug=case.slug,
            name=case.name,
            case_digest=digest_of(case),
            broken_before=tried.broken_before,
            broken_now=tried.broken_now,
        )
        if tried.found:
            Moved.objects.create(proposal=proposal, case=case, found=tried.found)


def _saved(proposal: Proposal, comparison: Comparison, rows: Iterable[SavedAdvice]) -> None:
    found = ((saved, comparison.saved(saved)) for saved in rows)
    Moved.objects.bulk_create(Moved(proposal=proposal, saved=saved, found=what) for saved, what in found if what)


def _keep_place(proposal: Proposal, *, over: bool) -> None:
    """Raises `Lost` where the claim is no longer ours; then the portion is rolled back with it."""
    now = timezone.now()
    kept: dict[str, Any] = {
        "phase": proposal.phase,
        "cursor": proposal.cursor,
        "done": proposal.done,
        "total": proposal.total,
    }
    if over:
        kept |= {"state": Proposal.State.COMPARED, "compared_at": now, "claim": None, "total": proposal.done}
    if not _mine(proposal).update(claimed_at=now, **kept):
        raise Lost


def _mine(proposal: Proposal) -> QuerySet[Proposal]:
    return Proposal.objects.filter(pk=proposal.pk, claim=proposal.claim, state=Proposal.State.RUNNING)
