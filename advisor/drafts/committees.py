"""Outlines of what goes to committees: those of the treaties, and the working groups of the Council's Complaint Procedure."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from rules.named import CED, CERD
from rules.vocabulary import ActionSlug, Outcome, RouteSlug

from . import parts
from .outline import Consent, Fill, Keeps, LimitRule, Outline, Section
from .states import UN_LANGUAGES

COMMUNICATION = Outline(
    kind="communication",
    title=_("Complaint to a treaty committee"),
    route=RouteSlug.TREATY_BODY_COMPLAINT,
    when=_("The advice suggests it if the State accepts complaints and the conditions of a committee can be met."),
    actions=(ActionSlug.COMMUNICATION, ActionSlug.INTERIM_MEASURES),
    sections=(
        parts.COMMITTEE,
        replace(
            parts.SENDER,
            heading=_("The author, and the right to act"),
            guidance=_(
                "Who complains, with an address; and, for somebody else, the written authority of that person, or why "
                "it could not be had. A complaint cannot be anonymous; the name can be kept out of what is published."
            ),
            gap=_("[Author, address, relation to the victim; authority, or why there is none]"),
            fills=(Fill.CONSENT, Fill.IDENTIFICATION, Fill.OUR_NAME),
            source="tb-communications",
        ),
        replace(parts.PERSON, heading=_("The victim"), source="tb-complaint-content"),
        parts.FACTS.asked_by("tb-complaint-content"),
        Section(
            "violations",
            _("Which articles were violated, and how"),
            _("For each article of the treaty: which facts break it, and why the State is answerable."),
            _("[Article … : the facts; why they break it]"),
            (Fill.THEMES,),
            "tb-complaint-content",
        ),
        parts.REMEDIES.asked_by("tb-complaint-content"),
        parts.ELSEWHERE.asked_by("op-cedaw-4"),
        Section(
            "interim",
            _("Interim measures"),
            _(
                "Only where harm could not be undone, such as an expulsion or an execution: which act the State should "
                "hold off, on which day it threatens, and why that harm could not be undone. Ask in the first letter."
            ),
            _("[The act, its day, the harm; or delete this part]"),
            (Fill.INTERIM,),
            "tb-guidance-note",
        ),
        replace(
            parts.ASKS,
            guidance=_("What the committee should find, and which remedies the State should give."),
            gap=_("[Remedies: for example release, inquiry, compensation, change of a law]"),
            source="tb-complaint-content",
        ),
        parts.ANNEXES,
    ),
    ticks=(
        parts.CONSENT.asked_by("tb-communications"),
        parts.FORM.asked_by("tb-guidance-note"),
        parts.PROCEDURES.asked_by("op-cedaw-4"),
        parts.EVIDENCE,
        parts.DATES,
        parts.COPIES,
        parts.SIGNED.asked_by("tb-complaint-content"),
        replace(parts.LANGUAGE, label=_("It is in English, French, Russian or Spanish."), source="tb-guidance-note"),
        parts.READER,
    ),
    consent=Consent.ALWAYS,
    languages=("en", "fr", "es", "ru"),
    limits=(LimitRule("ced-complaint-pages", treaty="ced"),),
    gives=frozenset({Outcome.LEGAL_FINDING, Outcome.LAW_CHANGE}),
)

CED_URGENT_ACTION = Outline(
    kind="ced-urgent-action",
    title=_("Request for urgent action to the Committee on Enforced Disappearances"),
    route=RouteSlug.TREATY_BODY_COMPLAINT,
    when=_(
        "The advice suggests it if somebody disappeared after the Convention bound the State, and is still missing."
    ),
    treaty=CED,
    actions=(ActionSlug.CED_URGENT_ACTION,),
    sections=(
        parts.COMMITTEE.asked_by("ced-urgent-guidance"),
        parts.PERSON.asked_by("ced-urgent-guidance"),
        Section(
            "disappearance",
            _("The disappearance"),
            _("Day, place and circumstances. It must have begun after the Convention bound the State."),
            _("[Day; place where the person was taken or last seen; what happened]"),
            (Fill.HAPPENED, Fill.URGENCY),
            "ced-urgent-guidance",
        ),
        parts.RESPONSIBLE.asked_by(""),
        replace(
            parts.STEPS,
            heading=_("What the authorities were told"),
            guidance=_(
                "To which authority the disappearance was reported, when, and what it did; or why it could not be."
            ),
            source="ced-urgent-action",
        ),
        parts.ASKS.asked_by("ced-urgent-guidance"),
        replace(
            parts.SENDER,
            guidance=_(
                "The author with an address, and the relation to the person. A request cannot be anonymous; the "
                "committee keeps the author’s name confidential."
            ),
            fills=(Fill.CONSENT, Fill.EVIDENCE, Fill.OUR_NAME),
            source="ced-urgent-guidance",
        ),
    ),
    ticks=(
        parts.CONSENT.asked_by("ced-urgent-guidance"),
        parts.PROCEDURES,
        parts.EVIDENCE,
        parts.DATES,
        parts.READER,
    ),
    consent=Consent.ALWAYS,
    gives=frozenset({Outcome.PROTECTION}),
    keeps=frozenset({Keeps.OURS}),
)

ALTERNATIVE_REPORT = Outline(
    kind="alternative-report",
    title=_("Alternative report to a treaty committee"),
    route=RouteSlug.TREATY_BODY_REVIEW,
    when=_("The advice suggests it if the State is bound by a treaty that covers the matter."),
    actions=(ActionSlug.ALTERNATIVE_REPORT,),
    sections=(
        replace(
            parts.COMMITTEE,
            guidance=_("The committee, the State, and the session in which it is reviewed."),
            gap=_("[Session and its dates, from the committee’s own page]"),
            source="tb-alternative-reports",
        ),
        Section(
            "who",
            _("Who we are"),
            _("What your organisation does. Reports are normally published: leave out what could endanger a person."),
            _("[Organisation, what it does, who else stands behind the report]"),
        ),
        parts.SUMMARY,
        Section(
            "earlier",
            _("What became of the committee’s earlier recommendations"),
            _("What the State did about what the committee recommended last time."),
            _("[Recommendation, paragraph, year; what was done]"),
            (),
            "tb-follow-up",
        ),
        Section(
            "issues",
            _("Article by article"),
            _("For each issue: the article, the facts, a question to the State, a recommendation."),
            _("[Article … : facts; question; recommendation]"),
            (Fill.THEMES, Fill.SCALE, Fill.HAPPENED),
        ),
        replace(
            parts.ASKS,
            heading=_("Recommendations"),
            guidance=_("What the committee should ask of the State, in words that it could take over."),
            gap=_("[The State should … by …]"),
            source="",
        ),
        parts.METHOD,
    ),
    ticks=(
        parts.CONSENT_CASES,
        replace(
            parts.WITHHELD,
            label=_("Nothing in it could endanger a person; or the committee is asked not to publish it."),
        ),
        parts.ENDORSEMENTS,
        parts.EVIDENCE,
        parts.DATES,
        parts.DEADLINE.asked_by("iwraw-cedaw"),
        parts.READER,
    ),
    consent=Consent.CASES,
    limits=(LimitRule("cedaw-report-words", treaty="cedaw"),),
    gives=frozenset({Outcome.RECOMMENDATIONS, Outcome.LAW_CHANGE, Outcome.PUBLIC_ATTENTION}),
)

COMPLAINT = Outline(
    kind="complaint",
    title=_("Complaint to the Complaint Procedure of the Human Rights Council"),
    route=RouteSlug.COMPLAINT_PROCEDURE,
    when=_("The advice suggests it if the violations form a consistent pattern."),
    actions=(ActionSlug.COMPLAINT,),
    sections=(
        replace(parts.SUBJECT, source="hrc-res-5-1"),
        replace(
            parts.SENDER,
            heading=_("The authors, and how they know"),
            guidance=_(
                "Who complains, and why the knowledge is direct and reliable. Anonymous complaints are screened out. "
                "What passes the screening is sent to the State."
            ),
            fills=(Fill.EVIDENCE, Fill.IDENTIFICATION, Fill.OUR_NAME),
            source="hrc-res-5-1",
        ),
        Section(
            "pattern",
            _("The pattern"),
            _(
                "That violations are gross, reliably attested, and form a consistent pattern: how many, over which time, where."
            ),
            _("[Number of cases, time, places; what they have in common]"),
            (Fill.SCALE,),
            "hrc-res-5-1",
        ),
        replace(
            parts.FACTS,
            heading=_("The facts, and the rights violated"),
            guidance=_("The facts in detail, with dates and places, and the rights that they violate. No insults."),
            fills=(Fill.HAPPENED, Fill.THEMES),
            source="hrc-res-5-1",
        ),
        parts.REMEDIES.asked_by("hrc-res-5-1"),
        replace(
            parts.ELSEWHERE,
            guidance=_(
                "That no UN expert, committee or regional body already deals with this pattern; name what was sent to any of them."
            ),
            source="hrc-res-5-1",
        ),
        parts.ASKS.asked_by("cp-guide"),
        parts.ANNEXES,
    ),
    ticks=(
        parts.CONSENT_CASES,
        parts.EVIDENCE.asked_by("hrc-res-5-1"),
        parts.FORM.asked_by("cp-guide"),
        parts.SIGNED.asked_by("cp-guide"),
        replace(
            parts.LANGUAGE,
            label=_(
                "It is in one of the six languages of the UN: Arabic, Chinese, English, French, Russian or Spanish."
            ),
            source="cp-guide",
        ),
        parts.PROCEDURES.asked_by("hrc-res-5-1"),
        parts.DATES,
        parts.COPIES,
        parts.READER,
    ),
    consent=Consent.CASES,
    languages=UN_LANGUAGES,
    limits=(LimitRule("cp-pages"), LimitRule("cp-pages-advised")),
    gives=frozenset({Outcome.COUNCIL_ACTION}),
    keeps=frozenset({Keeps.OURS}),
)

CERD_URGENT_PROCEDURE = Outline(
    kind="cerd-urgent-procedure",
    title=_("Request for early warning or urgent action to the Committee on the Elimination of Racial Discrimination"),
    route=RouteSlug.TREATY_BODY_REVIEW,
    when=_("The advice suggests it if the State is bound and a group marked by race, descent or origin is concerned."),
    treaty=CERD,
    actions=(ActionSlug.CERD_URGENT_PROCEDURE,),
    sections=(
        replace(
            parts.COMMITTEE,
            guidance=_(
                "The committee, and the State that you write about. The procedure is open for every party; no declaration "
                "under article 14 is needed."
            ),
            source="untc-iv-2",
        ),
        Section(
            "group",
            _("The group in danger"),
            _("Which group it is, where it lives, and how many people are concerned."),
            _("[The group, where it lives, how many people]"),
            (Fill.THEMES, Fill.SCALE),
        ),
        replace(
            parts.FACTS, guidance=_("What was done to the group, in order of time, with dates and places."), source=""
        ),
        parts.DANGER.asked_by(""),
        Section(
            "urgent",
            _("Why it cannot wait"),
            _("Why the committee should act before it reviews the State again, and what is lost if it waits."),
            _("[What is lost by waiting]"),
        ),
        parts.RESPONSIBLE.asked_by(""),
        parts.STEPS,
        replace(
            parts.ASKS,
            guidance=_("What the committee should do, and what it should ask of the State."),
            gap=_("[Ask the State to … by …]"),
            fills=(),
            source="",
        ),
        replace(
            parts.SENDER,
            guidance=_("Who writes, and how you know."),
            fills=(Fill.EVIDENCE,),
            source="",
        ),
        parts.ANNEXES,
    ),
    ticks=(
        parts.CONSENT_CASES,
        parts.PROCEDURES,
        parts.EVIDENCE,
        parts.DATES,
        parts.COPIES,
        parts.READER,
    ),
    consent=Consent.CASES,
)

OUTLINES = (COMMUNICATION, CED_URGENT_ACTION, ALTERNATIVE_REPORT, CERD_URGENT_PROCEDURE, COMPLAINT)
