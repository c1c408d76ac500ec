"""The log of what was sent to the UN and what came back, and the question what came of it.

Each write is one transaction, says who did it (`by`) and trusts that access was decided.
"""

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions import Refused
from accounts.models import User
from advisor.saved import actions as saving
from advisor.saved.events import Deed, MatterEvent
from advisor.saved.models import SavedAdvice
from rules.dates import add_months
from rules.facts.edition import Edition
from rules.named import DETENTION
from rules.vocabulary import RouteSlug

from . import reminders
from .models import Correspondence, Direction, Outcome

OUR_REPLY_DAYS = 60
"""After a letter to UN experts, where the edition says nothing: our own reminder, and shown as such."""

OURS = "ours"
"""The `reply_rule` of a day that is our own reminder."""


ASKED_AFTER_DAYS = 180
"""So long after a letter we ask what came of it, and again where nothing had."""


@dataclass(frozen=True)
class Body:
    """To or from whom: a route, and which mandates, treaty and States it is about."""

    route: RouteSlug
    mandates: tuple[str, ...] = ()
    treaty: str = ""
    countries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Expected:
    """When an answer is expected, and by which number of the edition; `OURS` where it is our own reminder."""

    day: datetime.date
    rule: str


def expected(body: Body, sent_on: datetime.date, edition: Edition) -> Expected | None:
    """When a State or body is to answer a letter sent on a day; None where nothing is known and nothing usual.

    The Working Group on Arbitrary Detention and the committees have a number of their own in the facts, other experts a less certain one.
    """
    if body.route is RouteSlug.TREATY_BODY_COMPLAINT:
        rule = "tb-state-reply-months"
        return Expected(add_months(sent_on, edition.rule(rule)), rule) if rule in edition.rules else None
    if body.route is not RouteSlug.SPECIAL_PROCEDURES:
        return None
    rule = "wgad-reply-days" if body.mandates == (DETENTION,) else "sp-reply-days"
    days, rule = (edition.rule(rule), rule) if rule in edition.rules else (OUR_REPLY_DAYS, OURS)
    return Expected(sent_on + datetime.timedelta(days=days), rule)


@transaction.atomic
def log(
    *, saved: SavedAdvice, direction: str, day: datetime.date, body: Body, text: str, reply_by: datetime.date | None,
    answers: Correspondence | None, edition: Edition, by: User, today: datetime.date,
) -> Correspondence:  # fmt: skip
    """Note a letter. Without ``reply_by``, a sent one gets the day that the facts or our own rule give, if any."""
    letter = Correspondence(saved=saved, logged_by=by)
    _write(letter, direction, day, body, text, reply_by, answers, edition)
    MatterEvent.note(Deed.LETTER_NOTED, by=by, saved=saved)
    _follow_up(saved, today)
    return letter


@transaction.atomic
def change_letter(
    *, letter: Correspondence, direction: str, day: datetime.date, body: Body, text: str,
    reply_by: datetime.date | None, answers: Correspondence | None, edition: Edition, by: User, today: datetime.date,
) -> None:  # fmt: skip
    """Put a letter right."""
    reminders.forget_letter(letter)
    if direction != Direction.SENT:
        letter.replies.update(answers=None)
    _write(letter, direction, day, body, text, reply_by, answers, edition)
    MatterEvent.note(Deed.LETTER_CHANGED, by=by, saved=letter.saved)
    _follow_up(letter.saved, today)


@transaction.atomic
def delete_letter(*, letter: Correspondence, by: User, today: datetime.date) -> None:
    """Take a letter out of the log."""
    saved = letter.saved
    reminders.forget_letter(letter)
    letter.delete()
    MatterEvent.note(Deed.LETTER_DELETED, by=by, saved=saved)
    _follow_up(saved, today)


@transaction.atomic
def answer(*, outcome: Outcome, answer: str, text: str, by: User, today: datetime.date) -> None:
    """Keep what came of a route. While nothing has, we ask again."""
    reminders.forget_outcome(outcome)
    outcome.answer, outcome.text, outcome.answered_at = answer, text, timezone.now()
    if outcome.is_open:
        outcome.asked_at = today + datetime.timedelta(days=ASKED_AFTER_DAYS)
    outcome.save()
    MatterEvent.note(Deed.OUTCOME_TOLD, by=by, saved=outcome.saved)
    saving.keep_on(outcome.saved)
    reminders.of_outcome(outcome, today)


def _write(
    letter: Correspondence, direction: str, day: datetime.date, body: Body, text: str,
    reply_by: datetime.date | None, answers: Correspondence | None, edition: Edition,
) -> None:  # fmt: skip
    sent = direction == Direction.SENT
    if answers is not None and (answers.saved_id != letter.saved_id or answers.direction != Direction.SENT):
        raise Refused(_("It can only answer a letter that you sent."))
    letter.direction, letter.day, letter.text = direction, day, text
    letter.body = asdict(body)
    letter.answers = None if sent else answers
    found = expected(body, day, edition) if sent and reply_by is None else None
    letter.reply_by = found.day if found else reply_by if sent else None
    letter.reply_rule = found.rule if found else ""
    letter.save()


def _follow_up(saved: SavedAdvice, today: datetime.date) -> None:
    """Reminders anew, and one question for each route on which something was sent."""
    saving.keep_on(saved)
    reminders.of_letters(saved, today)
    first: dict[str, datetime.date] = {}
    for letter in saved.letters.filter(direction=Direction.SENT):
        route = letter.body["route"]
        first[route] = min(letter.day, first.get(route, letter.day))
    asked = {outcome.route: outcome for outcome in saved.outcomes.all()}
    for route, outcome in asked.items():
        if route not in first and not outcome.answer:
            reminders.forget_outcome(outcome)
            outcome.delete()
    for route in _missing(first, asked):
        outcome = Outcome.objects.create(
            saved=saved, route=route, asked_at=first[route] + datetime.timedelta(days=ASKED_AFTER_DAYS)
        )
        reminders.of_outcome(outcome, today)


def _missing(wanted: Iterable[str], there: Iterable[str]) -> list[str]:
    return [route for route in wanted if route not in set(there)]
