"""The sources that the advice cites, and the numbers that stand in its sentences."""

from advisor.editions import needs
from advisor.words import urgent
from advisor.words.actions import ACTIONS
from advisor.words.gates import GATES
from advisor.words.names import rule_keys
from advisor.words.sequence import SEQUENCE
from rules import named, pointers
from rules.routes import (
    complaint_procedure,
    council_sessions,
    special_procedures,
    treaty_body_complaint,
    treaty_body_review,
    upr,
)

from .todo import PAGES

STATEMENTS = (
    *urgent.MESSAGE_HOLDS,
    *urgent.CONSENT,
    *urgent.CAN,
    *urgent.CANNOT,
    urgent.REPRISALS,
    urgent.LANGUAGES,
    urgent.WGAD_APPEAL,
)

CITED_BY_RULES = {
    *special_procedures.SOURCES,
    *upr.SOURCES,
    *council_sessions.SOURCES,
    *complaint_procedure.SOURCES,
    *treaty_body_complaint.SOURCES,
    *treaty_body_review.SOURCES,
    *pointers.SOURCES,
}
READ_BY_RULES = {"wgeid-urgent-months", *upr.RULES}

needs.register(
    "advice",
    sources={
        *(said.source for said in STATEMENTS),
        *(reason.source for reason in SEQUENCE.values()),
        *PAGES.values(),
        *CITED_BY_RULES,
    },
    themes=named.THEMES,
    mandates=named.MANDATES,
    treaties=named.TREATIES,
    numbers=READ_BY_RULES | {key for sentence in (*ACTIONS.values(), *GATES.values()) for key in rule_keys(sentence)},
)
