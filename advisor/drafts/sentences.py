"""What an answer becomes in a draft: a sentence of the authors, or a gap where it says what is still missing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rules import vocabulary as v

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

NAME = _("Name withheld here: to be added by the authors, outside the portal in which this draft was made.")

Sentences = Mapping[StrEnum, "StrPromise"]

SCALE: Sentences = {
    v.Scale.SINGLE_CASE: _("This is about one case."),
    v.Scale.SEVERAL_CASES: _("This is about several cases."),
    v.Scale.CONSISTENT_PATTERN: _("These violations form a consistent pattern."),
    v.Scale.LAW_OR_POLICY: _("This is about a law or policy."),
}
URGENCY: Sentences = {
    v.Urgency.IMMINENT: _("The danger is now: serious harm may happen in the next days or weeks."),
    v.Urgency.ONGOING: _("The violation goes on."),
    v.Urgency.PAST: _("The violation is in the past."),
}
EVIDENCE: Sentences = {
    v.Evidence.DIRECT: _("We know this at first hand: [what you saw yourselves, whom you spoke with, and when]."),
    v.Evidence.SECONDARY: _("We know this from others whom we trust: [whom, and how they know]."),
    v.Evidence.MEDIA_ONLY: _(
        "[So far this rests on the media alone, which is not enough: find out at first hand, or from somebody who did.]"
    ),
}
REMEDIES: Sentences = {
    v.Remedies.NOT_STARTED: _("No remedy at home has been started so far. [Why not]"),
    v.Remedies.UNDER_WAY: _("A case or an appeal at home is still going on. [Court or authority, since when]"),
    v.Remedies.EXHAUSTED: _("The remedies at home have been exhausted. [List them, up to the last decision]"),
    v.Remedies.INEFFECTIVE: _(
        "The remedies at home do not work here: they do not exist, cannot be reached, have no hope of success or take "
        "far too long. [Show it for each of them]"
    ),
}
DECISION = _("The last decision at home is of %(day)s.")
ELSEWHERE: Sentences = {
    v.Elsewhere.NO: _("The same matter has not been before another international procedure."),
    v.Elsewhere.PENDING: _("The same matter is before another international procedure: [which one, since when]."),
    v.Elsewhere.EXAMINED: _(
        "Another international procedure has examined the same matter: [which one, when, what it decided]."
    ),
    v.Elsewhere.NOT_EXAMINED: _(
        "The same matter was sent to another international procedure, which did not examine it: [which one, when, why]."
    ),
    v.Elsewhere.UN_EXPERT_LETTER: _("UN experts were written to about the same matter: [whom, when, what followed]."),
    v.Elsewhere.WGAD: _(
        "The Working Group on Arbitrary Detention has the same matter, or gave an opinion on it: [since when, which]."
    ),
    v.Elsewhere.UNCLEAR: _(
        "The same matter is or was before another international procedure: [which one, since when, with what result]."
    ),
}
REPRISALS: Sentences = {
    v.Reprisals.FEARED: _("Reprisals for working with the UN are feared. [Against whom, and why]"),
    v.Reprisals.SUFFERED: _("There have been reprisals for working with the UN. [What happened, to whom, when]"),
}
CONSENT: Sentences = {
    v.Consent.VICTIM: _("We are the people affected."),
    v.Consent.GIVEN: _("The people affected, or their family, agree that we write to the UN."),
    v.Consent.NOT_GIVEN: _("[The people affected do not agree. Do not send this unless they change their mind.]"),
    v.Consent.NOT_ASKED: _("[The people affected have not been asked yet. Ask them before this is sent.]"),
    v.Consent.CANNOT_ASK: _(
        "The people affected cannot be asked: [held out of reach, missing, dead or unable; who acts for them, and why]."
    ),
}
CONSENT_OPEN = _("[The person agrees that this is sent / we have not asked.]")
"""Where nobody said whether they agree: a text says that only of people of whom somebody ticked it."""

AGREED = frozenset({v.Consent.VICTIM, v.Consent.GIVEN})

IDENTIFICATION: Sentences = {
    v.Identification.OPEN: _("The name of the person concerned may be known to the State and to the public."),
    v.Identification.NAMES_WITHHELD: _(
        "Please keep the name of the person concerned, and every name that we mark, from the State and from the public."
    ),
    v.Identification.ANONYMOUS: _(
        "[Not even the UN should learn the name of the person concerned. A case without a name is not taken up here: "
        "talk with the person first.]"
    ),
}
OPEN_IF_AGREED = _(
    "[Only if the person agrees to it: the name may be known to the State and to the public. Ask first.]"
)
"""For a name that need not be kept back, while it is not said that the person agrees."""

STATE_IS_TOLD = _(
    "[The State must not learn the name of the person concerned. But this body asks the State to answer, and tells it "
    "the name: talk with the person before you send this. It can only be asked to publish no name.] Please publish no "
    "name."
)
"""For a withheld name, where the body cannot keep it from the State."""

OUR_NAME: Sentences = {
    v.OurName.OPEN: _("Our own name may be known to the State and to the public."),
    v.OurName.UN_ONLY: _("Please tell neither the State nor the public that we have written."),
}
WE_ARE_NAMED = _(
    "[Nobody but the UN should learn that your organisation wrote. This body tells the State who writes: decide who "
    "else can sign.]"
)
"""For our own name, where the body cannot keep it from the State."""
STATUS: Sentences = {
    v.Ecosoc.GENERAL: _("Our organisation has general consultative status with ECOSOC."),
    v.Ecosoc.SPECIAL: _("Our organisation has special consultative status with ECOSOC."),
    v.Ecosoc.ROSTER: _("Our organisation has consultative status with ECOSOC (roster)."),
}
SPONSORED = _(
    "[Name of the organisation with consultative status] makes this statement, with the support of our organisation."
)

OUTCOMES: Sentences = {
    v.Outcome.PROTECTION: _("protection of the people in danger"),
    v.Outcome.MEDIATION: _("talks with the government, in private"),
    v.Outcome.PUBLIC_ATTENTION: _("public attention"),
    v.Outcome.COUNTRY_VISIT: _("a visit by a UN expert"),
    v.Outcome.RECOMMENDATIONS: _("recommendations that can be used at home"),
    v.Outcome.STATE_COMMITMENT: _("a public commitment by the State"),
    v.Outcome.LEGAL_FINDING: _("a finding on whether the State broke its duties"),
    v.Outcome.LAW_CHANGE: _("a change of law or policy"),
    v.Outcome.COUNCIL_ACTION: _("action by the Human Rights Council"),
    v.Outcome.EXPERT_REPORT: _("our information in the report of a UN expert"),
}
HOPED_FOR = _("What we hope for: %(outcomes)s.")
BEGAN = _("It began on %(day)s.")
GOES_ON: Sentences = {
    v.Continues.YES: _("It still goes on."),
    v.Continues.EFFECTS: _("It is over, but the harm goes on: [how]."),
}
HAPPENED = _("The latest event that we write about was on %(day)s.")
STATE = _("State: %(states)s")
THEMES = _("Subject: %(themes)s")
COMMITTEE = _("To: %(committee)s, under the %(treaty)s")
COMMITTEE_OPEN = _("[To: the committee, and its treaty, which must bind the State]")
SESSION = _("To be reviewed by the Working Group on the Universal Periodic Review in session %(session)s (%(when)s).")
SESSION_ALONE = _("Working Group on the Universal Periodic Review, session %(session)s.")
SESSION_OPEN = _("[The session of the next review, once it is published]")
INTERIM = _("We ask the committee to request that the State hold off [the act] until the complaint is decided.")
