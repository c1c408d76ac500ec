"""Saved answers, changed in the wizard: taken out, changed there as ever, and written back when the visitor says so."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import roles
from accounts.access import SignedIn
from advisor.editions import store
from advisor.questions import drawer
from advisor.questions.steps import BY_KEY, MOVED

from . import actions, answers, side_by_side
from .access import saved_or_refuse
from .actions import Overtaken
from .assessment import draft_of
from .change_views import CONFLICT, plan_b
from .context import about
from .forms import RevisionForm
from .models import SavedAdvice

OVER, COPY = "over", "copy"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: SignedIn, saved: UUID, key: str = "") -> HttpResponse:
    """Take the saved answers into the wizard, to all of them or to one page. Other changes under way are not dropped silently."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    key = MOVED.get(key, key)
    if key and key not in BY_KEY:
        raise Http404
    under_way = answers.current(request)
    here = under_way is not None and under_way.saved.pk == kept.pk
    in_the_way = under_way if under_way is not None and under_way.unsaved and not here else None
    if request.method != "POST":
        context = {"key": key, "in_the_way": in_the_way, "aside": under_way is None and drawer.exists(request)}
        return render(request, "saved/answers.html", about(request, kept) | context)
    if in_the_way and request.POST.get("drop") != "yes":
        return redirect(request.path)
    if not here:
        answers.begin(request, kept)
    return redirect("advisor:change", key) if key else redirect("advisor:check")


@login_required
@require_POST
def save(request: SignedIn, saved: UUID) -> HttpResponse:
    """Write the answers back, or into a copy. Whoever was overtaken sees both, and says which is to stand."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    now = answers.current(request)
    if now is None or now.saved.pk != kept.pk:
        messages.warning(request, _("Nothing was changed: these answers are not being changed any more."))
        return redirect("advisor:saved", saved)
    how = request.POST.get("how", "")
    if how == COPY:
        made = actions.copy(saved=kept, name=plan_b(kept), draft=now.draft, by=request.user)
        answers.stop(request)
        messages.success(request, _("Saved as a copy. The answers of the first one are as they were."))
        return redirect("advisor:saved", made.pk)
    # Whoever has seen what others wrote meanwhile says which of it, and may then write over it.
    seen = RevisionForm(request.POST, saved=kept)
    revision = seen.cleaned_data["revision"] if how == OVER and seen.is_valid() else now.revision
    try:
        actions.change_answers(saved=kept, draft=now.draft, revision=revision, by=request.user)
    except Overtaken as overtaken:
        return _both_answers(request, overtaken.saved, now)
    answers.stop(request)
    messages.success(request, _("The answers are saved."))
    return redirect("advisor:saved", saved)


@login_required
@require_POST
def stop(request: SignedIn, saved: UUID) -> HttpResponse:
    """Leave the saved answers as they are."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    now = answers.current(request)
    if now is not None and now.saved.pk == kept.pk:
        answers.stop(request)
        messages.success(request, _("The saved answers are as they were."))
    return redirect("advisor:saved", saved)


def _both_answers(request: SignedIn, saved: SavedAdvice, now: answers.Changing) -> HttpResponse:
    edition = store.published()
    context = about(request, saved) | {
        "rows": side_by_side.answers(draft_of(saved).answers, now.draft.answers, edition),
        "form": RevisionForm(saved=saved),
    }
    return render(request, "saved/answers_conflict.html", context, status=CONFLICT)
