"""The pages of news: a form by which one thing that happened writes all its rows, shown before they are written."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mechanisms.admin.versioned import problems_of
from mechanisms.models import Mandate, PartialDates
from mechanisms.news import holders, treaties
from mechanisms.news.sessions import ANNOUNCED
from mechanisms.news.writing import Line, check, lines, token, write
from mechanisms.remembered import Change
from mechanisms.words import sentences

from .forms import MODELS, ClosingForm, DeadlineForm, HolderForm, MandateForm, MovedForm, SessionForm
from .treaties import ActForm, StateAndTreatyForm

View = Callable[[HttpRequest], HttpResponse]


def for_editors(*rights: str) -> Callable[[View], View]:
    """Only for people of the editors' side who may add and change these tables."""
    needed = [f"mechanisms.{right}" for right in rights]

    def guarded(view: View) -> View:
        @wraps(view)
        def looked_at(request: HttpRequest) -> HttpResponse:
            if not request.user.has_perms(needed):
                raise PermissionDenied
            return view(request)

        return admin.site.admin_view(looked_at)

    return guarded


@for_editors("add_mandateholder", "change_mandateholder")
def holder(request: HttpRequest) -> HttpResponse:
    """A holder changed."""
    title = _("A mandate holder changed")
    chosen = MandateForm(request.GET or None)
    if not chosen.is_valid():
        return _choose(request, title, chosen)
    mandate: Mandate = chosen.cleaned_data["mandate"]
    form = HolderForm(request.POST or None, mandate=mandate, day=timezone.localdate())
    now = holders.present(mandate)
    said = [_("%(name)s holds it now (%(period)s).") % {"name": now.name, "period": now.period}] if now else []
    done = reverse("admin:mechanisms_mandate_change", args=[mandate.pk])
    return _news(
        request, title, form, subject=str(mandate), anchor=mandate, now=said or [_("No holder is known.")], done=done
    )


@for_editors("add_treatystatus", "change_treatystatus")
def treaty(request: HttpRequest) -> HttpResponse:
    """A State signed, ratified, acceded, accepted complaints or inquiries."""
    title = _("A State ratified")
    chosen = StateAndTreatyForm(request.GET or None)
    if not chosen.is_valid():
        return _choose(request, title, chosen)
    state, about = chosen.cleaned_data["state"], chosen.cleaned_data["treaty"]
    form = ActForm(request.POST or None, state=state, treaty=about, day=timezone.localdate())
    now = [_present(row) for row in treaties.rows_of(state, about)]
    done = f"{reverse('admin:mechanisms_treatystatus_changelist')}?state={state.pk}&treaty={about.pk}"
    return _news(request, title, form, subject=f"{state} · {about} ({about.name})", anchor=state, now=now, done=done)


def _present(row: Any) -> str:
    words = _("%(instrument)s: %(status)s, since %(day)s.") if row.valid_from else _("%(instrument)s: %(status)s.")
    return words % {
        "instrument": row.get_instrument_display(),
        "status": row.get_status_display(),
        "day": row.partial("valid_from"),
    }


@for_editors("change_uprsession", "change_councilsession", "add_datesource", "change_datesource")
def deadline(request: HttpRequest) -> HttpResponse:
    """A deadline or another date of a session was announced."""
    what = request.GET.get("what", "")
    if what.count("/") == 1 and (model := MODELS.get(what.partition("/")[0])):
        what = f"{what}/{ANNOUNCED[model][0]}"
    form = DeadlineForm(request.POST or None, day=timezone.localdate(), initial={"what": what})
    return _news(request, _("A deadline was announced"), form, done=reverse("admin:index"))


@for_editors("change_uprsession", "change_councilsession", "change_uprreview", "add_datesource", "change_datesource")
def session(request: HttpRequest) -> HttpResponse:
    """A session closed."""
    title, day = _("A session closed"), timezone.localdate()
    chosen = SessionForm(request.GET or None, day=day)
    if not chosen.is_valid():
        return _choose(request, title, chosen)
    kind, number = chosen.cleaned_data["session"].split("/")
    row = MODELS[kind]._default_manager.get(number=number)
    form = ClosingForm(request.POST or None, session=row, day=day)
    done = reverse(f"admin:mechanisms_{row._meta.model_name}_change", args=[row.pk])
    return _news(request, title, form, subject=str(row), anchor=row, done=done)


@for_editors("change_source")
def source(request: HttpRequest) -> HttpResponse:
    """A source moved to another address."""
    form = MovedForm(request.POST or None, day=timezone.localdate(), initial={"source": request.GET.get("source", "")})
    return _news(request, _("A source moved"), form, done=reverse("admin:mechanisms_source_changelist"))


def _choose(request: HttpRequest, title: str, form: forms.Form) -> HttpResponse:
    """First what it is about."""
    if not request.GET:
        form = type(form)(day=timezone.localdate()) if isinstance(form, SessionForm) else type(form)()
    return _page(request, title, form, choosing=True)


def _news(
    request: HttpRequest, title: str, form: Any, *, done: str, subject: str = "", anchor: Any = None, now: Any = ()
) -> HttpResponse:
    """The form; then what it would write; then, once that was seen, the writing."""
    context: dict[str, Any] = {"subject": subject, "now": now}
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if anchor is not None:
                # One at a time: a second click finds what the first has written.
                list(type(anchor)._default_manager.select_for_update().order_by().filter(pk=anchor.pk))
            try:
                rows = form.rows()
                check(rows)
            except ValidationError as error:
                _refuse(form, error)
            else:
                found = lines(rows)
                doubts = [said for row in rows if isinstance(row, PartialDates) for _name, said in row.doubts()]
                if found and request.POST.get("seen") == token(found) and (request.POST.get("sure") or not doubts):
                    number = write(rows, Change(by=request.user, reason=title))  # type: ignore[arg-type]
                    messages.success(request, _written(number))
                    return HttpResponseRedirect(done)
                context |= _seen(found, doubts, asked="seen" in request.POST)
                context["sentences"] = form.sentences() if hasattr(form, "sentences") else []
    return _page(request, title, form, **context)


def _seen(found: list[Line], doubts: list[Any], *, asked: bool) -> dict[str, Any]:
    return {"lines": found, "token": token(found), "doubts": doubts, "looked": True, "unsure": asked and bool(doubts)}


def _written(number: int) -> str:
    said = ngettext("%(number)d row is written.", "%(number)d rows are written.", number) % {"number": number}
    return sentences((said, _("Advice follows once it is published.")))


def _refuse(form: forms.Form, error: ValidationError) -> None:
    """Show what is wrong at the field that it is about, where the form has one."""
    told = getattr(
        error, "error_dict", {NON_FIELD_ERRORS: error.error_list if not hasattr(error, "error_dict") else []}
    )
    for name, found in told.items():
        own = name if name in form.fields else None
        for problem in problems_of(ValidationError(found)):
            form.add_error(own, problem)


def _page(request: HttpRequest, title: str, form: forms.Form, **context: Any) -> HttpResponse:
    frame = {**admin.site.each_context(request), "title": title, "form": form, "media": form.media}
    return TemplateResponse(request, "admin/mechanisms/news.html", {**frame, **context})
