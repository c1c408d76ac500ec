"""The drawer for a draft, in the session on the server: what is put in comes out, answers of an earlier version as they are read now.

Answers are kept in the contract's form (slugs, ISO dates, lists). A question that is absent was never answered; ``"unknown"`` is the
answer "I do not know".
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.http import HttpRequest

from rules.questions import as_now

KEY = "advisor.draft"
CASE = "advisor.case"
"""Where an editor's session says which expert case the draft is meant for."""
KIND, VERSION = "scenario-draft", 1

Answers = dict[str, Any]


@dataclass
class Draft:
    """What one person has told so far, and where they are.

    ``at`` is the page saved last. ``owed`` are pages that a change on the check page has made necessary. ``no_danger`` is what earlier
    releases asked first; it is kept and says nothing. ``assumed`` are answers that we set ourselves and that nobody has confirmed.
    ``seen`` are the questions that were asked, answered or not: none of them is asked again because it comes to matter.
    """

    answers: Answers = field(default_factory=dict)
    at: str = ""
    owed: list[str] = field(default_factory=list)
    no_danger: str = ""
    assumed: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Draft":
        """The draft that was kept as a mapping (`asdict`), by whichever release: what this one does not know is left out.

        In visits, saved or under a code: this is the only way in, so answers of an earlier version are read as of today here.
        """
        known = {item.name for item in fields(cls)}
        draft = cls(**{name: value for name, value in kept.items() if name in known})
        draft.answers = as_now(draft.answers) if isinstance(draft.answers, Mapping) else {}
        return draft


def open_draft(request: HttpRequest) -> Draft:
    """The draft of this visitor; an empty one where there is none, or where the drawer holds something else."""
    kept = request.session.get(KEY)
    if not isinstance(kept, Mapping) or (kept.get("kind"), kept.get("version")) != (KIND, VERSION):
        return Draft()
    return Draft.of(kept)


def keep(request: HttpRequest, draft: Draft) -> None:
    """Put the draft into the drawer."""
    request.session[KEY] = {"kind": KIND, "version": VERSION, **asdict(draft)}


def exists(request: HttpRequest) -> bool:
    """Whether this visitor has a draft."""
    return open_draft(request) != Draft()


def load(request: HttpRequest) -> Answers:
    """The raw answers alone."""
    return open_draft(request).answers


def save(request: HttpRequest, answers: Mapping[str, Any]) -> None:
    """Replace the answers and leave the rest of the draft as it is."""
    draft = open_draft(request)
    draft.answers = dict(answers)
    keep(request, draft)


def clear(request: HttpRequest) -> None:
    """Throw the draft away."""
    request.session.pop(KEY, None)
