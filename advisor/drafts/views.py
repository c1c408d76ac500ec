"""Drafts of submissions: those of a saved matter, one of them being written, and outlines for people who keep nothing.

The kind of draft is in the body of a form, so that no address tells what somebody wants to write.
"""

from dataclasses import replace
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import roles
from accounts.access import SignedIn
from accounts.actions import Refused
from advisor import clock, identifying
from advisor.advice.assessment import scenario_of
from advisor.advice.visitor import on_draft
from advisor.answering import attachment
from advisor.editions import store
from advisor.saved.access import saved_or_refuse
from advisor.saved.assessment import assess, draft_of
from advisor.saved.context import about, own_names
from advisor.saved.models import SavedAdvice
from mechanisms.load.parsing import whole_number
from rules.facts.edition import Edition
from rules.scenario import Scenario

from . import actions, filling, paper
from . import pages as presenting
from .files import KINDS
from .limits import limits
from .models import SubmissionDraft
from .naming import file_name
from .outlines import OUTLINES
from .paper import Paper, Sheet
from .suggestions import Suggestion, chosen
from .visible import visible

CLEAN, WORKING = "clean", "working"
LONGEST_REVISION = 10


class Wish(forms.Form):
    """Which kind of file, whether with our notes, and on which size of page."""

    file = forms.ChoiceField(choices=[(kind, kind) for kind in KINDS])
    copy = forms.ChoiceField(choices=[(CLEAN, CLEAN), (WORKING, WORKING)], required=False)
    sheet = forms.ChoiceField(choices=[(sheet.value, sheet.value) for sheet in Sheet], required=False)


class Typed:
    """What the form of the editor sent, as it was typed: nothing is refused here, so that nothing is lost."""

    def __init__(self, request: HttpRequest, draft: SubmissionDraft) -> None:
        outline, post = OUTLINES[draft.kind], request.POST
        self.title = post.get("title", "")
        self.texts = {section.key: visible(post.get(f"text-{section.key}", "")) for section in outline.sections}
        self.ticks = post.getlist("tick")
        revision = whole_number(post.get("revision", ""), longest=LONGEST_REVISION)
        if revision is None:
            raise BadRequest("no such revision")
        self.revision = revision


@login_required
@require_safe
def index(request: SignedIn, saved: UUID) -> HttpResponse:
    """The drafts of a matter, those that its advice suggests, and every other."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    advice = assess(kept, edition, clock.today(), changes=False)
    context = about(request, kept) | {
        "drafts": kept.submissions.select_related("changed_by"),
        "groups": presenting.groups(advice, edition),
        "others": presenting.other_groups(advice, edition),
    }
    return render(request, "drafts/index.html", context)


@login_required
@require_POST
def begin(request: SignedIn, saved: UUID) -> HttpResponse:
    """Begin a draft: one that the advice suggests, or any other."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    edition = store.published()
    advice = assess(kept, edition, clock.today(), changes=False)
    wanted = chosen(request.POST.get("draft", ""), advice, edition)
    if wanted is None:
        raise BadRequest("no such draft")
    draft = actions.begin(saved=kept, wanted=wanted, advice=advice, edition=edition, by=request.user)
    return redirect("advisor:draft", kept.pk, draft.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: SignedIn, saved: UUID, key: UUID) -> HttpResponse:
    """Read a draft, or write it. A script saves here every few seconds and is answered in JSON; the form's own button works without."""
    posted = request.method == "POST"
    kept = saved_or_refuse(request.user, saved, roles.can_write if posted else roles.can_read)
    draft = _draft(kept, key)
    edition = store.published()
    if not posted:
        return _editor(request, draft, edition)
    typed, by_script = Typed(request, draft), "by-script" in request.POST
    if not by_script:  # a script has asked already, while it was typed
        pointed = identifying.pointed(_places(draft, typed), own_names(kept), request.POST.get(identifying.SEEN, ""))
        if pointed:
            return _editor(request, draft, edition, typed=typed, pointed=pointed, status=422)
    try:
        draft = actions.write(
            draft=draft,
            title=typed.title,
            texts=typed.texts,
            ticks=typed.ticks,
            revision=typed.revision,
            by=request.user,
        )
        if "ready" in request.POST:
            draft = actions.mark_ready(draft=draft, edition=edition, revision=draft.revision, by=request.user)
    except actions.Changed as changed:
        if by_script:
            return JsonResponse({"state": "changed"}, status=409)
        return _editor(request, changed.current, edition, typed=typed, conflict=True, status=409)
    except Refused as refused:
        if by_script:
            return JsonResponse({"state": "refused", "why": str(refused)}, status=422)
        return _editor(request, draft, edition, typed=typed, refusal=str(refused), status=422)
    if by_script:
        return JsonResponse({"state": draft.state, "revision": draft.revision})
    ready = "ready" in request.POST
    messages.success(
        request, _("Ready. Nothing was sent: take the file away and send it yourselves.") if ready else _("Saved.")
    )
    return redirect("advisor:draft", kept.pk, draft.pk)


@login_required
@require_POST
def download(request: SignedIn, saved: UUID, key: UUID) -> HttpResponse:
    """The draft as it was saved last, as a file."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    draft, wish = _draft(kept, key), _wish(request)
    edition = store.published()
    outline, language, texts = OUTLINES[draft.kind], draft.content["language"], draft.content["sections"]
    if wish["copy"] == WORKING:
        found = actions.standing(draft, edition).limits
        made = paper.working_copy(outline, draft.title, texts, found, edition, language=language)
    else:
        made = paper.clean(outline, draft.title, texts, language=language)
    state = draft.content["country"] or _sole(scenario_of(draft_of(kept).answers, edition))
    ready = draft.state == SubmissionDraft.State.READY
    return _file(made, wish, draft.kind, state, draft.content["treaty"], edition, ready=ready)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedIn, saved: UUID, key: UUID) -> HttpResponse:
    """Delete a draft, after a page that asks."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    draft = _draft(kept, key)
    if request.method == "POST":
        actions.delete(draft=draft, by=request.user)
        messages.success(request, _("The draft is deleted."))
        return redirect("advisor:drafts", kept.pk)
    return render(request, "drafts/delete.html", about(request, kept) | {"draft": draft})


@require_POST
def outline(request: HttpRequest) -> HttpResponse:
    """The first text for an action of the advice on the visitor's answers, with what belongs where. For everybody; nothing is kept."""
    wish = _wish(request)
    found = on_draft(request, changes=False)
    if isinstance(found, HttpResponse):
        return found
    advice, edition = found.advice, found.edition
    wanted = chosen(request.POST.get("draft", ""), advice, edition)
    if wanted is None:
        raise BadRequest("no such draft")
    made = _outline(wanted, filling.Known(wanted, advice, edition))
    state = wanted.country or _sole(advice.scenario)
    return _file(made, wish, wanted.kind, state, wanted.treaty, edition, ready=False)


def _outline(wanted: Suggestion, known: filling.Known) -> Paper:
    shape, scenario = wanted.outline, known.scenario
    language = actions.letter_language(shape)
    with translation.override(language):
        title, texts = filling.title(shape, known), filling.fill(shape, known)
    found = limits(shape, treaty=wanted.treaty, ecosoc=scenario.ecosoc, edition=known.edition)
    return paper.working_copy(shape, title, texts, found, known.edition, language=language)


def _editor(
    request: SignedIn,
    draft: SubmissionDraft,
    edition: Edition,
    *,
    typed: Typed | None = None,
    conflict: bool = False,
    refusal: str = "",
    pointed: tuple[identifying.Pointed, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """The page of one draft. ``typed`` is what was sent, if it was not saved or not ready; in a ``conflict`` the draft is what somebody
    else has saved meanwhile, and both are shown."""
    scenario = scenario_of(draft_of(draft.saved).answers, edition)
    standing = actions.standing(draft, edition, scenario)
    sections, language = draft.content["sections"], draft.content["language"]
    with translation.override(language):
        headings = {section.key: str(section.heading) for section in standing.outline.sections}
    page = presenting.page(
        standing.outline,
        typed.texts if typed else sections,
        typed.ticks if typed else draft.ticks,
        standing.limits,
        headings=headings,
        needs_consent=standing.needs_consent,
        treaty=draft.content["treaty"],
        edition=edition,
        today=clock.today(),
        others=sections if conflict else None,
    )
    title = typed.title if typed else draft.title
    context = about(request, draft.saved) | {
        "draft": draft,
        "page": page,
        "title": title,
        "words": paper.count(standing.outline, title, typed.texts if typed else sections, language=language),
        "missing": standing.missing,
        "refusal": refusal,
        "conflict": conflict,
        "files": tuple(KINDS),
        **identifying.context(own_names(draft.saved), pointed),
    }
    return render(request, "drafts/draft.html", context, status=status)


def _places(draft: SubmissionDraft, typed: Typed) -> list[identifying.Place]:
    """Where somebody wrote, with what was kept there before."""
    before = draft.content["sections"]
    parts = [
        identifying.Place(section.heading, f"part-{section.key}", typed.texts[section.key], before.get(section.key, ""))
        for section in OUTLINES[draft.kind].sections
    ]
    return [identifying.Place(_("Title"), "title", typed.title, draft.title), *parts]


def _draft(saved: SavedAdvice, key: UUID) -> SubmissionDraft:
    """A draft of this matter and no other."""
    draft = saved.submissions.filter(pk=key).first()
    if draft is None:
        raise Http404
    draft.saved = saved
    return draft


def _wish(request: HttpRequest) -> dict[str, str]:
    form = Wish(request.POST)
    if not form.is_valid():
        raise BadRequest("no such file")
    return form.cleaned_data


def _sole(scenario: Scenario) -> str:
    """The State that a text for all of them is about; empty if there are several."""
    countries = scenario.countries or ()
    return countries[0] if len(countries) == 1 else ""


def _file(
    made: Paper, wish: dict[str, str], kind: str, country: str, treaty: str, edition: Edition, *, ready: bool
) -> HttpResponse:
    """The file, named after what it is."""
    ending = wish["file"]
    name = file_name(kind, country, treaty, ready=ready, edition=edition, today=clock.today(), ending=ending)
    content = KINDS[ending].write(replace(made, sheet=Sheet(wish["sheet"] or Sheet.A4)))
    return attachment(content, name=name, content_type=KINDS[ending].content_type)
