"""What to do, in sentences, by the code of the action. The day by which, the State and the addresses stand beside it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rules.facts.edition import Edition
from rules.result import Action
from rules.vocabulary import ActionSlug

from .actions_at_council import COUNCIL, COUNCIL_BEFORE, COUNCIL_NOW
from .actions_to_committees import TO_COMMITTEES
from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

TITLES: Mapping[ActionSlug, "StrPromise"] = {
    ActionSlug.URGENT_APPEAL: _("Ask for an urgent appeal"),
    ActionSlug.ALLEGATION_LETTER: _("Ask for a letter of allegation"),
    ActionSlug.LEGISLATION_LETTER: _("Ask for a letter about the law or policy"),
    ActionSlug.WGAD_COMPLAINT: _("Complain to the Working Group on Arbitrary Detention"),
    ActionSlug.WGAD_URGENT: _("Ask the Working Group on Arbitrary Detention for an urgent appeal"),
    ActionSlug.WGEID_URGENT: _("Use the urgent procedure on disappearances"),
    ActionSlug.WGEID_STANDARD: _("Register the disappearance"),
    ActionSlug.WGEID_GENERAL_ALLEGATION: _("Tell the Working Group about a pattern of disappearances"),
    ActionSlug.CALL_FOR_INPUT: _("Answer calls for input"),
    ActionSlug.REQUEST_VISIT: _("Suggest a country visit"),
    ActionSlug.MEET_ON_VISIT: _("Meet experts during a visit"),
    ActionSlug.PREPARE_SUBMISSION: _("Prepare a submission now"),
    ActionSlug.CHECK_REVIEW_HELD: _("Find out whether the review was held"),
    ActionSlug.NATIONAL_CONSULTATION: _("Take part in the national consultation"),
    ActionSlug.SUBMISSION: _("Send a submission"),
    ActionSlug.JOINT_SUBMISSION: _("Send a joint submission"),
    ActionSlug.PRE_SESSION: _("Speak at a pre-session"),
    ActionSlug.LOBBY_STATES: _("Win States for your recommendations"),
    ActionSlug.ADOPTION_STATEMENT: _("Speak when the outcome is adopted"),
    ActionSlug.FOLLOW_UP: _("Follow up on the recommendations"),
    ActionSlug.WRITTEN_STATEMENT: _("File a written statement"),
    ActionSlug.ORAL_STATEMENT: _("Make an oral statement"),
    ActionSlug.SIDE_EVENT: _("Hold a side event"),
    ActionSlug.LOBBY_COUNCIL: _("Speak with members of the Council"),
    ActionSlug.SEEK_RESOLUTION: _("Seek a resolution"),
    ActionSlug.CALL_SPECIAL_SESSION: _("Ask for a special session or an urgent debate"),
    ActionSlug.SUBMIT_EVIDENCE: _("Send evidence to the body of inquiry"),
    ActionSlug.FIND_SPONSOR: _("Find a partner with consultative status"),
    ActionSlug.APPLY_ECOSOC: _("Apply for consultative status"),
    ActionSlug.COMPLAINT: _("Send a complaint to the Council"),
    ActionSlug.COMMUNICATION: _("Send a complaint to a committee"),
    ActionSlug.INTERIM_MEASURES: _("Ask for interim measures"),
    ActionSlug.CED_URGENT_ACTION: _("Ask the committee to have the person searched for"),
    ActionSlug.ALTERNATIVE_REPORT: _("Send an alternative report"),
    ActionSlug.LIST_OF_ISSUES_INPUT: _("Propose questions for the list of issues"),
    ActionSlug.INQUIRY_REQUEST: _("Ask for an inquiry"),
    ActionSlug.CERD_URGENT_PROCEDURE: _("Use the urgent procedure on racial discrimination"),
}

LETTERS: Mapping[str, "StrPromise"] = {
    "urgent-appeal.plain": _(
        "Write to all these experts in one message and ask for an urgent appeal. Say who is in danger, what "
        "happened, when and where, who did it, who is writing, and what you want. The experts may then write to the "
        "government within days."
    ),
    "urgent-appeal.ask-first": _(
        "First get the agreement of the person or the family; say so if they cannot be reached. Then write to all "
        "these experts in one message and ask for an urgent appeal. The experts may then write to the government "
        "within days."
    ),
    "urgent-appeal.no-consent": _(
        "The people affected said no. Only if they agree after all, write to all these experts in one message and ask for "
        "an urgent appeal. The experts may then write to the government within days."
    ),
    "allegation-letter.plain": _(
        "Write to all these experts in one message. Say who is affected, what happened, when and where, who did it, "
        "who is writing, and what you want. The experts may then ask the government to answer."
    ),
    "allegation-letter.ask-first": _(
        "First get the agreement of the people affected, and ask separately whether a name may become public. Then "
        "write to all these experts in one message. They may then ask the government to answer."
    ),
    "allegation-letter.no-consent": _(
        "The people affected said no. Only if they agree after all, write to all these experts in one message. They may "
        "then ask the government to answer."
    ),
    "legislation-letter": _(
        "Send the text of the law, bill or policy to all these experts, say which rights it breaks and how, and when "
        "it will be decided. They may write to the government about it."
    ),
    "wgad-complaint": _(
        "Fill in the Group's own questionnaire for each person detained. It asks the State to answer, hears you "
        "again, and may publish an opinion on whether the detention is arbitrary."
    ),
    "wgad-urgent": _(
        "Ask the Working Group on Arbitrary Detention for an urgent appeal too. It takes one where going on with a "
        "detention would endanger the person's health, body or life."
    ),
    "wgeid-urgent": ngettext_lazy(
        "Use the form of the Working Group on Enforced or Involuntary Disappearances, with the family's "
        "agreement. A disappearance of the last %(rule_wgeid_urgent_months)s month goes to the State within a"
        " day or two.",
        "Use the form of the Working Group on Enforced or Involuntary Disappearances, with the family's "
        "agreement. A disappearance of the last %(rule_wgeid_urgent_months)s months goes to the State within "
        "a day or two.",
        "rule_wgeid_urgent_months",
    ),
    "wgeid-standard": _(
        "Use the form of the Working Group on Enforced or Involuntary Disappearances, with the family's agreement. "
        "It acts as a channel between family and State to find the person."
    ),
    "wgeid-standard.date-not-known": ngettext_lazy(
        "Use the form of the Working Group on Enforced or Involuntary Disappearances, with the family's "
        "agreement. If the person was taken within the last %(rule_wgeid_urgent_months)s month, ask for the "
        "urgent procedure.",
        "Use the form of the Working Group on Enforced or Involuntary Disappearances, with the family's "
        "agreement. If the person was taken within the last %(rule_wgeid_urgent_months)s months, ask for the "
        "urgent procedure.",
        "rule_wgeid_urgent_months",
    ),
    "wgeid-general-allegation": _(
        "Describe the pattern and what stands in the way of ending it, with examples. The Working Group on Enforced or "
        "Involuntary Disappearances may send it to the government as a general allegation and ask for an answer."
    ),
    "call-for-input": _("Send your information for this report of an expert: %(title)s."),
    "call-for-input.none-published": _(
        "We know of no open call on your theme. Watch the experts' pages: before each report they publish questions "
        "with a deadline, and anyone may answer."
    ),
    "request-visit": _(
        "Suggest a visit to these experts, with reasons. An expert asks, and the government must invite. A standing "
        "invitation means that it has agreed in principle to every thematic expert."
    ),
    "request-visit.standing": _(
        "Suggest a visit to these experts, with reasons. An expert asks, and the government must invite. A standing invitation "
        "means that it has agreed in principle to every thematic expert. According to our sources, these have issued one: "
        "%(invited)s. Remind the government of it."
    ),
    "meet-on-visit": _(
        "Once a visit is agreed, propose places and people to see, and ask for a private meeting. No one may be "
        "punished for speaking with an expert."
    ),
}

REVIEW_OF_STATES: Mapping[str, "StrPromise"] = {
    "national-consultation": _("Ask the government how it consults organisations for its own report, and take part."),
    "prepare-submission": ngettext_lazy(
        "Begin now, with others where you can: what became of earlier recommendations, what has changed, what reviews "
        "have missed. The deadline is not published yet. Deadlines lie %(rule_upr_deadline_lead_min)s "
        "month to %(rule_upr_deadline_lead_max)s months before a review, so watch OHCHR's page.",
        "Begin now, with others where you can: what became of earlier recommendations, what has changed, what reviews "
        "have missed. The deadline is not published yet. Deadlines lie %(rule_upr_deadline_lead_min)s "
        "to %(rule_upr_deadline_lead_max)s months before a review, so watch OHCHR's page.",
        "rule_upr_deadline_lead_min",
    ),
    "check-review-held": _(
        "The review may be over: its session has begun, and we do not know the State's own day. Look at OHCHR's page or "
        "ask UPR Info. If it was held, no State can be won for it any more, and what is left is the adoption."
    ),
    "check-review-held.moved": _(
        "This review was out of its turn, or its place is not certain, and we found no report of it. Ask OHCHR or UPR "
        "Info whether it was held, and if not, when it will be."
    ),
    "submission": _(
        "Write to OHCHR (the UN Human Rights Office) through its online portal: what became of earlier "
        "recommendations, what has changed, what reviews have missed, and recommendations that a State could read "
        "out. It will be published: leave out what could endanger a person."
    ),
    "submission.not-published": _(
        "Prepare a submission now: what became of earlier recommendations, what has changed, what reviews have "
        "missed. The deadline is not published yet, so watch OHCHR's page."
    ),
    "joint-submission": _(
        "Write one submission with others, also across themes: it may be longer and carries more weight. Each "
        "partner confirms that it is true. It will be published: leave out what could endanger a person."
    ),
    "joint-submission.not-published": _(
        "Find partners and prepare one submission together now: it may be longer and carries more weight. The "
        "deadline is not published yet, so watch OHCHR's page."
    ),
    "pre-session": ngettext_lazy(
        "Apply to UPR Info to speak at its meeting with diplomats before the review. Applications close some "
        "%(rule_upr_pre_session_apply_lead)s week before it.",
        "Apply to UPR Info to speak at its meeting with diplomats before the review. Applications close some "
        "%(rule_upr_pre_session_apply_lead)s weeks before it.",
        "rule_upr_pre_session_apply_lead",
    ),
    "pre-session.not-published": ngettext_lazy(
        "Ask UPR Info about its meeting with diplomats before the review. The day is not published yet; "
        "applications close some %(rule_upr_pre_session_apply_lead)s week before it.",
        "Ask UPR Info about its meeting with diplomats before the review. The day is not published yet; "
        "applications close some %(rule_upr_pre_session_apply_lead)s weeks before it.",
        "rule_upr_pre_session_apply_lead",
    ),
    "lobby-states": _(
        "Ask other States to make your recommendations: first their embassies in the country, then their missions in "
        "Geneva, with one page each. Most is won before the review; during it only States speak."
    ),
    "lobby-states.ask-speaker": _(
        "It is too late to apply for a place at the pre-session: ask an organisation that speaks there to carry your "
        "points. Ask other States to make your recommendations: first their embassies in the country, then their "
        "missions in Geneva, with one page each."
    ),
    "lobby-states.moved": _(
        "This review is out of its turn, or its place is not certain: ask OHCHR or UPR Info whether it takes place as "
        "planned. Until then, ask other States to make your recommendations: first their embassies in the country, then "
        "their missions in Geneva, with one page each."
    ),
    "adoption-statement": _(
        "When the Council adopts the outcome, organisations with consultative status may speak. Urge the State to "
        "accept what it has not accepted yet."
    ),
    "adoption-statement.postponed": _(
        "The adoption of the outcome is postponed. Find out when it will be; organisations with consultative status "
        "may then speak."
    ),
    "follow-up.adoption": _(
        "Read which recommendations the State supports and which it only notes: a noted one promises nothing. Plan "
        "how to hold it to those that it supports."
    ),
    "follow-up": ngettext_lazy(
        "Hold the State to what it accepted, and send a mid-term report. That is voluntary; UPR Info advises "
        "to do it about %(rule_upr_mid_term)s month after the adoption.",
        "Hold the State to what it accepted, and send a mid-term report. That is voluntary; UPR Info advises "
        "to do it about %(rule_upr_mid_term)s months after the adoption.",
        "rule_upr_mid_term",
    ),
    "follow-up.late": _(
        "Hold the State to what it accepted, and gather now what the next submission will say about it."
    ),
    "follow-up.not-scheduled": _(
        "The next review is not scheduled in the published timetable. Hold the State to what it accepted, and watch "
        "OHCHR's page."
    ),
    "follow-up.never-reviewed": _("No review of this State is in our data. Look for it on OHCHR's page."),
}

COMPLAINTS: Mapping[str, "StrPromise"] = {
    "complaint": ngettext_lazy(
        "Use OHCHR's form, signed, in one of the six UN languages, under %(rule_cp_pages)s page. Show the "
        "pattern, how you know, and what was tried in the country. It is confidential, but what is not "
        "screened out is sent to the State.",
        "Use OHCHR's form, signed, in one of the six UN languages, under %(rule_cp_pages)s pages. Show the "
        "pattern, how you know, and what was tried in the country. It is confidential, but what is not "
        "screened out is sent to the State.",
        "rule_cp_pages",
    ),
    "communication": _(
        "Write to this committee only, before its last day. Use its form, in English, French, Russian or Spanish, with "
        "copies of the decisions. Say that you act for the victim, and name every other procedure. The committee may take "
        "it up; expect years."
    ),
    "communication.no-limit": _(
        "Write to this committee only, and soon: no last day can be counted from your answers. Use its form, in English, "
        "French, Russian or Spanish, with copies of the decisions. Say that you act for the victim, and name every other "
        "procedure. The committee may take it up; expect years."
    ),
    "communication.ask-first": _(
        "First ask the people affected, and get their authority in writing. Then write to this committee only, before its "
        "last day. Use its form, in English, French, Russian or Spanish, with copies of the decisions, and name every other "
        "procedure. The committee may take it up; expect years."
    ),
    "communication.no-limit.ask-first": _(
        "First ask the people affected, and get their authority in writing. Then write to this committee only, and soon: no "
        "last day can be counted from your answers. Use its form, in English, French, Russian or Spanish, with copies of the "
        "decisions, and name every other procedure. The committee may take it up; expect years."
    ),
    "interim-measures": _(
        "Write within hours. In the first letter to the committee, ask that the State hold off the act, which could not be "
        "undone. Say what will happen, on which day and at what hour, and which court has been asked. Send the letter to the "
        "UN experts the same day."
    ),
    "interim-measures.if-it-does-not-stop": _(
        "If no court can stop the act in time, write within hours. In the first letter to the committee, ask that the State "
        "hold off the act, which could not be undone. Say what will happen, on which day and at what hour. If a court can "
        "stop it, ask that court first. Send the letter to the UN experts the same day."
    ),
    "ced-urgent-action": _(
        "Ask the Committee on Enforced Disappearances for an urgent action to find the person. Relatives, a lawyer or anyone "
        "else with a legitimate interest may ask. The State need not have accepted complaints, and remedies need not be "
        "exhausted. It must have been reported to the police or prosecutor first where that is possible: enclose the proof. "
        "Ask the secretariat before the same case goes to the Working Group as well."
    ),
    "ced-urgent-action.if-it-began-since": _(
        "Only if the person disappeared on or after %(since)s, ask the Committee on Enforced Disappearances for an urgent "
        "action to find the person. Relatives, a lawyer or anyone else with a legitimate interest may ask. Report it to the "
        "police or prosecutor today, if that is possible, and enclose the proof. Ask the secretariat before the same case "
        "goes to the Working Group as well."
    ),
    "ced-urgent-action.report-first": _(
        "Report it to the police or prosecutor today and enclose the proof. Then ask the Committee on Enforced "
        "Disappearances for an urgent action to find the person. Relatives, a lawyer or anyone else with a legitimate "
        "interest may ask. The State need not have accepted complaints. Ask the secretariat before the same case goes to the "
        "Working Group as well."
    ),
}

INQUIRY = _(
    "Send reliable information on grave or systematic violations of this treaty, and ask for an inquiry. It is confidential; "
    "no victim and no exhausted remedies are needed."
)

REVIEW_BY_COMMITTEES: Mapping[str, "StrPromise"] = {
    **TO_COMMITTEES,
    "inquiry-request.cat": _(
        "Send reliable information that torture is practised systematically in the State, and ask for an inquiry. Single "
        "cases are not enough. It is confidential; no victim and no exhausted remedies are needed."
    ),
    "inquiry-request.cedaw": INQUIRY,
    "inquiry-request.crpd": INQUIRY,
    "inquiry-request.crc": INQUIRY,
    "inquiry-request.icescr": INQUIRY,
    "inquiry-request.ced": _(
        "Send reliable information that the State seriously violates the Convention, and ask the committee to visit the "
        "State. No exhausted remedies are needed."
    ),
    "cerd-urgent-procedure": _(
        "Write to the Committee on the Elimination of Racial Discrimination and ask it to act under its early-warning and "
        "urgent procedure. Say which group is in danger, of what, and why it cannot wait. It is open about every State that "
        "is bound: complaints need not be accepted and remedies need not be exhausted."
    ),
}

ACTIONS: Mapping[str, "StrPromise"] = {
    **LETTERS,
    **REVIEW_OF_STATES,
    **COUNCIL,
    **COUNCIL_NOW,
    **COUNCIL_BEFORE,
    **COMPLAINTS,
    **REVIEW_BY_COMMITTEES,
}


def action_title(action: ActionSlug) -> str:
    """An action in a few words."""
    return str(TITLES[action])


def action_text(action: Action, edition: Edition) -> str:
    """What to do, in a sentence or more. Raises ``KeyError`` for a code without words."""
    return fill(ACTIONS[action.code], action.params, edition)
