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
        _("Which States are responsible?"),
        _(
            "Treaties, reviews and country experts differ from State to State. We look up the facts for each one you choose."
        ),
        _("Choose the State whose authorities did it, or failed to protect. You can choose several."),
    ),
    "regions": QuestionText(
        _("Is a whole region concerned?"),
        _(
            "A concern across a region fits thematic experts and Council debates better than a complaint about one State."
        ),
        _("These are the regional groups of the United Nations (UN)."),
    ),
    "themes": QuestionText(
        _("Which rights are concerned?"),
        _("Each UN expert and each treaty covers certain themes. This tells us whom to name."),
        _("One to four is usual. Search any word, for example “prison”, and we explain what we find."),
    ),
    "considered": QuestionText(
        _("Do you already have a UN route in mind?"),
        _("The advice then speaks of that route first. It does not change how we judge any route."),
        _("You can leave this empty."),
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
        _("A pattern means many similar cases over time, not chance events."),
    ),
    "evidence": QuestionText(
        _("How do you know?"),
        _("UN experts and one complaint route do not act on reports from the media alone."),
        _("If you have several kinds, choose the strongest one."),
    ),
    "ready_on": QuestionText(
        _("When can you share the information?"),
        _("Reviews and sessions have fixed dates. If one is missed, there is often another step to take."),
        _("The day when your facts are checked and written down."),
    ),
    "people": QuestionText(
        _("Who suffered it?"),
        _("Some UN committees take complaints only from certain people. Tell us no names and no numbers."),
        _("Choose all that fit, even if it is true for only one of several people."),
    ),
    "began_on": QuestionText(
        _("When did it begin?"),
        _("A treaty covers only what happened after it bound the State. Some urgent procedures count from this day."),
        _("The first day: the arrest, the taking, the first act."),
    ),
    "happened_on": QuestionText(
        _("When was the last event?"),
        _(
            "Some experts act only on recent events, and some treaties only on what happened after they bound the State."
        ),
        _(
            "The last act that you complain of. This can be a court decision. If it still goes on, give the last act you know."
        ),
    ),
    "continues": QuestionText(
        _("Does it still go on today?"),
        _("A committee can look at older events if the violation, or its effects, go on."),
        _("It goes on if, for example, someone is still held or missing, or the law is still in force."),
    ),
    "urgency": QuestionText(
        _("Is someone in danger now?"),
        _("If so, UN experts and committees can write to the government within days. We show those steps first."),
        _("Think of life, torture, disappearance, expulsion, or other harm that cannot be undone."),
    ),
    "danger": QuestionText(
        _("What may happen next?"),
        _("Each kind of danger has its own experts. For some harm, a committee can ask the State to wait."),
        _("Choose all that may happen soon."),
    ),
    "consent": QuestionText(
        _("Do the people affected agree that you write to the UN?"),
        _("To act without consent can put people at risk. A complaint is not taken against their will."),
        _("They must know what is sent, to whom, and who may see it. Write no names here."),
    ),
    "identification": QuestionText(
        _("Who may learn the names of the people affected?"),
        _("Some bodies tell the State who complains. Most do not act for a person whom they do not know."),
        _("This is about the people, not about your organisation. Write no names here."),
    ),
    "our_name": QuestionText(
        _("Who may learn that your organisation wrote?"),
        _("Some routes publish who has written. We then warn you before the first step."),
        _("This is about your organisation, not about the people affected."),
    ),
    "remedies": QuestionText(
        _("What has been tried in the courts of the country?"),
        _(
            "A complaint comes after the courts at home (remedies “exhausted”), unless they do not work. Letters to UN experts, "
            "the Universal Periodic Review and Council sessions do not ask for this."
        ),
        _("Appeals count, and so do other bodies that can put things right."),
    ),
    "remedy_stops_it": QuestionText(
        _("Must the authorities wait until that court decides?"),
        _("If they need not wait, a committee can be asked for urgent measures before the courts have finished."),
        _("By law, or because the court ordered it. Count a judge for urgent matters too."),
    ),
    "final_decision_on": QuestionText(
        _("When was the last court decision?"),
        _("Some committees set a time limit that runs from this day."),
        _("The day of the decision itself, not when you heard of it. Do not count a pardon or an ombudsman."),
    ),
    "elsewhere": QuestionText(
        _("Has another international body had the same case?"),
        _("Some committees do not take a case that another body has, or has decided."),
        _("The same people, facts and rights. Regional courts and commissions count."),
    ),
    "elsewhere_ended_on": QuestionText(
        _("When did that procedure end?"),
        _("The Human Rights Committee expects a complaint within three years of that day."),
        _("The day of the decision or letter that ended it."),
    ),
    "reprisals": QuestionText(
        _("Are there reprisals for working with the UN?"),
        _("The UN has its own contact points for people punished or threatened because they worked with it."),
        _("Threats, punishment or harm because someone spoke with the UN, or tried to."),
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
        _("Status lets you speak and hand in statements at Council sessions. Most routes do not need it."),
        _("The UN Economic and Social Council (ECOSOC) gives it. If you never applied, choose “No”."),
    ),
    "sponsor": QuestionText(
        _("Would an organisation with status bring you in?"),
        _(
            "A partner with consultative status can register your people for a session, and can let you speak in its name."
        ),
        _("It would register your people for a session of the Human Rights Council."),
    ),
    "geneva": QuestionText(
        _("Can you be in Geneva?"),
        _("Talking with diplomats works best in person. Many other steps work from anywhere."),
        _("The Human Rights Council and most committees meet there."),
    ),
    "coalition": QuestionText(
        _("Are you ready to work with other organisations?"),
        _("A joint report shares the work, above all in the Universal Periodic Review."),
        _("For example on a joint report."),
    ),
}

URGENCY_OF_THE_CALM = QuestionText(
    _("Does the harm go on, or is it over?"),
    _("UN experts write sooner about harm that goes on."),
    _("You said at the start that nobody is in danger now."),
)
"""The question on danger for whoever has said at the start that nobody is in danger now."""

ANSWERS_OF_THE_CALM: Mapping[str, "StrPromise"] = {"ongoing": _("It goes on"), "past": _("It is over")}
"""The answers to it that are worded in another way then."""
