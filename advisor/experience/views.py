"""How routes went for organisations: read by everybody, told by their members."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import roles
from accounts.access import SignedIn, membership_or_refuse
from accounts.models import Membership
from advisor import clock
from advisor.words.labels import ROUTES
from rules.vocabulary import RouteSlug

from . import actions
from .forms import ExperienceForm
from .models import Experience
from .pages import shown_once

CONFLICT = 409


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What others have told, by route; of which routes too few have told; and where to tell it oneself."""
    user: Any = request.user
    own = user.memberships.select_related("organisation") if user.is_authenticated else []
    told = shown_once(request)
    context = {
        "routes": [(slug.value, ROUTES[slug]) for slug in RouteSlug if told[slug.value].total],
        "untold": [ROUTES[slug] for slug in RouteSlug if not told[slug.value].total],
        "memberships": [one for one in own if roles.can_write(one.role)],
        "fewest": actions.FEWEST,
    }
    return render(request, "experience/index.html", context)


@login_required
@require_safe
def own(request: SignedIn, organisation: UUID) -> HttpResponse:
    """What an organisation has told so far, and what it has not."""
    membership = membership_or_refuse(request.user, organisation, roles.can_read)
    told = {row.route: row for row in Experience.objects.filter(organisation=membership.organisation)}
    context = {
        "organisation": membership.organisation,
        "may_change": roles.can_write(membership.role),
        "routes": [(slug.value, ROUTES[slug], told.get(slug.value)) for slug in RouteSlug],
    }
    return render(request, "experience/own.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: SignedIn, organisation: UUID, route: str) -> HttpResponse:
    """Tell how a route went, or change what was told."""
    membership, slug = _writer(request, organisation, route)
    told = Experience.objects.filter(organisation=membership.organisation, route=slug.value).first()
    form = ExperienceForm(request.POST or None, told=told, this_year=clock.today().year)
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            actions.tell(
                organisation=membership.organisation,
                route=slug,
                revision=given.pop("revision"),
                told=given,
            )
        except actions.Overtaken:
            form.add_error(
                None,
                _("Somebody else has changed this meanwhile. Load the page anew to see it; copy your comment first."),
            )
            status = CONFLICT
        else:
            messages.success(request, _("Thank you. Others see numbers of five or more, never what you told alone."))
            return redirect("advisor:experience-own", organisation)
    context = {
        "form": form,
        "organisation": membership.organisation,
        "route": slug.value,
        "name": ROUTES[slug],
        "told": told,
    }
    return render(request, "experience/tell.html", context, status=status)


@login_required
@require_POST
def withdraw(request: SignedIn, organisation: UUID, route: str) -> HttpResponse:
    """Take it back."""
    membership, slug = _writer(request, organisation, route)
    actions.withdraw(organisation=membership.organisation, route=slug)
    messages.success(request, _("Deleted. The numbers leave it out when they are next made."))
    return redirect("advisor:experience-own", organisation)


def _writer(request: SignedIn, organisation: UUID, route: str) -> tuple[Membership, RouteSlug]:
    membership = membership_or_refuse(request.user, organisation, roles.can_write)
    try:
        return membership, RouteSlug(route)
    except ValueError:
        raise Http404 from None
