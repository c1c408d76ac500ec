"""Saved advice, changed: saved, named, moved on, annotated, copied, kept shorter or longer, deleted."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import roles
from accounts.access import SignedIn
from accounts.models import User
from advisor.questions import drawer

from . import actions, answers, arrival
from .access import saved_or_refuse
from .actions import Overtaken
from .context import about
from .forms import CopyForm, KeepForm, NameForm, NotesForm, RenameForm, RevisionForm, StatusForm
from .models import SavedAdvice

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Save the draft. Guests are told that an account keeps it; whoever has none to save finds what came along at sign-in."""
    user = request.user
    if not isinstance(user, User):
        return render(request, "saved/guest.html", {"has_draft": drawer.exists(request)})
    being_changed = answers.current(request)
    if being_changed is not None:
        return redirect("advisor:check")
    if not drawer.exists(request):
        return _nothing_to_save(request, user)
    form = NameForm(request.POST or None, user=user, initial={"name": actions.moved_name()})
    if request.method == "POST" and form.is_valid():
        draft = drawer.open_draft(request)
        name, organisation = form.cleaned_data["name"], form.organisation
        saved = actions.save(draft=draft, name=name, organisation=organisation, by=user)
        drawer.clear(request)
        messages.success(request, _("Saved. Find it here whenever you sign in."))
        return redirect("advisor:saved", saved.pk)
    return render(request, "saved/new.html", {"form": form}, status=422 if form.errors else 200)


def _nothing_to_save(request: HttpRequest, user: User) -> HttpResponse:
    moved = arrival.last_moved(request, user)
    return redirect("advisor:saved", moved.pk) if moved else redirect("advisor:saved-list")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: SignedIn, saved: UUID) -> HttpResponse:
    """Another name; one's own may be handed to an organisation."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = RenameForm(request.POST or None, saved=kept, user=request.user)
    if request.method == "POST" and form.is_valid():
        return _written(request, kept, lambda: _rename(form, kept, request.user), _("Saved."))
    return _page(request, "saved/name.html", kept, form)


@transaction.atomic
def _rename(form: RenameForm, saved: SavedAdvice, by: User) -> None:
    given = form.cleaned_data
    saved = actions.rename(saved=saved, name=given["name"], revision=given["revision"], by=by)
    if form.organisation is not None and saved.owner_id is not None:
        actions.give(saved=saved, organisation=form.organisation, revision=saved.revision, by=by)


@login_required
@require_POST
def status(request: SignedIn, saved: UUID) -> HttpResponse:
    """How far the matter is."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = StatusForm(request.POST, saved=kept)
    if not form.is_valid():
        return redirect("advisor:saved", saved)
    return _written(
        request, kept, lambda: actions.set_status(saved=kept, by=request.user, **form.cleaned_data), _("Saved.")
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: SignedIn, saved: UUID) -> HttpResponse:
    """The notes. Where somebody else has written meanwhile, both texts are shown and neither is lost."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = NotesForm(request.POST or None, saved=kept, initial={"notes": kept.notes})
    if request.method != "POST" or not form.is_valid():
        return _page(request, "saved/notes.html", kept, form)
    try:
        actions.change_notes(saved=kept, by=request.user, **form.cleaned_data)
    except Overtaken as overtaken:
        return _both_notes(request, overtaken.saved, form.cleaned_data["notes"])
    messages.success(request, _("Saved."))
    return redirect("advisor:saved", saved)


def _both_notes(request: SignedIn, saved: SavedAdvice, typed: str) -> HttpResponse:
    both = typed if saved.notes in ("", typed) else f"{saved.notes}\n\n{typed}"
    form = NotesForm(saved=saved, initial={"notes": both})
    context = about(request, saved) | {"form": form, "theirs": saved.notes, "typed": typed}
    return render(request, "saved/notes_conflict.html", context, status=CONFLICT)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: SignedIn, saved: UUID) -> HttpResponse:
    """Keep it shorter or longer."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = KeepForm(request.POST or None, saved=kept)
    if request.method == "POST" and form.is_valid():
        return _written(
            request, kept, lambda: actions.keep_for(saved=kept, by=request.user, **form.cleaned_data), _("Saved.")
        )
    return _page(request, "saved/keep.html", kept, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: SignedIn, saved: UUID) -> HttpResponse:
    """A second one with the same answers, to change one and compare."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = CopyForm(request.POST or None, initial={"name": plan_b(kept)})
    if request.method == "POST" and form.is_valid():
        made = actions.copy(saved=kept, name=form.cleaned_data["name"], by=request.user)
        messages.success(request, _("Copied. Change an answer here, then compare the two."))
        return redirect("advisor:saved", made.pk)
    return _page(request, "saved/copy.html", kept, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedIn, saved: UUID) -> HttpResponse:
    """Delete it, after a page that says what goes with it."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    form = RevisionForm(request.POST or None, saved=kept)
    if request.method == "POST" and form.is_valid():
        try:
            actions.delete(saved=kept, by=request.user, **form.cleaned_data)
        except Overtaken:
            return _overtaken(request, kept)
        # The session of this request is written at its end, so what `delete` did to the stored ones does not reach it.
        answers.current(request)
        messages.success(request, _("Deleted."))
        return redirect("advisor:saved-list")
    return _page(request, "saved/delete.html", kept, form)


def plan_b(saved: SavedAdvice) -> str:
    """What a copy is called at first."""
    return (_("%(name)s, plan B") % {"name": saved.name})[: actions.NAME_LENGTH]


def _page(request: SignedIn, template: str, saved: SavedAdvice, form: Any) -> HttpResponse:
    return render(request, template, about(request, saved) | {"form": form}, status=422 if form.errors else 200)


def _written(request: SignedIn, saved: SavedAdvice, write: Callable[[], object], done: str) -> HttpResponseRedirect:
    try:
        write()
    except Overtaken:
        return _overtaken(request, saved)
    messages.success(request, done)
    return redirect("advisor:saved", saved.pk)


def _overtaken(request: SignedIn, saved: SavedAdvice) -> HttpResponseRedirect:
    messages.warning(
        request,
        _("Nothing was changed: somebody else has changed this meanwhile. Look at it as it is now, then try again."),
    )
    return redirect("advisor:saved", saved.pk)
