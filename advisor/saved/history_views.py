"""What changed in saved advice since somebody looked, and all that ever changed in it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts import roles
from accounts.access import SignedIn
from advisor.editions import store
from mechanisms.load.parsing import whole_number

from . import changes, read_marks
from .access import saved_or_refuse
from .context import about

ON_A_PAGE = 20
LONGEST_ID = 18
"""Digits: more than any row has, and no more than the database can hold."""


@login_required
@require_safe
def index(request: SignedIn, saved: UUID) -> HttpResponse:
    """Every change, the newest first; those that are new to this person say so."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    rows = kept.changes.select_related("reassessment", "given").defer("given__scenario", "given__kept")
    listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    new = list(read_marks.unseen(kept, request.user).values_list("pk", flat=True))
    context = about(request, kept) | {
        "changes": [(changes.shown(row, edition), row.pk in new) for row in listed],
        "newest": new[0] if new else None,
        "listed": listed,
    }
    return render(request, "saved/changes.html", context)


@login_required
@require_POST
def mark_seen(request: SignedIn, saved: UUID) -> HttpResponse:
    """This person has seen what the page showed. Readers may say so too: it concerns nobody else."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    upto = whole_number(request.POST.get("upto", ""), longest=LONGEST_ID)
    if upto is not None:
        read_marks.mark_seen(saved=kept, upto=upto, by=request.user)
    return redirect("advisor:saved", saved)
