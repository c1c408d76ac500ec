"""One's own account: preferences, what is kept, its export, its deletion."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import privacy
from accounts.access import SignedIn
from accounts.actions import INVITATION_DAYS
from accounts.expiry import UNCONFIRMED_DAYS
from accounts.forms import DeleteAccountForm, PreferencesForm
from accounts.models import Membership, Organisation, User


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: SignedIn) -> HttpResponse:
    """Everything about one's account on one page. A POST saves the preferences."""
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("accounts:settings")
    context = {
        "form": form,
        "memberships": Membership.objects.filter(user=request.user).select_related("organisation"),
        "retentions": privacy.retentions(),
        "invitation_days": INVITATION_DAYS,
        "unconfirmed_days": UNCONFIRMED_DAYS,
    }
    return render(request, "accounts/settings.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def export(request: SignedIn) -> HttpResponse:
    """Everything that is kept of this person, as a file."""
    response = JsonResponse(privacy.export_all(request.user), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="account.json"'
    return response


@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedIn) -> HttpResponse:
    """Delete everything at once. The page says what that is and asks for proof of identity."""
    alone = Organisation.objects.owned_alone_by(request.user)
    form = DeleteAccountForm(request.POST if request.method == "POST" else None, owns_alone=alone.exists())
    if request.method == "POST" and form.is_valid():
        privacy.delete_all(User.objects.get(pk=request.user.pk))
        logout(request)
        return redirect("accounts:deleted")
    context = {"form": form, "alone": alone, "retentions": privacy.retentions()}
    return render(request, "accounts/delete.html", context, status=422 if form.errors else 200)


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """It is done."""
    return render(request, "accounts/deleted.html")
