"""Outlines of what goes to UN experts and their working groups."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from rules.vocabulary import ActionSlug, Outcome, RouteSlug

from . import parts
from .outline import Consent, Fill, Keeps, Outline, Section

LETTERS_GIVE = frozenset(
    {
        Outcome.PROTECTION,
        Outcome.MEDIATION,
        Outcome.PUBLIC_ATTENTION,
        Outcome.COUNTRY_VISIT,
        Outcome.RECOMMENDATIONS,
        Outcome.LAW_CHANGE,
        Outcome.EXPERT_REPORT,
    }
)
BOTH = frozenset(Keeps)
OURS = frozenset({Keeps.OURS})
"""A working group asks the State about a person by name; who wrote it keeps."""

CASE_TICKS = (
    parts.CONSENT,
    parts.NAMES,
    parts.EVIDENCE.asked_by("sp-submission-content"),
    parts.DATES,
    parts.LANGUAGE,
    parts.READER,
)

URGENT_APPEAL = Outline(
    kind="urgent-appeal",
    title=_("Request for an urgent appeal"),
    route=RouteSlug.SPECIAL_PROCEDURES,
    when=_(
        "The advice suggests it if serious harm may happen in the next days, or goes on while somebody is held, missing or threatened."
    ),
    actions=(ActionSlug.URGENT_APPEAL,),
    sections=(
        parts.EXPERTS,
        parts.SUBJECT,
        parts.PERSON,
        replace(parts.FACTS, fills=(Fill.HAPPENED,)),
        parts.DANGER,
        parts.RESPONSIBLE,
        parts.STEPS,
        parts.ASKS,
        parts.AGREEMENT,
        parts.SENDER,
    ),
    ticks=CASE_TICKS,
    consent=Consent.ALWAYS,
    gives=LETTERS_GIVE,
    keeps=BOTH,
)

ALLEGATION_LETTER = Outline(
    kind="allegation-letter",
    title=_("Request for a letter of allegation"),
    route=RouteSlug.SPECIAL_PROCEDURES,
    when=_("The advice suggests it if nothing is about to happen. In danger, the urgent appeal goes first."),
    actions=(ActionSlug.ALLEGATION_LETTER,),
    sections=(
        parts.EXPERTS,
        parts.SUBJECT,
        parts.PERSON,
        parts.FACTS,
        parts.RESPONSIBLE,
        parts.STEPS,
        parts.ASKS,
        parts.AGREEMENT,
        parts.SENDER,
    ),
    ticks=CASE_TICKS,
    consent=Consent.ALWAYS,
    gives=LETTERS_GIVE,
    keeps=BOTH,
)

LEGISLATION_LETTER = Outline(
    kind="legislation-letter",
    title=_("Request for a letter on a law or policy"),
    route=RouteSlug.SPECIAL_PROCEDURES,
    when=_("The advice suggests it if you write about a law, a bill or a policy."),
    actions=(ActionSlug.LEGISLATION_LETTER,),
    sections=(
        parts.EXPERTS,
        parts.SUBJECT,
        Section(
            "law",
            _("The law, bill or policy"),
            _("Its title and number, the articles that matter, and where its text can be read; send the text with it."),
            _("[Title, number, articles; the text in translation, if there is one]"),
            source="sp-form-guidance",
        ),
        Section(
            "stage",
            _("When it will be decided"),
            _("How far it is, who decides next and on which day, or since when it is in force."),
            _("[Stage, next step and its day]"),
        ),
        Section(
            "rights",
            _("Which rights it breaks, and how"),
            _("Article by article: what it says, which right that breaks, and whom it affects."),
            _("[Article … : what it says; which right; who is affected]"),
            (Fill.SCALE,),
        ),
        parts.STEPS,
        parts.ASKS,
        parts.SENDER,
    ),
    ticks=(
        parts.CONSENT_CASES,
        parts.EVIDENCE.asked_by("sp-submission-content"),
        parts.DATES,
        parts.COPIES,
        parts.LANGUAGE,
        parts.READER,
    ),
    consent=Consent.CASES,
    gives=LETTERS_GIVE,
    keeps=BOTH,
)

WGAD_COMPLAINT = Outline(
    kind="wgad-complaint",
    title=_("Complaint to the Working Group on Arbitrary Detention"),
    route=RouteSlug.SPECIAL_PROCEDURES,
    when=_("The advice suggests it if somebody is held."),
    actions=(ActionSlug.WGAD_COMPLAINT, ActionSlug.WGAD_URGENT),
    sections=(
        parts.SUBJECT,
        parts.PERSON.asked_by("wgad-methods"),
        Section(
            "arrest",
            _("The arrest"),
            _("When, where and by whom; whether a warrant or a decision was shown, and which reasons were given."),
            _("[Date, place, who made the arrest, warrant or decision, reasons given]"),
            (Fill.HAPPENED,),
        ),
        Section(
            "detention",
            _("The detention"),
            _(
                "Where the person is held, since when, by which authority, on which charge, and in which state of health."
            ),
            _("[Place, since when, authority, charge, judge, lawyer, visits, health]"),
            (Fill.URGENCY,),
        ),
        Section(
            "arbitrary",
            _("Why it is arbitrary"),
            _(
                "For example: it has no legal basis; it punishes somebody for using their rights; the trial was "
                "unfair. Say which, and show it by the facts."
            ),
            _("[Which of these, and the facts that show it]"),
            (Fill.THEMES,),
            "wgad-methods",
        ),
        parts.STEPS,
        parts.ASKS,
        parts.AGREEMENT,
        parts.SENDER.asked_by("wgad-methods"),
    ),
    ticks=(
        parts.CONSENT,
        parts.NAMES,
        parts.FORM.asked_by("wgad-methods"),
        parts.PROCEDURES.asked_by("wgad-methods"),
        parts.EVIDENCE,
        parts.DATES,
        parts.COPIES,
        parts.LANGUAGE,
        parts.READER,
    ),
    consent=Consent.ALWAYS,
    gives=frozenset({Outcome.LEGAL_FINDING, Outcome.PROTECTION}),
    keeps=OURS,
)

WGEID_SUBMISSION = Outline(
    kind="wgeid-submission",
    title=_("Report to the Working Group on Enforced or Involuntary Disappearances"),
    route=RouteSlug.SPECIAL_PROCEDURES,
    when=_("The advice suggests it if somebody has disappeared."),
    actions=(ActionSlug.WGEID_URGENT, ActionSlug.WGEID_STANDARD),
    sections=(
        parts.SUBJECT,
        parts.PERSON.asked_by("wgeid-content"),
        Section(
            "disappearance",
            _("The disappearance"),
            _("Year, month and day; where the person was taken or last seen; what witnesses saw."),
            _("[Day; place where the person was taken or last seen; what happened]"),
            (Fill.HAPPENED,),
            "wgeid-content",
        ),
        parts.RESPONSIBLE.asked_by("wgeid-content"),
        replace(
            parts.STEPS,
            heading=_("What was done to find the person"),
            guidance=_("What the family or others did: questions to authorities, complaints, courts; and the answers."),
            source="wgeid-content",
        ),
        parts.ASKS,
        parts.AGREEMENT,
        parts.SENDER.asked_by("wgeid-content"),
    ),
    ticks=(
        parts.CONSENT,
        parts.NAMES,
        parts.FORM.asked_by("wgeid-reporting"),
        parts.EVIDENCE,
        parts.DATES,
        parts.LANGUAGE,
        parts.READER,
    ),
    consent=Consent.ALWAYS,
    gives=frozenset({Outcome.PROTECTION}),
    keeps=OURS,
)

WGEID_GENERAL_ALLEGATION = Outline(
    kind="wgeid-general-allegation",
    title=_("General allegation to the Working Group on Enforced or Involuntary Disappearances"),
    route=RouteSlug.SPECIAL_PROCEDURES,
    when=_("The advice suggests it if disappearances form a consistent pattern."),
    actions=(ActionSlug.WGEID_GENERAL_ALLEGATION,),
    sections=(
        parts.SUBJECT,
        parts.SUMMARY,
        Section(
            "pattern",
            _("The pattern"),
            _("How many disappearances, over which time and where, and what they have in common."),
            _("[Number, time, places; what they have in common]"),
            (Fill.SCALE, Fill.HAPPENED),
            "wgeid-procedures",
        ),
        Section(
            "obstacles",
            _("What stands in the way of ending it"),
            _("Laws, practices and institutions that keep it going or keep it unpunished."),
            _("[Law, practice or institution; what it prevents]"),
            (),
            "wgeid-procedures",
        ),
        Section(
            "examples",
            _("Examples"),
            _("A few cases that show the pattern. Each family must agree; leave out what could endanger a person."),
            _("[Day and place of each; what happened; what the authorities did]"),
            (),
            "wgeid-procedures",
        ),
        parts.RESPONSIBLE.asked_by(""),
        parts.STEPS,
        replace(
            parts.ASKS,
            guidance=_("What the Working Group should ask the government, and what should change."),
            gap=_("[Questions to the government; what should change]"),
            fills=(),
            source="",
        ),
        replace(
            parts.SENDER,
            guidance=_("Your organisation, how you know, and a safe way to reach you."),
            fills=(Fill.EVIDENCE,),
            source="",
        ),
        parts.ANNEXES,
    ),
    ticks=(
        parts.CONSENT_CASES,
        parts.EVIDENCE,
        parts.DATES,
        parts.COPIES,
        parts.LANGUAGE,
        parts.READER,
    ),
    consent=Consent.CASES,
)

OUTLINES = (
    URGENT_APPEAL,
    ALLEGATION_LETTER,
    LEGISLATION_LETTER,
    WGAD_COMPLAINT,
    WGEID_SUBMISSION,
    WGEID_GENERAL_ALLEGATION,
)
