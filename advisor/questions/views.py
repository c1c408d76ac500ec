"""The wizard: one page after the other, check your answers, and the way out. Open to everybody; nothing here needs an account.

Every page is a plain form that posts and redirects. htmx asks for the same addresses and gets the same fragment as the full page.
"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect, push_url
from django_htmx.middleware import HtmxDetails

from advisor import clock
from advisor.editions import store

from . import drawer, overview, purpose, signals
from .drawer import Draft
from .forms import DangerForm, PageForm
from .steps import BY_KEY, DANGER, STEPS, Step
from .walk import Walk, record, record_danger

Form = PageForm | DangerForm


class WizardRequest(HttpRequest):
    """A request that htmx may have made."""

    htmx: HtmxDetails


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What to expect. A POST begins; with ``danger`` it has answered the first page already. Nothing is cleared."""
    if request.method != "POST":
        has_draft = drawer.exists(request)
        context = {
            "has_draft": has_draft,
            "changing": purpose.current(request),
            "hours": settings.SESSION_COOKIE_AGE // 3600,
        }
        return render(request, "questions/start.html", context)
    if request.POST.get("danger") != "yes":
        return redirect("advisor:step", DANGER.key)
    draft = drawer.open_draft(request)
    walk = record_danger(draft, Walk(draft.answers, store.published()), "yes")
    drawer.keep(request, draft)
    return _to_step(walk.after(DANGER))


@require_safe
def resume(request: HttpRequest) -> HttpResponse:
    """To the page after the one saved last."""
    draft = drawer.open_draft(request)
    if draft.at not in BY_KEY:
        return _to_step(DANGER)
    return _to_step(Walk(draft.answers, store.published()).after(BY_KEY[draft.at]))


@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: WizardRequest, key: str) -> HttpResponse:
    """One page, on the way through."""
    return _page(request, key, changing=False)


@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WizardRequest, key: str) -> HttpResponse:
    """One page, come from the check page and going back there."""
    return _page(request, key, changing=True)


@vary_on_headers("HX-Request")
@require_safe
def check(request: WizardRequest) -> HttpResponse:
    """Check your answers."""
    walk = Walk(drawer.load(request), store.published())
    if walk.first_broken is not None:
        return _to_step(walk.first_broken)
    context = {
        "heading": _("Check your answers"),
        "wrong": False,
        "parts": overview.parts(walk),
        "aside": overview.aside(walk),
        "last": walk.pages[-1],
        "case": request.session.get(drawer.CASE) if request.user.has_perm("advisor.change_expertcase") else None,
    }
    return _show(request, "questions/_check.html", context)


@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Throw the draft away; what is saved stays, and so does a draft that waits while saved answers are being changed."""
    if purpose.current(request) is not None:
        purpose.stop(request)
        messages.success(request, _("The saved answers are as they were."))
        return redirect("advisor:start")
    drawer.clear(request)
    messages.success(request, _("Your answers are deleted."))
    onward = [name for _receiver, name in signals.deleted.send(sender=None, request=request) if name]
    return redirect(onward[0] if onward else "advisor:start")


# Exempt, since leaving must never fail. It only ends a session, and a browser sends no session with another site's form.
@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session at once, answers and all, then show something neutral."""
    request.session.flush()
    return redirect("advisor:left")


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """An empty page that does not say where it belongs; or the way on to the site that the installation has chosen."""
    return render(request, "questions/left.html", {"onward": settings.QUICK_EXIT_URL})


def _page(request: WizardRequest, key: str, *, changing: bool) -> HttpResponse:
    here = BY_KEY.get(key)
    if here is None:
        raise Http404
    edition, draft = store.published(), drawer.open_draft(request)
    walk = Walk(draft.answers, edition)
    if here not in walk.pages:
        return _to_step(walk.after(here))
    if request.method == "POST":
        return _save(request, here, draft, walk, changing=changing)
    broken = walk.first_broken
    if broken is not None and STEPS.index(broken) < STEPS.index(here):
        return _to_step(broken)
    return _draw(request, here, draft, walk, _form(here, draft, walk), changing=changing, broken=broken is here)


def _form(here: Step, draft: Draft, walk: Walk, **more: Any) -> Form:
    if here is DANGER:
        return DangerForm(danger=walk.danger(draft), data=more.get("data"))
    return PageForm(walk.questions_on(here), walk.edition, clock.today(), answers=walk.answers, **more)


def _save(request: WizardRequest, here: Step, draft: Draft, walk: Walk, *, changing: bool) -> HttpResponse:
    """Save what is valid and go on; with Continue only if everything is."""
    go = request.POST.get("go", "next")
    form = _form(here, draft, walk, data=request.POST)
    if go == "find" and isinstance(form, PageForm):
        finds = {name: request.POST.get(f"find-{name}", "") for name in form.fields}
        searching = _form(here, draft, walk, typed=form.typed(), finds=finds)
        return _draw(request, here, draft, walk, searching, changing=changing, broken=False)
    if not form.is_valid() and go != "back":
        return _draw(request, here, draft, walk, form, changing=changing, broken=False, status=422)
    given = form.cleaned_data
    if here is DANGER:
        then = record_danger(draft, walk, given.get("danger"), changing=changing)
    else:
        then = record(draft, walk, here, given, changing=changing)
    drawer.keep(request, draft)
    return _onward(request, here, draft, then, go=go, changing=changing)


def _onward(request: WizardRequest, here: Step, draft: Draft, walk: Walk, *, go: str, changing: bool) -> HttpResponse:
    """Where a saved page leads to."""
    if go == "back":
        previous = walk.before(here)
        if changing:
            return redirect("advisor:check")
        return _to_step(previous) if previous else _leave_wizard(request, "advisor:start")
    if go == "advice":
        return _leave_wizard(request, "advisor:advice")
    if changing:
        return redirect("advisor:change", draft.owed[0]) if draft.owed else redirect("advisor:check")
    if here.urgent:
        return _leave_wizard(request, "advisor:urgent")
    return _to_step(walk.first_broken or walk.after(here))


def _to_step(target: Step | None) -> HttpResponseRedirect:
    return redirect("advisor:step", target.key) if target else redirect("advisor:check")


def _leave_wizard(request: WizardRequest, name: str) -> HttpResponse:
    """To a page that htmx cannot swap in: a redirect for the browser itself."""
    if request.htmx:
        return HttpResponseClientRedirect(reverse(name))
    return redirect(name)


def _draw(
    request: WizardRequest,
    here: Step,
    draft: Draft,
    walk: Walk,
    form: Form,
    *,
    changing: bool,
    broken: bool,
    status: int = 200,
) -> HttpResponse:
    context = {
        "heading": form.only_label or here.title,
        "wrong": status == 422,
        "step": here,
        "form": form,
        "number": walk.pages.index(here) + 1,
        "count": len(walk.pages),
        "broken": broken,
        "may_ask": here is not DANGER,
        "assumed_cases": "information" in draft.assumed,
        "address": reverse("advisor:change" if changing else "advisor:step", args=[here.key]),
    }
    return _show(request, "questions/_step.html", context, status=status)


def _show(request: WizardRequest, fragment: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The full page, or for htmx the fragment that the full page includes."""
    template = "questions/swap.html" if request.htmx else "questions/page.html"
    context |= {"fragment": fragment, "changing": purpose.current(request)}
    response = render(request, template, context, status=status)
    if request.htmx and request.method == "POST":
        # Drawn again at the same address: no second entry in the browser's history.
        push_url(response, False)
    return response
