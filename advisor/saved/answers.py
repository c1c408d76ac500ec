"""Saved answers are changed in the wizard itself: its drawer holds them meanwhile, and the session remembers whose they are.

A draft that lay in the drawer before waits aside and comes back at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.sessions.models import Session
from django.http import HttpRequest

from accounts import roles, sessions
from advisor.questions import drawer
from advisor.questions.addresses import here
from advisor.questions.drawer import Draft

from .access import role_on
from .assessment import draft_of
from .models import SavedAdvice

KEY = "advisor.changing"


@dataclass(frozen=True)
class Changing:
    """What is being changed: the saved advice as it is now, and the revision that the change started from."""

    saved: SavedAdvice
    revision: int
    draft: Draft

    @property
    def unsaved(self) -> bool:
        """Whether an answer differs from what is saved now."""
        return self.draft.answers != draft_of(self.saved).answers


def begin(request: HttpRequest, saved: SavedAdvice) -> None:
    """Put the saved answers into the drawer. Whoever was changing others stops, so ask `current` first."""
    stop(request)
    aside = request.session.get(drawer.KEY) if drawer.exists(request) else None
    request.session[KEY] = {"saved": str(saved.pk), "revision": saved.revision, "aside": aside}
    request.session.pop(drawer.KEY, None)
    drawer.keep(request, draft_of(saved))


def current(request: HttpRequest) -> Changing | None:
    """What this visitor is changing. Nothing on the pages of a draft with an id, which is their own.

    Whoever may no longer write there has stopped, and keeps none of the answers.
    """
    kept = None if here() else request.session.get(KEY)
    if kept is None:
        return None
    saved = SavedAdvice.objects.select_related("organisation").filter(pk=kept["saved"]).first()
    if saved is None or not roles.can_write(role_on(request.user, saved)):
        stop(request)
        return None
    return Changing(saved, kept["revision"], drawer.open_draft(request))


def stop(request: HttpRequest) -> None:
    """Take the answers out of the drawer, and put back what lay there before."""
    _stop(request.session)


def forget_everywhere(ids: Iterable[UUID]) -> None:
    """Stop every visitor who is changing one of these, which are deleted: their sessions hold a copy."""
    gone = {str(pk) for pk in ids}
    for row in Session.objects.iterator() if gone else ():
        held = sessions.opened(row)
        if held.get(KEY, {}).get("saved") in gone:
            _stop(held)
            sessions.rewrite(row, held)


def _stop(session: Any) -> None:
    kept = session.pop(KEY, None)
    if kept is None:
        return
    session.pop(drawer.KEY, None)
    if kept["aside"]:
        session[drawer.KEY] = kept["aside"]
