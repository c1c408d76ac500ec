"""Changed facts in words: which fact, and what in it, from what to what."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.words import actions, labels
from advisor.words.gates import GATE_LABELS
from mechanisms.words import separated
from rules.facts.edition import Edition
from rules.vocabulary import ActionSlug, GateSlug, RouteSlug

from .facts import NAMES, FactChange, Key

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

SECTIONS: Mapping[str, "StrPromise"] = {
    "addresses": gettext_lazy("Address of a step"),
    "calls": gettext_lazy("Call for input"),
    "commitments": gettext_lazy("Treaty status"),
    "committee_reviews": gettext_lazy("Reviews of a State by committees"),
    "committee_sessions": gettext_lazy("Session of a committee"),
    "contacts": gettext_lazy("Address of all experts"),
    "council_members": gettext_lazy("Membership of the Council"),
    "council_sessions": gettext_lazy("Session of the Council"),
    "cycles": gettext_lazy("UPR cycle"),
    "doors": gettext_lazy("Other door"),
    "institutions": gettext_lazy("National human rights institution"),
    "invitations": gettext_lazy("Standing invitation"),
    "limits": gettext_lazy("Limit set by a State"),
    "mandate_roles": gettext_lazy("Role of a mandate"),
    "mandates": gettext_lazy("Mandate"),
    "regional": gettext_lazy("Regional body"),
    "renewals": gettext_lazy("Renewal of a mandate or body"),
    "requirements": gettext_lazy("Requirement of a route"),
    "resolutions": gettext_lazy("Council resolution"),
    "reviews": gettext_lazy("UPR reviews of a State"),
    "routes": gettext_lazy("Route"),
    "rules": gettext_lazy("Rule of a route"),
    "sources": gettext_lazy("Source"),
    "state_reports": gettext_lazy("Reports due from a State"),
    "states": gettext_lazy("State"),
    "supports": gettext_lazy("Who and what can help"),
    "theme_treaties": gettext_lazy("Treaties of a theme"),
    "themes": gettext_lazy("Theme"),
    "treaties": gettext_lazy("Treaty"),
    "upr_sessions": gettext_lazy("UPR session"),
    "weights": gettext_lazy("Points"),
}
"""Every section of an edition's content."""

FIELDS: Mapping[str, "StrPromise"] = {
    "stakeholder_deadline": gettext_lazy("last day for reports by organisations"),
    "stakeholder_status": gettext_lazy("how certain that day is"),
    "dates_status": gettext_lazy("how certain the dates are"),
    "national_report": gettext_lazy("report of the State due"),
    "adoption": gettext_lazy("adoption"),
    "adoption_session": gettext_lazy("adoption"),
    "pre_session": gettext_lazy("pre-session from"),
    "pre_session_end": gettext_lazy("pre-session to"),
    "report_deadline": gettext_lazy("last day for reports by organisations"),
    "list_deadline": gettext_lazy("last day for lists of issues"),
    "deadlines_status": gettext_lazy("how certain the deadlines are"),
    "written_deadline": gettext_lazy("last day for written statements"),
    "side_event_deadline": gettext_lazy("last day to ask for a side event"),
    "checked_on": gettext_lazy("checked on"),
    "recheck_by": gettext_lazy("to be checked again by"),
    "from": gettext_lazy("from"),
    "to": gettext_lazy("to"),
}
"""Fields whose names in the content say too little; the others are readable as they are."""

NAMED_BEFORE: Mapping[tuple[str, str], str] = {
    ("upr_sessions", "deadline"): "stakeholder_deadline",
    ("upr_sessions", "deadline_status"): "stakeholder_status",
    ("upr_sessions", "adoption"): "adoption_session",
    ("council_sessions", "written"): "written_deadline",
    ("council_sessions", "side_event"): "side_event_deadline",
}
"""What changes that were kept before the second schema of editions call them."""


def label(key: Key, edition: Edition) -> str:
    """Which fact. What the edition doesn't know keeps its code."""
    section, name = key
    return _("%(kind)s: %(name)s") % {"kind": SECTIONS.get(section, section), "name": _named(section, name, edition)}


def field(name: str, section: str) -> str:
    """Which value in the fact."""
    *place, last = name.split(" ")
    last = NAMED_BEFORE.get((section, last), last)
    return " ".join([*place, str(FIELDS.get(last, last.replace("_", " ")))])


def sentences(change: FactChange) -> list[str]:
    """What is said now and was not said before, a line each."""
    if change.is_new:
        return [_("New.")]
    if change.is_gone:
        return [_("No longer there.")]
    return [
        _("%(field)s: before %(before)s, now %(after)s")
        % {
            "field": field(one.name, change.section),
            "before": one.before or _("nothing"),
            "after": one.after or _("nothing"),
        }
        for one in change.fields
    ]


def _named(section: str, name: str, edition: Edition) -> str:
    # The last part of a name may be an address, which has slashes of its own.
    parts = name.split("/", len(NAMES[section]) - 1) if section in NAMES else name.split("/")
    names = NAMERS.get(section, ())
    return separated(
        names[place](part, edition) if place < len(names) else part.replace("_", " ")
        for place, part in enumerate(parts)
        if part
    )


def _state(code: str, edition: Edition) -> str:
    return edition.states[code].name if code in edition.states else code


def _treaty(slug: str, edition: Edition) -> str:
    return edition.treaties[slug].abbreviation if slug in edition.treaties else slug


def _mandate(slug: str, edition: Edition) -> str:
    return next((row.short_name for row in edition.mandates if row.slug == slug), slug)


def _theme(slug: str, edition: Edition) -> str:
    return edition.themes[slug].label if slug in edition.themes else slug


def _action(slug: str, edition: Edition) -> str:
    return str(actions.TITLES[ActionSlug(slug)]) if slug in actions.TITLES else slug


def _door(slug: str, edition: Edition) -> str:
    return next((row.name for row in edition.doors if row.slug == slug), slug)


def _route(slug: str, edition: Edition) -> str:
    return str(labels.ROUTES[RouteSlug(slug)]) if slug in list(RouteSlug) else _("all routes")


def _gate(slug: str, edition: Edition) -> str:
    return str(GATE_LABELS[GateSlug(slug)]) if slug in list(GateSlug) else slug


NAMERS: Mapping[str, tuple[Callable[[str, Edition], str], ...]] = {
    "addresses": (_action, _treaty, _mandate),
    "calls": (_mandate,),
    "commitments": (_state, _treaty),
    "committee_reviews": (_state,),
    "council_members": (_state,),
    "doors": (_door,),
    "institutions": (_state,),
    "invitations": (_state,),
    "limits": (_state, _treaty),
    "mandate_roles": (_mandate, _theme),
    "mandates": (_mandate,),
    "renewals": (_mandate, _door),
    "requirements": (_route, _gate),
    "reviews": (_state,),
    "routes": (_route,),
    "state_reports": (_state,),
    "states": (_state,),
    "theme_treaties": (_theme, _treaty),
    "themes": (_theme,),
    "treaties": (_treaty,),
    "weights": (_route,),
}
"""How the parts of a fact's name are put into words."""
