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

REMEDIES: Mapping[str, "StrPromise"] = {
    "domestic-remedies.pass": _(
        "Remedies in the country are exhausted: they were tried up to the last decision, as this route asks."
    ),
    "domestic-remedies.arguable": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. You would have to show that this is so: doubt alone is not enough."
    ),
    "domestic-remedies.does-not-stop-it": _(
        "A remedy is left, but you say that the authorities need not wait for it. A remedy that does not stop the act "
        "in time need not be used first: the Committee against Torture has said so about expulsions. Show that it "
        "would not stop it."
    ),
    "domestic-remedies.ask-for-a-stay": _(
        "You say that the authorities must wait for a court. Ask that court for a stay now: an order to wait. Keep the request to the committee ready for the hour it is refused."
    ),
    "domestic-remedies.does-it-stop-it": _(
        "A remedy is left. As a rule it comes first if the authorities have to wait for its result. If they can act before, it need not. You have not said which it is: ask a lawyer today."
    ),
    "domestic-remedies.fail.not-started": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. None has been started."
    ),
    "domestic-remedies.fail.not-started@treaty-body-complaint": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work, take unreasonably long, or would not stop the harm in time. None has been started."
    ),
    "domestic-remedies.fail.under-way": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. A case or appeal is still going on."
    ),
    "domestic-remedies.fail.under-way@treaty-body-complaint": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work, take unreasonably long, or would not stop the harm in time. A case or appeal is still going on."
    ),
    "domestic-remedies.unknown": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. You have not said what was tried."
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
    "treaty-ratified.pass@treaty-body-complaint": _("This treaty binds the State. %(treaties)s."),
    "treaty-ratified.signed-only": _(
        "The State has signed but not ratified, and a signature does not bind. %(treaties)s."
    ),
    "treaty-ratified.fail": _(
        "No treaty on your themes binds the State. A committee can look only at States that are bound."
    ),
    "treaty-ratified.fail@treaty-body-complaint": _(
        "This treaty does not bind the State, and its committee can look only at States that are bound. %(treaties)s."
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
    "right-covered.pass": _("The treaty names a right that is concerned: %(treaty)s."),
    "right-covered.framed": _(
        "The treaty does not name this right, but the matter can be argued under it on one condition: %(condition)s. The "
        "treaty: %(treaty)s."
    ),
    "right-covered.framed.covenant": _(
        "The treaty does not name this right: %(treaty)s. The matter can be argued under it if life, body, private life, home or family is at stake. It can be, too, if you were treated worse than others."
    ),
    "right-covered.name-the-right": _(
        "You named no right. Name the right that was broken, since each treaty covers certain rights: whether this one "
        "does is open. %(treaty)s."
    ),
    "right-covered.subject-excluded": _(
        "The State has kept this subject from the committee, so it cannot be argued under this treaty: %(treaty)s. Its limit, in short: “%(limit)s”"
    ),
    "right-covered.no-treaty": _("No treaty binds the State here, so there is none to cover the right."),
    "right-covered.unknown.committee": _(
        "The treaty must cover the right, by name or on a condition. Name the State and the theme to see which one does."
    ),
    "competence-accepted.pass": _(
        "%(country)s has accepted complaints by individuals to this committee: %(committee)s."
    ),
    "competence-accepted.fail": _(
        "%(country)s has not accepted complaints by individuals to this committee, so it must turn them away: "
        "%(committee)s."
    ),
    "competence-accepted.not-bound": _(
        "%(country)s is not bound by the treaty of this committee, so it cannot take a complaint: %(committee)s."
    ),
    "competence-accepted.not-in-force": _(
        "The complaints procedure of this committee has not started for any State: %(committee)s."
    ),
    "competence-accepted.not-in-force@cmw": _(
        "The complaints procedure of this committee starts only when ten States have accepted it, and so far too few "
        "have: %(committee)s."
    ),
    "competence-accepted.unknown.committee": _(
        "The State must have accepted complaints to the committee. Name the State and the theme to see whether it has."
    ),
}

EVERYBODY = _(
    "%(committee)s takes complaints by or for any person, whatever group they belong to, but not for an organisation. Each "
    "person must be named to it."
)
EVERYBODY_AND_GROUPS = _(
    "%(committee)s takes complaints by or for any person or group of persons, but not for an organisation."
)

PERSONS: Mapping[str, "StrPromise"] = {
    "victim-group.everybody": EVERYBODY,
    "victim-group.everybody@icescr": EVERYBODY_AND_GROUPS,
    "victim-group.pass.women": _(
        "%(committee)s takes complaints only for women and girls, and you say that this is so. One person or a group can complain. For trans women it can be argued."
    ),
    "victim-group.pass.children": _(
        "%(committee)s takes complaints only for people who were under 18 when it happened, and you say that this is so. They may have grown up since. One person or a group can complain."
    ),
    "victim-group.pass.persons-with-disabilities": _(
        "%(committee)s takes complaints only for persons with disabilities, and you say that this is so. Mental or intellectual disabilities count, and a long-term illness can. One person or a group can complain."
    ),
    "victim-group.pass.race-or-origin": _(
        "%(committee)s takes complaints only where race, colour, descent or national or ethnic origin is the reason, and you say that this is so. One person or a group can complain. For an organisation as the victim it can be argued."
    ),
    "victim-group.pass.migrant-workers": _(
        "%(committee)s takes complaints only for migrant workers and members of their families, and you say that this is so."
    ),
    "victim-group.unknown.women": _(
        "%(committee)s takes a complaint only if it is for women or girls. You have not said who is affected."
    ),
    "victim-group.unknown.children": _(
        "%(committee)s takes a complaint only if it is for people who were under 18 when it happened. You have not said "
        "who is affected."
    ),
    "victim-group.unknown.persons-with-disabilities": _(
        "%(committee)s takes a complaint only if it is for persons with disabilities. Mental or intellectual disabilities "
        "count, and a long-term illness can. You have not said who is affected."
    ),
    "victim-group.unknown.race-or-origin": _(
        "%(committee)s takes a complaint only if race, colour, descent or national or ethnic origin is the reason. You "
        "have not said who is affected."
    ),
    "victim-group.unknown.migrant-workers": _(
        "%(committee)s takes a complaint only if it is for migrant workers or members of their families. You have not "
        "said who is affected."
    ),
    "victim-group.unknown.committee": _(
        "Some committees take everybody, others only certain people, such as women or children. Name the State and the "
        "theme to see which."
    ),
    "victim-group.fail.women": _(
        "%(committee)s takes complaints only for women and girls. You do not count any among those affected."
    ),
    "victim-group.fail.children": _(
        "%(committee)s takes complaints only for people who were under 18 when it happened. You do not count any among "
        "those affected."
    ),
    "victim-group.fail.persons-with-disabilities": _(
        "%(committee)s takes complaints only for persons with disabilities. You do not count any among those affected."
    ),
    "victim-group.fail.race-or-origin": _(
        "%(committee)s takes complaints only where race, colour, descent or national or ethnic origin is the reason. You "
        "do not say that it is."
    ),
    "victim-group.fail.migrant-workers": _(
        "%(committee)s takes complaints only for migrant workers and members of their families. You do not count any "
        "among those affected."
    ),
    "victim-group.no-case": _("This matters for cases only, and you describe none."),
}

FACTS: Mapping[str, "StrPromise"] = {
    "facts-in-time.pass": _(
        "It began on or after %(since)s. From that day on this committee looks at what happens in %(country)s: "
        "%(committee)s."
    ),
    "facts-in-time.not-bound": _(
        "There is no day to count from, since this committee cannot take complaints against %(country)s: %(committee)s."
    ),
    "facts-in-time.if-it-began-then": _(
        "This is met only if it began on or after %(since)s: from that day on %(committee)s looks at what happens in "
        "%(country)s. You have not said when it began."
    ),
    "facts-in-time.begun-before": _(
        "It began before %(since)s. %(committee)s can look only at what happened in %(country)s from that day on, or at "
        "what went on after it: build the complaint on that."
    ),
    "facts-in-time.goes-on": _(
        "All that you date lies before %(since)s, the day from which %(committee)s looks at what happens in %(country)s. It mostly turns such complaints away. You would have to show that the violation itself, or an effect that is a violation too, went on after that day."
    ),
    "facts-in-time.before": _(
        "It happened before %(since)s, the day from which %(committee)s looks at what happens in %(country)s. It mostly turns such complaints away. You would have to show that an effect which is itself a violation went on after that day."
    ),
    "facts-in-time.fail.before": _(
        "It happened before %(since)s and is over. %(committee)s must turn away complaints against %(country)s about what "
        "ended before that day."
    ),
    "facts-in-time.fail.before.declared": _(
        "It happened before %(since)s and is over. %(country)s has accepted complaints to this committee only about what "
        "happened later: %(committee)s."
    ),
    "facts-in-time.unknown": _(
        "%(committee)s must turn away what ended before %(since)s in %(country)s. You have not said enough about when it "
        "happened and whether it goes on."
    ),
    "facts-in-time.unknown.ced": _(
        "%(committee)s takes a disappearance only if it began on or after %(since)s, when the Convention bound "
        "%(country)s. You have not said when it began."
    ),
    "facts-in-time.fail.ced": _(
        "The disappearance began before %(since)s, when the Convention bound %(country)s. %(committee)s must turn it "
        "away, even if the person is still missing."
    ),
    "facts-in-time.unknown.committee": _(
        "A committee looks only at what happened after the State was bound, or went on after it. Name the State and the "
        "theme to see from which day."
    ),
    "facts-in-time.no-case": _("This matters for cases only, and you describe none."),
}

TIME: Mapping[str, "StrPromise"] = {
    "time-limit.pass": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. The "
        "last day is %(last)s.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. The "
        "last day is %(last)s.",
        "months",
    ),
    "time-limit.pass@cerd": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. The last day is "
        "%(last)s. If the State has named a body of its own for such complaints, that body comes first, and the last day "
        "can be another.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. The last day is "
        "%(last)s. If the State has named a body of its own for such complaints, that body comes first, and the last day "
        "can be another.",
        "months",
    ),
    "time-limit.no-limit": _(
        "%(committee)s sets no fixed time limit. File soon all the same: long delays have to be explained."
    ),
    "time-limit.no-decision": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. You say that the "
        "remedies do not work, so that no decision may start the time. To be safe, file within it from the last step.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. You say that the "
        "remedies do not work, so that no decision may start the time. To be safe, file within it from the last step.",
        "months",
    ),
    "time-limit.not-running": ngettext_lazy(
        "%(committee)s counts %(months)s month from the last decision in the country. There is none yet, so "
        "the time is not running.",
        "%(committee)s counts %(months)s months from the last decision in the country. There is none yet, so "
        "the time is not running.",
        "months",
    ),
    "time-limit.guidance": _(
        "%(committee)s sets no fixed time limit. After %(last)s it may see a complaint as abuse if the delay is not "
        "explained."
    ),
    "time-limit.guidance.no-decision": _(
        "%(committee)s sets no fixed time limit. You say that the remedies do not work: explain since when, and do not "
        "wait, since it may see a very late complaint as abuse."
    ),
    "time-limit.guidance.not-dated": ngettext_lazy(
        "%(committee)s sets no fixed time limit. But %(months)s month after the last decision in the country, it may see a "
        "complaint as abuse if the delay is not explained. You have not said when that decision was.",
        "%(committee)s sets no fixed time limit. But %(months)s months after the last decision in the country, it may see a "
        "complaint as abuse if the delay is not explained. You have not said when that decision was.",
        "months",
    ),
    "time-limit.guidance-over": _(
        "%(committee)s sets no fixed time limit, but after %(last)s it may see a complaint as abuse. That day is past: "
        "you would have to explain the delay."
    ),
    "time-limit.fail": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. That "
        "ended on %(last)s. Ask a lawyer whether an exception for late complaints could apply.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. That "
        "ended on %(last)s. Ask a lawyer whether an exception for late complaints could apply.",
        "months",
    ),
    "time-limit.unknown": ngettext_lazy(
        "%(committee)s takes complaints up to %(months)s month after the last decision in the country. Whether that time "
        "has ended cannot be told from your answers.",
        "%(committee)s takes complaints up to %(months)s months after the last decision in the country. Whether that time "
        "has ended cannot be told from your answers.",
        "months",
    ),
    "time-limit.unknown.committee": _(
        "Some committees set a time limit, counted from the last decision in the country. Name the State and the theme to "
        "see which."
    ),
}

ELSEWHERE: Mapping[str, "StrPromise"] = {
    "same-matter.pass": _(
        "You say that no other international procedure has, or had, this matter. Name every other filing all the same."
    ),
    "same-matter.expert-letter": _(
        "A letter to a UN expert is normally not counted as another procedure. Name it in the complaint all the same."
    ),
    "same-matter.no-bar": _(
        "As far as we know, neither this treaty nor a reservation of %(country)s bars a matter that another body has or had: %(treaty)s. Name every other filing all the same."
    ),
    "same-matter.no-bar.pending": _(
        "Another body is dealing with the matter. As far as we know, neither this treaty nor a reservation of %(country)s makes that a bar: %(treaty)s. Name that filing."
    ),
    "same-matter.no-bar.examined": _(
        "Another body has examined the matter. As far as we know, neither this treaty nor a reservation of %(country)s makes that a bar: %(treaty)s. Enclose what it decided."
    ),
    "same-matter.no-bar.not-examined": _(
        "Another body did not examine the matter itself. As far as we know, neither this treaty nor a reservation of %(country)s makes that a bar: %(treaty)s. Enclose what that body wrote."
    ),
    "same-matter.arguable.pending": _(
        "%(committee)s turns away a matter against %(country)s that one certain other body is dealing with. Check whether "
        "it is the body that has yours."
    ),
    "same-matter.arguable.examined": _(
        "%(committee)s turns away a matter against %(country)s that one certain other body has examined. Check whether it "
        "is the body that had yours."
    ),
    "same-matter.arguable.not-examined": _(
        "%(committee)s turns away a matter against %(country)s that another body has examined. You can argue that yours "
        "was not: no decision was made on whether rights were broken. Enclose what that body wrote."
    ),
    "same-matter.fail.pending": _(
        "Another international body is dealing with the same matter. %(committee)s cannot take it while that lasts."
    ),
    "same-matter.fail.examined": _(
        "Another international body has decided whether rights were broken. %(committee)s then cannot take the same matter "
        "against %(country)s."
    ),
    "same-matter.fail.not-examined": _(
        "The matter was sent to another international body. By its own reservation %(country)s bars that at this "
        "committee, whatever came of it: %(committee)s."
    ),
    "same-matter.wgad": _(
        "The Working Group on Arbitrary Detention has, or had, the matter. We know of no settled answer on whether that "
        "bars a complaint to this committee: %(committee)s. Ask for legal advice first."
    ),
    "same-matter.unclear": _(
        "The matter is, or was, before another body. Whether that bars a complaint to this committee depends on which body "
        "it was and how it ended: %(committee)s. Find that out first."
    ),
    "same-matter.unknown": _(
        "Whether the matter is, or was, before another international procedure can bar a complaint. You have not said."
    ),
    "same-matter.unknown@complaint-procedure": _(
        "A pattern that another international procedure is dealing with is not admitted. You have not said whether that "
        "is so."
    ),
    "same-matter.unknown.committee": _(
        "Some committees turn away a matter that another international body has or had. Name the State and the theme to "
        "see which."
    ),
    "same-matter.complaint-procedure.pass": _(
        "You say that no other international procedure has this matter. Take care: letters that we advise here, to UN "
        "experts or a committee, can close this route while they run."
    ),
    "same-matter.complaint-procedure.over": _(
        "Another procedure had the matter and has ended. Only what is being dealt with is barred, so you can argue that "
        "this route is open. Letters that we advise here can close it while they run."
    ),
    "same-matter.complaint-procedure.unclear": _(
        "The matter is, or was, before another procedure. Only what is being dealt with is barred. Find out whether it has "
        "ended."
    ),
    "same-matter.complaint-procedure.expert-letter": _(
        "A UN expert has had a letter about this. A pattern that an expert already deals with is not admitted. You can "
        "argue that the letter was not about the pattern."
    ),
    "same-matter.complaint-procedure.wgad": _(
        "The Working Group on Arbitrary Detention has, or had, this. A pattern that a UN expert group already deals with is "
        "not admitted. You can argue that its work was not about the pattern."
    ),
    "same-matter.fail.complaint-procedure": _(
        "Another procedure is dealing with the matter. A pattern that a UN expert, a treaty committee or a similar UN or "
        "regional procedure already deals with is not admitted."
    ),
    "same-matter.country-mandate": _(
        "The Council has an expert on this State (%(mandates)s). If that expert already deals with the pattern, it is not "
        "admitted here. Letters that we advise here can close this route while they run."
    ),
    "same-matter.no-case": _("This matters for cases only, and you describe none."),
}

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
