"""The questions of a scenario: what type each answer has, what is allowed, and when a question applies.

"When" is pure and three-valued: yes, no, or not known because the answer that it hangs on is itself not known. A question is
asked on yes, and an answer to it is set aside on no. On "not known" it isn't asked, but an answer already given is not thrown away:
losing "someone is in danger" because a later page was skipped would be the costlier mistake.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from . import vocabulary as v

Kind = Literal["choice", "choices", "countries", "themes", "date"]
Answers = Mapping[str, object]
"""Question → answer; a missing question or ``None`` is not known."""


def always(answers: Answers) -> bool | None:
    """Applies whatever was answered."""
    return True


CASE_SCALES = frozenset({v.Scale.SINGLE_CASE, v.Scale.SEVERAL_CASES, v.Scale.CONSISTENT_PATTERN})


def cases(answers: Answers) -> bool | None:
    """Whether the scenario is about cases: yes, no, or not known."""
    information, scale = answers.get("information"), answers.get("scale")
    if information == v.Information.INDIVIDUAL_CASES or scale in CASE_SCALES:
        return True
    return None if information is None or scale is None else False


def remedies_are_exhausted(answers: Answers) -> bool | None:
    """Whether there is a last domestic decision to date."""
    about_cases, remedies = cases(answers), answers.get("remedies")
    if about_cases is False or (remedies is not None and remedies != v.Remedies.EXHAUSTED):
        return False
    return None if about_cases is None or remedies is None else True


def danger_is_imminent(answers: Answers) -> bool | None:
    """Whether something is about to happen, so that it matters what."""
    about_cases, urgency = cases(answers), answers.get("urgency")
    if about_cases is False or (urgency is not None and urgency != v.Urgency.IMMINENT):
        return False
    return None if about_cases is None or urgency is None else True


def a_name_must_be_kept(answers: Answers) -> bool | None:
    """Whether it matters who may learn our own name: reprisals are not ruled out, or the victim's name is to be kept."""
    reprisals, identification = answers.get("reprisals"), answers.get("identification")
    if reprisals not in (None, v.Reprisals.NONE) or identification not in (None, v.Identification.OPEN):
        return True
    return None if reprisals is None or (identification is None and cases(answers) is not False) else False


def a_remedy_is_left_in_danger(answers: Answers) -> bool | None:
    """Whether there is a remedy that may or may not stop what is about to happen."""
    imminent, remedies = danger_is_imminent(answers), answers.get("remedies")
    left = (v.Remedies.NOT_STARTED, v.Remedies.UNDER_WAY)
    if imminent is False or (remedies is not None and remedies not in left):
        return False
    return None if imminent is None or remedies is None else True


def another_procedure_has_ended(answers: Answers) -> bool | None:
    """Whether there is an end of another procedure to date."""
    about_cases, elsewhere = cases(answers), answers.get("elsewhere")
    if about_cases is False or (elsewhere is not None and elsewhere not in ENDED):
        return False
    return None if about_cases is None or elsewhere is None else True


ENDED = (v.Elsewhere.EXAMINED, v.Elsewhere.NOT_EXAMINED)


def without_own_status(answers: Answers) -> bool | None:
    """Whether a sponsor matters, since the organisation has no consultative status of its own yet."""
    ecosoc = answers.get("ecosoc")
    return None if ecosoc is None else ecosoc in (v.Ecosoc.NONE, v.Ecosoc.APPLIED)


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its slug, the type of its answer, the allowed slugs where they are a closed list, and when it applies."""

    slug: str
    kind: Kind
    choices: type[StrEnum] | None
    asked_when: Callable[[Answers], bool | None]
    may_be_empty: bool = True
    """Whether an empty list is an answer ("none in particular")."""
    read_as: Mapping[str, str] = field(default_factory=dict)
    """Answers of an earlier version, and what they are read as."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The allowed slugs; empty where they come from the facts (States, themes) or are dates."""
        return tuple(member.value for member in self.choices) if self.choices else ()


QUESTIONS: tuple[Question, ...] = (
    Question("countries", "countries", None, always),
    Question("regions", "choices", v.Region, always),
    Question("themes", "themes", None, always),
    Question("considered", "choices", v.RouteSlug, always),
    Question("information", "choice", v.Information, always),
    Question("scale", "choice", v.Scale, always),
    Question("evidence", "choice", v.Evidence, always),
    Question("ready_on", "date", None, always),
    Question("people", "choices", v.People, cases, may_be_empty=False),
    Question("began_on", "date", None, cases),
    Question("happened_on", "date", None, cases),
    Question("continues", "choice", v.Continues, cases),
    Question("urgency", "choice", v.Urgency, cases),
    Question("danger", "choices", v.Danger, danger_is_imminent),
    Question("consent", "choice", v.Consent, cases),
    Question("identification", "choice", v.Identification, cases),
    Question("our_name", "choice", v.OurName, a_name_must_be_kept),
    Question("remedies", "choice", v.Remedies, cases),
    Question("remedy_stops_it", "choice", v.YesNo, a_remedy_is_left_in_danger),
    Question("final_decision_on", "date", None, remedies_are_exhausted),
    Question("elsewhere", "choice", v.Elsewhere, cases, read_as={"yes": v.Elsewhere.UNCLEAR}),
    Question("elsewhere_ended_on", "date", None, another_procedure_has_ended),
    Question("reprisals", "choice", v.Reprisals, always),
    Question("outcomes", "choices", v.Outcome, always),
    Question("effort", "choice", v.Effort, always),
    Question("ecosoc", "choice", v.Ecosoc, always),
    Question("sponsor", "choice", v.YesNo, without_own_status),
    Question("geneva", "choice", v.Geneva, always),
    Question("coalition", "choice", v.YesNo, always),
)
BY_SLUG: Mapping[str, Question] = {question.slug: question for question in QUESTIONS}


def as_now(answers: Answers) -> dict[str, Any]:
    """Raw answers of whichever version, with those of an earlier one as they are read now. What is not known here stays as it is."""
    return {slug: _as_now(slug, value) for slug, value in answers.items()}


def _as_now(slug: str, value: object) -> object:
    question = BY_SLUG.get(slug)
    return question.read_as.get(value, value) if question and isinstance(value, str) else value
