"""What people do with advice that they keep. Each is one transaction, says who did it (`by`) and trusts that access was decided.

Whoever changes something says which ``revision`` they looked at. If somebody else has changed it since, nothing is written and
`Overtaken` tells so: nobody overwrites what they haven't seen.
"""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, OrganisationDeed, OrganisationEvent, User
from advisor import clock
from advisor.questions.drawer import Draft
from advisor.words import names
from rules.dates import PartialDate, add_months

from . import answers as changing
from . import signals
from .events import Deed, MatterEvent
from .models import SavedAdvice, Status

NAME_LENGTH = 120
NOTES_LENGTH = 20_000

KEEP_MONTHS = (1, 3, 6, 12, 24, 60)
"""How long after its last change saved advice may be kept."""


class Overtaken(Exception):
    """Somebody else has changed it. ``saved`` is as it is now."""

    def __init__(self, saved: SavedAdvice) -> None:
        super().__init__("changed by somebody else")
        self.saved = saved


@transaction.atomic
def save(
    *,
    draft: Draft,
    name: str,
    by: User,
    organisation: Organisation | None = None,
    status: str = Status.ACTIVE,
    key: UUID | None = None,
) -> SavedAdvice:
    """Keep a draft, for oneself or for an organisation. In: ``key``, the id of the row, where it must not be any."""
    saved = SavedAdvice(name=name, status=status, draft=asdict(draft), created_by=by)
    saved.pk = key or saved.pk
    return _keep_new(saved, Deed.SAVED, by, owner=None if organisation else by, organisation=organisation)


@transaction.atomic
def copy(*, saved: SavedAdvice, name: str, by: User, draft: Draft | None = None) -> SavedAdvice:
    """A second one, to try another plan: with the same answers, or with those of ``draft``. It belongs to the same people; notes
    are not copied."""
    answers = saved.draft if draft is None else asdict(draft)
    made = SavedAdvice(name=name, status=Status.DRAFT, draft=answers, created_by=by, copy_of=saved)
    made.keep_months = saved.keep_months
    MatterEvent.note(Deed.COPIED, by=by, saved=saved)
    return _keep_new(made, Deed.MADE_AS_COPY, by, owner=saved.owner, organisation=saved.organisation)


def rename(*, saved: SavedAdvice, name: str, revision: int, by: User) -> SavedAdvice:
    """Another name."""
    return _change(saved, revision, Deed.RENAMED, by, name=name)


@transaction.atomic
def give(*, saved: SavedAdvice, organisation: Organisation, revision: int, by: User) -> SavedAdvice:
    """Hand one's own to an organisation: from then on its members see it, and are reminded of what is in its plan."""
    given = _change(saved, revision, Deed.GIVEN, by, owner=None, organisation=organisation)
    signals.matter_changed.send(sender=SavedAdvice, saved=given)
    return given


@transaction.atomic
def set_status(*, saved: SavedAdvice, status: str, revision: int, by: User) -> SavedAdvice:
    """How far the matter is. In: one of `Status`. What is closed reminds nobody any more."""
    changed = _change(saved, revision, Deed.STATUS, by, status=Status(status).value)
    signals.matter_changed.send(sender=SavedAdvice, saved=changed)
    return changed


def change_notes(*, saved: SavedAdvice, notes: str, revision: int, by: User) -> SavedAdvice:
    """Other notes in place of those that were there."""
    return _change(saved, revision, Deed.NOTES, by, notes=notes)


def change_answers(*, saved: SavedAdvice, draft: Draft, revision: int, by: User) -> SavedAdvice:
    """Other answers in place of those that were there."""
    return _change(saved, revision, Deed.ANSWERS, by, draft=asdict(draft))


def keep_for(*, saved: SavedAdvice, months: int, revision: int, by: User) -> SavedAdvice:
    """Keep it shorter or longer: so many months after each change. In: one of `KEEP_MONTHS`."""
    return _change(saved, revision, Deed.KEPT_FOR, by, keep_months=months)


@transaction.atomic
def delete(*, saved: SavedAdvice, revision: int, by: User) -> None:
    """Delete it with all that hangs on it, drafts in open questionnaires too. Its organisation's history says that one was deleted."""
    now = _unchanged(saved, revision)
    if now.organisation is not None:
        OrganisationEvent.note(OrganisationDeed.ADVICE_DELETED, by=by, organisation=now.organisation)
    now.delete()
    changing.forget_everywhere([saved.pk])


def keep_on(saved: SavedAdvice) -> None:
    """Somebody works on what hangs on it: that keeps it as a change of its own does, and stands in nobody's way."""
    until = add_months(clock.today(), saved.keep_months)
    SavedAdvice.objects.filter(pk=saved.pk).update(changed_at=timezone.now(), keep_until=until)


def moved_name() -> str:
    """What advice is called that nobody has named: the day alone."""
    return _("Advice of %(day)s") % {"day": names.day(PartialDate(clock.today()))}


def _keep_new(saved: SavedAdvice, deed: Deed, by: User, **whose: Any) -> SavedAdvice:
    saved.owner, saved.organisation = whose["owner"], whose["organisation"]
    saved.keep_until = add_months(clock.today(), saved.keep_months)
    saved.save(force_insert=True)
    MatterEvent.note(deed, by=by, saved=saved)
    return saved


@transaction.atomic
def _change(saved: SavedAdvice, revision: int, deed: Deed, by: User, **values: Any) -> SavedAdvice:
    now = _unchanged(saved, revision)
    for name, value in values.items():
        setattr(now, name, value)
    now.revision += 1
    now.changed_at = timezone.now()
    now.keep_until = add_months(clock.today(), now.keep_months)
    now.save(update_fields=[*values, "revision", "changed_at", "keep_until"])
    MatterEvent.note(deed, by=by, saved=now)
    return now


def _unchanged(saved: SavedAdvice, revision: int) -> SavedAdvice:
    """The row, locked. Raises `Overtaken`, or `Http404` where it was deleted meanwhile."""
    rows = SavedAdvice.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    now = get_object_or_404(rows, pk=saved.pk)
    if now.revision != revision:
        raise Overtaken(now)
    return now
