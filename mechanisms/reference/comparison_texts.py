"""What the comparisons say beyond the facts: sentences that are true on any day, each with its source.

Numbers, requirements and dates are not here: they are rows, and `comparisons` reads them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

CONVERSATION = "source-conversation"


@dataclass(frozen=True)
class Said:
    """A sentence and its source's short name; ``word`` is a short form for a table."""

    text: "StrPromise | str"
    source: str = CONVERSATION
    word: "StrPromise | str" = ""


@dataclass(frozen=True)
class Pair:
    """A question, answered for the UPR and for special procedures."""

    question: "StrPromise"
    upr: Said
    experts: Said


SINGLE_CASE = {
    "special-procedures": Said(_("Experts write to governments about single cases."), CONVERSATION, _("Yes")),
    "upr": Said(_("It decides no complaint. A case can serve as an example."), CONVERSATION, _("No")),
    "council-sessions": Said(
        _("Any situation can be raised, and a case can stand for it. Nothing is decided about the case."),
        CONVERSATION,
        _("As an example"),
    ),
    "complaint-procedure": Said(_("Only a consistent pattern of violations."), "hrc-res-5-1", _("No")),
    "treaty-body-complaint": Said(_("It takes nothing else: there has to be a victim."), "tb-communications", _("Yes")),
    "treaty-body-review": Said(
        _("It gives no decision in a single case. A case can serve as an example."), "tb-and-council", _("No")
    ),
}
HOW_LONG = {
    "special-procedures": Said(_("At any time, without a timetable, and fast.")),
    "upr": Said(
        _("A review comes round once a cycle. It can be planned long ahead: submissions close months before it.")
    ),
    "council-sessions": Said(
        _("Three sessions a year. Most of the work lies before the session and the vote."), "council-sessions-year"
    ),
    "complaint-procedure": Said(
        _("Two working groups look at it in turn, each twice a year, then the Council."), "cp-working-groups"
    ),
    "treaty-body-complaint": Said(_("Expect years rather than months."), "tb-duration"),
    "treaty-body-review": Said(
        _("When the State's turn comes. Committees set the dates, and sessions slip."), "tb-sessions-slip"
    ),
}

SIDES = {
    "expert": (
        Said(
            _(
                "Special procedures and treaty bodies are made up of independent experts. They look at law and facts,"
                " and they do not take orders from governments."
            )
        ),
        Said(
            _(
                "Treaty bodies are the more legal and technical: they check whether a State keeps the treaty that it has"
                " joined. The Committee on the Rights of the Child, for instance, is a treaty body and not part of the"
                " Human Rights Council."
            )
        ),
    ),
    "state": (
        Said(
            _(
                "In the UPR, in Council sessions and in the Complaint Procedure States decide. National interest comes"
                " first, which can obstruct a real debate. But these bodies are more visible, and that has a value."
            )
        ),
        Said(
            _(
                "The Council can take up any situation in any country, whatever the State has ratified. No State likes"
                " to be discussed there: its reputation is part of what makes it move."
            )
        ),
    ),
}

BOTH = Said(_("Both can be used together."))
CHOOSING = (
    Said(
        _(
            "What kind of information do you have: on one theme in several countries, on one theme in one country, or on"
            " several topics in one country?"
        )
    ),
    Said(_("When can you share it? By when will your research be ready?")),
    Said(_("What outcome do you want?")),
    Said(_("What kind of work, and how much of it, are you ready to give?")),
)

UPR_AND_EXPERTS = (
    Pair(
        _("Who does it?"),
        Said(_("States review each other. No independent expert is involved.")),
        Said(_("Independent experts with a mandate of the Council.")),
    ),
    Pair(
        _("What does it cover?"),
        Said(_("The whole human-rights record of one State, and every Member State in turn.")),
        Said(
            _(
                "One theme in all countries, or one country. It helps you only if some mandate covers your theme or your"
                " country."
            )
        ),
    ),
    Pair(
        _("Which information fits?"),
        Said(_("Information on several topics in one country.")),
        Said(_("Information on one theme, in one or many countries; single cases; laws.")),
    ),
    Pair(
        _("When?"),
        Said(
            _(
                "In an order that is fixed before the cycle starts, with days and deadlines for each session. It can be"
                " planned."
            )
        ),
        Said(
            _(
                "At any time, as need arises. Torture of a defender, arbitrary detention, or attacks on expression and"
                " assembly need action at once: that is what urgent appeals are for."
            )
        ),
    ),
    Pair(
        _("What can NGOs do?"),
        Said(
            _(
                "Feed into the State's own report; send written information to OHCHR; speak at pre-sessions; persuade"
                " States to make your recommendations. In the review itself only States speak; NGOs with consultative"
                " status may speak when the Council adopts the outcome."
            )
        ),
        Said(
            _(
                "Share information; meet the experts when they visit; give input to their reports; alert them to cases"
                " by an urgent appeal or a letter of allegation."
            )
        ),
    ),
    Pair(
        _("What comes out of it?"),
        Said(
            _(
                "Recommendations, often more than a hundred. The State accepts or notes each of them. Noted means not"
                " accepted; accepted means committed until the next review."
            )
        ),
        Said(
            _(
                "A concern raised before the Council, and sometimes the General Assembly; a press statement;"
                " recommendations; mediation with the State; perhaps a visit. Nothing of it binds the State. Say in your"
                " letter which of these you hope for."
            )
        ),
    ),
    Pair(
        _("Where is the effect greatest?"),
        Said(_("Where NGOs lobby States before the review, so that these make the NGOs' recommendations.")),
        Said(_("Where the letter goes to the right mandate, and says what outcome you expect.")),
    ),
    Pair(
        _("Whom do you work with?"),
        Said(
            _(
                "With groups that work on other themes in the same country. Pool data that is up to date, and let each"
                " partner confirm that the joint report is true."
            )
        ),
        Said(_("With the victims: nothing goes out without their agreement."), "wgeid-reporting"),
    ),
)

REMEDIES_THEN = {
    "council-sessions": Said(_("No need to exhaust any remedies.")),
    "special-procedures": Said(
        _("No need to exhaust domestic remedies, and none to check ratification or acceptance of competence.")
    ),
    "upr": Said(_("No need to exhaust any remedies; but it is not a procedure for individual complaints.")),
    "complaint-procedure": Said(_("Exhaustion of domestic remedies needed, no ratification needed.")),
    "treaty-body-complaint": Said(
        _("Exhaustion, ratification and acceptance of the committee's competence needed, where the procedure exists.")
    ),
}
REMEDIES_NOTES = (
    Said(
        _(
            "“Exhausted” has exceptions. Remedies that drag on unreasonably, or are unlikely to bring effective relief,"
            " need not be exhausted. You have to show why."
        ),
        "op-cedaw-4",
    ),
    Said(
        _(
            "The Complaint Procedure knows the same exception: ineffective remedies, or ones that take unreasonably long."
        ),
        "hrc-res-5-1",
    ),
    Said(
        _(
            "Two mandates with case procedures of their own are a little more formal, though they ask for no exhaustion"
            " either: the working groups on arbitrary detention and on disappearances."
        ),
        "wgeid-reporting",
    ),
    Said(
        _(
            "“Ratified” means that the State deposited its ratification or accession, that the treaty is in force for it,"
            " and that no reservation stands in the way. A vote in parliament or a signature is not enough."
        ),
        "op-iccpr-1-2",
    ),
)
