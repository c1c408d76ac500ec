"""The plan of one saved advice. Who reads it reads the plan, who changes it changes the plan; for all others it does not exist."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import roles
from accounts.access import SignedIn
from accounts.actions import Refused
from accounts.models import User
from advisor import clock, identifying
from advisor.editions import store
from advisor.saved.access import saved_or_refuse
from advisor.saved.assessment import assess
from advisor.saved.context import about, own_names
from advisor.saved.models import SavedAdvice

from . import actions, proposal
from . import pages as shown
from .forms import DaysForm, RoutesForm, TaskForm
from .models import Plan, Task

NUMBERS = {"margin": proposal.MARGIN_DAYS, "usual": proposal.USUAL_DAYS}
"""Our own numbers, which pages tell."""

STATES = ("open", "done", "aside")


@login_required
@require_safe
def show(request: SignedIn, saved: UUID) -> HttpResponse:
    """The tasks by where they stand, what is late first."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    today = clock.today()
    found = shown.lines(actions.tasks_of(kept), edition, today)
    order = (shown.LATE, shown.SOON, shown.TO_DO, shown.DONE, shown.ASIDE, shown.GONE)
    groups = [(slug, shown.PLACES[slug], [one for one in found if one.place == slug]) for slug in order]
    context = about(request, kept) | {
        "plan": Plan.objects.filter(saved=kept).first(),
        "groups": [group for group in groups if group[2]],
        **NUMBERS,
        "asked": kept.outcomes.filter(asked_at__lte=today, answer="").exists(),
    }
    return render(request, "plans/plan.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: SignedIn, saved: UUID) -> HttpResponse:
    """Make the plan from the routes that are chosen, or choose them anew."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    edition = store.published()
    advice = assess(kept, edition, clock.today(), changes=False)
    plan = Plan.objects.filter(saved=kept).first()
    chosen = plan.routes if plan else None
    form = RoutesForm(request.POST if request.method == "POST" else None, advice=advice, chosen=chosen)
    context = about(request, kept) | {"plan": plan, **NUMBERS}
    if request.method != "POST" or not form.is_valid():
        return render(request, "plans/make.html", context | {"form": form}, status=422 if form.errors else 200)
    routes = [route for route in actions.offered(advice) if route in form.cleaned_data["routes"]]
    days = _days(request, kept, actions.proposed(kept, advice, routes))
    if "look" in request.POST or (days.is_bound and not days.is_valid()):
        context |= {"form": days, "routes": routes}
        return render(request, "plans/days.html", context, status=422 if days.is_bound else 200)
    given = {"owner": days.owner_given, "days": days.days} if days.is_bound else {"owner": _own(request, kept)}
    actions.make(saved=kept, advice=advice, routes=routes, by=request.user, **given)
    messages.success(request, _("The plan follows the advice of today."))
    return redirect("advisor:plan", saved)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedIn, saved: UUID) -> HttpResponse:
    """A task of one's own."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = TaskForm(request.POST if request.method == "POST" else None, saved=kept)
    known = own_names(kept)
    if request.method == "POST" and form.accepts(known):
        actions.add_task(saved=kept, by=request.user, today=clock.today(), **form.given)
        messages.success(request, _("Added."))
        return redirect("advisor:plan", saved)
    context = {"form": form} | identifying.context(known, form.asked)
    return _page(request, kept, context, "plans/add.html", status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedIn, saved: UUID, task: int) -> HttpResponse:
    """Who does it, by when, and a note."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    row = _task(kept, task)
    edition = store.published()
    form = TaskForm(request.POST if request.method == "POST" else None, saved=kept, task=row)
    known = own_names(kept)
    if request.method == "POST" and form.accepts(known):
        actions.change_task(task=row, by=request.user, today=clock.today(), **form.given)
        messages.success(request, _("Saved."))
        return redirect("advisor:plan", saved)
    context = {"form": form, "line": shown.line(row, edition, clock.today())} | identifying.context(known, form.asked)
    return _page(request, kept, context, "plans/task.html", status=form.status)


@login_required
@require_POST
def mark(request: SignedIn, saved: UUID, task: int) -> HttpResponse:
    """Check a task off, take that back, or set it aside."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    state = request.POST.get("state")
    if state not in STATES:
        raise BadRequest("no such state")
    actions.mark(task=_task(kept, task), state=state, by=request.user, today=clock.today())
    return _back(request, kept)


@login_required
@require_POST
def delete(request: SignedIn, saved: UUID, task: int) -> HttpResponse:
    """Delete a task of one's own."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    try:
        actions.delete_task(task=_task(kept, task), by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Deleted."))
    return redirect("advisor:plan", saved)


def _days(request: SignedIn, saved: SavedAdvice, tasks: list[Task]) -> DaysForm:
    """The form of the days, bound where they were sent."""
    lines = shown.lines(tasks, store.published(), clock.today())
    return DaysForm(request.POST if "days" in request.POST else None, saved=saved, lines=lines, by=request.user)


def _own(request: SignedIn, saved: SavedAdvice) -> User | None:
    """Whoever makes a plan of an organisation does its tasks, until somebody else takes them; one's own needs no name."""
    return request.user if saved.organisation_id is not None else None


def _task(saved: SavedAdvice, task: int) -> Task:
    """A task of this saved advice; one of another does not exist here."""
    row: Task = get_object_or_404(saved.tasks.select_related("owner"), pk=task)
    row.saved = saved
    return row


def _back(request: SignedIn, saved: SavedAdvice) -> HttpResponseRedirect:
    """To the page that the form stood on."""
    if request.POST.get("back") != "board":
        return redirect("advisor:plan", saved.pk)
    if saved.organisation_id is None:
        return redirect("advisor:board")
    return redirect("advisor:organisation-board", saved.organisation_id)


def _page(request: SignedIn, saved: SavedAdvice, more: dict[str, Any], template: str, *, status: int) -> HttpResponse:
    return render(request, template, about(request, saved) | more, status=status)
