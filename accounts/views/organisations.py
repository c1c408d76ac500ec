"""An organisation and its people. Who may see and do what is decided in the first line of each view."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions, roles
from accounts.access import SignedIn, membership_or_refuse
from accounts.actions import Refused
from accounts.forms import OrganisationForm, RoleForm
from accounts.models import Membership

EVENTS_ON_A_PAGE = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedIn) -> HttpResponse:
    """Found an organisation."""
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = actions.create_organisation(name=form.cleaned_data["name"], by=request.user)
        return redirect("accounts:organisation", organisation.pk)
    return render(request, "accounts/organisation_new.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_safe
def show(request: SignedIn, organisation: UUID) -> HttpResponse:
    """Who belongs, in which role, and what one may do about it."""
    own = membership_or_refuse(request.user, organisation, roles.can_read)
    manages = roles.can_manage(own.role)
    context = {
        "own": own,
        "organisation": own.organisation,
        "manages": manages,
        "memberships": own.organisation.memberships.select_related("user"),
        "invitations": own.organisation.invitations.open() if manages else [],
    }
    return render(request, "accounts/organisation.html", context)


@login_required
@require_safe
def history(request: SignedIn, organisation: UUID) -> HttpResponse:
    """Who did what with it, the newest first; every member may know."""
    own = membership_or_refuse(request.user, organisation, roles.can_read)
    rows = own.organisation.events.select_related("by", "whom")
    events = Paginator(rows, EVENTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/organisation_history.html", {"organisation": own.organisation, "events": events})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: SignedIn, organisation: UUID) -> HttpResponse:
    """Another name."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    form = OrganisationForm(request.POST or None, initial={"name": own.organisation.name})
    if request.method == "POST" and form.is_valid():
        actions.rename_organisation(organisation=own.organisation, name=form.cleaned_data["name"], by=request.user)
        return redirect("accounts:organisation", organisation)
    context = {"form": form, "organisation": own.organisation}
    return render(request, "accounts/organisation_rename.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedIn, organisation: UUID) -> HttpResponse:
    """End the organisation, after a page that says what goes with it."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    if request.method == "POST":
        actions.delete_organisation(organisation=own.organisation)
        messages.success(request, _("The organisation is deleted."))
        return redirect("accounts:settings")
    return render(request, "accounts/organisation_delete.html", {"organisation": own.organisation})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: SignedIn, organisation: UUID, membership: int) -> HttpResponse:
    """One person's role: change it, hand over, or remove the person."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    other = _member(own, membership)
    form = RoleForm(request.POST or None, initial={"role": other.role})
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_role(membership=other, role=form.cleaned_data["role"], by=request.user)
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("The role is changed."))
            return redirect("accounts:organisation", organisation)
    context = {"form": form, "own": own, "other": other, "organisation": own.organisation, "refusal": refusal}
    return render(request, "accounts/member.html", context, status=422 if refusal or form.errors else 200)


@login_required
@require_POST
def remove(request: SignedIn, organisation: UUID, membership: int) -> HttpResponse:
    """End somebody else's membership."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    other = _member(own, membership)
    try:
        actions.remove_member(membership=other, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("They no longer belong."))
    return redirect("accounts:organisation", organisation)


@login_required
@require_POST
def transfer(request: SignedIn, organisation: UUID, membership: int) -> HttpResponse:
    """Hand the organisation over and stay as a member."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    other = _member(own, membership)
    try:
        actions.transfer_ownership(to=other, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Handed over. You are a member now."))
    return redirect("accounts:organisation", organisation)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: SignedIn, organisation: UUID) -> HttpResponse:
    """End one's own membership, after a page that says what that means."""
    own = membership_or_refuse(request.user, organisation, roles.can_read)
    refusal = ""
    if request.method == "POST":
        try:
            actions.remove_member(membership=own, by=request.user)
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("You have left."))
            return redirect("accounts:settings")
    context = {"organisation": own.organisation, "refusal": refusal}
    return render(request, "accounts/organisation_leave.html", context, status=422 if refusal else 200)


def _member(own: Membership, membership: int) -> Membership:
    """A membership of the same organisation; one of another organisation does not exist here."""
    rows = own.organisation.memberships.select_related("organisation", "user")
    return get_object_or_404(rows, pk=membership)
