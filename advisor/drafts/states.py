"""Outlines of what goes to States: to the Universal Periodic Review, and to the Human Rights Council."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from rules.vocabulary import ActionSlug, Ecosoc, Outcome, RouteSlug

from . import parts
from .outline import Consent, Fill, LimitRule, Outline, Section

UN_LANGUAGES = ("en", "fr", "es", "ar", "zh-hans", "ru")

WHO_WE_ARE = Section(
    "who",
    _("Who we are"),
    _("What your organisation does, and since when. It will be published: leave out what could endanger a person."),
    _("[Organisation, founded when, what it does]"),
    (Fill.STATUS,),
    "upr-rules-of-2008",
)
REVIEW_GIVES = frozenset({Outcome.RECOMMENDATIONS, Outcome.STATE_COMMITMENT, Outcome.LAW_CHANGE})
COUNCIL_GIVES = frozenset({Outcome.COUNCIL_ACTION, Outcome.PUBLIC_ATTENTION})

UPR_SECTIONS = (
    Section(
        "review",
        _("The review"),
        _("Which State, and which review."),
        _("[Keywords that say what it is about]"),
        (Fill.STATE, Fill.SESSION, Fill.THEMES),
        "upr-rules-of-2008",
    ),
    WHO_WE_ARE,
    parts.SUMMARY,
    Section(
        "implementation",
        _("What became of earlier recommendations"),
        _("For each recommendation that the State accepted: what it did, and with what effect."),
        _("[Recommendation, from which review; what was done; what was not]"),
        (),
        "upr-guidelines-4",
    ),
    Section(
        "changes",
        _("What has changed since the last review"),
        _("New laws, practices and figures, for better and for worse."),
        _("[What changed, when, with what effect]"),
        (Fill.SCALE, Fill.HAPPENED),
        "upr-guidelines-4",
    ),
    Section(
        "missed",
        _("What earlier reviews missed"),
        _("Matters that nobody raised, with facts at first hand."),
        _("[The matter, the facts, whom it affects]"),
        (),
        "upr-guidelines-4",
    ),
    Section(
        "recommendations",
        _("Recommendations"),
        _("Few and concrete, so that a State could read each of them out; tied to a duty under a treaty."),
        _("[The State should … by …]"),
        (Fill.OUTCOMES,),
        "upr-word-limits",
    ),
    parts.METHOD,
)
UPR_TICKS = (
    parts.CONSENT_CASES,
    parts.WITHHELD.asked_by("upr-word-limits"),
    parts.EVIDENCE,
    parts.DATES.asked_by("source-conversation"),
    parts.NUMBERED,
    parts.DEADLINE,
    parts.READER,
)

SUBMISSION = Outline(
    kind="upr-submission",
    title=_("Submission to the Universal Periodic Review"),
    route=RouteSlug.UPR,
    when=_("The advice suggests it if the deadline for a State is ahead, or may be soon."),
    actions=(ActionSlug.SUBMISSION, ActionSlug.PREPARE_SUBMISSION),
    sections=UPR_SECTIONS,
    ticks=UPR_TICKS,
    consent=Consent.CASES,
    languages=UN_LANGUAGES,
    limits=(LimitRule("submission-words-single"),),
    gives=REVIEW_GIVES,
)

JOINT_SUBMISSION = Outline(
    kind="upr-joint-submission",
    title=_("Joint submission to the Universal Periodic Review"),
    route=RouteSlug.UPR,
    when=_("The advice suggests it if the deadline for a State is ahead and you work with others."),
    actions=(ActionSlug.JOINT_SUBMISSION,),
    sections=(
        UPR_SECTIONS[0],
        Section(
            "partners",
            _("Who submits it together"),
            _("The names of all partners, at the beginning. They will be published."),
            _("[Every organisation by its name]"),
            (),
            "upr-rules-of-2008",
        ),
        *UPR_SECTIONS[1:],
    ),
    ticks=(parts.CONSENT_CASES, parts.ENDORSEMENTS, *UPR_TICKS[1:]),
    consent=Consent.CASES,
    languages=UN_LANGUAGES,
    limits=(LimitRule("submission-words-joint"),),
    gives=REVIEW_GIVES,
)

AGENDA_ITEM = Section(
    "item",
    _("Agenda item and title"),
    _("One item of the agenda, and a title that says what it is about. It is published as you send it."),
    _("[Number of the agenda item; title]"),
    (Fill.STATE, Fill.THEMES),
    "council-written-statements",
)
IN_WHOSE_NAME = Section(
    "who",
    _("In whose name"),
    _(
        "The organisation with consultative status that makes the statement. Others that share the view can be named "
        "in a footnote of a written one."
    ),
    _("[Name of the organisation as it is registered with the UN; others that share the view]"),
    (Fill.SPEAKER,),
    "council-written-statements",
)
SITUATION = Section(
    "situation",
    _("The situation"),
    _("One or two facts that show it, with date and place, and how you know. Everything is public."),
    _("[The facts]"),
    (Fill.SCALE, Fill.HAPPENED),
)
CALLS = Section(
    "asks",
    _("What we call for"),
    _("One clear aim: what the Council, its members or the State should do next."),
    _("[The Council should … The State should …]"),
    (Fill.OUTCOMES,),
    "source-conversation",
)

WRITTEN_STATEMENT = Outline(
    kind="written-statement",
    title=_("Written statement to the Human Rights Council"),
    route=RouteSlug.COUNCIL_SESSIONS,
    when=_(
        "The advice suggests it if an organisation with consultative status can send it and there is time before the session."
    ),
    actions=(ActionSlug.WRITTEN_STATEMENT,),
    sections=(
        AGENDA_ITEM,
        IN_WHOSE_NAME,
        SITUATION,
        Section(
            "analysis",
            _("Which duties it breaks"),
            _("Which rights and promises are at stake, and what UN bodies have already said."),
            _("[Right or promise; what was said about it, where and when]"),
        ),
        CALLS,
    ),
    ticks=(
        parts.CONSENT_CASES,
        parts.WITHHELD.asked_by("council-written-statements"),
        parts.STATUS,
        parts.EVIDENCE,
        parts.DATES,
        parts.LANGUAGE.asked_by("council-written-statements"),
        parts.DEADLINE,
        parts.READER,
    ),
    consent=Consent.CASES,
    limits=(
        LimitRule("written-statement-words-general", ecosoc=(Ecosoc.GENERAL,), binding=True),
        LimitRule("written-statement-words-special", ecosoc=(Ecosoc.SPECIAL,), binding=True),
        LimitRule("written-statement-words-roster", ecosoc=(Ecosoc.ROSTER,), binding=True),
    ),
    gives=COUNCIL_GIVES,
)

SPOKEN = (
    Section(
        "opening",
        _("Opening"),
        _("Address the chair, and say at once what you want."),
        _("[Mr. / Madam President, …]"),
        (Fill.SPEAKER,),
        "council-oral-statements",
    ),
    SITUATION,
    CALLS,
)
SPOKEN_TICKS = (
    parts.CONSENT_CASES,
    parts.WITHHELD,
    parts.STATUS,
    parts.ALOUD,
    parts.EVIDENCE,
    parts.DATES,
    parts.READER,
)

ORAL_STATEMENT = Outline(
    kind="oral-statement",
    title=_("Oral statement to the Human Rights Council"),
    route=RouteSlug.COUNCIL_SESSIONS,
    when=_("The advice suggests it if an organisation with consultative status can speak at the next session."),
    actions=(ActionSlug.ORAL_STATEMENT,),
    sections=(
        replace(
            AGENDA_ITEM,
            heading=_("Agenda item and debate"),
            guidance=_("Under which item of the agenda, and in which debate or dialogue, you speak."),
            gap=_("[Number of the agenda item; debate or dialogue]"),
            source="council-oral-statements",
        ),
        *SPOKEN,
    ),
    ticks=SPOKEN_TICKS,
    consent=Consent.CASES,
    limits=(LimitRule("oral-statement-seconds"), LimitRule("oral-statement-seconds-general")),
    gives=COUNCIL_GIVES,
)

ADOPTION_STATEMENT = Outline(
    kind="adoption-statement",
    title=_("Oral statement at the adoption of a review"),
    route=RouteSlug.UPR,
    when=_("The advice suggests it if the Council is about to adopt the outcome of a review."),
    actions=(ActionSlug.ADOPTION_STATEMENT,),
    sections=(
        replace(
            AGENDA_ITEM,
            key="review",
            heading=_("The review"),
            guidance=_("Whose review is adopted."),
            gap=_("[Session of the Council, day of the adoption]"),
            fills=(Fill.STATE, Fill.SESSION),
            source="upr-ngos",
        ),
        SPOKEN[0],
        Section(
            "accepted",
            _("What the State accepted, and what it only noted"),
            _("Name the recommendations that matter most to you. A noted one is not accepted and promises nothing."),
            _("[Accepted: … Noted: …]"),
            (),
            "upr-noted",
        ),
        *SPOKEN[1:],
    ),
    ticks=SPOKEN_TICKS,
    consent=Consent.CASES,
    gives=REVIEW_GIVES,
)

OUTLINES = (SUBMISSION, JOINT_SUBMISSION, WRITTEN_STATEMENT, ORAL_STATEMENT, ADOPTION_STATEMENT)
