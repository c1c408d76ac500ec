"""The questions of a scenario: what type each answer has, what is allowed, and when a question applies.

"When" is pure and three-valued: yes, no, or not known because the answer that it hangs on is itself not known. A question is
asked on yes, and an answer to it is set aside on no. On "not known" it isn't asked, but an answer already given is not thrown away:
losing "someone is in danger" because a later page was skipped would be the costlier mistake.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

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

    @property
    def allowed(self) -> tuple[str, ...]:
        """The allowed slugs; empty where they come from the facts (States, themes) or are dates."""
        return tuple(member.value for member in self.choices) if self.choices else ()


QUESTIONS: tuple[Question, ...] = (
    Question("countries", "countries", None, always),
    Question("regions", "choices", v.Region, always),
    Question("themes", "themes", None, always),
    Question("information", "choice", v.Information, always),
    Question("scale", "choice", v.Scale, always),
    Question("evidence", "choice", v.Evidence, always),
    Question("ready_on", "date", None, always),
    Question("happened_on", "date", None, cases),
    Question("urgency", "choice", v.Urgency, cases),
    Question("consent", "choice", v.Consent, cases),
    Question("identification", "choice", v.Identification, cases),
    Question("remedies", "choice", v.Remedies, cases),
    Question("final_decision_on", "date", None, remedies_are_exhausted),
    Question("elsewhere", "choice", v.YesNo, cases),
    Question("reprisals", "choice", v.Reprisals, always),
    Question("outcomes", "choices", v.Outcome, always),
    Question("effort", "choice", v.Effort, always),
    Question("ecosoc", "choice", v.Ecosoc, always),
    Question("sponsor", "choice", v.YesNo, without_own_status),
    Question("geneva", "choice", v.Geneva, always),
    Question("coalition", "choice", v.YesNo, always),
)
BY_SLUG: Mapping[str, Question] = {question.slug: question for question in QUESTIONS}
