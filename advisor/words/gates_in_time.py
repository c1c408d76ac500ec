"""What the conditions of time and of other bodies say, by the code of the gate's result; see ``gates``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

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
