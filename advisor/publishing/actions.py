"""What editors and approvers do with a proposal. Each is one transaction, says who did it (`by`) and trusts that access was decided.

What stands in the way is said in sentences by `obstacles_*`, which the page shows beforehand; here it is asked again under a lock.
"""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts import vouching
from accounts.models import User
from advisor.cases.models import ExpertCase
from advisor.editions import store
from advisor.editions.models import Edition, Publication

from .comparison import digest_of
from .events import Deed, ProposalEvent
from .models import CaseResult, Proposal

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

OPEN = (Proposal.State.RUNNING, Proposal.State.COMPARED, Proposal.State.APPROVED, Proposal.State.FAILED)

ALREADY: Mapping[Proposal.State, "StrPromise"] = {
    Proposal.State.APPROVED: gettext_lazy("It is approved already."),
    Proposal.State.PUBLISHED: gettext_lazy("It is published already."),
    Proposal.State.WITHDRAWN: gettext_lazy("It is withdrawn already."),
}
"""Why a proposal can't be approved that has gone on."""


class Refused(Exception):
    """It can't be done. ``reasons`` are sentences for the person who tried."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def propose(*, note: str, as_of: datetime.date, by: User) -> Proposal:
    """Freeze the facts as they are now and have them compared with what is published; an open proposal of the same facts is kept.

    Raises `Refused` where nothing was changed, and what `editions.store` raises on facts that can't be published.
    """
    base = _current_locked()
    draft = store.freeze_now()
    if draft.pk == base.pk:
        raise Refused(_("Nothing was changed: the facts are as they are published."))
    same = Proposal.objects.filter(draft=draft, base=base, as_of=as_of, state__in=OPEN).first()
    if same is not None:
        return same
    proposal = Proposal.objects.create(draft=draft, base=base, as_of=as_of, note=note, made_by=by)
    ProposalEvent.note(Deed.PROPOSED, by=by, proposal=proposal)
    return proposal


@transaction.atomic
def compare_again(*, proposal: Proposal, as_of: datetime.date, by: User) -> Proposal:
    """Compare the same draft anew: with what is published now, the cases as they are now, and on this day.

    It is a new proposal: what was set aside or approved before was so for another comparison.
    Raises `Refused` where the draft is published or withdrawn.
    """
    base = _current_locked()
    proposal = _locked(proposal)
    if proposal.state in (Proposal.State.PUBLISHED, Proposal.State.WITHDRAWN):
        raise Refused(_("This proposal is closed."))
    if proposal.draft_id == base.pk:
        raise Refused(_("Nothing was changed: the facts are as they are published."))
    again = Proposal.objects.create(
        draft=proposal.draft, base=base, as_of=as_of, note=proposal.note, made_by=proposal.made_by
    )
    _close(proposal)
    ProposalEvent.note(Deed.COMPARED_AGAIN, by=by, proposal=proposal)
    ProposalEvent.note(Deed.FROM_EARLIER, by=by, proposal=again)
    return again


@transaction.atomic
def waive(*, result: CaseResult, reason: str, by: User) -> None:
    """Publish although this case is not as expected. Raises `Refused` without a reason or where there is nothing to waive."""
    proposal = _locked(result.proposal)
    result.refresh_from_db()
    if not reason.strip():
        raise Refused(_("Say why this case may be set aside."))
    if proposal.state != Proposal.State.COMPARED or not result.broken_now:
        raise Refused(_("There is nothing to set aside."))
    result.waived_by, result.waived_at, result.waived_because = by, timezone.now(), reason.strip()
    result.save(update_fields=["waived_by", "waived_at", "waived_because"])
    ProposalEvent.note(Deed.WAIVED, by=by, proposal=proposal)


@transaction.atomic
def approve(*, proposal: Proposal, by: User) -> Proposal:
    """A second person has looked and agrees. Raises `Refused` with everything that stands in the way."""
    _current_locked()
    proposal = _locked(proposal)
    reasons = obstacles_to_approving(proposal, by)
    if reasons:
        raise Refused(*reasons)
    proposal.state, proposal.approved_by, proposal.approved_at = Proposal.State.APPROVED, by, timezone.now()
    proposal.approved_alone = proposal.made_by_id == by.pk
    proposal.save(update_fields=["state", "approved_by", "approved_at", "approved_alone"])
    ProposalEvent.note(Deed.APPROVED, by=by, proposal=proposal)
    return proposal


@transaction.atomic
def publish(*, proposal: Proposal, by: User) -> Publication:
    """Make the draft the current edition. Raises `Refused` with everything that stands in the way."""
    _current_locked()
    proposal = _locked(proposal)
    reasons = obstacles_to_publishing(proposal)
    if reasons:
        raise Refused(*reasons)
    proposal.publication = store.publish_existing(proposal.draft, by=by, note=proposal.note)
    proposal.state = Proposal.State.PUBLISHED
    proposal.save(update_fields=["publication", "state"])
    ProposalEvent.note(Deed.PUBLISHED, by=by, proposal=proposal)
    return proposal.publication


@transaction.atomic
def withdraw(*, proposal: Proposal, by: User) -> None:
    """Leave it. It stays as a record. Raises `Refused` where it is closed already."""
    proposal = _locked(proposal)
    if proposal.state not in OPEN:
        raise Refused(_("This proposal is closed."))
    _close(proposal)
    ProposalEvent.note(Deed.WITHDRAWN, by=by, proposal=proposal)


@transaction.atomic
def go_back(*, edition: Edition, note: str, by: User) -> Publication:
    """Publish an older edition again, as it was. Raises `Refused` for one that never was published, and for the current one."""
    current = _current_locked()
    if edition.pk == current.pk:
        raise Refused(_("This edition is the published one."))
    if not edition.publications.exists():
        raise Refused(_("This edition was never published. Compare it first."))
    for deed, left_or_taken in ((Deed.WENT_BACK_FROM, current), (Deed.WENT_BACK_TO, edition)):
        for proposal in Proposal.objects.filter(publication__edition=left_or_taken):
            ProposalEvent.note(deed, by=by, proposal=proposal)
    return store.publish_existing(edition, by=by, note=note)


def obstacles_to_approving(proposal: Proposal, by: User) -> list[str]:
    """Why this person can't approve now; empty where they can."""
    if proposal.state in (Proposal.State.RUNNING, Proposal.State.FAILED):
        return [_("The comparison is not finished.")]
    if proposal.state != Proposal.State.COMPARED:
        return [str(ALREADY[Proposal.State(proposal.state)])]
    reasons = _in_the_way(proposal)
    if settings.TWO_PERSON_PUBLISHING:
        if proposal.made_by_id == by.pk:
            reasons.append(_("You made this proposal. A second person has to approve it."))
        reasons += vouching.against_approving(maker=proposal.made_by, by=by)
    return reasons


def obstacles_to_publishing(proposal: Proposal) -> list[str]:
    """Why it can't be published now; empty where it can."""
    if proposal.state != Proposal.State.APPROVED:
        return [_("Nobody has approved it yet.")] if proposal.state in OPEN else [_("This proposal is closed.")]
    return _in_the_way(proposal)


def _in_the_way(proposal: Proposal) -> list[str]:
    reasons = []
    if store.current_edition_id() != proposal.base_id:
        reasons.append(_("Something else was published since it was compared. Compare again."))
    blocking = sum(result.blocks for result in proposal.cases.all())
    if blocking:
        reasons.append(
            ngettext(
                "%(number)d expert case is not as expected. Correct the facts or the case, or set it aside with a reason.",
                "%(number)d expert cases are not as expected. Correct the facts or the cases, or set them aside with a reason.",
                blocking,
            )
            % {"number": blocking}
        )
    if cases_changed(proposal):
        reasons.append(_("Expert cases were changed since it was compared. Compare again."))
    return reasons


def cases_changed(proposal: Proposal) -> bool:
    """Whether the expert cases in use say something else than when this proposal was compared."""
    now = {case.slug: digest_of(case) for case in ExpertCase.objects.filter(active=True)}
    return now != dict(proposal.cases.values_list("slug", "case_digest"))


def _close(proposal: Proposal) -> None:
    """Without the claim, whoever compares it just now keeps nothing more."""
    proposal.state, proposal.claim = Proposal.State.WITHDRAWN, None
    proposal.save(update_fields=["state", "claim"])


def _locked(proposal: Proposal) -> Proposal:
    return Proposal.objects.select_for_update().get(pk=proposal.pk)


def _current_locked() -> Edition:
    """The published edition. Whoever publishes waits here for whoever publishes just now: both ask for the same latest row."""
    latest = Publication.objects.order_by("-id").values_list("pk", flat=True).first()
    if latest is None:
        raise Refused(_("No edition is published yet. Whoever runs the portal publishes the first one."))
    Publication.objects.select_for_update().get(pk=latest)
    current = store.current_edition_id()
    assert current is not None
    return Edition.objects.defer("content").get(pk=current)
