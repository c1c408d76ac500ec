"""The first text of each part: what the scenario and the advice on it already say, then a gap in square brackets.

Pure: the same scenario, advice and edition give the same text, in the active language. It never holds a name: the portal asks for none.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from advisor.words import names
from mechanisms.words import sentences, set_apart
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.named import CERD
from rules.result import Advice
from rules.scenario import Scenario
from rules.vocabulary import ActionSlug, Ecosoc, Identification, RouteSlug

from . import sentences as words
from .outline import Fill, Outline, Section
from .suggestions import Suggestion

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

BULLET = "– "
FEW = 3
"""How many States a title names."""


@dataclass(frozen=True)
class Known:
    """All that is known when a draft begins."""

    wanted: Suggestion
    advice: Advice
    edition: Edition

    @property
    def scenario(self) -> Scenario:
        """The answers that count."""
        return self.advice.scenario


def fill(outline: Outline, known: Known) -> dict[str, str]:
    """The text of each part, by its key."""
    return {section.key: _text(section, known) for section in outline.sections}


def title(outline: Outline, known: Known) -> str:
    """The title of the text, with the State or the few States that it is about."""
    few = bool(known.wanted.country) or len(known.scenario.countries or ()) <= FEW
    states = _states(known) if few else ""
    return _("%(title)s: %(about)s") % {"title": outline.title, "about": states} if states else str(outline.title)


def _text(section: Section, known: Known) -> str:
    said = [FILLS[fill](known) for fill in section.fills]
    return "\n".join(line for line in (*said, str(section.gap)) if line)


def _states(known: Known) -> str:
    codes = (known.wanted.country,) if known.wanted.country else known.scenario.countries or ()
    return names.listed(names.state(code, known.edition) for code in codes)


def _state(known: Known) -> str:
    states = _states(known)
    return str(words.STATE) % {"states": states} if states else ""


def _themes(known: Known) -> str:
    themes = names.listed(known.edition.themes[slug].label for slug in known.scenario.themes or ())
    return str(words.THEMES) % {"themes": themes} if themes else ""


def _experts(known: Known) -> str:
    titles = {mandate.slug: mandate.full_title for mandate in known.edition.mandates}
    return "\n".join(f"{BULLET}{titles[slug]}" for slug in known.wanted.mandates)


def _committee(known: Known) -> str:
    treaty = known.wanted.treaty
    if not treaty:
        return ""
    parts = {"committee": names.committee(treaty, known.edition), "treaty": names.treaty(treaty, known.edition)}
    return str(words.COMMITTEE) % parts


def _session(known: Known) -> str:
    stages = known.advice.route(RouteSlug.UPR).stages
    number = next((stage.session for stage in stages if stage.country == known.wanted.country), None)
    if number is None:
        return ""
    start = known.edition.upr_sessions[number].start
    if start is None or start.is_past(known.advice.as_of):
        return str(words.SESSION_ALONE) % {"session": number}
    return str(words.SESSION) % {"session": number, "when": names.day(start)}


def _happened(known: Known) -> str:
    began, happened = known.scenario.began_on, known.scenario.happened_on
    first = began if began != happened else None
    return sentences((_on(words.BEGAN, first), _on(words.HAPPENED, happened)))


def _on(sentence: "StrPromise", day: datetime.date | None) -> str:
    return str(sentence) % {"day": names.day(PartialDate(day))} if day else ""


def _remedies(known: Known) -> str:
    tried = _said(words.REMEDIES, known.scenario.remedies)
    stops = _said(words.STOPS_IT, known.scenario.remedy_stops_it)
    return sentences((tried, stops, _on(words.DECISION, known.scenario.final_decision_on)))


def _identification(known: Known) -> str:
    """What a body is asked to keep back, and nothing that it cannot keep back."""
    answer, first = known.scenario.identification, known.wanted.first.action
    if first is ActionSlug.COMPLAINT:
        return _said(words.TO_THE_COUNCIL, answer)
    if first not in (ActionSlug.COMMUNICATION, ActionSlug.INTERIM_MEASURES):
        return _said(words.TO_EXPERTS, answer)
    if known.wanted.treaty == CERD and answer is Identification.NAMES_WITHHELD:
        return str(words.KEEP_FROM_THE_STATE)
    return _said(words.TO_A_COMMITTEE, answer)


def _speaker(known: Known) -> str:
    """In whose name a statement is made: one's own, or that of an organisation with status."""
    without = known.scenario.ecosoc in (Ecosoc.NONE, Ecosoc.APPLIED)
    return str(words.SPONSORED) if without else _said(words.STATUS, known.scenario.ecosoc)


def _interim(known: Known) -> str:
    return str(words.INTERIM) if ActionSlug.INTERIM_MEASURES in known.wanted.actions else ""


def _outcomes(known: Known) -> str:
    wanted = [_said(words.OUTCOMES, outcome) for outcome in known.scenario.outcomes or ()]
    return str(words.HOPED_FOR) % {"outcomes": set_apart(wanted)} if wanted else ""


def _said(sentences: words.Sentences, answer: object) -> str:
    return str(sentences.get(answer, ""))  # type: ignore[call-overload]


FILLS: Mapping[Fill, Callable[[Known], str]] = {
    Fill.EXPERTS: _experts,
    Fill.COMMITTEE: _committee,
    Fill.STATE: _state,
    Fill.THEMES: _themes,
    Fill.SESSION: _session,
    Fill.SCALE: lambda known: _said(words.SCALE, known.scenario.scale),
    Fill.NAME: lambda known: str(words.NAME),
    Fill.HAPPENED: _happened,
    Fill.URGENCY: lambda known: _said(words.URGENCY, known.scenario.urgency),
    Fill.EVIDENCE: lambda known: _said(words.EVIDENCE, known.scenario.evidence),
    Fill.REMEDIES: _remedies,
    Fill.ELSEWHERE: lambda known: _said(words.ELSEWHERE, known.scenario.elsewhere),
    Fill.REPRISALS: lambda known: _said(words.REPRISALS, known.scenario.reprisals),
    Fill.CONSENT: lambda known: _said(words.CONSENT, known.scenario.consent),
    Fill.IDENTIFICATION: _identification,
    Fill.STATUS: lambda known: _said(words.STATUS, known.scenario.ecosoc),
    Fill.SPEAKER: _speaker,
    Fill.INTERIM: _interim,
    Fill.OUTCOMES: _outcomes,
}
