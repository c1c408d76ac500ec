"""Saved advice, read: the list, one as it is today, the urgent steps, on paper, every advice that was given, and two side by side."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F, Max
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import roles
from accounts.access import SignedIn
from advisor import clock
from advisor.advice import data, message, one_file, page, paper, urgent_page
from advisor.advice.assessment import scenario_of
from advisor.advice.brief import brief
from advisor.editions import store
from advisor.questions import drawer, overview
from advisor.questions.walk import Walk
from advisor.words.urgent import UNSURE
from rules.version import named

from . import answers as changing
from . import changes, read_marks, side_by_side
from . import given as giving
from .access import saved_or_refuse
from .as_kept import as_kept
from .assessment import assess, draft_of, replay
from .context import about
from .forms import StatusForm
from .models import SavedAdvice, Status

ON_A_PAGE = 50


@login_required
@require_safe
def index(request: SignedIn) -> HttpResponse:
    """All that this person may read, their own first, then by organisation; of one status where the address says so."""
    own_first = F("organisation__name").asc(nulls_first=True)
    rows = SavedAdvice.objects.of(request.user).select_related("organisation").annotate(last=Max("given__as_of"))
    rows = rows.order_by(own_first, "organisation_id", "-changed_at", "pk")
    wanted = request.GET.get("status", "")
    chosen = rows.filter(status=wanted) if wanted in Status.values else rows
    shown = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("page"))
    edition, today, now = store.current(), clock.today(), changing.current(request)
    context = {
        "rows": [(row, edition and brief(assess(row, edition, today, changes=False), edition)) for row in shown],
        "shown": shown,
        "statuses": Status.choices,
        "wanted": wanted if wanted in Status.values else "",
        "changing": now,
        "has_draft": bool(drawer.opened(request)) and now is None,
        "has_any": bool(shown.paginator.count) or rows.exists(),
    }
    return render(request, "saved/list.html", context)


@login_required
@require_safe
def show(request: SignedIn, saved: UUID) -> HttpResponse:
    """One saved advice as it is today. What is new in it is kept in its history."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    advice = giving.give(kept, edition, clock.today())
    walk = Walk(draft_of(kept).answers, edition)
    context = about(request, kept) | {
        "page": page.build(advice, edition, walk.page_keys),
        "parts": overview.parts(walk.on_sound),
        "broken": walk.first_broken,
        "statuses": Status.choices,
        "status_form": StatusForm(saved=kept),
        "changing": _being_changed(request, kept),
        "changes": changes.since(read_marks.unseen(kept, request.user), edition),
        "summary": message.summaries(advice, edition),
    }
    return render(request, "saved/show.html", context)


@login_required
@require_safe
def urgent(request: SignedIn, saved: UUID) -> HttpResponse:
    """What to do for a person in danger, on the saved answers."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    scenario = scenario_of(draft_of(kept).answers, edition)
    context = about(request, kept) | {
        "page": urgent_page.build(scenario, edition, clock.today()),
        "unsure": UNSURE,
        "has_draft": False,
    }
    return render(request, "advice/urgent.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def on_paper(request: SignedIn, saved: UUID) -> HttpResponse:
    """The saved advice as it is today, as a PDF."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    wish = paper.wish(request)
    edition = store.published()
    return paper.answer(request, giving.give(kept, edition, clock.today()), edition, wish)


@login_required
@require_POST
def in_one_file(request: SignedIn, saved: UUID) -> HttpResponse:
    """The saved advice as it is today, as a page in one file."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    wish = paper.wish(request)
    edition = store.published()
    return one_file.answer(request, giving.give(kept, edition, clock.today()), edition, wish)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def json_file(request: SignedIn, saved: UUID) -> HttpResponse:
    """The saved advice as it is today, as data."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    return data.answer(assess(kept, edition, clock.today()), edition)


@login_required
@require_safe
def history(request: SignedIn, saved: UUID) -> HttpResponse:
    """Every advice that was given, the newest first, its number counted from the first one; and who did what with it."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    given = list(kept.given.defer("scenario", "kept"))
    numbered = [(number, row) for number, row in zip(range(len(given), 0, -1), given, strict=True)]
    events = Paginator(kept.events.select_related("by"), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "saved/history.html", about(request, kept) | {"given": numbered, "events": events})


@login_required
@require_safe
def then(request: SignedIn, saved: UUID, number: int) -> HttpResponse:
    """An advice as it was given: given once more where that is the same to the byte, else as it was kept, with what has changed since."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    if not 1 <= number <= kept.given.count():
        raise Http404
    given = kept.given.order_by("id")[number - 1]
    edition = store.open_edition(given.edition_id)
    advice, changed = replay(given)
    context = about(request, kept) | {
        "may_change": False,
        "page": page.build(advice, edition, {}),
        "parts": overview.parts(Walk(advice.given.plain(), edition, advice.as_of)),
        "given": given,
        "changed": changed.value,
        "rules": {"then": named(given.rules), "now": advice.rules},
        "as_kept": as_kept(given.kept) if changed and given.kept else None,
    }
    return render(request, "saved/then.html", context)


@login_required
@require_safe
def compare(request: SignedIn, saved: UUID) -> HttpResponse:
    """Which other one to put beside it."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    others = SavedAdvice.objects.of(request.user).exclude(pk=kept.pk).select_related("organisation")
    ordered = sorted(others, key=lambda other: other.pk != kept.copy_of_id and other.copy_of_id != kept.pk)
    return render(request, "saved/compare.html", about(request, kept) | {"others": ordered})


@login_required
@require_safe
def compared(request: SignedIn, saved: UUID, other: UUID) -> HttpResponse:
    """Two saved advices side by side, both as they are today."""
    one = saved_or_refuse(request.user, saved, roles.can_read)
    two = saved_or_refuse(request.user, other, roles.can_read)
    edition = store.published()
    left, right = (assess(row, edition, clock.today(), changes=False) for row in (one, two))
    context = about(request, one) | {"other": two, "beside": side_by_side.build(left, right, edition)}
    return render(request, "saved/compared.html", context)


def _being_changed(request: SignedIn, saved: SavedAdvice) -> changing.Changing | None:
    now = changing.current(request)
    return now if now is not None and now.saved.pk == saved.pk else None
