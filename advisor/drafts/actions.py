"""What people do with drafts of submissions. Each is one transaction, says who did it (`by`) and trusts that access was decided.

None of it sends anything: a draft leaves the portal only as a file that its authors take away.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.actions import Refused
from accounts.models import User
from advisor.advice.assessment import scenario_of
from advisor.saved.assessment import draft_of
from advisor.saved.events import Deed, MatterEvent
from advisor.saved.models import SavedAdvice
from rules.facts.edition import Edition
from rules.questions import cases
from rules.result import Advice
from rules.scenario import Scenario

from . import filling, paper
from .limits import Limit, limits, refusing
from .models import SubmissionDraft
from .outline import Consent, Outline
from .outlines import OUTLINES
from .suggestions import Suggestion
from .visible import visible

MOST_IN_PART, MOST, MOST_IN_TITLE = 100_000, 200_000, 200
"""Characters of one part, of all parts, and of the title: far above every limit of a UN body, and within what a form may carry."""

MOST_BREAKS = 10_000
"""Line ends and tabs of all parts: files are made of them in memory, one element each."""

CONSENT = "consent"


class Changed(Exception):
    """Somebody else has changed the draft since it was opened; ``current`` is the draft now. Nothing was written."""

    def __init__(self, current: SubmissionDraft) -> None:
        super().__init__()
        self.current = current


@dataclass(frozen=True)
class Standing:
    """The state of a text: its length beside the limits, and what keeps it from being ready."""

    outline: Outline
    words: int
    limits: tuple[Limit, ...]
    needs_consent: bool
    missing: tuple[str, ...]


def letter_language(outline: Outline) -> str:
    """The language of a new draft: the visitor's if the body reads it, otherwise one that it reads."""
    offered = {code for code, _name in settings.LANGUAGES}
    language = translation.get_language() or ""
    return language if language in outline.languages and language in offered else outline.languages[0]


@transaction.atomic
def begin(*, saved: SavedAdvice, wanted: Suggestion, advice: Advice, edition: Edition, by: User) -> SubmissionDraft:
    """A new draft, filled with what is already known."""
    language, known = letter_language(wanted.outline), filling.Known(wanted, advice, edition)
    with translation.override(language):
        texts = filling.fill(wanted.outline, known)
        title = filling.title(wanted.outline, known)
    MatterEvent.note(Deed.DRAFT_BEGUN, by=by, saved=saved)
    return SubmissionDraft.objects.create(
        saved=saved,
        kind=wanted.kind,
        title=title[:MOST_IN_TITLE],
        content={"country": wanted.country, "treaty": wanted.treaty, "language": language, "sections": texts},
        changed_by=by,
    )


@transaction.atomic
def write(
    *,
    draft: SubmissionDraft,
    title: str,
    texts: Mapping[str, str],
    ticks: Collection[str],
    revision: int,
    by: User,
) -> SubmissionDraft:
    """Save what was typed. Any change takes the mark "ready" from the text.

    ``revision`` is that of the text which the writer saw. Raises `Changed` if it is no longer the latest, `Refused` if the text is too
    long.
    """
    current = _locked(draft, revision)
    outline = OUTLINES[current.kind]
    title = visible(title).replace("\n", " ").strip()
    sections = {section.key: visible(texts.get(section.key, "")) for section in outline.sections}
    if _is_too_much(sections.values()):
        raise Refused(_("This is too long to be kept. What you typed is still here: shorten it."))
    if not title or len(title) > MOST_IN_TITLE:
        words = ngettext(
            "Give the draft a title of at most %(most)s character.",
            "Give the draft a title of at most %(most)s characters.",
            MOST_IN_TITLE,
        )
        raise Refused(words % {"most": MOST_IN_TITLE})
    ticked = [tick.key for tick in outline.ticks if tick.key in ticks]
    if (title, sections, ticked) == (current.title, current.content["sections"], current.ticks):
        return current
    current.title, current.ticks = title, ticked
    current.content = current.content | {"sections": sections}
    MatterEvent.note(Deed.DRAFT_WRITTEN, by=by, saved=current.saved)
    return _keep(current, SubmissionDraft.State.WRITING, by)


@transaction.atomic
def mark_ready(*, draft: SubmissionDraft, edition: Edition, revision: int, by: User) -> SubmissionDraft:
    """Mark the text as ready to be sent. Raises `Refused` with all that is missing, `Changed` as above."""
    current = _locked(draft, revision)
    missing = standing(current, edition).missing
    if missing:
        raise Refused(" ".join(missing))
    MatterEvent.note(Deed.DRAFT_READY, by=by, saved=current.saved)
    return _keep(current, SubmissionDraft.State.READY, by)


@transaction.atomic
def delete(*, draft: SubmissionDraft, by: User) -> None:
    """Delete a draft."""
    draft.delete()
    MatterEvent.note(Deed.DRAFT_DELETED, by=by, saved=draft.saved)


def standing(draft: SubmissionDraft, edition: Edition, scenario: Scenario | None = None) -> Standing:
    """The state of a draft, by this edition's limits. ``scenario`` are the checked answers of its matter, if at hand."""
    scenario = scenario or scenario_of(draft_of(draft.saved).answers, edition)
    outline = OUTLINES[draft.kind]
    found = limits(outline, treaty=draft.content["treaty"], ecosoc=scenario.ecosoc, edition=edition)
    language, sections = draft.content["language"], draft.content["sections"]
    words = paper.count(outline, draft.title, sections, language=language)
    needed = outline.consent is Consent.ALWAYS or cases(scenario.answers()) is not False
    missing = []
    if needed and CONSENT not in draft.ticks:
        missing.append(_("First make sure that those concerned agree, and tick it on the list."))
    passed = refusing(found, words)
    if passed:
        sentence = ngettext(
            "It has %(words)s word, which is too long (%(limit)s).",
            "It has %(words)s words, which is too long (%(limit)s).",
            words,
        )
        missing.append(sentence % {"words": words, "limit": passed.text})
    return Standing(outline, words, found, needed, tuple(missing))


def export(user: User) -> list[dict[str, Any]]:
    """All drafts on saved advice that this person may read, for the export of their data."""
    return [
        {
            "advice": str(draft.saved_id),
            "kind": draft.kind,
            "title": draft.title,
            "state": draft.state,
            "changed": draft.changed_at.isoformat(),
            "checklist": draft.ticks,
            **draft.content,
        }
        for draft in SubmissionDraft.objects.filter(saved__in=SavedAdvice.objects.of(user))
    ]


def _is_too_much(texts: Collection[str]) -> bool:
    breaks = sum(text.count("\n") + text.count("\t") for text in texts)
    return breaks > MOST_BREAKS or sum(map(len, texts)) > MOST or any(len(text) > MOST_IN_PART for text in texts)


def _locked(draft: SubmissionDraft, revision: int) -> SubmissionDraft:
    current = SubmissionDraft.objects.select_for_update().select_related("saved").filter(pk=draft.pk).first()
    if current is None:
        raise Refused(_("Somebody has deleted this draft."))
    if current.revision != revision:
        raise Changed(current)
    return current


def _keep(draft: SubmissionDraft, state: str, by: User) -> SubmissionDraft:
    draft.state, draft.changed_by, draft.changed_at = state, by, timezone.now()
    draft.revision += 1
    draft.save()
    return draft
