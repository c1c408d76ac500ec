"""The questions in plain words: what is asked, why, and a hint on how to answer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class QuestionText(NamedTuple):
    """The words of one question."""

    label: "StrPromise"
    why: "StrPromise"
    hint: "StrPromise"


QUESTIONS: Mapping[str, QuestionText] = {
    "countries": QuestionText(
        _("Which States are concerned?"),
        _(
            "Treaties, reviews and country experts differ from State to State. We look up the facts for each one you choose."
        ),
        _("Choose the State whose authorities are responsible, or failed to protect. You can choose several."),
    ),
    "regions": QuestionText(
        _("Is a whole region concerned?"),
        _(
            "A concern across a region fits thematic experts and Council debates better than a complaint about one State."
        ),
        _(
            "These are the regional groups used at the United Nations (UN). Leave this empty if you chose single States only."
        ),
    ),
    "themes": QuestionText(
        _("Which rights or themes are concerned?"),
        _("Each UN expert and each treaty covers certain themes. This tells us whom to name."),
        _("Choose all that matter in your information. One to four is usual."),
    ),
    "information": QuestionText(
        _("What kind of information do you have?"),
        _(
            "Some routes look at one State as a whole, some at one theme everywhere, some at the cases of single people."
        ),
        _("Choose what describes most of your material."),
    ),
    "scale": QuestionText(
        _("What is the problem like?"),
        _(
            "Some routes take a single case. One takes only a consistent pattern of gross violations. Others look at laws."
        ),
        _("A consistent pattern means many similar cases over time, not chance events."),
    ),
    "evidence": QuestionText(
        _("How do you know?"),
        _(
            "One complaint route asks for direct and reliable knowledge, and reports from the media alone are not enough there."
        ),
        _("If you have several kinds, choose the strongest one."),
    ),
    "ready_on": QuestionText(
        _("When can you share the information?"),
        _("Reviews and sessions have fixed dates. If one is missed, there is often another step to take."),
        _("The day when your facts are checked and written down. If they are ready now, give the date of today."),
    ),
    "happened_on": QuestionText(
        _("When did the latest event happen?"),
        _("Some procedures act only on recent events."),
        _("The latest event you would complain of. If it is still going on, give the date of today."),
    ),
    "urgency": QuestionText(
        _("Is someone in danger now?"),
        _("If so, UN experts can write to the government within days. Then we show the urgent steps first."),
        _("Think of life, torture, disappearance, expulsion or another harm that cannot be undone."),
    ),
    "consent": QuestionText(
        _("Do the people affected agree?"),
        _("To act without consent can put people at risk. One complaint route is closed without it."),
        _("Consent means they know what is sent, to whom, and who may see it. Do not write any names here."),
    ),
    "identification": QuestionText(
        _("Who may know who is writing?"),
        _(
            "Complaints need a named author. UN experts can keep a source secret, but do not act on one unknown to them."
        ),
        _("This is about your organisation and the people concerned. Do not write any names here."),
    ),
    "remedies": QuestionText(
        _("What has been tried in the courts or offices of the country?"),
        _(
            "The complaint routes ask that the remedies in the country are used first (“exhausted”), unless they do not "
            "work. Letters to UN experts, the Universal Periodic Review and Council sessions do not ask for this."
        ),
        _("Remedies are courts, appeals and other ways to have a wrong put right by the State itself."),
    ),
    "final_decision_on": QuestionText(
        _("When was the last decision in the country?"),
        _("Some UN committees set a time limit that runs from the last decision."),
        _("The date of the final judgment or decision, or the day you were told of it."),
    ),
    "elsewhere": QuestionText(
        _("Has the same case gone to another international body?"),
        _("Some procedures do not take a case that another one has or had."),
        _(
            "For example a regional human rights court, or another UN committee. A letter to a UN expert mostly does not count."
        ),
    ),
    "reprisals": QuestionText(
        _("Are there reprisals for working with the UN?"),
        _("The UN has its own contact points for people punished or threatened because they worked with it."),
        _("Reprisals are threats, punishment or harm because someone spoke with the UN or tried to."),
    ),
    "outcomes": QuestionText(
        _("What do you want to achieve?"),
        _("Each route can give some results and not others."),
        _("Choose what matters most. One to three is usual."),
    ),
    "effort": QuestionText(
        _("How much work can you give?"),
        _("A letter takes days. A report, or work with diplomats, takes weeks or months."),
        _("Count the working time of your whole team."),
    ),
    "ecosoc": QuestionText(
        _("Does your organisation have ECOSOC consultative status?"),
        _(
            "Status lets you speak and hand in statements at Council sessions. It helps, but most routes do not need it."
        ),
        _(
            "The UN Economic and Social Council (ECOSOC) gives this status to organisations. If you never applied, choose “No”."
        ),
    ),
    "sponsor": QuestionText(
        _("Would an organisation with status bring you in?"),
        _(
            "A partner with consultative status can register your people for a session, and can let you speak in its name."
        ),
        _("This is common practice, but informal. Organisations based in Geneva can often help to find a partner."),
    ),
    "geneva": QuestionText(
        _("Can you be in Geneva?"),
        _("Talking with diplomats works best in person. Many other steps work from anywhere."),
        _("The Human Rights Council and most committees meet in Geneva, Switzerland."),
    ),
    "coalition": QuestionText(
        _("Are you ready to work with other organisations?"),
        _("Joint reports carry more weight and share the work, above all in the Universal Periodic Review."),
        _("For example a joint report, with data put together and agreed by all."),
    ),
}
