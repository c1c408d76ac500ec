"""What would change the advice, and what is worth finding out, in sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rules.facts.edition import Edition
from rules.result import Change, Unknown
from rules.vocabulary import GateSlug

from .labels import ROUTES, VERDICTS
from .names import listed, pairs

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

ANSWER_CHANGES: Mapping[tuple[str, str], "StrPromise"] = {
    ("sponsor", "yes"): _("an organisation with consultative status supports you"),
    ("coalition", "yes"): _("you work with others"),
    ("consent", "given"): _("the people affected agree"),
    ("identification", "names-withheld"): _("the UN may know who is writing, though nobody else"),
    ("identification", "open"): _("everyone may know who is writing"),
    ("evidence", "secondary"): _("you get clear evidence from others whom you trust"),
    ("evidence", "direct"): _("you can show that you know it at first hand"),
    ("effort", "days"): _("you give a few days"),
    ("effort", "weeks"): _("you give some weeks"),
    ("effort", "months"): _("you give months"),
    ("geneva", "travel"): _("you can travel to Geneva"),
    ("geneva", "present"): _("you have people in Geneva"),
    ("remedies", "ineffective"): _("you can show that the remedies in the country do not work"),
    ("remedies", "exhausted"): _("the remedies in the country are tried up to the last decision"),
    ("scale", "several-cases"): _("you can show several cases"),
    ("scale", "consistent-pattern"): _("you can show a consistent pattern"),
    ("information", "themes-one-country"): _("you bring information on themes in one country"),
    ("information", "country-overview"): _("you bring an overview of the country"),
    ("information", "individual-cases"): _("you have cases of people affected"),
    ("ecosoc", "special"): _("your organisation gets consultative status"),
}
"""What an answer would take. They follow on "If"."""

FACTS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: _("the State ratified a treaty on your themes (%(treaties)s)"),
    GateSlug.COMPETENCE_ACCEPTED: _("the State accepted complaints to a committee (%(treaties)s)"),
    GateSlug.MANDATE_COVERAGE: _("the Council gave an expert a mandate on your theme or State"),
}

BARE_FACTS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: _("the State ratified a treaty on your themes"),
    GateSlug.COMPETENCE_ACCEPTED: _("the State accepted complaints to a committee"),
}
"""Where no treaty can be named."""

SPREAD_LINE = _("The answer can move a route by up to %(spread)s points.")


def change_text(change: Change, edition: Edition) -> str:
    """What would have to be different, and what then."""
    return _now("%(condition)s: %(route)s would go from “%(before)s” to “%(after)s”.") % {
        "condition": change_condition(change, edition),
        "route": ROUTES[change.route],
        "before": VERDICTS[change.before],
        "after": VERDICTS[change.after],
    }


def change_condition(change: Change, edition: Edition) -> str:
    """What would have to be different: answers, or facts that only a State or the Council can change."""
    if change.fact:
        return _now("If %(conditions)s") % {
            "conditions": listed(_fact(GateSlug(gate), named, edition) for gate, named in change.fact.items())
        }
    return _now("If %(conditions)s") % {
        "conditions": listed(str(ANSWER_CHANGES[question, str(value)]) for question, value in change.answers.items())
    }


def _fact(gate: GateSlug, named: str, edition: Edition) -> str:
    if not named:
        return str(BARE_FACTS.get(gate, FACTS[gate]))
    return str(FACTS[gate]) % {"treaties": pairs(named.split(", "), edition)}


def unknown_text(unknown: Unknown) -> str:
    """How much an open question matters."""
    return str(SPREAD_LINE) % {"spread": unknown.spread}
