"""Where one is signed in, and signing out elsewhere or everywhere."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts import sign_ins
from accounts.access import SignedIn


@login_required
@require_safe
def show(request: SignedIn) -> HttpResponse:
    """The list."""
    return render(request, "accounts/sign_ins.html", {"visits": sign_ins.of(request.user, request.session)})


@login_required
@require_POST
def end(request: SignedIn) -> HttpResponse:
    """End one visit of one's own; without a name, every other. One that has ended meanwhile is no fault."""
    if stored_as := request.POST.get("visit"):
        sign_ins.end(request.user, stored_as)
    else:
        sign_ins.end_others(request.user, request.session)
    messages.success(request, _("Signed out there."))
    return redirect("accounts:sign-ins")


@login_required
@require_POST
def everywhere(request: SignedIn) -> HttpResponse:
    """Sign out on every device, this one too."""
    sign_ins.end_all(request.user)
    logout(request)
    messages.success(request, _("You are signed out everywhere."))
    return redirect("account_login")
