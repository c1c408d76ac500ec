"""Words around treaties, their committees and complaints to them."""

from django.utils.translation import gettext_lazy as _

from .entry import Entry

TREATIES = (
    Entry(
        "treaty",
        _("Treaty"),
        _("An agreement between States that binds those who have joined it. Also called convention or covenant."),
        "tb-and-council",
        see=("ratification", "protocol", "treaty-body"),
    ),
    Entry(
        "treaty-body",
        _("Treaty body, or committee"),
        _("Independent experts who check how States keep one treaty. Not part of the Human Rights Council."),
        "source-conversation",
        (
            _(
                "Their work is more legal and technical, while debates among States are political but more"
                " visible. The"
                " Committee on the Rights of the Child, for instance, is a treaty body."
            ),
        ),
        ("alternative-report", "individual-communication", "inquiry"),
    ),
    Entry(
        "ratification",
        _("Ratification, accession"),
        _("The act by which a State agrees to be bound by a treaty: a document that it deposits with the UN."),
        "op-iccpr-1-2",
        (
            _(
                "A vote in parliament is often needed first, but by itself it does not bind the State towards others."
                " What counts is the deposit, and that the treaty is in force for the State, less its reservations."
            ),
        ),
        ("signature", "reservation", "depositary", "state-party"),
    ),
    Entry(
        "signature",
        _("Signature"),
        _("A first step towards joining a treaty. By itself it does not bind the State."),
        "op-iccpr-1-2",
    ),
    Entry("state-party", _("State party"), _("A State that is bound by a treaty."), "op-iccpr-1-2"),
    Entry(
        "reservation",
        _("Reservation, declaration"),
        _("A statement by which a State, when it joins a treaty, narrows what binds it or how a committee may act."),
        "untc-iv-5",
    ),
    Entry(
        "depositary",
        _("Depositary"),
        _("The keeper of a treaty: here the UN, which records each ratification, reservation and declaration."),
        "untc-iv-5",
    ),
    Entry(
        "protocol",
        _("Optional protocol"),
        _("An additional treaty, which a State joins separately. Several open the way for complaints."),
        "op-iccpr-1-2",
    ),
    Entry(
        "competence",
        _("Acceptance of complaints (competence)"),
        _("A State's agreement that a committee may examine complaints against it: by a protocol or a declaration."),
        "cat-22",
        (_("Being party to the treaty is not enough. Many States have accepted the complaints of no committee."),),
    ),
    Entry(
        "individual-communication",
        _("Individual communication, or complaint"),
        _("A complaint to a committee that a State broke a treaty in the case of a person or group."),
        "tb-communications",
        (
            _(
                "Three things are needed: the State is bound, it has accepted that committee's complaints,"
                " and remedies"
                " at home were tried. The result is called views: not a judgment, and followed up by the committee."
            ),
        ),
        ("competence", "domestic-remedies", "interim-measures", "admissible"),
    ),
    Entry(
        "admissible",
        _("Admissible"),
        _("Fit to be examined. A committee first checks the conditions, and only then who is right."),
        "cat-22",
    ),
    Entry(
        "domestic-remedies",
        _("Domestic remedies"),
        _("What can put things right in the country itself: courts, appeals, sometimes a national institution."),
        "op-cedaw-4",
        (
            _(
                "“Exhausted” means that they were used up to the last one that could help. Only complaints to treaty"
                " bodies and the Council's complaint procedure ask for it. Letters to experts, the UPR,"
                " Council sessions"
                " and alternative reports do not."
            ),
            _(
                "There is a third answer between yes and no: remedies that drag on unreasonably, or are unlikely to"
                " bring effective relief, need not be exhausted. It has to be shown, with facts."
            ),
        ),
        ("individual-communication", "complaint-procedure"),
    ),
    Entry(
        "same-matter",
        _("Same matter"),
        _("The same case at another international procedure. Most committees turn it away while it is pending there."),
        "op-cedaw-4",
    ),
    Entry(
        "time-limit",
        _("Time limit"),
        _(
            "The last day to complain. Some committees count it from the final decision at home; others have"
            " none fixed."
        ),
        "icerd-14",
    ),
    Entry(
        "interim-measures",
        _("Interim measures"),
        _("A committee asks the State to hold off an act that would do harm beyond repair, such as an expulsion."),
        "tb-interim-measures",
    ),
    Entry(
        "inquiry",
        _("Inquiry"),
        _(
            "A committee looks into grave or systematic violations, or into systematic torture, on reliable"
            " information. It needs no victim."
        ),
        "tb-inquiries",
        (_("Whether a State is open to it differs from treaty to treaty. It is confidential."),),
    ),
    Entry(
        "ced-urgent-action",
        _("Urgent action on a disappearance"),
        _(
            "The Committee on Enforced Disappearances asks a State to search for a missing person. No"
            " acceptance is needed, only that the State is bound by the Convention."
        ),
        "ced-urgent-action",
        see=("wgeid",),
    ),
    Entry(
        "alternative-report",
        _("Alternative report, or shadow report"),
        _("What an NGO writes to a treaty body when it reviews a State: the other side of the State's own report."),
        "tb-alternative-reports",
        (
            _(
                "Keep it apart from a stakeholder submission to the UPR. The alternative report goes to a"
                " committee of"
                " experts, is about one treaty, and only for States bound by it. The submission goes to OHCHR for a"
                " review by States, and is about all rights."
            ),
        ),
        ("stakeholder-submission", "list-of-issues", "concluding-observations"),
    ),
    Entry(
        "list-of-issues",
        _("List of issues"),
        _("The questions of a committee to a State before it reviews it. NGOs can propose some."),
        "tb-list-of-issues",
        (_("A list of issues prior to reporting comes before the State's report, and shapes it."),),
    ),
    Entry(
        "concluding-observations",
        _("Concluding observations"),
        _("What a committee finds and recommends at the end of a review."),
        "tb-follow-up",
    ),
    Entry(
        "child-charter",
        _("African Charter on the Rights and Welfare of the Child"),
        _(
            "A regional treaty. Like the UN Convention on the Rights of the Child and a national"
            " constitution, it can be named as the legal basis of a complaint or report."
        ),
        "source-conversation",
    ),
)
