"""The drawer for drafts, in the session on the server: what is put in comes out, answers of an earlier version as they are read now.

A visitor may have several, each under its id (`addresses`); every function here is about the one whose page is being answered. One may
have no id: that of a visit begun in an earlier release, and answers that another subject lends while they are changed (`purpose`).

Answers are kept in the contract's form (slugs, ISO dates, lists). A question that is absent was never answered; ``"unknown"`` is the
answer "I do not know".
"""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from rules.questions import as_now

from .addresses import NO_ID, here, new_id

KEY = "advisor.draft"
"""Where a session holds the draft without an id."""
DRAFTS = "advisor.drafts"
"""Where it holds the others, by id."""
MOST_OPEN = 10
"""How many a visitor may have with an id."""
HELD = "held"
"""The ticket of a draft with an id in which something was answered. Once the draft is gone, its pages still carry it."""
CASE = "advisor.case"
"""Where an editor's session says which expert case the draft is meant for."""
KIND, VERSION = "scenario-draft", 1

Answers = dict[str, Any]


@dataclass
class Draft:
    """What one person has told so far, and where they are.

    ``at`` is the page saved last. ``owed`` are pages that a change on the check page has made necessary. ``no_danger`` is ``"no"`` where
    somebody said at the start that nobody is in danger now. ``assumed`` are answers that we set ourselves and that nobody has confirmed.
    ``coarse`` are months and years that were given instead of days; the answers hold the most careful day (`fields.DayField`).
    ``seen`` are the questions that were asked, answered or not: none of them is asked again because it comes to matter.
    """

    answers: Answers = field(default_factory=dict)
    at: str = ""
    owed: list[str] = field(default_factory=list)
    no_danger: str = ""
    assumed: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    coarse: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Draft":
        """The draft that was kept as a mapping (`asdict`), by whichever release: what this one does not know is left out.

        In visits, saved or under a code: this is the only way in, so answers of an earlier version are read as of today here.
        """
        known = {item.name for item in fields(cls)}
        draft = cls(**{name: value for name, value in kept.items() if name in known})
        draft.answers = as_now(draft.answers) if isinstance(draft.answers, Mapping) else {}
        return draft


@dataclass(frozen=True)
class Opened:
    """A draft of this visit: its id, what was told, and when it was begun (not known of a visit begun in an earlier release)."""

    key: str
    draft: Draft
    begun: datetime.datetime | None


def open_draft(request: HttpRequest) -> Draft:
    """The draft of this page; an empty one where there is none, or where the drawer holds something else."""
    return _read(_with_ids(request).get(here()) if here() else request.session.get(KEY))


def _with_ids(request: HttpRequest) -> dict[str, Any]:
    """The drafts with an id, as the session keeps them."""
    found: dict[str, Any] = request.session.get(DRAFTS, {})
    return found


def _read(kept: Any) -> Draft:
    if not isinstance(kept, Mapping) or (kept.get("kind"), kept.get("version")) != (KIND, VERSION):
        return Draft()
    return Draft.of(kept)


def keep(request: HttpRequest, draft: Draft) -> None:
    """Put the draft into the drawer."""
    kept = {"kind": KIND, "version": VERSION, **asdict(draft)}
    if not here():
        request.session[KEY] = kept | {"ticket": ticket(request) or new_id()}
        return
    drafts = _with_ids(request)
    begun = drafts.get(here(), {}).get("begun") or timezone.now().isoformat()
    request.session[DRAFTS] = drafts | {here(): kept | {"begun": begun}}


def ticket(request: HttpRequest) -> str:
    """What the pages of a draft carry. It tells the draft without an id from the one that lay there before, and says of any other that
    something was answered in it. Empty where nothing was, and in visits of earlier releases."""
    if here():
        return HELD if open_draft(request).answers else ""
    kept = request.session.get(KEY)
    return str(kept.get("ticket", "")) if isinstance(kept, Mapping) else ""


def exists(request: HttpRequest) -> bool:
    """Whether there is a draft on this page."""
    return open_draft(request) != Draft()


def ids(request: HttpRequest) -> list[str]:
    """The ids of this visitor's drafts, the first begun first; without the one that has none."""
    return [*_with_ids(request)]


def opened(request: HttpRequest) -> list[Opened]:
    """This visitor's drafts, the first begun first. The one without an id, which is older or lent, comes before them."""
    found = [Opened(NO_ID, _read(request.session.get(KEY)), None)]
    for key, kept in _with_ids(request).items():
        found.append(Opened(key, _read(kept), datetime.datetime.fromisoformat(kept["begun"])))
    return [each for each in found if each.draft != Draft()]


def has_room(request: HttpRequest) -> bool:
    """Whether one more may be opened. Those in which nothing was answered make room."""
    answered = {key: kept for key, kept in _with_ids(request).items() if kept["answers"]}
    if len(answered) < len(ids(request)):
        request.session[DRAFTS] = answered
    return len(answered) < MOST_OPEN


def load(request: HttpRequest) -> Answers:
    """The raw answers alone."""
    return open_draft(request).answers


def save(request: HttpRequest, answers: Mapping[str, Any]) -> None:
    """Replace the answers and leave the rest of the draft as it is."""
    draft = open_draft(request)
    draft.answers = dict(answers)
    keep(request, draft)


def clear(request: HttpRequest) -> None:
    """Throw the draft of this page away."""
    if not here():
        request.session.pop(KEY, None)
        return
    others = {key: kept for key, kept in _with_ids(request).items() if key != here()}
    if others:
        request.session[DRAFTS] = others
    else:
        request.session.pop(DRAFTS, None)


def clear_all(request: HttpRequest) -> None:
    """Throw every draft of this visit away."""
    request.session.pop(KEY, None)
    request.session.pop(DRAFTS, None)
