"""Inviting and joining. The token of a link is taken out of the address at once, so it is in no history and no log."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accounts import actions, mails, roles
from accounts.access import SignedIn, membership_or_refuse
from accounts.actions import Refused
from accounts.forms import InvitationForm
from accounts.models import User

from .refusals import too_many

KEY = "accounts.invitation"
"""Where the session keeps the token of the link that brought a visitor."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: SignedIn, organisation: UUID) -> HttpResponse:
    """Invite an address, by mail or by a link that is shown once."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="invite", user=request.user):
            return too_many(request)
        try:
            token = actions.invite(
                organisation=own.organisation,
                email=form.cleaned_data["email"],
                role=form.cleaned_data["role"],
                by=request.user,
            )
        except Refused as refused:
            form.add_error("email", str(refused))
        else:
            return _hand_over(request, own.organisation.pk, token, form)
    context = {"form": form, "organisation": own.organisation, "days": actions.INVITATION_DAYS}
    return render(request, "accounts/invite.html", context, status=422 if form.errors else 200)


def _hand_over(request: SignedIn, organisation: UUID, token: str, form: InvitationForm) -> HttpResponse:
    """Send the link, or show it once."""
    link = request.build_absolute_uri(reverse("accounts:arrive", args=[token]))
    if form.cleaned_data["by_hand"]:
        return render(request, "accounts/invited.html", {"link": link, "organisation": organisation})
    try:
        mails.send_invitation(email=form.cleaned_data["email"], link=link)
    except OSError:
        messages.error(request, _("The mail could not be sent. Withdraw the invitation and try again later."))
    else:
        messages.success(request, _("The invitation is sent."))
    return redirect("accounts:organisation", organisation)


@login_required
@require_POST
def revoke(request: SignedIn, organisation: UUID, invitation: int) -> HttpResponse:
    """Withdraw an invitation."""
    own = membership_or_refuse(request.user, organisation, roles.can_manage)
    actions.revoke_invitation(
        invitation=get_object_or_404(own.organisation.invitations.open(), pk=invitation), by=request.user
    )
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return redirect("accounts:organisation", organisation)


# Accepts any method, without a check against forged forms: Django would log a refusal with the address, and so with
# the token.
@csrf_exempt
def arrive(request: HttpRequest, token: str) -> HttpResponse:
    """Keep the token of the link and go on without it. Opens nothing yet: programs that check mails follow links too."""
    request.session[KEY] = token
    return redirect("accounts:invitation")


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Shows what one is invited to. Guests learn only that there is an invitation. Another person than the one invited doesn't even
    learn the organisation's name."""
    token = request.session.get(KEY, "")
    found = actions.find_invitation(token) if token else None
    user = request.user
    if found is None:
        request.session.pop(KEY, None)
        return render(request, "accounts/invitation_over.html", status=404)
    if not isinstance(user, User):
        return render(request, "accounts/invitation_guest.html")
    if not actions.is_addressed_to(found, user):
        return render(request, "accounts/invitation_other.html", status=403)
    if request.method != "POST":
        context = {
            "organisation": found.organisation,
            "role": roles.LABELS[found.role],
            "means": roles.EXPLAINED[found.role],
        }
        return render(request, "accounts/invitation.html", context)
    request.session.pop(KEY)
    try:
        actions.accept_invitation(token=token, by=user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("accounts:settings")
    return redirect("accounts:organisation", found.organisation.pk)
