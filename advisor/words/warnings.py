"""What has to be known before the first step of a route."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rules.facts.edition import Edition
from rules.result import Warned

from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

WARNINGS: Mapping[str, "StrPromise"] = {
    "state-learns-name.special-procedures.victim": _(
        "If the experts write to the State about this person, expect the State to learn who it is: it is asked to answer. Say "
        "in the letter which names must stay out. Who sent the information is as a rule kept confidential."
    ),
    "state-learns-name.upr.victim": _(
        "Submissions are published. Leave out everything by which the victim could be recognised."
    ),
    "state-learns-name.upr.ours": _(
        "Submissions are published with the name of who sends them. If your name must not be known, a partner can send your "
        "points in its own name."
    ),
    "state-learns-name.upr.both": _(
        "Submissions are published with the name of who sends them. Leave out everything by which the victim could be "
        "recognised. If your name must not be known, let a partner send your points in its own name."
    ),
    "state-learns-name.council-sessions.victim": _(
        "What is said and handed out in the Council is public. Leave out everything by which the victim could be recognised."
    ),
    "state-learns-name.council-sessions.ours": _(
        "What is said and handed out in the Council is public, in the name of an accredited organisation, and the people who "
        "speak are seen. If your name must not be known, a partner can raise your points in its own name."
    ),
    "state-learns-name.council-sessions.both": _(
        "What is said and handed out in the Council is public, in the name of an accredited organisation. Leave out everything "
        "by which the victim could be recognised. If your name must not be known, let a partner raise your points in its "
        "own name."
    ),
    "state-learns-name.complaint-procedure.victim": _(
        "You can ask that the State is not told who complains. The complaint itself is sent to the State with the names that "
        "stand in it: leave out those that the State must not learn."
    ),
    "state-learns-name.treaty-body-complaint.victim": _(
        "The State is sent the complaint, so that it can answer: it will learn who the victim is. You can ask only that the "
        "name stays out of what is published. The Committee on the Elimination of Racial Discrimination alone does not tell "
        "the State who complains unless that person agrees."
    ),
    "state-learns-name.treaty-body-complaint.ours": _(
        "The State is sent the complaint, so that it can answer: expect it to learn who acts for the victim. If your name must "
        "not be known, somebody else, such as a lawyer, would have to act."
    ),
    "state-learns-name.treaty-body-complaint.both": _(
        "The State is sent the complaint, so that it can answer: it will learn who the victim is, and expect it to learn who "
        "acts for the victim. You can ask only that names stay out of what is published."
    ),
    "state-learns-name.treaty-body-review.victim": _(
        "Count on your report being public. Leave out everything by which the victim could be recognised."
    ),
    "state-learns-name.treaty-body-review.ours": _(
        "Count on your report being public, with your name. We did not find whether a committee keeps one confidential: ask its "
        "secretariat before you send it."
    ),
    "state-learns-name.treaty-body-review.both": _(
        "Count on your report being public, with your name. Leave out everything by which the victim could be recognised. We "
        "did not find whether a committee keeps a report confidential: ask its secretariat before you send it."
    ),
}


def warning_text(row: Warned, edition: Edition) -> str:
    """The warning in a sentence or more. Raises ``KeyError`` for a code without words."""
    return fill(WARNINGS[row.code], row.params, edition)
