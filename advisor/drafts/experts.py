"""Outlines of what goes to UN experts and their working groups."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from rules.vocabulary import ActionSlug, Outcome

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

OUTLINES = (URGENT_APPEAL, ALLEGATION_LETTER, LEGISLATION_LETTER, WGAD_COMPLAINT, WGEID_SUBMISSION)
