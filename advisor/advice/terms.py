"""Which word of the glossary explains an action, a condition, a date, a route or a door. By its name in `mechanisms.glossary`."""

from collections.abc import Mapping

from rules.vocabulary import ActionSlug as A
from rules.vocabulary import DateCode as D
from rules.vocabulary import GateSlug as G
from rules.vocabulary import PointerSlug, RouteSlug

ACTIONS: Mapping[A, str] = {
    A.URGENT_APPEAL: "urgent-appeal",
    A.ALLEGATION_LETTER: "letter-of-allegation",
    A.LEGISLATION_LETTER: "other-letter",
    A.WGAD_COMPLAINT: "wgad",
    A.WGAD_URGENT: "wgad",
    A.WGEID_URGENT: "wgeid",
    A.WGEID_STANDARD: "wgeid",
    A.WGEID_GENERAL_ALLEGATION: "wgeid",
    A.CALL_FOR_INPUT: "call-for-input",
    A.REQUEST_VISIT: "country-visit",
    A.MEET_ON_VISIT: "country-visit",
    A.NATIONAL_CONSULTATION: "national-report",
    A.PREPARE_SUBMISSION: "stakeholder-submission",
    A.SUBMISSION: "stakeholder-submission",
    A.JOINT_SUBMISSION: "joint-submission",
    A.PRE_SESSION: "pre-session",
    A.LOBBY_STATES: "lobbying",
    A.CHECK_REVIEW_HELD: "upr-working-group",
    A.ADOPTION_STATEMENT: "adoption",
    A.FOLLOW_UP: "mid-term-report",
    A.WRITTEN_STATEMENT: "written-statement",
    A.ORAL_STATEMENT: "oral-statement",
    A.SIDE_EVENT: "side-event",
    A.LOBBY_COUNCIL: "lobbying",
    A.SEEK_RESOLUTION: "resolution",
    A.CALL_SPECIAL_SESSION: "special-session",
    A.SUBMIT_EVIDENCE: "informed-consent",
    A.FIND_SPONSOR: "sponsor",
    A.APPLY_ECOSOC: "consultative-status",
    A.COMPLAINT: "complaint-procedure",
    A.COMMUNICATION: "individual-communication",
    A.INTERIM_MEASURES: "interim-measures",
    A.CED_URGENT_ACTION: "ced-urgent-action",
    A.ALTERNATIVE_REPORT: "alternative-report",
    A.LIST_OF_ISSUES_INPUT: "list-of-issues",
    A.INQUIRY_REQUEST: "inquiry",
    A.CERD_URGENT_PROCEDURE: "treaty-body",
}

GATES: Mapping[G, str] = {
    G.MANDATE_COVERAGE: "mandate",
    G.ECOSOC_ACCESS: "consultative-status",
    G.PATTERN: "pattern",
    G.TREATY_RATIFIED: "ratification",
    G.RIGHT_COVERED: "treaty",
    G.COMPETENCE_ACCEPTED: "competence",
    G.DOMESTIC_REMEDIES: "domestic-remedies",
    G.TIME_LIMIT: "time-limit",
    G.SAME_MATTER: "same-matter",
    G.VICTIM_CONSENT: "informed-consent",
    G.IDENTIFIED_AUTHOR: "anonymous",
}
"""Conditions whose names need no word explained are not here."""

DATES: Mapping[D, str] = {
    D.UPR_STAKEHOLDER_DEADLINE: "stakeholder-submission",
    D.UPR_NATIONAL_REPORT: "national-report",
    D.UPR_PRE_SESSION: "pre-session",
    D.UPR_PRE_SESSION_APPLICATION: "pre-session",
    D.UPR_REVIEW: "upr-working-group",
    D.UPR_ADOPTION: "adoption",
    D.COUNCIL_SESSION: "council-session",
    D.COUNCIL_WRITTEN_STATEMENT: "written-statement",
    D.COUNCIL_SIDE_EVENT: "side-event",
    D.COUNCIL_SPEAKERS_LIST: "oral-statement",
    D.PETITION_LIMIT: "time-limit",
    D.WGEID_URGENT_LIMIT: "wgeid",
    D.CALL_FOR_INPUT: "call-for-input",
    D.ECOSOC_APPLICATION: "consultative-status",
    D.FOLLOW_UP: "mid-term-report",
    D.TB_SESSION: "treaty-body",
    D.TB_REVIEW: "treaty-body",
    D.TB_REPORT_DUE: "treaty-body",
    D.TB_NGO_REPORT: "alternative-report",
    D.MANDATE_RENEWAL: "mandate",
}

ROUTES: Mapping[RouteSlug, str] = {
    RouteSlug.SPECIAL_PROCEDURES: "special-procedures",
    RouteSlug.UPR: "upr",
    RouteSlug.COUNCIL_SESSIONS: "council-session",
    RouteSlug.TREATY_BODY_REVIEW: "treaty-body",
    RouteSlug.TREATY_BODY_COMPLAINT: "individual-communication",
    RouteSlug.COMPLAINT_PROCEDURE: "complaint-procedure",
}

POINTERS: Mapping[PointerSlug, str] = {PointerSlug.REPRISALS: "reprisal"}
