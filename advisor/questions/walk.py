"""The way through the pages: which are shown, which comes next, where it broke. Pure: answers and an edition in, steps out."""

from collections.abc import Mapping
from typing import Any

from rules.facts.edition import Edition
from rules.questions import BY_SLUG, QUESTIONS
from rules.scenario import BadScenario, Fault, Scenario, check
from rules.vocabulary import Information, Urgency

from .drawer import Answers, Draft
from .steps import DANGER, STEPS, Step

UNKNOWN = "unknown"


def known(answers: Mapping[str, Any]) -> Answers:
    """The answers that say something: without "I do not know"."""
    return {slug: value for slug, value in answers.items() if value != UNKNOWN}


def in_danger(answers: Mapping[str, Any]) -> bool:
    """Whether someone is said to be in danger now, in an answer that still counts."""
    return answers.get("urgency") == Urgency.IMMINENT and BY_SLUG["urgency"].asked_when(known(answers)) is not False


def path(answers: Mapping[str, Any]) -> tuple[tuple[Step, tuple[str, ...]], ...]:
    """The pages shown for these answers, each with the questions that it asks."""
    said, asked_before, shown = known(answers), set[str](), []
    for step in STEPS:
        if step.urgent and not in_danger(answers):
            continue
        asked = tuple(
            slug for slug in step.questions if slug not in asked_before and BY_SLUG[slug].asked_when(said) is True
        )
        if asked or step is DANGER:
            shown.append((step, asked))
            asked_before.update(asked)
    return tuple(shown)


def pages(answers: Mapping[str, Any]) -> tuple[Step, ...]:
    """The pages shown for these answers."""
    return tuple(step for step, _ in path(answers))


def questions_on(step: Step, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """What a page asks; nothing where it is not shown."""
    return dict(path(answers)).get(step, ())


def is_shown(step: Step, answers: Mapping[str, Any]) -> bool:
    """Whether a page is on the path."""
    return step in pages(answers)


def after(step: Step, answers: Mapping[str, Any]) -> Step | None:
    """The next page; ``None`` after the last one. Works from a page that is not shown, too."""
    place = STEPS.index(step)
    return next((other for other in pages(answers) if STEPS.index(other) > place), None)


def before(step: Step, answers: Mapping[str, Any]) -> Step | None:
    """The page before; ``None`` before the first one."""
    place = STEPS.index(step)
    return next((other for other in reversed(pages(answers)) if STEPS.index(other) < place), None)


def faults(answers: Mapping[str, Any], edition: Edition) -> tuple[Fault, ...]:
    """What no longer holds, for example a theme that the edition does not have any more."""
    try:
        check(dict(answers), countries=edition.states, themes=edition.themes)
    except BadScenario as bad:
        return bad.faults
    return ()


def first_broken(answers: Mapping[str, Any], edition: Edition) -> Step | None:
    """The first page with an answer that no longer holds."""
    wrong = {fault.question for fault in faults(answers, edition)}
    return next((step for step, asked in path(answers) if wrong & set(asked)), None)


def sound(answers: Mapping[str, Any], edition: Edition) -> Answers:
    """The answers without those that no longer hold."""
    wrong = {fault.question for fault in faults(answers, edition)}
    return {slug: value for slug, value in answers.items() if slug not in wrong}


def set_aside(answers: Mapping[str, Any], edition: Edition) -> dict[str, tuple[str, ...]]:
    """Answers that do not apply now, each with the questions whose answers made it so. They count again once these change back."""
    scenario: Scenario = check(sound(answers, edition), countries=edition.states, themes=edition.themes)
    kept, aside = scenario.applicable()
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


def record(draft: Draft, step: Step, given: Mapping[str, Any], *, changing: bool = False) -> None:
    """Write what a page says into the draft: ``None`` takes an answer back.

    A change on the check page can make other pages necessary. Those with a question never answered are owed.
    """
    shown_before = pages(draft.answers)
    for slug, value in given.items():
        draft.answers.pop(slug, None)
        if value is not None:
            draft.answers[slug] = value
    draft.assumed = [slug for slug in draft.assumed if slug not in given]
    draft.at = step.key
    owed = set(draft.owed)
    if changing:
        owed |= {other.key for other in pages(draft.answers) if other not in shown_before}
    draft.owed = [
        other.key
        for other, asked in path(draft.answers)
        if other.key in owed and other is not step and any(slug not in draft.answers for slug in asked)
    ]


def record_danger(draft: Draft, danger: str | None, *, changing: bool = False) -> None:
    """Write the answer to the first page. A yes is about people, so it also says that there are cases, until someone says otherwise."""
    given: Answers = {}
    draft.no_danger = danger if danger in ("no", UNKNOWN) else ""
    if danger == "yes":
        given["urgency"] = Urgency.IMMINENT.value
        if "information" not in draft.answers:
            given["information"] = Information.INDIVIDUAL_CASES.value
    elif draft.answers.get("urgency") == Urgency.IMMINENT:
        given = {"urgency": None, **dict.fromkeys(draft.assumed)}
    record(draft, DANGER, given, changing=changing)
    if given.get("information"):
        draft.assumed = ["information"]


def danger(draft: Draft) -> str | None:
    """What the first page was told: yes, no, unknown, or nothing so far."""
    return "yes" if in_danger(draft.answers) else draft.no_danger or None
