"""The way through the pages: which are shown, which comes next, where it broke. Pure: answers, an edition and a day in, steps out."""

import datetime
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from advisor import clock
from rules.facts.edition import Edition
from rules.questions import BY_SLUG, QUESTIONS
from rules.relevance import Relevance
from rules.scenario import BadScenario, Fault, Scenario, check
from rules.vocabulary import Ecosoc, Information, Urgency

from .drawer import Answers, Draft
from .steps import STEPS, Step

UNKNOWN = "unknown"
OFFERED = frozenset({"considered"})
"""Offered although it never changes an advice: the advice speaks of it first. Not to those in a hurry."""


class Walk:
    """The walk through the pages for some answers and an edition. A request makes it once; each part is computed once, on first use.

    The answers must not change afterwards: `record` returns a new walk for the new answers.
    """

    def __init__(self, answers: Mapping[str, Any], edition: Edition, day: datetime.date | None = None) -> None:
        self.answers, self.edition = answers, edition
        self._day = day

    @cached_property
    def day(self) -> datetime.date:
        """The day on which it is judged what can still matter: today where none was given."""
        return self._day or clock.today()

    @cached_property
    def _said(self) -> Answers:
        """The answers that say something: without "I do not know"."""
        return {slug: value for slug, value in self.answers.items() if value != UNKNOWN}

    @cached_property
    def in_danger(self) -> bool:
        """Whether someone is said to be in danger now, in an answer that still counts."""
        return (
            self.answers.get("urgency") == Urgency.IMMINENT and BY_SLUG["urgency"].asked_when(self._said) is not False
        )

    @cached_property
    def _relevance(self) -> Relevance:
        return Relevance(self.scenario, self.edition, self.day)

    @property
    def sponsor_said_with_status(self) -> bool:
        """Whether the answer on status says it of the sponsor too: whoever has none is asked both in one."""
        return self._said.get("ecosoc") == Ecosoc.NONE and "sponsor" in self._said

    def _applies(self, slug: str) -> bool:
        """Whether a question has an answer at all. A whole region is asked about only where no State is named."""
        if slug == "regions" and self._said.get("countries") and not self._said.get("regions"):
            return False
        if slug == "sponsor" and self.sponsor_said_with_status:
            return False
        return BY_SLUG[slug].asked_when(self._said) is True

    def _offered(self, slug: str) -> bool:
        return slug in OFFERED and not self.in_danger

    @cached_property
    def path(self) -> tuple[tuple[Step, tuple[str, ...]], ...]:
        """The pages shown, each with the questions that it asks: those answered, and those that can still matter."""
        asked_before, shown = set[str](), []
        for step in STEPS:
            if step.urgent and not self.in_danger:
                continue
            asked = tuple(
                slug
                for slug in step.questions
                if slug not in asked_before
                and self._applies(slug)
                and (slug in self.answers or self._offered(slug) or self._relevance.may_matter(slug))
            )
            if asked:
                shown.append((step, asked))
                asked_before.update(asked)
        return tuple(shown)

    @cached_property
    def left_out(self) -> tuple[tuple[Step, tuple[str, ...]], ...]:
        """The questions that apply but make no difference, each at its page."""
        found = []
        for step in STEPS:
            out = tuple(slug for slug in step.questions if self._applies(slug) and slug not in self.page_keys)
            if out and not step.urgent:
                found.append((step, out))
        return tuple(found)

    @cached_property
    def pages(self) -> tuple[Step, ...]:
        """The pages shown."""
        return tuple(step for step, _ in self.path)

    @cached_property
    def page_keys(self) -> dict[str, str]:
        """For each question that is asked, the key of its page."""
        keys = {slug: step.key for step, asked in self.path for slug in asked}
        return keys | ({"sponsor": keys["ecosoc"]} if self.sponsor_said_with_status else {})

    def questions_on(self, step: Step) -> tuple[str, ...]:
        """What a page asks; nothing where it is not shown."""
        return dict(self.path).get(step, ())

    def missing(self, seen: Collection[str]) -> dict[Step, tuple[str, ...]]:
        """Questions neither answered nor asked so far, by page: on the way through they came to matter after their page."""
        told = self.answers.keys() | OFFERED | {*seen}
        found = {step: tuple(slug for slug in asked if slug not in told) for step, asked in self.path}
        return {step: slugs for step, slugs in found.items() if slugs}

    def after(self, step: Step) -> Step | None:
        """The next page; ``None`` after the last one. Works from a page that is not shown, too."""
        place = STEPS.index(step)
        return next((other for other in self.pages if STEPS.index(other) > place), None)

    def before(self, step: Step) -> Step | None:
        """The page before; ``None`` before the first one."""
        place = STEPS.index(step)
        return next((other for other in reversed(self.pages) if STEPS.index(other) < place), None)

    @cached_property
    def _checked(self) -> Scenario | BadScenario:
        try:
            return self._check(self.answers)
        except BadScenario as bad:
            return bad

    def _check(self, answers: Mapping[str, Any]) -> Scenario:
        return check(answers, countries=self.edition.states, themes=self.edition.themes)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What no longer holds, for example a theme that the edition does not have any more."""
        return self._checked.faults if isinstance(self._checked, BadScenario) else ()

    @cached_property
    def first_broken(self) -> Step | None:
        """The first page with an answer that no longer holds."""
        wrong = {fault.question for fault in self.faults}
        return next((step for step, asked in self.path if wrong & set(asked)), None) if wrong else None

    @cached_property
    def sound(self) -> Answers:
        """The answers without those that no longer hold."""
        wrong = {fault.question for fault in self.faults}
        return {slug: value for slug, value in self.answers.items() if slug not in wrong}

    @cached_property
    def on_sound(self) -> "Walk":
        """The walk on the answers that hold."""
        return Walk(self.sound, self.edition, self._day) if self.faults else self

    @cached_property
    def scenario(self) -> Scenario:
        """What the answers that hold say."""
        return self._check(self.sound) if isinstance(self._checked, BadScenario) else self._checked

    @cached_property
    def set_aside(self) -> dict[str, tuple[str, ...]]:
        """Answers that do not apply now, each with the questions whose answers made it so. They count again once these change back."""
        kept, aside = self.scenario.applicable()
        said = kept.answers()
        return {slug: _because_of(slug, said) for slug in aside}


def _because_of(question: str, said: Mapping[str, object]) -> tuple[str, ...]:
    """The answers that, taken away, would no longer set a question aside."""
    asked_when = BY_SLUG[question].asked_when
    return tuple(
        other.slug
        for other in QUESTIONS
        if other.slug in said
        and asked_when({slug: value for slug, value in said.items() if slug != other.slug}) is not False
    )


def record(
    draft: Draft,
    walk: Walk,
    step: Step,
    given: Mapping[str, Any],
    *,
    coarse: Mapping[str, str] | None = None,
    changing: bool = False,
) -> Walk:
    """Write what a page says into the draft: ``None`` takes an answer back. In: the walk so far, and of which dates no more than the
    month or the year was given. Out: the walk from then on.

    A change on the check page can make other questions matter. Pages with one that was never asked are owed.
    """
    kept = {slug: value for slug, value in draft.answers.items() if slug not in given}
    draft.answers = kept | {slug: value for slug, value in given.items() if value is not None}
    draft.coarse = {slug: date for slug, date in draft.coarse.items() if slug not in given} | dict(coarse or {})
    draft.assumed = [slug for slug in draft.assumed if slug not in given]
    draft.seen = sorted({*draft.seen, *given})
    draft.at = step.key
    then, owed = Walk(draft.answers, walk.edition, walk.day), set(draft.owed)
    missing = then.missing(draft.seen)
    if changing:
        owed |= {page.key for page, slugs in missing.items() if {*slugs} - walk.page_keys.keys()}
    draft.owed = [page.key for page in missing if page.key in owed]
    return then


def hurry(draft: Draft, walk: Walk) -> Walk:
    """Note that someone is in danger now. That is about people, so it also says that there are cases, until someone says otherwise."""
    draft.answers = draft.answers | {"urgency": Urgency.IMMINENT.value}
    if "information" not in draft.answers:
        draft.answers["information"] = Information.INDIVIDUAL_CASES.value
        draft.assumed = ["information"]
    return Walk(draft.answers, walk.edition, walk.day)
