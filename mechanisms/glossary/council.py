"""Words around the Human Rights Council, its sessions, its review and its complaint procedure."""

from django.utils.translation import gettext_lazy as _

from .entry import Entry

COUNCIL = (
    Entry(
        "human-rights-council",
        _("Human Rights Council"),
        _("The UN body of 47 elected States that deals with human rights. It can take up any situation in any State."),
        "source-conversation",
        (
            _(
                "To engage the Council is more than to attend its sessions: the Universal Periodic Review,"
                " the special"
                " procedures and the complaint procedure belong to it too. The treaty bodies do not."
            ),
        ),
        ("upr", "special-procedures", "complaint-procedure", "treaty-body"),
    ),
    Entry(
        "council-session",
        _("Council session"),
        _("A meeting of some weeks, three times a year, in which the Council debates and adopts resolutions."),
        "council-sessions-year",
        see=("oral-statement", "written-statement", "side-event", "resolution"),
    ),
    Entry(
        "resolution",
        _("Resolution"),
        _("A text that the Council adopts, by agreement or by vote. It can create a mandate or an inquiry."),
        "council-special-sessions",
        (
            _(
                "Drafts are negotiated before the vote, so most of the work to change one has to be done before the"
                " session. How States voted on earlier resolutions shows whom to persuade."
            ),
        ),
        ("informal-meeting",),
    ),
    Entry(
        "informal-meeting",
        _("Informal meeting"),
        _("An open meeting of States in which the draft of a resolution is negotiated. NGOs with a badge may attend."),
        "council-lobbying",
    ),
    Entry(
        "programme-of-work",
        _("Programme of work"),
        _("The Council's timetable for one session: which topic is debated, on which day."),
        "council-regular-sessions",
    ),
    Entry(
        "oral-statement",
        _("Oral statement"),
        _("A short speech of an NGO in a Council session, in its own name or in that of the NGO that accredits it."),
        "council-oral-statements",
        see=("consultative-status", "sponsor"),
    ),
    Entry(
        "written-statement",
        _("Written statement"),
        _("A text of an NGO with consultative status that the Council issues as a UN document, as it was received."),
        "council-written-statements",
        see=("consultative-status",),
    ),
    Entry(
        "side-event",
        _("Side event"),
        _("A meeting on a country or a theme that an NGO with consultative status holds beside a Council session."),
        "council-side-events",
    ),
    Entry(
        "special-session",
        _("Special session"),
        _("A Council session on one crisis. It is held when a third of the members ask for it."),
        "council-special-sessions",
    ),
    Entry(
        "upr",
        _("Universal Periodic Review (UPR)"),
        _("The review of each UN Member State's whole human-rights record by the other States, once in a cycle."),
        "source-conversation",
        (
            _(
                "It is done by States; no independent expert decides. It takes up no single complaint. Any"
                " NGO may send"
                " information, and has most effect when it persuades States to make its recommendations."
            ),
        ),
        ("cycle", "stakeholder-submission", "recommendation", "noted", "pre-session", "adoption"),
    ),
    Entry(
        "cycle",
        _("Cycle (of the UPR)"),
        _(
            "The round in which every Member State is reviewed once. The order of the States is fixed before it starts; days"
            " and deadlines are set for each session."
        ),
        "source-conversation",
    ),
    Entry(
        "state-under-review",
        _("State under review"),
        _("The State whose record is examined at a session of the UPR."),
        "source-conversation",
    ),
    Entry(
        "upr-working-group",
        _("Working Group (of the UPR)"),
        _("The sessions in which States review a State. NGOs may attend and do not speak."),
        "upr-ngos",
        see=("adoption",),
    ),
    Entry(
        "national-report",
        _("National report"),
        _("What the State under review says about itself. NGOs should be able to take part in its preparation."),
        "source-conversation",
    ),
    Entry(
        "stakeholder-submission",
        _("Stakeholder submission"),
        _("The written information that an NGO or another body sends to OHCHR before a State's UPR."),
        "upr-guidelines-4",
        (
            _(
                "It is about a State's whole record, is sent through OHCHR's portal and is published. It is"
                " not the same"
                " as an alternative report: that one goes to a treaty body and is about one treaty."
                " Practitioners call"
                " both “shadow reports”, which leads to confusion."
            ),
        ),
        ("alternative-report", "joint-submission", "ohchr"),
    ),
    Entry(
        "joint-submission",
        _("Joint submission"),
        _(
            "A submission of several organisations, which all confirm that it is true. It may be longer than"
            " a single one."
        ),
        "source-conversation",
    ),
    Entry(
        "pre-session",
        _("Pre-session"),
        _("A meeting before a State's UPR, held by the organisation UPR Info, where NGOs speak to other States."),
        "upr-pre-sessions",
    ),
    Entry(
        "recommendation",
        _("Recommendation (in the UPR)"),
        _("What one State asks of the State under review. A review often yields more than a hundred."),
        "source-conversation",
        see=("accepted", "noted"),
    ),
    Entry(
        "accepted",
        _("Accepted, or supported"),
        _("The State says yes to a recommendation, and so commits itself to carry it out by its next review."),
        "source-conversation",
    ),
    Entry(
        "noted",
        _("Noted"),
        _(
            "The State has not accepted a recommendation. No formal “rejected” exists, and a noted one"
            " carries no promise."
        ),
        "upr-noted",
        (_("It can still be worth following up: some noted recommendations lead to action."),),
        ("accepted",),
    ),
    Entry(
        "adoption",
        _("Adoption (of a UPR outcome)"),
        _(
            "The Council accepts the result of a review in one of its sessions. Here NGOs with consultative"
            " status may speak."
        ),
        "upr-ngos",
    ),
    Entry(
        "mid-term-report",
        _("Mid-term report"),
        _("A voluntary report, between two reviews, on what became of the recommendations."),
        "upr-mid-term",
    ),
    Entry(
        "complaint-procedure",
        _("Complaint Procedure of the Council"),
        _(
            "A confidential procedure for consistent patterns of gross and reliably attested violations, of"
            " any right, anywhere."
        ),
        "hrc-res-5-1",
        (
            _(
                "It is led by States, asks that remedies at home be exhausted, and takes no single case."
                " What passes the"
                " first screening is sent to the State. The Council can end the confidentiality and take the"
                " matter up"
                " in public. How useful it is to NGOs is hardly known."
            ),
        ),
        ("pattern", "domestic-remedies", "confidential"),
    ),
    Entry(
        "pattern",
        _("Consistent pattern"),
        _("Violations of the same kind that happen again and again, not a single case."),
        "hrc-res-5-1",
    ),
)
