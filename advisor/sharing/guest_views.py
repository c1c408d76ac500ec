"""Answers kept for later, without an account: kept under a code, opened by it, renewed, moved to a new code, deleted.

No address and no session holds a code: it is typed into a form, and shown on one page, once.
"""

import datetime

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.views.refusals import too_many
from advisor import clock
from advisor.questions import addresses, drawer
from advisor.questions.drawer import Draft
from advisor.saved import answers
from advisor.words import names
from rules.dates import PartialDate

from . import guests
from .code_forms import DELETE, NO_SUCH_CODE, RENAME, TOO_MANY_OPEN, ChangeForm, CodeForm, DaysForm, OverwriteForm
from .guests import NoSuchCode


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the draft under a new code, or replace what is under an existing one."""
    if not drawer.exists(request):
        return redirect("advisor:start")
    if answers.current(request):
        return _first_save(request)
    own = request.POST.get("under") == "own"
    fresh = DaysForm(request.POST if request.method == "POST" and not own else None)
    over = OverwriteForm(request.POST if own else None, prefix="own")
    if request.method == "POST":
        if not _may(request, "guest_code" if own else "guest_keep"):
            return too_many(request)
        if own and over.is_valid():
            return _overwrite(request, over)
        if not own and fresh.is_valid():
            code, until = guests.keep(drawer.open_draft(request), days=fresh.cleaned_data["days"], today=clock.today())
            guests.note(request, until)
            return _show(request, code, until)
    return _keeping(request, fresh, over)


@require_http_methods(["GET", "HEAD", "POST"])
def open_code(request: HttpRequest) -> HttpResponse:
    """Go on with what is kept under a code, on any device."""
    if answers.current(request):
        return _first_save(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not _may(request, "guest_code"):
            return too_many(request)
        if form.is_valid() and not drawer.has_room(request):
            form.add_error("code", str(TOO_MANY_OPEN))
        elif form.is_valid():
            try:
                draft, until = guests.look(form.cleaned_data["code"], today=clock.today())
            except NoSuchCode:
                form.add_error("code", str(NO_SUCH_CODE))
            else:
                return _opened(request, draft, until)
    return render(request, "sharing/code_open.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    """Renew, move or delete what is kept under a code."""
    form = ChangeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not _may(request, "guest_code"):
            return too_many(request)
        if form.is_valid():
            try:
                return _changed(request, form)
            except NoSuchCode:
                form.add_error("code", str(NO_SUCH_CODE))
    return render(request, "sharing/code_change.html", {"form": form}, status=422 if form.errors else 200)


def _opened(request: HttpRequest, draft: Draft, until: datetime.date) -> HttpResponse:
    """Beside whatever else is open in this visit."""
    # Somebody who knew the session's old id must not see what is opened in it.
    request.session.cycle_key()
    words = _("Your answers are here again. They are kept under your code until %(day)s.")
    messages.success(request, words % {"day": in_words(until)})
    with addresses.at(addresses.new_id()):
        drawer.keep(request, draft)
        guests.note(request, until)
        return redirect("advisor:resume")


def _first_save(request: HttpRequest) -> HttpResponse:
    """Saved answers are being changed in the questionnaire: they may belong to others too, and must not be replaced."""
    messages.info(request, _("First save the answers that you are changing, or stop changing them."))
    return redirect("advisor:check")


def in_words(day: datetime.date) -> str:
    """A day in words."""
    return names.day(PartialDate(day))


def _may(request: HttpRequest, action: str) -> bool:
    """Whether this network may try again. Every way of trying a code counts together."""
    return ratelimit.consume(request, action=action)


def _keeping(request: HttpRequest, fresh: DaysForm, over: OverwriteForm) -> HttpResponse:
    wrong: forms.Form = over if over.errors else fresh
    context = {
        "fresh": fresh,
        "over": over,
        "wrong": wrong,
        "has_code": bool(over.errors) or guests.noted(request) is not None,
    }
    return render(request, "sharing/code_keep.html", context, status=422 if wrong.errors else 200)


def _overwrite(request: HttpRequest, form: OverwriteForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        until = guests.overwrite(given["code"], drawer.open_draft(request), days=given["days"], today=clock.today())
    except NoSuchCode:
        form.add_error("code", str(NO_SUCH_CODE))
        return _keeping(request, DaysForm(), form)
    guests.note(request, until)
    messages.success(request, _("Kept under your code until %(day)s.") % {"day": in_words(until)})
    return redirect("advisor:check")


def _changed(request: HttpRequest, form: ChangeForm) -> HttpResponse:
    given, today = form.cleaned_data, clock.today()
    if given["what"] == RENAME:
        return _show(request, *guests.rename(given["code"], today=today))
    if given["what"] == DELETE:
        guests.delete(given["code"], today=today)
        guests.forget_all_notes(request)
        messages.success(request, _("What was kept under this code is deleted. The code no longer works."))
    else:
        until = guests.renew(given["code"], days=given["days"], today=today)
        guests.renew_note(request, until)
        messages.success(request, _("Kept under your code until %(day)s.") % {"day": in_words(until)})
    return redirect("advisor:start")


def _show(request: HttpRequest, code: str, until: datetime.date) -> HttpResponse:
    """Show the code, once. It is in the response to the form itself: a redirect would have to keep the code meanwhile."""
    context = {"words": code.split(), "until": in_words(until), "has_draft": drawer.exists(request)}
    return render(request, "sharing/code_kept.html", context)
