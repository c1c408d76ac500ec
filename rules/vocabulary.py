"""Every slug of the advice contract, once. Slugs are stable: none is renamed, new ones are added when needed.

Labels that people read live in ``advisor/wording.py`` and in templates; nothing here is shown as it is.
"""

from enum import StrEnum


class Region(StrEnum):
    """UN regional groups."""

    AFRICAN = "african"
    ASIA_PACIFIC = "asia-pacific"
    EASTERN_EUROPE = "eastern-europe"
    LATIN_AMERICA_CARIBBEAN = "latin-america-caribbean"
    WEOG = "weog"


class Information(StrEnum):
    """The kind of information an organisation holds."""

    THEMES_MANY_COUNTRIES = "themes-many-countries"
    THEMES_ONE_COUNTRY = "themes-one-country"
    COUNTRY_OVERVIEW = "country-overview"
    INDIVIDUAL_CASES = "individual-cases"


class Scale(StrEnum):
    """What the violation is."""

    SINGLE_CASE = "single-case"
    SEVERAL_CASES = "several-cases"
    CONSISTENT_PATTERN = "consistent-pattern"
    LAW_OR_POLICY = "law-or-policy"


class Evidence(StrEnum):
    """How the organisation knows."""

    DIRECT = "direct"
    SECONDARY = "secondary"
    MEDIA_ONLY = "media-only"


class Urgency(StrEnum):
    """Danger to people now."""

    IMMINENT = "imminent"
    ONGOING = "ongoing"
    PAST = "past"


class Consent(StrEnum):
    """Whether the authors are the victims or act with their agreement."""

    VICTIM = "victim"
    GIVEN = "given"
    NOT_GIVEN = "not-given"


class Identification(StrEnum):
    """Who may know who is writing; ``anonymous`` is not even known to the UN."""

    OPEN = "open"
    NAMES_WITHHELD = "names-withheld"
    ANONYMOUS = "anonymous"


class Remedies(StrEnum):
    """Domestic remedies; ``ineffective`` is unavailable, hopeless or unreasonably prolonged."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    EXHAUSTED = "exhausted"
    INEFFECTIVE = "ineffective"


class YesNo(StrEnum):
    """An answer of yes or no."""

    YES = "yes"
    NO = "no"


class Reprisals(StrEnum):
    """Reprisals for cooperating with the UN."""

    NONE = "none"
    FEARED = "feared"
    SUFFERED = "suffered"


class Outcome(StrEnum):
    """What an organisation wants."""

    PROTECTION = "protection"
    MEDIATION = "mediation"
    PUBLIC_ATTENTION = "public-attention"
    COUNTRY_VISIT = "country-visit"
    RECOMMENDATIONS = "recommendations"
    STATE_COMMITMENT = "state-commitment"
    LEGAL_FINDING = "legal-finding"
    LAW_CHANGE = "law-change"
    COUNCIL_ACTION = "council-action"
    EXPERT_REPORT = "expert-report"


class Effort(StrEnum):
    """Work that the organisation can give."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Ecosoc(StrEnum):
    """Consultative status with the Economic and Social Council (ECOSOC)."""

    NONE = "none"
    APPLIED = "applied"
    ROSTER = "roster"
    SPECIAL = "special"
    GENERAL = "general"


class Geneva(StrEnum):
    """Presence in Geneva."""

    PRESENT = "present"
    TRAVEL = "travel"
    REMOTE = "remote"


class RouteSlug(StrEnum):
    """The six routes, in the order in which equal scores are listed."""

    SPECIAL_PROCEDURES = "special-procedures"
    UPR = "upr"
    COUNCIL_SESSIONS = "council-sessions"
    TREATY_BODY_REVIEW = "treaty-body-review"
    TREATY_BODY_COMPLAINT = "treaty-body-complaint"
    COMPLAINT_PROCEDURE = "complaint-procedure"


class Verdict(StrEnum):
    """How well a route fits; none of them promises that a body will take the matter up."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"
    WEAK = "weak"
    CLOSED = "closed"


class Side(StrEnum):
    """Who decides: independent experts, or States."""

    EXPERT = "expert"
    STATE = "state"


class GateSlug(StrEnum):
    """Conditions that can close a route."""

    ONE_COUNTRY = "one-country"
    MANDATE_COVERAGE = "mandate-coverage"
    ECOSOC_ACCESS = "ecosoc-access"
    PATTERN = "pattern"
    DIRECT_KNOWLEDGE = "direct-knowledge"
    TREATY_RATIFIED = "treaty-ratified"
    COMPETENCE_ACCEPTED = "competence-accepted"
    DOMESTIC_REMEDIES = "domestic-remedies"
    TIME_LIMIT = "time-limit"
    SAME_MATTER = "same-matter"
    VICTIM_CONSENT = "victim-consent"
    IDENTIFIED_AUTHOR = "identified-author"
    IS_A_CASE = "is-a-case"


class Result(StrEnum):
    """What a gate says."""

    PASS = "pass"
    FAIL = "fail"
    ARGUABLE = "arguable"
    UNKNOWN = "unknown"
    NOT_NEEDED = "not-needed"


class ActionSlug(StrEnum):
    """What can be done on a route."""

    URGENT_APPEAL = "urgent-appeal"
    ALLEGATION_LETTER = "allegation-letter"
    LEGISLATION_LETTER = "legislation-letter"
    WGAD_COMPLAINT = "wgad-complaint"
    WGEID_URGENT = "wgeid-urgent"
    WGEID_STANDARD = "wgeid-standard"
    CALL_FOR_INPUT = "call-for-input"
    REQUEST_VISIT = "request-visit"
    MEET_ON_VISIT = "meet-on-visit"
    NATIONAL_CONSULTATION = "national-consultation"
    SUBMISSION = "submission"
    JOINT_SUBMISSION = "joint-submission"
    PRE_SESSION = "pre-session"
    LOBBY_STATES = "lobby-states"
    ADOPTION_STATEMENT = "adoption-statement"
    FOLLOW_UP = "follow-up"
    WRITTEN_STATEMENT = "written-statement"
    ORAL_STATEMENT = "oral-statement"
    SIDE_EVENT = "side-event"
    LOBBY_COUNCIL = "lobby-council"
    SEEK_RESOLUTION = "seek-resolution"
    FIND_SPONSOR = "find-sponsor"
    APPLY_ECOSOC = "apply-ecosoc"
    COMPLAINT = "complaint"
    COMMUNICATION = "communication"
    INTERIM_MEASURES = "interim-measures"
    CED_URGENT_ACTION = "ced-urgent-action"
    ALTERNATIVE_REPORT = "alternative-report"
    LIST_OF_ISSUES_INPUT = "list-of-issues-input"
    INQUIRY_REQUEST = "inquiry-request"


class Stage(StrEnum):
    """Where a State stands in the Universal Periodic Review."""

    SUBMISSION = "submission"
    ADVOCACY = "advocacy"
    ADOPTION = "adoption"
    FOLLOW_UP = "follow-up"
    UNSCHEDULED = "unscheduled"


class DateStatus(StrEnum):
    """How certain a date is; ``estimated`` is computed and said to be so."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


class DateCode(StrEnum):
    """What a date is."""

    UPR_STAKEHOLDER_DEADLINE = "upr-stakeholder-deadline"
    UPR_NATIONAL_REPORT = "upr-national-report"
    UPR_PRE_SESSION = "upr-pre-session"
    UPR_REVIEW = "upr-review"
    UPR_ADOPTION = "upr-adoption"
    COUNCIL_SESSION = "council-session"
    COUNCIL_WRITTEN_STATEMENT = "council-written-statement"
    COUNCIL_SIDE_EVENT = "council-side-event"
    PETITION_LIMIT = "petition-limit"
    WGEID_URGENT_LIMIT = "wgeid-urgent-limit"
    CALL_FOR_INPUT = "call-for-input"
    ECOSOC_APPLICATION = "ecosoc-application"
    FOLLOW_UP = "follow-up"


class PointerSlug(StrEnum):
    """Needs outside these six routes, sent to the right door."""

    REPRISALS = "reprisals"
    REGIONAL = "regional"
    DOMESTIC = "domestic"
    EMERGENCY = "emergency"


class SequenceReason(StrEnum):
    """Why one step comes before another, or why two exclude each other."""

    URGENT_THEN_FINDING = "urgent-then-finding"
    PATTERN_ALREADY_DEALT_WITH = "pattern-already-dealt-with"
    COMPLAINT_BARS_COMPLAINT = "complaint-bars-complaint"
    REGIONAL_BARS_COMMITTEE = "regional-bars-committee"
    WGAD_OR_COMMITTEE = "wgad-or-committee"
    REVIEWS_FEED_EACH_OTHER = "reviews-feed-each-other"
    EXPERTS_THEN_COUNCIL = "experts-then-council"
    REMEDIES_FIRST = "remedies-first"
