"""Who did what with a proposal to publish. Editors see it as the proposal's history; it stays as long as the proposal does."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.events import Event
from accounts.models import User

from .models import Proposal


class Deed(models.TextChoices):
    """What editors and approvers do. The codes are kept for good."""

    PROPOSED = "proposed", _("It was proposed.")
    FROM_EARLIER = "from-earlier", _("It was made from an earlier proposal, to compare that again.")
    COMPARED_AGAIN = "compared-again", _("It was closed and compared again in a new proposal.")
    WAIVED = "waived", _("An expert case was set aside, with a reason.")
    APPROVED = "approved", _("It was approved.")
    PUBLISHED = "published", _("It was published.")
    WITHDRAWN = "withdrawn", _("It was withdrawn.")
    WENT_BACK_FROM = "went-back-from", _("An older edition was published in place of this one.")
    WENT_BACK_TO = "went-back-to", _("Its edition was published again, in place of a newer one.")


class ProposalEvent(Event):
    """One deed on a proposal."""

    DEEDS = Deed

    proposal = models.ForeignKey(Proposal, models.CASCADE, editable=False, related_name="events")

    class Meta(Event.Meta):
        verbose_name = _("event of a proposal")
        verbose_name_plural = _("events of proposals")


def export(user: User) -> list[dict[str, str | int]]:
    """What this person did with proposals, and when."""
    rows = ProposalEvent.objects.filter(by=user)
    return [{"proposal": row.proposal_id, "did": row.deed, "at": row.at.isoformat()} for row in rows]
