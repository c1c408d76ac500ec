"""How somebody is told by mail, and the page that switches it off."""

from typing import ClassVar

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.access import SignedIn

from .mails import preference_of
from .models import Mode, NoticePreference


class PreferenceForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """How often, and whether the mail says what it is about."""

    class Meta:
        model = NoticePreference
        fields = ("mode", "with_names")
        widgets: ClassVar = {"mode": forms.RadioSelect}
        labels: ClassVar = {
            "mode": gettext_lazy("How often"),
            "with_names": gettext_lazy("Say in the mail what is new, with the name that you gave it"),
        }
        help_texts: ClassVar = {
            "with_names": gettext_lazy(
                "Whoever sees your mail sees it too. Without this, a mail says only that there is something new."
            )
        }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: SignedIn) -> HttpResponse:
    """What a person wants to get by mail. A POST saves it."""
    preference = NoticePreference.objects.filter(user=request.user).first() or NoticePreference(user=request.user)
    form = PreferenceForm(request.POST or None, instance=preference)
    if request.method == "POST" and form.is_valid():
        NoticePreference.objects.update_or_create(user=request.user, defaults=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("advisor:notices")
    return render(request, "notices/settings.html", {"form": form}, status=422 if form.errors else 200)


# A mail program that offers "unsubscribe" posts from outside, without a cookie; the signed link is the proof.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def off(request: HttpRequest, signed: str) -> HttpResponse:
    """Switch all mails off. A GET only asks: programs that look at every link in a mail must not decide for a person."""
    preference = preference_of(signed)
    if preference is None:
        raise Http404
    if request.method == "POST":
        NoticePreference.objects.filter(pk=preference.pk).update(mode=Mode.OFF)
        return render(request, "notices/off_done.html")
    return render(request, "notices/off.html", {"signed": signed})
