"""The work behind a comparison: expert cases, a sample of saved advice, then all of it, in batches (`advisor.batches`)."""

import logging
import uuid
from collections.abc import Iterable, Iterator

from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils import timezone

from advisor import batches
from advisor.cases.models import ExpertCase
from advisor.saved.models import SavedAdvice

from .comparison import Comparison, Tried, digest_of
from .models import CaseResult, Moved, Proposal

log = logging.getLogger(__name__)

CASES, SAVED = 10, 100
"""So many are done in one batch: about a second's work."""
SAMPLE = 200
"""So many saved advices are looked at first. Their ids are random, so the first ones are a sample."""
BATCHES = 30
"""So many batches are done before others get their turn."""

PLACE = ("state", "phase", "cursor", "done", "total", "compared_at")


def run_due() -> int:
    """Work on proposals that wait. Out: how many batches were done. Safe to run twice and by several processes at once."""
    return batches.run(_waiting(), _attempt, most=BATCHES)


def _waiting() -> QuerySet[Proposal]:
    return Proposal.objects.filter(state=Proposal.State.RUNNING).order_by("id")


def _attempt(proposal: Proposal) -> Iterator[None]:
    """To the end of the comparison, or until something is wrong with it."""
    try:
        yield from _batches(proposal)
    except batches.Lost:
        raise
    except IntegrityError:
        # Saved advice was deleted while it was looked at: the batch is done again without it, by whoever takes the proposal next.
        yield
    except Exception:
        # What is in the answers must not end up in a log: the formatter keeps the words of an exception out.
        log.exception("the comparison of proposal %s broke off", proposal.pk)
        with batches.kept(proposal):
            proposal.state = Proposal.State.FAILED
            proposal.save(update_fields=["state"])


def _batches(proposal: Proposal) -> Iterator[None]:
    comparison = Comparison(proposal.base_id, proposal.draft_id, proposal.as_of)
    if not proposal.total:
        proposal.total = ExpertCase.objects.filter(active=True).count() + SavedAdvice.objects.living().count()
    while proposal.state == Proposal.State.RUNNING:
        if proposal.phase == Proposal.Phase.CASES:
            _some_cases(proposal, comparison)
        else:
            _some_saved(proposal, comparison)
        yield


def _some_cases(proposal: Proposal, comparison: Comparison) -> None:
    rows = list(ExpertCase.objects.filter(active=True, slug__gt=proposal.cursor).order_by("slug")[:CASES])
    tried = [(case, comparison.case(case)) for case in batches.attended(proposal, rows)]
    with batches.kept(proposal):
        _keep_cases(proposal, tried)
        proposal.done += len(rows)
        if len(rows) == CASES:
            proposal.cursor = rows[-1].slug
        else:
            proposal.phase, proposal.cursor = Proposal.Phase.SAMPLE, ""
        proposal.save(update_fields=PLACE)


def _some_saved(proposal: Proposal, comparison: Comparison) -> None:
    rest = SavedAdvice.objects.living().order_by("id")
    if proposal.cursor:
        rest = rest.filter(pk__gt=uuid.UUID(proposal.cursor))
    rows = list(rest[:SAVED])
    found = [(saved, comparison.saved(saved)) for saved in batches.attended(proposal, rows)]
    with batches.kept(proposal):
        Moved.objects.bulk_create(Moved(proposal=proposal, saved=saved, found=what) for saved, what in found if what)
        proposal.done += len(rows)
        if rows:
            proposal.cursor = str(rows[-1].pk)
        if proposal.done >= proposal.cases.count() + SAMPLE:
            proposal.phase = Proposal.Phase.SAVED
        if len(rows) < SAVED:
            proposal.state, proposal.compared_at = Proposal.State.COMPARED, timezone.now()
            proposal.total = proposal.done
        proposal.save(update_fields=PLACE)


def _keep_cases(proposal: Proposal, rows: Iterable[tuple[ExpertCase, Tried]]) -> None:
    for case, tried in rows:
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
