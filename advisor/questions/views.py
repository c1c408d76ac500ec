"""The wizard: one page after the other, check your answers, and the way out. Open to everybody; nothing here needs an account.

Every page is a plain form that posts and redirects. htmx asks for the same addresses and gets the same fragment as the full page.
"""

from enum import StrEnum
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect, push_url
from django_htmx.middleware import HtmxDetails

from accounts import visits
from advisor import clock
from advisor.editions import store
from mechanisms.names.states import names_of
from rules.vocabulary import Urgency

from . import addresses, drawer, overview, purpose, signals
from .drawer import Draft
from .forms import PageForm
from .steps import BY_KEY, MOVED, STEPS, Step
from .walk import Walk, hurry, record


class Way(StrEnum):
    """How somebody came to a page, which is where they go on to: on the way through; to change answers and go back to the check page; or
    from there to questions that make no difference."""

    THROUGH = "step"
    CHANGE = "change"
    MORE = "more"


class WizardRequest(HttpRequest):
    """A request that htmx may have made."""

    htmx: HtmxDetails


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What to expect, and what was begun. A POST begins anew, with answers of its own; ``danger`` says that someone is in danger now.

    While saved answers are being changed it goes through those. Where many are open already, it first asks to delete the oldest one.
    """
    if request.method != "POST":
        return _start_page(request)
    lent = purpose.current(request) is not None
    if not lent and request.POST.get("forget") in drawer.ids(request):
        with addresses.at(request.POST["forget"]):
            drawer.clear(request)
    if not lent and not drawer.has_room(request):
        return _start_page(request, full=True)
    with addresses.at(addresses.NO_ID if lent else addresses.new_id()):
        draft = drawer.open_draft(request)
        walk = Walk(draft.answers, store.published())
        if request.POST.get("danger") == "yes":
            walk = hurry(draft, walk)
            drawer.keep(request, draft)
        elif not lent:
            draft.no_danger = "no"
            drawer.keep(request, draft)
        return _to_step(walk.pages[0])


def _start_page(request: HttpRequest, *, full: bool = False) -> HttpResponse:
    changing = purpose.current(request)
    # On a device of others, nothing says what somebody has asked about.
    begun = overview.begun(request) if changing is None and (full or not visits.is_short(request.session)) else []
    context = {
        "begun": begun,
        "full": full,
        "danger": request.POST.get("danger", ""),
        "oldest": next((each for each in begun if each.key), None),
        "changing": changing,
        "hours": settings.SESSION_COOKIE_AGE // 3600,
    }
    return render(request, "questions/start.html", context, status=409 if full else 200)


@require_safe
def resume(request: HttpRequest) -> HttpResponse:
    """To the page after the one saved last."""
    draft = drawer.open_draft(request)
    walk = Walk(draft.answers, store.published())
    at = BY_KEY.get(MOVED.get(draft.at, draft.at))
    return _to_step(walk.after(at) if at else walk.pages[0])


@require_safe
@cache_control(max_age=3600, public=True)
def names(request: HttpRequest) -> HttpResponse:
    """What every State is called, for the search in the browser: all at once, so that what is typed is sent to nobody."""
    states = store.published().states
    return JsonResponse({code: names_of(code, state.name).written for code, state in states.items()})


@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: WizardRequest, key: str) -> HttpResponse:
    """One page, on the way through."""
    return _page(request, key, Way.THROUGH)


@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WizardRequest, key: str) -> HttpResponse:
    """One page, come from the check page and going back there."""
    return _page(request, key, Way.CHANGE)


@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def more(request: WizardRequest, key: str) -> HttpResponse:
    """The questions of a page that make no difference as things stand, for those who want to answer them all the same."""
    return _page(request, key, Way.MORE)


@vary_on_headers("HX-Request")
@require_safe
def check(request: WizardRequest) -> HttpResponse:
    """Check your answers."""
    draft = drawer.open_draft(request)
    walk = Walk(draft.answers, store.published())
    if walk.first_broken is not None:
        return _to_step(walk.first_broken)
    may_open_cases = request.user.has_perm("advisor.change_expertcase")
    context = {
        "heading": _("Check your answers"),
        "wrong": False,
        "walk": walk,
        "parts": overview.parts(walk, draft),
        "aside": overview.aside(walk),
        "left_out": overview.left_out(walk),
        "last": walk.pages[-1],
        "case": None if addresses.here() or not may_open_cases else request.session.get(drawer.CASE),
    }
    return _show(request, "questions/_check.html", context)


@require_POST
def preview(request: HttpRequest, way: str, key: str) -> HttpResponse:
    """Which route leads with what stands on a page that is being changed, beside it. Nothing is kept."""
    if key not in BY_KEY or way not in (Way.CHANGE, Way.MORE):
        raise Http404
    here, draft = BY_KEY[key], drawer.open_draft(request)
    walk = Walk(draft.answers, store.published())
    form = _form(_asked(here, draft, walk, Way(way)), draft, walk, Way(way), data=request.POST)
    then = record(draft, walk, here, form.cleaned_data if form.is_valid() else {}, changing=True)
    return render(request, "questions/_preview.html", {"walk": then.on_sound})


@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Throw this draft away; what is saved stays, and so does a draft that waits while saved answers are being changed."""
    if purpose.current(request) is not None:
        return _stop_changing(request)
    drawer.clear(request)
    return _deleted(request)


@require_POST
def delete_all(request: HttpRequest) -> HttpResponse:
    """Throw every draft of this visit away."""
    if purpose.current(request) is not None:
        purpose.stop(request)
    drawer.clear_all(request)
    return _deleted(request)


def _stop_changing(request: HttpRequest) -> HttpResponse:
    purpose.stop(request)
    messages.success(request, _("The saved answers are as they were."))
    return redirect("advisor:start")


def _deleted(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Your answers are deleted."))
    onward = [name for _receiver, name in signals.deleted.send(sender=None, request=request) if name]
    return redirect(onward[0] if onward else "advisor:start")


# Exempt, since leaving must never fail. It only ends a session, and a browser sends no session with another site's form.
@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session at once, answers and all, leave nothing in the browser, then show something neutral."""
    request.session.flush()
    answer = redirect("advisor:left")
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    for name in request.COOKIES:
        answer.delete_cookie(name)  # browsers obey the line above only over https
    return answer


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """An empty page that does not say where it belongs; or the way on to the site that the installation has chosen.

    Who went back to the first page after leaving got a cookie from it, which goes again. No link to this page can end a visit.
    """
    answer = render(request, "questions/left.html", {"onward": settings.QUICK_EXIT_URL})
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        for name in request.COOKIES:
            answer.delete_cookie(name)
    return answer


def _page(request: WizardRequest, key: str, way: Way) -> HttpResponse:
    here = BY_KEY.get(key)
    if here is None and key in MOVED:
        return redirect(f"advisor:{way}", MOVED[key])
    if here is None:
        raise Http404
    edition, draft = store.published(), drawer.open_draft(request)
    walk = Walk(draft.answers, edition)
    asked = _asked(here, draft, walk, way)
    if not asked:
        return redirect("advisor:check") if way is Way.MORE else _to_step(walk.after(here))
    if request.method == "POST":
        return _save(request, here, draft, walk, way)
    broken = walk.first_broken
    if broken is not None and STEPS.index(broken) < STEPS.index(here):
        return _to_step(broken)
    form = _form(asked, draft, walk, way)
    return _draw(request, here, walk, form, draft, way, broken=broken is here)


def _asked(here: Step, draft: Draft, walk: Walk, way: Way) -> tuple[str, ...]:
    """The questions of a page, by how somebody came there. A page that is owed asks what it still owes."""
    if way is Way.MORE:
        return dict(walk.left_out).get(here, ())
    owed = walk.missing(draft.seen) if way is Way.CHANGE and here.key in draft.owed else {}
    return owed.get(here) or walk.questions_on(here)


def _form(asked: tuple[str, ...], draft: Draft, walk: Walk, way: Way, **more: Any) -> PageForm:
    calm = _is_calm(draft, way)
    return PageForm(
        asked,
        walk.edition,
        clock.today(),
        answers=walk.answers,
        latest=clock.latest_day(),
        calm=calm,
        coarse=draft.coarse,
        **more,
    )


def _is_calm(draft: Draft, way: Way) -> bool:
    """Whether somebody has said that nobody is in danger now, so that it is not asked again. On the check page it may be said anew."""
    return draft.no_danger == "no" and draft.answers.get("urgency") != Urgency.IMMINENT and way is Way.THROUGH


def _save(request: WizardRequest, here: Step, draft: Draft, walk: Walk, way: Way) -> HttpResponse:
    """Save what is valid and go on; with Continue only if everything is. A page of answers that are no longer open saves nothing.

    Raises `VisitEnded` where the answers on the pages before are gone.
    """
    go, ticket = request.POST.get("go", "next"), request.POST.get("ticket", "")
    if ticket == drawer.HELD and not drawer.ticket(request):
        raise visits.VisitEnded
    if ticket not in ("", drawer.ticket(request)):
        messages.warning(request, _("Nothing was saved: the answers of that page are no longer open here."))
        return _leave_wizard(request, "advisor:start")
    asked = _asked(here, draft, walk, way)
    form = _form(asked, draft, walk, way, data=request.POST)
    if go == "find":
        finds = {name: request.POST.get(f"find-{name}", "") for name in form.fields}
        searching = _form(asked, draft, walk, way, typed=form.typed(), finds=finds)
        return _draw(request, here, walk, searching, draft, way, broken=False)
    if go == "danger":
        hurry(draft, walk)
        drawer.keep(request, draft)
        return _leave_wizard(request, "advisor:urgent")
    if not form.is_valid() and go != "back":
        return _draw(request, here, walk, form, draft, way, broken=False, status=422)
    then = record(draft, walk, here, form.cleaned_data, coarse=form.coarse, changing=way is not Way.THROUGH)
    drawer.keep(request, draft)
    new_danger = then.in_danger and not walk.in_danger
    return _onward(request, here, draft, then, way, go=go, urgent=here.urgent or new_danger)


def _onward(
    request: WizardRequest, here: Step, draft: Draft, walk: Walk, way: Way, *, go: str, urgent: bool
) -> HttpResponse:
    """Where a saved page leads to. Whoever has just said that someone is in danger sees what to do first."""
    if go == "back":
        previous = walk.before(here)
        if way is not Way.THROUGH:
            return redirect("advisor:check")
        return _to_step(previous) if previous else _leave_wizard(request, "advisor:start")
    if go == "advice":
        return _leave_wizard(request, "advisor:advice")
    if way is not Way.THROUGH:
        return redirect("advisor:change", draft.owed[0]) if draft.owed else redirect("advisor:check")
    if urgent:
        return _leave_wizard(request, "advisor:urgent")
    following = walk.first_broken or walk.after(here)
    missing = {} if following else walk.missing(draft.seen)
    if not missing:
        return _to_step(following)
    draft.owed = [page.key for page in missing]
    drawer.keep(request, draft)
    return redirect("advisor:change", draft.owed[0])


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
    walk: Walk,
    form: PageForm,
    draft: Draft,
    way: Way,
    *,
    broken: bool,
    status: int = 200,
) -> HttpResponse:
    context = {
        "heading": form.only_label or here.title,
        "wrong": status == 422,
        "step": here,
        "form": form,
        "calm": form.calm and "urgency" in form.fields,
        "broken": broken,
        "assumed_cases": "information" in draft.assumed,
        "address": reverse(f"advisor:{way}", args=[here.key]),
        "preview": "" if way is Way.THROUGH else reverse("advisor:preview", args=[way, here.key]),
        "form_class": "page-form" if way is Way.THROUGH else "page-form beside",
        "walk": walk.on_sound,
        "ticket": drawer.ticket(request),
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
