"""What our sentences and pages ask of an edition: sources by slug and numbers by key. An edition without them can't be shown."""

from collections.abc import Iterator

from advisor.core import sequence
from advisor.core.facts import Edition
from advisor.core.routes import (
    complaint_procedure,
    council_sessions,
    special_procedures,
    treaty_body_complaint,
    treaty_body_review,
    upr,
)
from advisor.exports.drafts import outlines
from advisor.wording import urgent
from advisor.wording.actions import ACTIONS
from advisor.wording.gates import GATES
from advisor.wording.names import PLACE, RULE
from advisor.wording.others import SEQUENCE

from .doing import PAGES

STATEMENTS = (
    *urgent.MESSAGE_HOLDS,
    *urgent.CONSENT,
    *urgent.CAN,
    *urgent.CANNOT,
    urgent.REPRISALS,
    urgent.LANGUAGES,
    urgent.WGAD_APPEAL,
)

CITED_BY_ROUTES = {
    *special_procedures.SOURCES,
    *upr.SOURCES,
    *council_sessions.SOURCES,
    *complaint_procedure.SOURCES,
    *treaty_body_complaint.SOURCES,
    *treaty_body_review.SOURCES,
    *sequence.SOURCES,
}
READ_BY_ROUTES = {"wgeid-urgent-months", *upr.RULES}


def unmet(edition: Edition) -> Iterator[str]:
    """What is missing, a line each; nothing where the edition can be shown. For whoever publishes one."""
    slugs = {said.source for said in STATEMENTS} | {reason.source for reason in SEQUENCE.values()} | set(PAGES.values())
    for slug in sorted((slugs | CITED_BY_ROUTES | outlines.SOURCES) - set(edition.sources)):
        yield f"source {slug!r} is cited by a sentence or linked by a page, and is not there"
    rules = {
        name.removeprefix(RULE)
        for sentence in (*ACTIONS.values(), *GATES.values())
        for name in PLACE.findall(str(sentence))
        if name.startswith(RULE)
    }
    for key in sorted((rules | READ_BY_ROUTES) - set(edition.rules)):
        yield f"number {key!r} stands in a sentence, and is not there"
