"""Parts and ticks that several outlines share."""

from django.utils.translation import gettext_lazy as _

from .outline import Fill, Section, Tick

EXPERTS = Section(
    "to",
    _("To"),
    _("Which experts you write to. Tick or name each of them on the form."),
    _("[Other experts you write to]"),
    (Fill.EXPERTS,),
    "sp-submission-content",
)
SUBJECT = Section(
    "subject",
    _("Country and subject"),
    _("The State that you write about, and what it is about, in one line."),
    _("[The matter in one line]"),
    (Fill.STATE, Fill.THEMES),
)
COMMITTEE = Section(
    "to",
    _("To"),
    _("One committee alone, and the State that you complain about."),
    "",
    (Fill.COMMITTEE, Fill.STATE),
    "tb-guidance-note",
)
PERSON = Section(
    "person",
    _("The person or people concerned"),
    _(
        "The name as it should be used, and how the person can be told apart. This portal asks for no name: add it "
        "in your own document, after you have taken the text away."
    ),
    _("[As agreed: age, gender, nationality, occupation, whatever else tells the person apart]"),
    (Fill.NAME, Fill.SCALE),
    "sp-submission-content",
)
FACTS = Section(
    "facts",
    _("What happened"),
    _("In order of time, with dates and places, in plain words. No insults, and not press reports alone."),
    _("[Date and place. What happened, step by step. Who saw it. What followed.]"),
    (Fill.HAPPENED, Fill.URGENCY),
    "sp-submission-content",
)
DANGER = Section(
    "danger",
    _("The danger now"),
    _("What is about to happen, to whom, and when; how you know."),
    _("[What may happen, and when]"),
    (Fill.URGENCY, Fill.REPRISALS),
    "sp-form-guidance",
)
RESPONSIBLE = Section(
    "responsible",
    _("Who did it"),
    _("The authority, group or person, if known; also where it is no authority."),
    _("[Authority, unit, group or person; how they were recognised]"),
    (),
    "sp-submission-content",
)
STEPS = Section(
    "steps",
    _("What was done so far"),
    _("Complaints, courts, lawyers, authorities told, and what they answered. Other bodies that have the matter."),
    _("[What was tried, when, and with what result]"),
    (Fill.REMEDIES, Fill.ELSEWHERE),
)
REMEDIES = Section(
    "remedies",
    _("Remedies at home"),
    _(
        "Each remedy that was tried, with its dates and its result up to the last decision; or, for each one that was "
        "not, why it takes too long or cannot help."
    ),
    _("[For each remedy: court or authority, date, number of the decision, result]"),
    (Fill.REMEDIES,),
)
ELSEWHERE = Section(
    "elsewhere",
    _("Other international procedures"),
    _("Every other body that has or had the same matter, UN experts and regional courts included."),
    _("[For each: which body, when, what about, what became of it]"),
    (Fill.ELSEWHERE,),
)
ASKS = Section(
    "asks",
    _("What we ask for"),
    _("What the body should do, and what the government should do. Say what result you hope for."),
    _("[What the government should do: for example release, protect, give access to a doctor or a lawyer]"),
    (Fill.OUTCOMES,),
    "sp-form-guidance",
)
AGREEMENT = Section(
    "agreement",
    _("Agreement and confidentiality"),
    _(
        "That the person or the family agrees; and, asked separately, whether the name may stand in a letter to the "
        "government and whether it may become public."
    ),
    _("[The name may / may not stand in the letter. The name may / may not be published.]"),
    (Fill.CONSENT, Fill.IDENTIFICATION),
    "wgeid-reporting",
)
SENDER = Section(
    "sender",
    _("Who is writing"),
    _("Your organisation, how you know, and a safe way to reach you. Anonymous letters are not taken up."),
    _("[Organisation or person, address, a safe way to reach you]"),
    (Fill.EVIDENCE, Fill.OUR_NAME),
    "sp-submission-content",
)
ANNEXES = Section(
    "annexes",
    _("Annexes"),
    _("A list of what you send with it: decisions, statements, medical reports. Send copies, never the only original."),
    _("[Number, date and title of each]"),
)
SUMMARY = Section(
    "summary",
    _("Summary"),
    _("The main points in a few lines, for a reader who stops here."),
    _("[The three most important points]"),
)
METHOD = Section(
    "method",
    _("How we know"),
    _("What the information rests on: visits, interviews, documents, figures, and of which time."),
    _("[Sources and methods, and the time that they cover]"),
    (Fill.EVIDENCE,),
)

CONSENT = Tick(
    "consent",
    _("The person, or the family or lawyer, agrees that this is sent. Where nobody can be asked, the text says why."),
    "wgeid-reporting",
)
CONSENT_CASES = Tick(
    "consent", _("Everybody whose case is told in it agrees; or it tells nobody’s case so that it could be recognised.")
)
NAMES = Tick(
    "names",
    _("It was asked separately whether the name may stand in the letter, and whether it may become public."),
    "wgeid-reporting",
)
WITHHELD = Tick(
    "withheld",
    _("It will be published, and nothing in it could endanger a person: names are withheld where they must be."),
)
EVIDENCE = Tick(
    "evidence", _("For each statement we can show how we know it. It does not rest on press reports alone.")
)
DATES = Tick("dates", _("Dates, places and figures are right, and the information is up to date."))
DEADLINE = Tick("deadline", _("The deadline was looked up on the body’s own page, not only here."))
PROCEDURES = Tick("procedures", _("Every other body that has or had the same matter is named."))
FORM = Tick("form", _("The body’s own form is filled in; this text serves as its content."))
LANGUAGE = Tick("language", _("It is in English, French or Spanish."), "ishr-communications")
SIGNED = Tick("signed", _("It is signed and dated."))
COPIES = Tick("copies", _("Copies of the decisions and the proofs are with it, each named in the text."))
ENDORSEMENTS = Tick(
    "endorsements",
    _("Every partner has read it, stands behind it with its name, and confirms that it is true."),
    "source-conversation",
)
NUMBERED = Tick("numbered", _("Paragraphs and pages are numbered."), "upr-rules-of-2008")
STATUS = Tick(
    "status",
    _("The organisation with consultative status in whose name it is made agrees to every word."),
    "council-sponsor",
)
ALOUD = Tick("aloud", _("It was read aloud with a clock, slowly: interpreters must follow."), "council-oral-statements")
READER = Tick("reader", _("Somebody who did not write it has read it."))
