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


class People(StrEnum):
    """Who suffered it, as far as a committee asks."""

    WOMEN = "women"
    CHILDREN = "children"
    PERSONS_WITH_DISABILITIES = "persons-with-disabilities"
    RACE_OR_ORIGIN = "race-or-origin"
    MIGRANT_WORKERS = "migrant-workers"
    NONE_OF_THESE = "none-of-these"


class Continues(StrEnum):
    """Whether it still goes on; ``effects`` is over, while the harm stays."""

    YES = "yes"
    EFFECTS = "effects"
    NO = "no"


class Danger(StrEnum):
    """What is about to happen."""

    REMOVAL = "removal"
    EXECUTION = "execution"
    DETENTION = "detention"
    DISAPPEARANCE = "disappearance"
    EVICTION = "eviction"
    VIOLENCE = "violence"
    DENIED_CARE = "denied-care"
    OTHER = "other"


class Consent(StrEnum):
    """Whether the authors are the victims or act with their agreement; ``cannot-ask`` is held, missing, dead or unable."""

    VICTIM = "victim"
    GIVEN = "given"
    NOT_GIVEN = "not-given"
    NOT_ASKED = "not-asked"
    CANNOT_ASK = "cannot-ask"


class Identification(StrEnum):
    """Who may learn the victim's name; ``anonymous`` is not even known to the UN."""

    OPEN = "open"
    NAMES_WITHHELD = "names-withheld"
    ANONYMOUS = "anonymous"


class Remedies(StrEnum):
    """Domestic remedies; ``ineffective`` is unavailable, hopeless or unreasonably prolonged."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    EXHAUSTED = "exhausted"
    INEFFECTIVE = "ineffective"


class OurName(StrEnum):
    """Who may learn that our organisation wrote."""

    OPEN = "open"
    UN_ONLY = "un-only"


class Elsewhere(StrEnum):
    """The same people, facts and rights at another international procedure; ``yes`` of version 1 is read as ``unclear``."""

    NO = "no"
    PENDING = "pending"
    EXAMINED = "examined"
    NOT_EXAMINED = "not-examined"
    UN_EXPERT_LETTER = "un-expert-letter"
    WGAD = "wgad"
    UNCLEAR = "unclear"


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
    ACCOUNTABILITY = "accountability"


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

    UN_MEMBER = "un-member"
    ONE_COUNTRY = "one-country"
    MANDATE_COVERAGE = "mandate-coverage"
    OWN_KNOWLEDGE = "own-knowledge"
    ECOSOC_ACCESS = "ecosoc-access"
    PATTERN = "pattern"
    DIRECT_KNOWLEDGE = "direct-knowledge"
    TREATY_RATIFIED = "treaty-ratified"
    RIGHT_COVERED = "right-covered"
    COMPETENCE_ACCEPTED = "competence-accepted"
    VICTIM_GROUP = "victim-group"
    FACTS_IN_TIME = "facts-in-time"
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


class Odds(StrEnum):
    """``low``: settled practice mostly decides against the author, though it can be argued."""

    LOW = "low"


class WarningSlug(StrEnum):
    """What has to be known before the first step of a route."""

    STATE_LEARNS_NAME = "state-learns-name"


class CoverKind(StrEnum):
    """How a treaty covers a theme: it names it, or the matter can be framed under it on a condition."""

    MAIN = "main"
    FRAMED = "framed"


class MandateRoleKind(StrEnum):
    """Why a mandate holder is written to: the theme is theirs, they join in, or only under a condition."""

    OWN = "own"
    ALSO = "also"
    IF = "if"


class AddressKind(StrEnum):
    """How something is sent or said."""

    FORM = "form"
    EMAIL = "email"
    POST = "post"
    PAGE = "page"
    PHONE = "phone"


class ActionSlug(StrEnum):
    """What can be done on a route."""

    URGENT_APPEAL = "urgent-appeal"
    ALLEGATION_LETTER = "allegation-letter"
    LEGISLATION_LETTER = "legislation-letter"
    WGAD_COMPLAINT = "wgad-complaint"
    WGAD_URGENT = "wgad-urgent"
    WGEID_URGENT = "wgeid-urgent"
    WGEID_STANDARD = "wgeid-standard"
    WGEID_GENERAL_ALLEGATION = "wgeid-general-allegation"
    CALL_FOR_INPUT = "call-for-input"
    REQUEST_VISIT = "request-visit"
    MEET_ON_VISIT = "meet-on-visit"
    NATIONAL_CONSULTATION = "national-consultation"
    PREPARE_SUBMISSION = "prepare-submission"
    SUBMISSION = "submission"
    JOINT_SUBMISSION = "joint-submission"
    PRE_SESSION = "pre-session"
    LOBBY_STATES = "lobby-states"
    CHECK_REVIEW_HELD = "check-review-held"
    ADOPTION_STATEMENT = "adoption-statement"
    FOLLOW_UP = "follow-up"
    WRITTEN_STATEMENT = "written-statement"
    ORAL_STATEMENT = "oral-statement"
    SIDE_EVENT = "side-event"
    LOBBY_COUNCIL = "lobby-council"
    SEEK_RESOLUTION = "seek-resolution"
    CALL_SPECIAL_SESSION = "call-special-session"
    SUBMIT_EVIDENCE = "submit-evidence"
    FIND_SPONSOR = "find-sponsor"
    APPLY_ECOSOC = "apply-ecosoc"
    COMPLAINT = "complaint"
    COMMUNICATION = "communication"
    INTERIM_MEASURES = "interim-measures"
    CED_URGENT_ACTION = "ced-urgent-action"
    ALTERNATIVE_REPORT = "alternative-report"
    LIST_OF_ISSUES_INPUT = "list-of-issues-input"
    INQUIRY_REQUEST = "inquiry-request"
    CERD_URGENT_PROCEDURE = "cerd-urgent-procedure"


class Stage(StrEnum):
    """Where a State stands in the Universal Periodic Review; only Members are reviewed."""

    PREPARATION = "preparation"
    SUBMISSION = "submission"
    ADVOCACY = "advocacy"
    ADOPTION = "adoption"
    FOLLOW_UP = "follow-up"
    UNSCHEDULED = "unscheduled"
    NOT_REVIEWED = "not-reviewed"


class DateStatus(StrEnum):
    """How certain a date is. Counted by a treaty's rule from a day answered is confirmed; computed otherwise is estimated."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


class DateCode(StrEnum):
    """What a date is."""

    UPR_STAKEHOLDER_DEADLINE = "upr-stakeholder-deadline"
    UPR_NATIONAL_REPORT = "upr-national-report"
    UPR_PRE_SESSION = "upr-pre-session"
    UPR_PRE_SESSION_APPLICATION = "upr-pre-session-application"
    UPR_REVIEW = "upr-review"
    UPR_ADOPTION = "upr-adoption"
    COUNCIL_SESSION = "council-session"
    COUNCIL_WRITTEN_STATEMENT = "council-written-statement"
    COUNCIL_SIDE_EVENT = "council-side-event"
    COUNCIL_SPEAKERS_LIST = "council-speakers-list"
    PETITION_LIMIT = "petition-limit"
    WGEID_URGENT_LIMIT = "wgeid-urgent-limit"
    CALL_FOR_INPUT = "call-for-input"
    ECOSOC_APPLICATION = "ecosoc-application"
    FOLLOW_UP = "follow-up"
    TB_SESSION = "tb-session"
    TB_REVIEW = "tb-review"
    TB_REPORT_DUE = "tb-report-due"
    TB_NGO_REPORT = "tb-ngo-report"
    MANDATE_RENEWAL = "mandate-renewal"


class PointerSlug(StrEnum):
    """Needs outside these six routes, sent to the right door."""

    REPRISALS = "reprisals"
    REGIONAL = "regional"
    DOMESTIC = "domestic"
    EMERGENCY = "emergency"
    INVESTIGATION = "investigation"
    OTHER_DOOR = "other-door"


class SequenceReason(StrEnum):
    """Why one step comes before another, or why two exclude each other."""

    URGENT_THEN_FINDING = "urgent-then-finding"
    INTERIM_WITH_LETTER = "interim-with-letter"
    PATTERN_ALREADY_DEALT_WITH = "pattern-already-dealt-with"
    COMPLAINT_BARS_COMPLAINT = "complaint-bars-complaint"
    REGIONAL_BARS_COMMITTEE = "regional-bars-committee"
    WGAD_OR_COMMITTEE = "wgad-or-committee"
    REVIEWS_FEED_EACH_OTHER = "reviews-feed-each-other"
    EXPERTS_THEN_COUNCIL = "experts-then-council"
    REMEDIES_FIRST = "remedies-first"
