"""All that an organisation (or a person, for what is theirs alone) means to do: as a board, as a timeline, as a table to take away."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import roles
from accounts.access import SignedIn, membership_or_refuse
from accounts.models import Organisation, User
from advisor import clock
from advisor.answering import attachment
from advisor.editions import store
from advisor.saved.assessment import assess

from . import actions
from . import pages as shown
from .forms import OwnerForm
from .models import Correspondence, Task
from .table import CONTENT_TYPES, plan_file

MOST_ADVISED = 20
"""So many plans show the dates of their advice on a timeline: each advice is worked out anew."""


@dataclass(frozen=True)
class Side:
    """Whose plan it is: an organisation's, or one person's own. ``may_change`` says whether this visitor checks tasks off."""

    organisation: Organisation | None
    may_change: bool
    tasks: list[Task]
    letters: Iterable[Correspondence]


def _own(request: SignedIn) -> Side:
    letters = Correspondence.objects.filter(saved__owner=request.user)
    return Side(None, True, actions.of_person(request.user), letters.select_related("saved"))


def _theirs(request: SignedIn, organisation: UUID) -> Side:
    membership = membership_or_refuse(request.user, organisation, roles.can_read)
    letters = Correspondence.objects.filter(saved__organisation=organisation).select_related("saved")
    tasks = actions.of_organisation(membership.organisation)
    return Side(membership.organisation, roles.can_write(membership.role), tasks, letters)


@login_required
@require_safe
def own_board(request: SignedIn) -> HttpResponse:
    """One's own tasks in columns."""
    return _board(request, _own(request))


@login_required
@require_safe
def board(request: SignedIn, organisation: UUID) -> HttpResponse:
    """The organisation's tasks in columns."""
    return _board(request, _theirs(request, organisation))


@login_required
@require_safe
def own_timeline(request: SignedIn) -> HttpResponse:
    """One's own tasks, deadlines and letters in order of time."""
    return _timeline(request, _own(request))


@login_required
@require_safe
def timeline(request: SignedIn, organisation: UUID) -> HttpResponse:
    """The organisation's tasks, deadlines and letters in order of time."""
    return _timeline(request, _theirs(request, organisation))


@login_required
@require_safe
def own_table(request: SignedIn, kind: str) -> HttpResponse:
    """One's own plan as a file."""
    return _table(_own(request), kind)


@login_required
@require_safe
def table(request: SignedIn, organisation: UUID, kind: str) -> HttpResponse:
    """The organisation's plan as a file."""
    return _table(_theirs(request, organisation), kind)


def _board(request: SignedIn, side: Side) -> HttpResponse:
    edition = store.published()
    organisation = side.organisation
    people = User.objects.filter(memberships__organisation=organisation) if organisation else User.objects.none()
    form = OwnerForm(request.GET, people=people)
    found = shown.lines(filter(form.shows, side.tasks), edition, clock.today())
    context = {"side": side, "form": form, "chosen": form.chosen(), "columns": shown.board(found)}
    return render(request, "plans/board.html", context)


def _timeline(request: SignedIn, side: Side) -> HttpResponse:
    edition = store.published()
    today = clock.today()
    log = shown.letters(side.letters, edition, today)
    matters = list({task.saved_id: task.saved for task in side.tasks}.values())
    advised = [(saved, assess(saved, edition, today, changes=False)) for saved in matters[:MOST_ADVISED]]
    months = shown.timeline(shown.lines(side.tasks, edition, today), log, advised, edition, today)
    context = {"side": side, "months": months, "left_out": max(0, len(matters) - MOST_ADVISED), "most": MOST_ADVISED}
    return render(request, "plans/timeline.html", context)


def _table(side: Side, kind: str) -> HttpResponse:
    edition = store.published()
    today = clock.today()
    content = plan_file(shown.lines(side.tasks, edition, today), edition, today, kind)
    return attachment(content, name=f"plan-{today.isoformat()}.{kind}", content_type=CONTENT_TYPES[kind])
