"""The first text of each part: what the scenario and the advice on it already say, then a gap in square brackets.

Pure: the same scenario, advice and edition give the same text, in the active language. It never holds a name: the portal asks for none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.words import names
from mechanisms.words import sentences, set_apart
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.named import CERD
from rules.result import Advice
from rules.routes.treaty_body_complaint import FRIENDLY
from rules.scenario import Scenario
from rules.vocabulary import ActionSlug, Ecosoc, Identification, OurName, Outcome, RouteSlug, Stage, Urgency

from . import sentences as words
from .outline import Fill, Keeps, Outline, Section
from .suggestions import Suggestion

SUBMISSIONS = frozenset({ActionSlug.SUBMISSION, ActionSlug.PREPARE_SUBMISSION, ActionSlug.JOINT_SUBMISSION})
AFTER = frozenset({Stage.ADVOCACY, Stage.ADOPTION, Stage.FOLLOW_UP})
"""Stages in which nothing is submitted any more for the session that they name."""

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
    # set apart, since a theme may have an "and" of its own
    themes = set_apart(names.theme(slug, known.edition) for slug in known.scenario.themes or ())
    return str(words.THEMES) % {"themes": themes} if themes else ""


def _experts(known: Known) -> str:
    titles = {mandate.slug: mandate.full_title for mandate in known.edition.mandates}
    return "\n".join(f"{BULLET}{titles[slug]}" for slug in known.wanted.mandates)


def _committee(known: Known) -> str:
    treaty = known.wanted.treaty
    if not treaty:
        return str(words.COMMITTEE_OPEN)
    parts = {"committee": names.committee(treaty, known.edition), "treaty": names.treaty(treaty, known.edition)}
    return str(words.COMMITTEE) % parts


def _session(known: Known) -> str:
    stages = known.advice.route(RouteSlug.UPR).stages
    stage = next((stage for stage in stages if stage.country == known.wanted.country), None)
    number = stage.session if stage else None
    if stage is None or number is None:
        return ""
    if stage.stage in AFTER and SUBMISSIONS & {
        *known.wanted.actions
    }:  # that session is over: it is written for the next one
        return str(words.SESSION_OPEN)
    session = known.edition.upr_sessions.get(number)  # of one that is only estimated nothing is published
    start = session.start if session else None
    if start is None or start.is_past(known.advice.as_of):
        return str(words.SESSION_ALONE) % {"session": number}
    return str(words.SESSION) % {"session": number, "when": names.day(start)}


def _happened(known: Known) -> str:
    began, happened = known.scenario.began_on, known.scenario.happened_on
    said = [str(words.BEGAN) % {"day": names.day(PartialDate(began))}] if began else []
    if happened:
        said.append(str(words.HAPPENED) % {"day": names.day(PartialDate(happened))})
    if known.scenario.urgency in (None, Urgency.PAST):  # otherwise the text says by itself that it goes on
        said.append(_said(words.GOES_ON, known.scenario.continues))
    return sentences(said)


def _remedies(known: Known) -> str:
    day = known.scenario.final_decision_on
    decision = str(words.DECISION) % {"day": names.day(PartialDate(day))} if day else ""
    return sentences((_said(words.REMEDIES, known.scenario.remedies), decision))


def _speaker(known: Known) -> str:
    """In whose name a statement is made: one's own, or that of an organisation with status."""
    without = known.scenario.ecosoc in (Ecosoc.NONE, Ecosoc.APPLIED)
    return str(words.SPONSORED) if without else _said(words.STATUS, known.scenario.ecosoc)


def _interim(known: Known) -> str:
    return str(words.INTERIM) if ActionSlug.INTERIM_MEASURES in known.wanted.actions else ""


def _outcomes(known: Known) -> str:
    """What is hoped for, as far as this body can give it."""
    gives = _gives(known)
    wanted = [_said(words.OUTCOMES, outcome) for outcome in known.scenario.outcomes or () if outcome in gives]
    return str(words.HOPED_FOR) % {"outcomes": set_apart(wanted)} if wanted else ""


def _gives(known: Known) -> frozenset[Outcome]:
    gives = known.wanted.outline.gives
    if known.wanted.treaty in FRIENDLY and Outcome.LEGAL_FINDING in gives:
        gives |= {Outcome.MEDIATION}
    if ActionSlug.INTERIM_MEASURES in known.wanted.actions:
        gives |= {Outcome.PROTECTION}
    return gives


def _keeps(whose: Keeps, known: Known) -> bool:
    """Whether the body keeps a name from the State; under CERD, the victim's too (ICERD art. 14(6)(a))."""
    by_treaty = whose is Keeps.VICTIM and known.wanted.treaty == CERD
    return by_treaty or whose in known.wanted.outline.keeps


def _consent(known: Known) -> str:
    answer = known.scenario.consent
    return str(words.CONSENT_OPEN) if answer is None else _said(words.CONSENT, answer)


def _identification(known: Known) -> str:
    answer = known.scenario.identification
    if answer is Identification.OPEN and known.scenario.consent not in words.AGREED:
        return str(words.OPEN_IF_AGREED)
    if answer is Identification.NAMES_WITHHELD and not _keeps(Keeps.VICTIM, known):
        return str(words.STATE_IS_TOLD)
    return _said(words.IDENTIFICATION, answer)


def _our_name(known: Known) -> str:
    answer = known.scenario.our_name
    if answer is OurName.UN_ONLY and not _keeps(Keeps.OURS, known):
        return str(words.WE_ARE_NAMED)
    return _said(words.OUR_NAME, answer)


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
    Fill.CONSENT: _consent,
    Fill.IDENTIFICATION: _identification,
    Fill.OUR_NAME: _our_name,
    Fill.STATUS: lambda known: _said(words.STATUS, known.scenario.ecosoc),
    Fill.SPEAKER: _speaker,
    Fill.INTERIM: _interim,
    Fill.OUTCOMES: _outcomes,
}
