"""Links for sharing: made and withdrawn by people who may change the advice."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import roles
from accounts.access import SignedIn
from advisor.saved.access import saved_or_refuse
from advisor.saved.context import about

from . import links as sharing
from .forms import ShareForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: SignedIn, saved: UUID) -> HttpResponse:
    """The links that work. A POST makes one, and shows it this once."""
    posted = request.method == "POST"
    kept = saved_or_refuse(request.user, saved, roles.can_write if posted else roles.can_read)
    form = ShareForm(request.POST if posted else None)
    context = about(request, kept)
    if posted and form.is_valid():
        given = form.cleaned_data
        token = sharing.make(
            saved=kept,
            label=given["label"],
            with_answers=given["with_answers"],
            days=given["days"],
            by=request.user,
        )
        link = request.build_absolute_uri(reverse("advisor:shared", args=[token]))
        return render(request, "saved/shared.html", context | {"link": link, "given": given})
    context |= {"form": form, "links": sharing.links(kept)}
    return render(request, "sharing/links.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def withdraw(request: SignedIn, saved: UUID, link: int) -> HttpResponse:
    """End a link."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    sharing.withdraw(link=get_object_or_404(kept.links.open(), pk=link), by=request.user)
    messages.success(request, _("The link no longer works."))
    return redirect("advisor:saved-sharing", kept.pk)
