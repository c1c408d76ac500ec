"""The conditions of a route in sentences, by the code of the gate's result.

A sentence never promises that a body takes a matter up: that is for the body to say. A key with ``@route`` words a code for one route.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rules.facts.edition import Edition
from rules.result import GateResult
from rules.vocabulary import GateSlug, Result, RouteSlug

from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

GATE_LABELS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.UN_MEMBER: _("A Member of the UN"),
    GateSlug.ONE_COUNTRY: _("About one State"),
    GateSlug.MANDATE_COVERAGE: _("An expert on your theme or State"),
    GateSlug.ECOSOC_ACCESS: _("Access to the Council"),
    GateSlug.PATTERN: _("A consistent pattern"),
    GateSlug.DIRECT_KNOWLEDGE: _("Direct and reliable knowledge"),
    GateSlug.TREATY_RATIFIED: _("A treaty binds the State"),
    GateSlug.COMPETENCE_ACCEPTED: _("The State accepts complaints"),
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
    GateSlug.ECOSOC_ACCESS: _("A partner with consultative status, or status of your own."),
    GateSlug.PATTERN: _("A consistent pattern of gross violations that you can show."),
    GateSlug.DIRECT_KNOWLEDGE: _("Direct and reliable knowledge of your own."),
    GateSlug.TREATY_RATIFIED: _("Only the State itself, by ratifying a treaty on your themes."),
    GateSlug.COMPETENCE_ACCEPTED: _("Only the State itself, by accepting complaints to the committee."),
    GateSlug.DOMESTIC_REMEDIES: _("The last decision in the country, or proof that the remedies do not work."),
    GateSlug.TIME_LIMIT: _("Nothing but an exception for late complaints, if there is one."),
    GateSlug.SAME_MATTER: _("As a rule nothing, once another body has the same matter."),
    GateSlug.VICTIM_CONSENT: _("The agreement of the people affected, or a good reason why they cannot be asked."),
    GateSlug.IDENTIFIED_AUTHOR: _("An author whom the UN knows, even if nobody else does."),
    GateSlug.IS_A_CASE: _("A person or a group who was harmed, and who agrees."),
}
"""What would open a route that a condition shuts."""

REMEDIES: Mapping[str, "StrPromise"] = {
    "domestic-remedies.pass": _(
        "Remedies in the country are exhausted: they were tried up to the last decision, as this route asks."
    ),
    "domestic-remedies.arguable": _(
        "This route asks you to use the remedies in the country first. There is an exception where they do not work "
        "or take unreasonably long. You would have to show that this is so."
    ),
    "domestic-remedies.fail.not-started": _(
        "This route opens only after the remedies in the country were tried up to the last decision. None has been "
        "started."
    ),
    "domestic-remedies.fail.under-way": _(
        "This route opens only after the remedies in the country were tried up to the last decision. A case or "
        "appeal is still going on."
    ),
    "domestic-remedies.unknown": _(
        "This route asks that the remedies in the country were tried up to the last decision, or that they do not "
        "work. You have not said what was tried."
    ),
    "domestic-remedies.no-case": _("This matters for cases only, and you describe none."),
    "domestic-remedies.not-needed.special-procedures": _("You need not go to the courts of the country first."),
    "domestic-remedies.not-needed.upr": _(
        "You need not go to the courts of the country first: the review looks at the whole record of a State and "
        "decides no complaint."
    ),
    "domestic-remedies.not-needed.council-sessions": _(
        "You need not go to the courts of the country first to raise a situation."
    ),
    "domestic-remedies.not-needed.treaty-body-review": _(
        "You need not go to the courts of the country first to send a report."
    ),
    "domestic-remedies.not-needed.treaty-body-complaint": _("You need not go to the courts of the country first."),
    "domestic-remedies.not-needed.complaint-procedure": _("You need not go to the courts of the country first."),
}

TREATIES: Mapping[str, "StrPromise"] = {
    "treaty-ratified.pass": _("A treaty on your themes binds the State. %(treaties)s."),
    "treaty-ratified.signed-only": _(
        "The State has signed but not ratified, and a signature does not bind. %(treaties)s."
    ),
    "treaty-ratified.fail": _(
        "No treaty on your themes binds the State. A committee can look only at States that are bound."
    ),
    "treaty-ratified.no-state": _("A treaty committee looks at one State at a time, and you named no State."),
    "treaty-ratified.region": _(
        "Name the State that you mean: a treaty committee looks at one State at a time, and not all are bound by the "
        "same treaties."
    ),
    "treaty-ratified.unknown": _(
        "A treaty on your theme must bind the State. Which one does depends on the State and the theme."
    ),
    "treaty-ratified.not-needed.special-procedures": _("It does not matter which treaties the State has ratified."),
    "treaty-ratified.not-needed.upr": _("Every UN Member State is reviewed, whatever it has ratified."),
    "treaty-ratified.not-needed.council-sessions": _("Any State can be raised, whatever it has ratified."),
    "treaty-ratified.not-needed.treaty-body-review": _("It does not matter which treaties the State has ratified."),
    "treaty-ratified.not-needed.treaty-body-complaint": _("It does not matter which treaties the State has ratified."),
    "treaty-ratified.not-needed.complaint-procedure": _("All rights are covered, whatever the State has ratified."),
    "competence-accepted.pass": _("The State has accepted complaints by individuals. %(treaties)s."),
    "competence-accepted.fail": _(
        "The State has not accepted complaints by individuals to this committee, so the committee must turn them "
        "away. %(treaties)s."
    ),
    "competence-accepted.not-bound": _(
        "The State is not bound by a treaty on your themes, so its committee cannot take a complaint. %(treaties)s."
    ),
    "competence-accepted.not-in-force": _(
        "The complaints procedure of this treaty has not started for any State. %(treaties)s."
    ),
    "competence-accepted.continuing": _(
        "Complaints against %(country)s count from %(since)s: %(treaty)s. The events began before that day, but you "
        "say that they go on. The committee may look at what went on after that day."
    ),
    "competence-accepted.facts-before": _(
        "Complaints against %(country)s count from %(since)s: %(treaty)s. The latest event lies before that day. The "
        "committee may look at it only if the violation went on after that day."
    ),
    "competence-accepted.no-treaty": _("There is no treaty committee to complain to about these States and themes."),
    "competence-accepted.unknown": _(
        "The State must have accepted complaints to this committee. Whether it has depends on the State and the theme."
    ),
}

TIME: Mapping[str, "StrPromise"] = {
    "time-limit.pass": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. The "
        "last day is %(last)s.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. The "
        "last day is %(last)s.",
        "months",
    ),
    "time-limit.no-limit": _(
        "%(committee)s sets no fixed time limit. File soon all the same: long delays have to be explained."
    ),
    "time-limit.no-decision": _(
        "%(committee)s counts its time limit from the last decision in the country, and there is none. Explain why "
        "the remedies do not work and since when, and do not wait."
    ),
    "time-limit.not-running": ngettext_lazy(
        "%(committee)s counts %(months)s month from the last decision in the country. There is none yet, so "
        "the time is not running.",
        "%(committee)s counts %(months)s months from the last decision in the country. There is none yet, so "
        "the time is not running.",
        "months",
    ),
    "time-limit.guidance": _(
        "%(committee)s sets no fixed time limit, but it may see a very late complaint as abuse if the delay is not "
        "explained."
    ),
    "time-limit.guidance.until": ngettext_lazy(
        "%(committee)s sets no fixed time limit. After %(months)s month, so from %(last)s on, it may see a "
        "complaint as abuse if the delay is not explained.",
        "%(committee)s sets no fixed time limit. After %(months)s months, so from %(last)s on, it may see a "
        "complaint as abuse if the delay is not explained.",
        "months",
    ),
    "time-limit.guidance-over": ngettext_lazy(
        "%(committee)s sets no fixed time limit, but %(months)s month after the last decision it may see a "
        "complaint as abuse. That was %(last)s: you would have to explain the delay.",
        "%(committee)s sets no fixed time limit, but %(months)s months after the last decision it may see a "
        "complaint as abuse. That was %(last)s: you would have to explain the delay.",
        "months",
    ),
    "time-limit.fail": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. That "
        "ended on %(last)s. Ask a lawyer whether an exception for late complaints could apply.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. That "
        "ended on %(last)s. Ask a lawyer whether an exception for late complaints could apply.",
        "months",
    ),
    "time-limit.unknown": _(
        "Some committees set a time limit, counted from the last decision in the country. You have not said when "
        "that was, or which State and theme it is about."
    ),
    "time-limit.no-treaty": _("There is no treaty committee to complain to about these States and themes."),
}

ELSEWHERE: Mapping[str, "StrPromise"] = {
    "same-matter.pass": _(
        "You say that no other international procedure has, or had, this matter. Name every other filing all the same."
    ),
    "same-matter.pass@complaint-procedure": _(
        "You say that no other international procedure has, or had, this matter. Know that letters to UN experts "
        "about the same pattern can close this route."
    ),
    "same-matter.no-bar": _(
        "%(treaty)s does not itself bar a matter that is before another body. Name every other filing all the same."
    ),
    "same-matter.if-not-pending": _(
        "%(committee)s turns away a matter that is still pending before another international body. Once that is "
        "over it may look at it, unless the State has made a reservation about this."
    ),
    "same-matter.fail": _(
        "The matter is, or was, before another international body. Under %(treaty)s, or by a reservation of the "
        "State, that bars a complaint."
    ),
    "same-matter.fail.complaint-procedure": _(
        "The matter is, or was, before another procedure. A pattern that a UN expert, a treaty committee or a "
        "similar UN or regional procedure already deals with is not admitted."
    ),
    "same-matter.country-mandate": _(
        "The Council has an expert on this State (%(mandates)s). If that expert already deals with the pattern, it "
        "is not admitted here."
    ),
    "same-matter.unknown": _(
        "Whether the matter is, or was, before another international procedure can bar a complaint. You have not said."
    ),
    "same-matter.no-case": _("This matters for cases only, and you describe none."),
    "same-matter.no-treaty": _("There is no treaty committee to complain to about these States and themes."),
}

PEOPLE: Mapping[str, "StrPromise"] = {
    "victim-consent.pass": _("You are the people affected, or act with their agreement."),
    "victim-consent.fail": _(
        "A committee takes a complaint from the people affected, or from somebody with their authority. Acting "
        "without it has to be explained, for example because the person is missing or held in secret."
    ),
    "victim-consent.condition": _(
        "Ask first: get the informed agreement of the victim or the family before you write about a case."
    ),
    "victim-consent.unknown": _(
        "Get the agreement of the people affected before you write about them. You have not said whether they agree."
    ),
    "victim-consent.no-case": _("This matters for cases only, and you describe none."),
    "identified-author.pass.open": _("Whoever receives it will know who is writing."),
    "identified-author.pass.names-withheld": _(
        "The UN knows who is writing. Say clearly which names must stay out of what is published."
    ),
    "identified-author.pass.names-withheld@special-procedures": _(
        "The experts know who is writing and as a rule keep it confidential. Be prepared that the State learns the "
        "victim's name, since it is asked to answer: say clearly what must stay out."
    ),
    "identified-author.pass.names-withheld@treaty-body-complaint": _(
        "The committee knows who is writing. You can ask that names stay out of published papers. The State is asked "
        "to answer, so expect it to learn who the victim is."
    ),
    "identified-author.pass.names-withheld@complaint-procedure": _(
        "The procedure is confidential, but OHCHR (the UN Human Rights Office) must know who is writing, and a "
        "complaint that is not screened out is sent to the State."
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
    "mandate-coverage.fail": _("No UN expert has a mandate on a theme or a State that you named."),
    "mandate-coverage.unknown": _(
        "An expert must have a mandate on a theme or a State that you name. You have not named both."
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

GATES: Mapping[str, "StrPromise"] = {**REMEDIES, **TREATIES, **TIME, **ELSEWHERE, **PEOPLE, **ACCESS}


def gate_text(route: RouteSlug, gate: GateResult, edition: Edition) -> str:
    """What a gate says, in a sentence. Raises ``KeyError`` for a code without words."""
    keys = (f"{gate.code}@{route}", f"{gate.code}.until" if "last" in gate.params else "", gate.code)
    sentence = next((GATES[key] for key in keys if key in GATES), None)
    if sentence is None:
        raise KeyError(gate.code)
    return fill(sentence, gate.params, edition)
