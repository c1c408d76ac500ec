"""The conditions of a route in sentences, by the code of the gate's result.

A sentence never promises that a body takes a matter up: that is for the body to say. A key with ``@route`` or ``@treaty`` words a code for
one route or for the committee of one treaty.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rules.facts.edition import Edition
from rules.result import GateResult
from rules.vocabulary import GateSlug, Result, RouteSlug

from .gates_in_time import ELSEWHERE, FACTS, TIME
from .gates_of_committees import PERSONS, REMEDIES, TREATIES
from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

GATE_LABELS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.UN_MEMBER: _("A Member of the UN"),
    GateSlug.ONE_COUNTRY: _("About one State"),
    GateSlug.MANDATE_COVERAGE: _("An expert on your theme or State"),
    GateSlug.OWN_KNOWLEDGE: _("More than media reports"),
    GateSlug.ECOSOC_ACCESS: _("Access to the Council"),
    GateSlug.PATTERN: _("A consistent pattern"),
    GateSlug.DIRECT_KNOWLEDGE: _("Direct and reliable knowledge"),
    GateSlug.TREATY_RATIFIED: _("A treaty binds the State"),
    GateSlug.RIGHT_COVERED: _("The treaty covers the right"),
    GateSlug.COMPETENCE_ACCEPTED: _("The State accepts complaints"),
    GateSlug.VICTIM_GROUP: _("The committee takes the person affected"),
    GateSlug.FACTS_IN_TIME: _("It happened after the State was bound"),
    GateSlug.DOMESTIC_REMEDIES: _("Remedies in the country tried first"),
    GateSlug.TIME_LIMIT: _("In time"),
    GateSlug.SAME_MATTER: _("Not before another body"),
    GateSlug.VICTIM_CONSENT: _("The people affected agree"),
    GateSlug.IDENTIFIED_AUTHOR: _("The UN knows who is writing"),
    GateSlug.IS_A_CASE: _("A case with people affected"),
}

RESULTS: Mapping[Result, "StrPromise"] = {
    Result.PASS: _("Met"),
    Result.FAIL: _("Not met"),
    Result.ARGUABLE: _("Can be argued"),
    Result.UNKNOWN: _("Not known yet"),
    Result.NOT_NEEDED: _("Not asked for"),
}

OPENERS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.UN_MEMBER: _("Nothing: only Members of the UN are reviewed."),
    GateSlug.ONE_COUNTRY: _("A State that you name."),
    GateSlug.MANDATE_COVERAGE: _("A theme or State that an expert covers, or a new mandate by the Council."),
    GateSlug.OWN_KNOWLEDGE: _(
        "One source who knows it at first hand, for example a relative, a lawyer or a witness, by telephone."
    ),
    GateSlug.ECOSOC_ACCESS: _("A partner with consultative status, or status of your own."),
    GateSlug.PATTERN: _("A consistent pattern of gross violations that you can show."),
    GateSlug.DIRECT_KNOWLEDGE: _("Direct and reliable knowledge of your own."),
    GateSlug.TREATY_RATIFIED: _("Only the State itself, by ratifying a treaty on your themes."),
    GateSlug.RIGHT_COVERED: _("Another treaty, or another right that is affected too."),
    GateSlug.COMPETENCE_ACCEPTED: _("Only the State itself, by accepting complaints to the committee."),
    GateSlug.VICTIM_GROUP: _("Another committee, or another person affected whom this one takes."),
    GateSlug.FACTS_IN_TIME: _(
        "Only a violation that began later or, at most committees, one that went on after that day."
    ),
    GateSlug.DOMESTIC_REMEDIES: _(
        "As a rule the last decision in the country, or proof that the remedies do not work or take unreasonably long. "
        "In danger a committee may also accept that they would not stop the harm in time."
    ),
    GateSlug.TIME_LIMIT: _("Nothing but an exception for late complaints, if there is one."),
    GateSlug.SAME_MATTER: _(
        "Nothing, as long as another body is dealing with the same matter. Once that has ended, some committees can take "
        "it: this depends on the treaty and on how it ended."
    ),
    GateSlug.VICTIM_CONSENT: _("The agreement of the people affected, or a good reason why they cannot be asked."),
    GateSlug.IDENTIFIED_AUTHOR: _("An author whom the UN knows, even if nobody else does."),
    GateSlug.IS_A_CASE: _("A person or a group who was harmed, and who agrees."),
}
"""What would open a route that a condition shuts."""

PEOPLE: Mapping[str, "StrPromise"] = {
    "victim-consent.pass": _("You are the people affected, or act with their agreement."),
    "victim-consent.fail": _(
        "The people affected said no. A committee takes a complaint only from them, or from somebody with their authority."
    ),
    "victim-consent.not-asked": _(
        "Ask the people affected first: a committee takes a complaint only from them, or from somebody with their "
        "authority. Asking them is the first step."
    ),
    "victim-consent.cannot-ask": _(
        "The people affected cannot be asked. A relative, a lawyer or somebody else who shows a link to them may act for "
        "them: say why they cannot be asked. Close relatives may act for the dead or missing. For a child, somebody who "
        "acts in its best interests may."
    ),
    "victim-consent.cannot-ask.letter": _(
        "The people affected cannot be asked: say so in the letter, and why. Ask the family or a lawyer if you can."
    ),
    "victim-consent.ask-first": _(
        "Ask first: get the informed agreement of the victim or the family before you write about a case."
    ),
    "victim-consent.condition": _(
        "The people affected said no. Write about their case only if they agree after all. You can still write about the "
        "theme without it."
    ),
    "victim-consent.unknown": _(
        "Get the agreement of the people affected before you write about them. You have not said whether they agree."
    ),
    "victim-consent.no-case": _("This matters for cases only, and you describe none."),
    "identified-author.pass.open": _("The names may be known, so the UN will know who is writing."),
    "identified-author.pass.names-withheld@special-procedures": _(
        "The experts know who is writing and as a rule keep it confidential. Be prepared that the State learns the "
        "victim's name, since it is asked to answer: say clearly what must stay out."
    ),
    "identified-author.pass.names-withheld@complaint-procedure": _(
        "You can ask that the State is not told who complains; OHCHR (the UN Human Rights Office) must know it. A complaint "
        "that is not screened out is sent to the State with the names that stand in its text."
    ),
    "identified-author.state-must-answer": _(
        "The State is asked to answer, so it must learn who the victim is. If it may not, the committee will mostly not be "
        "able to go on. You can ask that names stay out of what is published."
    ),
    "identified-author.state-need-not-know": _(
        "This committee tells the State who complains only if that person agrees. The State may still guess who it is from "
        "the facts."
    ),
    "identified-author.fail": _("A complaint from somebody whom the UN does not know is not examined."),
    "identified-author.fail.cases-only": _(
        "Experts do not act on a case when they do not know who sent it. As a rule they keep the sender's name "
        "confidential."
    ),
    "identified-author.themes-only": _(
        "Experts do not act on a case when they do not know who sent it. Information on a theme can still reach "
        "them, for example through a partner who signs."
    ),
    "identified-author.unknown": _("The UN must know who is writing. You have not said whether it may."),
    "identified-author.no-case": _("This matters for cases only, and you describe none."),
    "is-a-case.pass": _("A person or a group is affected, so there is a case."),
    "is-a-case.pattern": _(
        "A committee decides about people who were harmed, not about a pattern. You would have to choose cases in which "
        "each victim can be named and agrees."
    ),
    "is-a-case.fail": _(
        "A committee decides about people who were harmed. A law or a theme without such a person or group is not "
        "taken."
    ),
    "is-a-case.unknown": _(
        "A committee decides about people who were harmed. Whether you have such a case is not known."
    ),
}

ACCESS: Mapping[str, "StrPromise"] = {
    "un-member.pass": _("Every Member of the UN is reviewed."),
    "un-member.some": _("Every Member of the UN is reviewed. Not a Member, so not reviewed: %(countries)s."),
    "un-member.fail": _(
        "Only Members of the UN are reviewed. Not a Member, so not reviewed: %(countries)s. The UN's experts and the "
        "treaties that bind it are other ways; where another State holds power there, the review of that State is one too."
    ),
    "un-member.region": _("Every Member of the UN is reviewed, also in the region that you named."),
    "un-member.no-state": _("Every Member of the UN is reviewed. You named no State."),
    "un-member.unknown": _("Only Members of the UN are reviewed. You have not said which State is concerned."),
    "one-country.pass": _("A submission is about one State, and you named one."),
    "one-country.several": ngettext_lazy(
        "A submission is about one State. You named %(count)s, so plan one for each.",
        "A submission is about one State. You named %(count)s, so plan one for each.",
        "count",
    ),
    "one-country.region": _(
        "A submission is about one State. Choose States of the region and plan one for each. These come next: "
        "%(countries)s."
    ),
    "one-country.region.none": _(
        "A submission is about one State. Choose States of the region and plan one for each. We know of no review there "
        "that comes next."
    ),
    "one-country.fail": _("A submission is about one State, and you named none."),
    "one-country.unknown": _("A submission is about one State. You have not said which."),
    "mandate-coverage.pass": _("UN experts cover this: %(mandates)s."),
    "mandate-coverage.name-the-rights": _(
        "UN experts on a right or a group write to every State. Name the rights concerned: then we can say to whom."
    ),
    "mandate-coverage.fail": _("You named neither a State nor a right that a UN expert covers."),
    "mandate-coverage.unknown": _(
        "A UN expert must have a mandate on a right or a State that you name. You have not named both."
    ),
    "own-knowledge.pass": _(
        "You have more than media reports. A letter that rests on media reports alone is not taken up."
    ),
    "own-knowledge.if-not-media-only": _(
        "This is met if you have more than media reports. You have not said how you know."
    ),
    "own-knowledge.arguable": _(
        "A letter that rests on media reports alone is not taken up. On a theme you can still write if you add what others "
        "can check."
    ),
    "own-knowledge.fail": _(
        "A letter that rests on media reports alone is not taken up. Find one source who knows it at first hand, for "
        "example a relative, a lawyer or a witness."
    ),
    "own-knowledge.fail.in-danger": _(
        "Closed until one first-hand source is found: a relative, a lawyer or a witness, by telephone. A letter that rests "
        "on media reports alone is not taken up."
    ),
    "own-knowledge.unknown": _(
        "A letter that rests on media reports alone is not taken up. You have not said how you know."
    ),
    "ecosoc-access.own": _("Your organisation has consultative status, so it can be accredited itself."),
    "ecosoc-access.sponsor": _(
        "An organisation with consultative status would accredit your people. Statements and events are then made in "
        "its name."
    ),
    "ecosoc-access.fail": _(
        "Only organisations with consultative status of the UN Economic and Social Council (ECOSOC) can be "
        "accredited, speak, write or book a side event. You have neither status nor a partner with status."
    ),
    "ecosoc-access.unknown": _(
        "Only organisations with consultative status of the UN Economic and Social Council (ECOSOC) can be "
        "accredited. You have not said whether you have it."
    ),
    "ecosoc-access.sponsor-unknown": _(
        "You have no consultative status of the UN Economic and Social Council (ECOSOC). A partner that has it can "
        "accredit your people; whether one would is not known."
    ),
    "pattern.pass": _("You describe a consistent pattern. It must be of gross violations and reliably attested."),
    "pattern.fail.single-case": _("Only consistent patterns of gross violations are taken; one case is not enough."),
    "pattern.fail.several-cases": _(
        "Only consistent patterns of gross violations are taken; several cases are not yet a pattern."
    ),
    "pattern.fail.law-or-policy": _(
        "Only consistent patterns of gross violations are taken; a law or policy is not one by itself."
    ),
    "pattern.unknown": _(
        "Only consistent patterns of gross violations are taken. You have not said what the problem is like."
    ),
    "direct-knowledge.pass": _("You know it at first hand."),
    "direct-knowledge.arguable": _(
        "Direct and reliable knowledge is asked for. Knowledge from others can do if it comes with clear evidence."
    ),
    "direct-knowledge.fail": _("A complaint that rests on media reports alone is not admitted."),
    "direct-knowledge.unknown": _("Direct and reliable knowledge is asked for. You have not said how you know."),
}

GATES: Mapping[str, "StrPromise"] = {
    **REMEDIES,
    **TREATIES,
    **PERSONS,
    **FACTS,
    **TIME,
    **ELSEWHERE,
    **PEOPLE,
    **ACCESS,
}


def gate_text(route: RouteSlug, gate: GateResult, edition: Edition) -> str:
    """What a gate says, in a sentence. Raises ``KeyError`` for a code without words."""
    keys = (f"{gate.code}@{gate.params.get('treaty', '')}", f"{gate.code}@{route}", gate.code)
    sentence = next((GATES[key] for key in keys if key in GATES), None)
    if sentence is None:
        raise KeyError(gate.code)
    return fill(sentence, gate.params, edition)
