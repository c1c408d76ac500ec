"""The way through the pages: which are shown, which comes next, where it broke. Pure: answers and an edition in, steps out."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from rules.facts.edition import Edition
from rules.questions import BY_SLUG, QUESTIONS
from rules.scenario import BadScenario, Fault, Scenario, check
from rules.vocabulary import Information, Urgency

from .drawer import Answers, Draft
from .steps import DANGER, STEPS, Step

UNKNOWN = "unknown"


class Walk:
    """The walk through the pages for some answers and an edition. A request makes it once; each part is computed once, on first use.

    The answers must not change afterwards: `record` returns a new walk for the new answers.
    """

    def __init__(self, answers: Mapping[str, Any], edition: Edition) -> None:
        self.answers, self.edition = answers, edition

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

    def danger(self, draft: Draft) -> str | None:
        """What the first page was told: yes, no, unknown, or nothing so far."""
        return "yes" if self.in_danger else draft.no_danger or None

    @cached_property
    def path(self) -> tuple[tuple[Step, tuple[str, ...]], ...]:
        """The pages shown, each with the questions that it asks."""
        asked_before, shown = set[str](), []
        for step in STEPS:
            if step.urgent and not self.in_danger:
                continue
            asked = tuple(
                slug
                for slug in step.questions
                if slug not in asked_before and BY_SLUG[slug].asked_when(self._said) is True
            )
            if asked or step is DANGER:
                shown.append((step, asked))
                asked_before.update(asked)
        return tuple(shown)

    @cached_property
    def pages(self) -> tuple[Step, ...]:
        """The pages shown."""
        return tuple(step for step, _ in self.path)

    @cached_property
    def page_keys(self) -> dict[str, str]:
        """For each question that is asked, the key of its page."""
        return {slug: step.key for step, asked in self.path for slug in asked}

    def questions_on(self, step: Step) -> tuple[str, ...]:
        """What a page asks; nothing where it is not shown."""
        return dict(self.path).get(step, ())

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
        return Walk(self.sound, self.edition) if self.faults else self

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


def record(draft: Draft, walk: Walk, step: Step, given: Mapping[str, Any], *, changing: bool = False) -> Walk:
    """Write what a page says into the draft: ``None`` takes an answer back. In: the walk so far. Out: the walk from then on.

    A change on the check page can make other pages necessary. Those with a question never answered are owed.
    """
    kept = {slug: value for slug, value in draft.answers.items() if slug not in given}
    draft.answers = kept | {slug: value for slug, value in given.items() if value is not None}
    draft.assumed = [slug for slug in draft.assumed if slug not in given]
    draft.at = step.key
    then, owed = Walk(draft.answers, walk.edition), set(draft.owed)
    if changing:
        owed |= {other.key for other in then.pages if other not in walk.pages}
    draft.owed = [
        other.key
        for other, asked in then.path
        if other.key in owed and other is not step and any(slug not in draft.answers for slug in asked)
    ]
    return then


def record_danger(draft: Draft, walk: Walk, danger: str | None, *, changing: bool = False) -> Walk:
    """Write the answer to the first page. A yes is about people, so it also says that there are cases, until someone says otherwise."""
    given: Answers = {}
    draft.no_danger = danger if danger in ("no", UNKNOWN) else ""
    if danger == "yes":
        given["urgency"] = Urgency.IMMINENT.value
        if "information" not in draft.answers:
            given["information"] = Information.INDIVIDUAL_CASES.value
    elif draft.answers.get("urgency") == Urgency.IMMINENT:
        given = {"urgency": None, **dict.fromkeys(draft.assumed)}
    then = record(draft, walk, DANGER, given, changing=changing)
    if given.get("information"):
        draft.assumed = ["information"]
    return then
