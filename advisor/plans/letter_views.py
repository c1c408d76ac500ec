"""The log of what was sent to the UN and what came back, and the question what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import roles
from accounts.access import SignedIn
from advisor import clock, identifying
from advisor.editions import store
from advisor.saved.access import saved_or_refuse
from advisor.saved.assessment import assess
from advisor.saved.context import about, own_names
from advisor.saved.models import SavedAdvice
from advisor.words import labels, names
from mechanisms.words import Number
from rules.facts.edition import Edition
from rules.vocabulary import RouteSlug

from . import letters
from . import pages as shown
from .forms import LetterForm, OutcomeForm, letter_choices
from .models import Correspondence, Direction, Outcome
from .reminders import UPDATE_DAYS


@login_required
@require_safe
def show(request: SignedIn, saved: UUID) -> HttpResponse:
    """Every letter, the latest first, with what is awaited."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    today = clock.today()
    context = about(request, kept) | {
        "letters": shown.letters(kept.letters.select_related("logged_by"), edition, today),
        "update_days": UPDATE_DAYS,
        "outcomes": _outcomes(kept),
    }
    return render(request, "plans/log.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedIn, saved: UUID) -> HttpResponse:
    """Note a letter; come from a task, with what the task knows already."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    edition = store.published()
    form = _form(request, kept, edition, initial=_from_task(request, kept))
    known = own_names(kept)
    if request.method == "POST" and form.accepts(known):
        letters.log(saved=kept, edition=edition, by=request.user, today=clock.today(), **form.given)
        messages.success(request, _("Noted."))
        return redirect("advisor:log", saved)
    context = about(request, kept) | {"form": form, "letter": None} | identifying.context(known, form.asked)
    return render(request, "plans/letter.html", context, status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedIn, saved: UUID, letter: int) -> HttpResponse:
    """Put a letter right."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    row = _letter(kept, letter)
    edition = store.published()
    form = _form(request, kept, edition, initial=_from_letter(row), but=row)
    known = own_names(kept)
    if request.method == "POST" and form.accepts(known):
        letters.change_letter(letter=row, edition=edition, by=request.user, today=clock.today(), **form.given)
        messages.success(request, _("Saved."))
        return redirect("advisor:log", saved)
    context = about(request, kept) | {"form": form, "letter": row} | identifying.context(known, form.asked)
    return render(request, "plans/letter.html", context, status=form.status)


@login_required
@require_POST
def delete(request: SignedIn, saved: UUID, letter: int) -> HttpResponse:
    """Take a letter out of the log."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    letters.delete_letter(letter=_letter(kept, letter), by=request.user, today=clock.today())
    messages.success(request, _("Deleted."))
    return redirect("advisor:log", saved)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: SignedIn, saved: UUID, outcome: int) -> HttpResponse:
    """What came of one route."""
    kept = saved_or_refuse(request.user, saved, roles.can_write)
    row: Outcome = get_object_or_404(kept.outcomes, pk=outcome)
    row.saved = kept
    form = OutcomeForm(
        request.POST if request.method == "POST" else None, initial={"answer": row.answer, "text": row.text}
    )
    known = own_names(kept)
    if request.method == "POST" and form.accepts(known):
        letters.answer(outcome=row, by=request.user, today=clock.today(), **form.cleaned_data)
        messages.success(request, _("Thank you. It is kept with this advice."))
        return redirect("advisor:log", saved)
    context = about(request, kept) | {"form": form, "outcome": row, "route": labels.ROUTES[RouteSlug(row.route)]}
    return render(request, "plans/outcome.html", context | identifying.context(known, form.asked), status=form.status)


def _outcomes(saved: SavedAdvice) -> list[tuple[Outcome, Any, bool]]:
    """What was or will be asked, with the route in words and whether its day has come."""
    today = clock.today()
    return [
        (row, labels.ROUTES[RouteSlug(row.route)], row.asked_at <= today and row.is_open)
        for row in saved.outcomes.all()
    ]


def _letter(saved: SavedAdvice, letter: int) -> Correspondence:
    row: Correspondence = get_object_or_404(saved.letters, pk=letter)
    row.saved = saved
    return row


def _form(
    request: SignedIn,
    saved: SavedAdvice,
    edition: Edition,
    *,
    initial: dict[str, Any],
    but: Correspondence | None = None,
) -> LetterForm:
    rows = list(saved.letters.all())
    advice = assess(saved, edition, clock.today(), changes=False)
    bodies = [row.body for row in rows] + ([initial] if "mandates" in initial else [])
    sent = [
        (row.pk, _("%(day)s: %(body)s") % {"day": names.day(row.day), "body": shown.body_words(row.body, edition)})
        for row in rows
        if row.direction == Direction.SENT and row != but
    ]
    return LetterForm(
        request.POST if request.method == "POST" else None,
        saved=saved,
        choices=letter_choices(advice, bodies, edition),
        sent=sent,
        reply_hint=_reply_hint(edition),
        today=clock.today(),
        initial={"day": clock.today(), "direction": Direction.SENT, **initial},
    )


def _reply_hint(edition: Edition) -> str:
    """Which days we put in by ourselves."""
    days = edition.rules.get("sp-reply-days", (letters.OUR_REPLY_DAYS, ""))[0]
    experts = ngettext(
        "%(days)s day after a letter to UN experts", "%(days)s days after a letter to UN experts", days
    ) % {"days": Number(days)}
    found = edition.rules.get("tb-state-reply-months")
    if not found:
        return _("For what you sent. Left empty: %(experts)s; otherwise no reminder.") % {"experts": experts}
    committee = ngettext(
        "%(months)s month after a complaint to a committee",
        "%(months)s months after a complaint to a committee",
        found[0],
    ) % {"months": Number(found[0])}
    words = _("For what you sent. Left empty: %(experts)s, %(committee)s; otherwise no reminder.")
    return words % {"experts": experts, "committee": committee}


def _from_letter(row: Correspondence) -> dict[str, Any]:
    by_hand = row.reply_by if not row.reply_rule else None
    return {
        **{name: row.body[name] for name in ("route", "mandates", "treaty", "countries")},
        "direction": row.direction,
        "day": row.day,
        "text": row.text,
        "reply_by": by_hand,
        "answers": row.answers_id,
    }


def _from_task(request: SignedIn, saved: SavedAdvice) -> dict[str, Any]:
    """What a task says of the letter that it is about. Its number in the address is no answer."""
    number = request.GET.get("task", "")
    task = saved.tasks.filter(pk=number).first() if number.isascii() and number.isdigit() else None
    about_task = (task.about if task else None) or {}
    if not about_task:
        return {}
    return {
        "route": about_task["route"],
        "mandates": about_task["mandates"],
        "treaty": about_task["treaty"] or "",
        "countries": [about_task["country"]] if about_task["country"] else [],
    }
