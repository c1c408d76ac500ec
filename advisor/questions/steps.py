"""The pages of the wizard, in order, one entry a page.

Whether a page is shown follows from the core: a page is shown if one of its questions applies and can still matter, and no page before
it has asked it already. ``urgent`` pages are shown only while someone is said to be in danger; they ask the same questions in fewer pages.
What only tips the balance stands on the last page, where most of it turns out not to matter any more.
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

STEPS: tuple[Step, ...] = (
    Step(
        "place-and-theme", _("Where is it, and what is it about?"), ("countries", "themes"), WHERE_AND_WHAT, urgent=True
    ),
    Step("places", _("Where is it?"), ("countries",), WHERE_AND_WHAT),
    Step("themes", _("What is it about?"), ("regions", "themes"), WHERE_AND_WHAT),
    Step("information", _("What do you know?"), ("information", "scale", "evidence"), INFORMATION),
    Step("events", _("What happened, and to whom?"), ("urgency", "people"), CASES),
    Step("dates", _("When did it happen?"), ("danger", "began_on", "happened_on"), CASES),
    Step("consent", _("Consent and names"), ("consent", "identification"), CASES),
    Step("remedies", _("What has been tried so far?"), ("remedies", "elsewhere"), CASES),
    Step(
        "decisions",
        _("A few more details"),
        ("continues", "remedy_stops_it", "final_decision_on", "elsewhere_ended_on"),
        CASES,
    ),
    Step("outcomes", _("What do you want?"), ("outcomes", "considered"), ORGANISATION),
    Step("access", _("What can you give?"), ("effort", "ecosoc"), ORGANISATION, template="questions/_access.html"),
    Step(
        "last",
        _("Last questions on your organisation"),
        ("sponsor", "ready_on", "reprisals", "our_name", "coalition", "geneva"),
        ORGANISATION,
    ),
)
BY_KEY: Mapping[str, Step] = {step.key: step for step in STEPS}
MOVED: Mapping[str, str] = {
    "danger": "places",
    "evidence": "information",
    "final-decision": "decisions",
    "reprisals": "last",
    "effort": "access",
    "sponsor": "last",
}
"""Pages of earlier releases, and where their questions stand now: a visit or a link may still hold them."""
