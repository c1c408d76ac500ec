"""What an outline is made of. The outlines themselves: `outlines`."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.vocabulary import ActionSlug, Ecosoc, Outcome, RouteSlug

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise


class Fill(StrEnum):
    """Something that the scenario, or the advice on it, may already say. `filling` puts each into words."""

    EXPERTS = "experts"
    COMMITTEE = "committee"
    STATE = "state"
    THEMES = "themes"
    SESSION = "session"
    SCALE = "scale"
    NAME = "name"
    HAPPENED = "happened"
    URGENCY = "urgency"
    EVIDENCE = "evidence"
    REMEDIES = "remedies"
    ELSEWHERE = "elsewhere"
    REPRISALS = "reprisals"
    CONSENT = "consent"
    IDENTIFICATION = "identification"
    OUR_NAME = "our-name"
    STATUS = "status"
    SPEAKER = "speaker"
    INTERIM = "interim"
    OUTCOMES = "outcomes"


class Keeps(StrEnum):
    """Whose name a body keeps from the State, or can be asked to."""

    VICTIM = "victim"
    OURS = "ours"


class Consent(StrEnum):
    """Whose agreement must be ticked before a text counts as ready."""

    ALWAYS = "always"
    """It is about certain people."""
    CASES = "cases"
    """It may be; agreement must be ticked if the scenario is about cases."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text. ``fills`` come first, then ``gap``: in square brackets, what only the authors know; it may be empty.

    ``source`` is the slug of the rule that asks for this part; empty where it is our own advice.
    """

    key: str
    heading: "StrPromise"
    guidance: "StrPromise"
    gap: "StrOrPromise"
    fills: tuple[Fill, ...] = ()
    source: str = ""

    def asked_by(self, source: str) -> "Section":
        """The same part, where another body asks for it."""
        return replace(self, source=source)


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to check before the text is sent."""

    key: str
    label: "StrPromise"
    source: str = ""

    def asked_by(self, source: str) -> "Tick":
        """The same, where another body asks for it."""
        return replace(self, source=source)


@dataclass(frozen=True, slots=True)
class LimitRule:
    """A limit, by the key of the edition's number. It applies to one treaty, or to some kinds of status, if these are given.

    A ``binding`` limit stops a text that is too long from being ready, if the number is also verified.
    """

    rule: str
    treaty: str = ""
    ecosoc: tuple[Ecosoc, ...] = ()
    binding: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """One kind of text. ``languages`` are those that the body reads; the first is the fallback.

    ``when`` says when an advice suggests it. ``treaty`` is set where one committee alone takes it, whatever becomes of ``route``.
    """

    kind: str
    title: "StrPromise"
    route: RouteSlug
    when: "StrPromise"
    actions: tuple[ActionSlug, ...]
    sections: tuple[Section, ...]
    ticks: tuple[Tick, ...]
    consent: Consent
    languages: tuple[str, ...] = ("en", "fr", "es")
    limits: tuple[LimitRule, ...] = ()
    gives: frozenset[Outcome] = frozenset()
    """What the body can give: a text asks it for nothing else (contract, section 2)."""
    keeps: frozenset[Keeps] = frozenset()
    treaty: str = ""

    @property
    def sources(self) -> set[str]:
        """The slugs of all rules that it is based on."""
        asked = {section.source for section in self.sections} | {tick.source for tick in self.ticks}
        return asked - {""}
