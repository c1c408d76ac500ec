"""The pages of the wizard, in order, one entry a page.

Whether a page is shown follows from the core: a page is shown if one of its questions is asked and no page before it has asked
it already. ``urgent`` pages are shown only while someone is said to be in danger; they ask the same questions in fewer pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, eq=False)
class Step:
    """One page: its key in the address, its title and its questions. ``part`` groups pages on the check page.

    Compared by identity, since the hash of a translatable text changes with the language.
    """

    key: str
    title: "StrPromise"
    questions: tuple[str, ...]
    part: "StrPromise"
    urgent: bool = False
    template: str = "questions/_questions.html"


WHERE_AND_WHAT = _("Where and what")
INFORMATION = _("Your information")
CASES = _("The cases")
ORGANISATION = _("Your organisation")

DANGER = Step("danger", _("Is someone in danger now?"), (), WHERE_AND_WHAT, template="questions/_danger.html")
"""The door for those in a hurry. It has no question of its own: a yes answers ``urgency`` ahead of its page."""

STEPS: tuple[Step, ...] = (
    DANGER,
    Step(
        "place-and-theme", _("Where is it, and what is it about?"), ("countries", "themes"), WHERE_AND_WHAT, urgent=True
    ),
    Step("places", _("Where is it?"), ("countries", "regions"), WHERE_AND_WHAT),
    Step("themes", _("What is it about?"), ("themes",), WHERE_AND_WHAT),
    Step("information", _("What do you know?"), ("information", "scale"), INFORMATION),
    Step("evidence", _("How well do you know it?"), ("evidence", "ready_on"), INFORMATION),
    Step("events", _("What happened, and is it going on?"), ("happened_on", "urgency"), CASES),
    Step("consent", _("Consent and names"), ("consent", "identification"), CASES),
    Step("remedies", _("What has been tried so far?"), ("remedies", "elsewhere"), CASES),
    Step("final-decision", _("The last decision"), ("final_decision_on",), CASES),
    Step("reprisals", _("Reprisals"), ("reprisals",), ORGANISATION),
    Step("outcomes", _("What do you want?"), ("outcomes",), ORGANISATION),
    Step("effort", _("What can you give?"), ("effort", "coalition"), ORGANISATION),
    Step("access", _("Your access to the UN"), ("ecosoc", "geneva"), ORGANISATION, template="questions/_access.html"),
    Step("sponsor", _("A partner with status"), ("sponsor",), ORGANISATION),
)
BY_KEY: Mapping[str, Step] = {step.key: step for step in STEPS}
