"""Words around organisations at the UN: access, safety, status; and the words with which this site marks a date."""

from django.utils.translation import gettext_lazy as _

from .entry import Entry

PEOPLE = (
    Entry(
        "ohchr",
        _("OHCHR"),
        _(
            "The Office of the United Nations High Commissioner for Human Rights: the secretariat of all"
            " these procedures."
        ),
        "upr-ngos",
    ),
    Entry(
        "ngo",
        _("NGO"),
        _("A non-governmental organisation. In the UPR it is one of the “other stakeholders”."),
        "upr-ngos",
    ),
    Entry(
        "nhri",
        _("NHRI"),
        _("A national human-rights institution, set up by the State. It too may send information to the UPR."),
        "upr-ngos",
    ),
    Entry(
        "ecosoc",
        _("ECOSOC"),
        _("The Economic and Social Council of the UN. It grants NGOs consultative status."),
        "ecosoc-1996-31",
        see=("consultative-status",),
    ),
    Entry(
        "consultative-status",
        _("Consultative status (ECOSOC status)"),
        _("Official access of an NGO to the UN, granted by ECOSOC. It helps but is not obligatory."),
        "source-conversation",
        (
            _(
                "What it gives: a UN badge, written and oral statements and side events at Council sessions."
                " There are"
                " three kinds: general, special and roster."
            ),
            _(
                "How to get it: an application, which a committee of States, the Committee on NGOs, examines. ECOSOC"
                " decides on its recommendation."
            ),
            _(
                "How hard it is: long, in practitioners' experience at least two years, and without an upper limit,"
                " because questions can defer an application again and again. And political: organisations"
                " that work on"
                " some themes, such as the rights of LGBTI persons, or on particular States, face harder"
                " scrutiny than,"
                " say, those for children's rights."
            ),
            _(
                "Whether it is needed: not for the UPR, not for letters to experts or meeting them on a"
                " visit, not for"
                " complaints, not for alternative reports. Only sessions of the Council need it, and there a partner"
                " can lend you its own."
            ),
        ),
        ("sponsor", "committee-on-ngos", "ecosoc"),
    ),
    Entry(
        "committee-on-ngos",
        _("Committee on NGOs"),
        _("The committee of States that examines applications for consultative status and asks questions about them."),
        "ecosoc-committee",
    ),
    Entry(
        "sponsor",
        _("Sponsor, or partner with status"),
        _(
            "An NGO with consultative status that accredits your people, or lends you a statement or a side"
            " event in its name."
        ),
        "council-sponsor",
        (
            _(
                "This is common in Geneva, but not an official arrangement. Good links with Geneva-based"
                " NGOs make it possible."
            ),
        ),
        ("consultative-status", "accreditation"),
    ),
    Entry(
        "accreditation",
        _("Accreditation, badge"),
        _("The registration of a person for a session, by an NGO with status. Without a badge nobody enters the UN."),
        "council-registration",
    ),
    Entry(
        "permanent-mission",
        _("Permanent mission"),
        _("A State's embassy to the UN, in Geneva or New York. Missions are whom NGOs lobby."),
        "upr-lobbying",
        see=("lobbying",),
    ),
    Entry(
        "lobbying",
        _("Lobbying, advocacy"),
        _(
            "Persuading States or experts, above all before a review or a vote. With the UPR, NGOs have most"
            " effect this way."
        ),
        "source-conversation",
    ),
    Entry(
        "regional-group",
        _("Regional group"),
        _("One of five groups of UN Member States, by which seats are shared out."),
        "un-regional-groups",
    ),
    Entry(
        "informed-consent",
        _("Informed consent"),
        _(
            "The agreement of a victim or the family, given in full knowledge of what will be sent, to whom,"
            " and who will see it."
        ),
        "ohchr-reprisals",
    ),
    Entry(
        "reprisal",
        _("Reprisal"),
        _("Intimidation or punishment of a person for working with the UN. It can be reported to the UN at any time."),
        "ohchr-reprisals",
    ),
    Entry(
        "confidential",
        _("Confidential"),
        _(
            "Not public. It does not mean that the State concerned will not see it: ask for each procedure"
            " who sees what."
        ),
        "cp-screening",
        see=("anonymous",),
    ),
    Entry(
        "anonymous",
        _("Anonymous"),
        _(
            "Sent without telling the UN who you are. Experts and the Complaint Procedure do not act on"
            " that. It differs from a name that the UN knows and keeps to itself."
        ),
        "sp-submission-content",
    ),
    Entry(
        "expert-driven",
        _("Led by experts, led by States"),
        _("The two sides of the UN system: independent experts decide by law and facts, States decide by politics."),
        "source-conversation",
        (
            _(
                "Special procedures and treaty bodies are on the experts' side; the UPR, Council sessions"
                " and the Complaint Procedure on the States' side."
            ),
        ),
    ),
    Entry(
        "tentative",
        _("Confirmed, tentative, estimated, not published"),
        _(
            "How settled a date is. Confirmed: published. Tentative: it may still move. Estimated: worked"
            " out, not published. Not published, or not found: there is no date, and we invent none."
        ),
        "own-rechecks",
    ),
)
