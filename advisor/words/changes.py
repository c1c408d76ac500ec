"""What would change the advice, and what is worth finding out, in sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from mechanisms.words import Number
from rules.facts.edition import Edition
from rules.result import Change, Unknown
from rules.vocabulary import GateSlug

from .labels import ROUTES, VERDICTS
from .names import listed, pairs

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

ANSWER_CHANGES: Mapping[tuple[str, str], "StrPromise"] = {
    ("sponsor", "yes"): _(
        "If an organisation with consultative status supports you: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("coalition", "yes"): _("If you work with others: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("consent", "given"): _("If the people affected agree: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("identification", "names-withheld"): _(
        "If the UN may know the names, though nobody else: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("identification", "open"): _(
        "If the person agrees that everyone may know the name: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("evidence", "secondary"): _(
        "If you get it from others whom you trust, for example a relative, a lawyer or a witness by telephone: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("evidence", "direct"): _(
        "If you can show that you know it at first hand: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("effort", "days"): _("If you give a few days: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("effort", "weeks"): _("If you give some weeks: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("effort", "months"): _("If you give months: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("geneva", "travel"): _("If you can travel to Geneva: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("geneva", "present"): _("If you have people in Geneva: %(route)s would go from “%(before)s” to “%(after)s”."),
    ("remedies", "ineffective"): _(
        "If you can show that the remedies in the country do not work or take unreasonably long: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("remedies", "exhausted"): _(
        "If the remedies in the country are tried up to the last decision: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("scale", "several-cases"): _(
        "If you can show several cases: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("scale", "consistent-pattern"): _(
        "If you can show a consistent pattern: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("information", "themes-one-country"): _(
        "If you bring information on themes in one country: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("information", "country-overview"): _(
        "If you bring an overview of the country: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("information", "individual-cases"): _(
        "If you have cases of people affected: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    ("ecosoc", "special"): _(
        "If your organisation gets consultative status: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
}
"""What another answer would take, and what then."""

CONDITIONS: Mapping[tuple[str, str], "StrPromise"] = {
    ("sponsor", "yes"): pgettext_lazy(
        "one of several conditions in a list", "an organisation with consultative status supports you"
    ),
    ("scale", "consistent-pattern"): pgettext_lazy(
        "one of several conditions in a list", "you can show a consistent pattern"
    ),
    ("evidence", "direct"): pgettext_lazy(
        "one of several conditions in a list", "you can show that you know it at first hand"
    ),
    ("evidence", "secondary"): pgettext_lazy(
        "one of several conditions in a list",
        "you get it from others whom you trust, for example a relative, a lawyer or a witness by telephone",
    ),
    ("remedies", "exhausted"): pgettext_lazy(
        "one of several conditions in a list", "the remedies in the country are tried up to the last decision"
    ),
    ("remedies", "ineffective"): pgettext_lazy(
        "one of several conditions in a list", "you can show that the remedies in the country do not work"
    ),
    ("consent", "given"): pgettext_lazy("one of several conditions in a list", "the people affected agree"),
    ("identification", "names-withheld"): pgettext_lazy(
        "one of several conditions in a list", "the UN may know the names, though nobody else"
    ),
    ("information", "individual-cases"): pgettext_lazy(
        "one of several conditions in a list", "you have cases of people affected"
    ),
}
"""The same where it takes several answers at once: each stands in a list."""

FACT_CHANGES: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: _(
        "If the State ratified a treaty on your themes (%(treaties)s): %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    GateSlug.COMPETENCE_ACCEPTED: _(
        "If the State accepted complaints to a committee (%(treaties)s): %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    GateSlug.MANDATE_COVERAGE: _(
        "If the Council gave an expert a mandate on your theme or State: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
}
"""What only a State or the Council can change, and what then."""

BARE_FACT_CHANGES: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: _(
        "If the State ratified a treaty on your themes: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
    GateSlug.COMPETENCE_ACCEPTED: _(
        "If the State accepted complaints to a committee: %(route)s would go from “%(before)s” to “%(after)s”."
    ),
}
"""Where no treaty can be named."""

FACTS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: pgettext_lazy(
        "one of several conditions in a list", "the State ratified a treaty on your themes (%(treaties)s)"
    ),
    GateSlug.COMPETENCE_ACCEPTED: pgettext_lazy(
        "one of several conditions in a list", "the State accepted complaints to a committee (%(treaties)s)"
    ),
    GateSlug.MANDATE_COVERAGE: pgettext_lazy(
        "one of several conditions in a list", "the Council gave an expert a mandate on your theme or State"
    ),
}
"""The same where it takes several of them at once."""

BARE_FACTS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: pgettext_lazy(
        "one of several conditions in a list", "the State ratified a treaty on your themes"
    ),
    GateSlug.COMPETENCE_ACCEPTED: pgettext_lazy(
        "one of several conditions in a list", "the State accepted complaints to a committee"
    ),
}

SPREAD_LINE = ngettext_lazy(
    "The answer can move a route by up to %(spread)s point.",
    "The answer can move a route by up to %(spread)s points.",
    "spread",
)


def change_text(change: Change, edition: Edition) -> str:
    """What would have to be different – answers, or facts that only a State or the Council can change – and what then."""
    then = {"route": ROUTES[change.route], "before": VERDICTS[change.before], "after": VERDICTS[change.after]}
    if len(change.fact or change.answers) > 1:
        words = gettext(
            "%(route)s would go from “%(before)s” to “%(after)s” if all of this came together: %(conditions)s."
        )
        return words % (then | {"conditions": listed(_conditions(change, edition))})
    if change.fact:
        [(gate, named)] = change.fact.items()
        sentence = (
            FACT_CHANGES[GateSlug(gate)]
            if named
            else BARE_FACT_CHANGES.get(GateSlug(gate), FACT_CHANGES[GateSlug(gate)])
        )
        return str(sentence % (then | {"treaties": _named(named, edition)}))
    [(question, value)] = change.answers.items()
    return str(ANSWER_CHANGES[question, str(value)] % then)


def _conditions(change: Change, edition: Edition) -> list[str]:
    if change.fact:
        return [_fact(GateSlug(gate), named, edition) for gate, named in change.fact.items()]
    return [str(CONDITIONS[question, str(value)]) for question, value in change.answers.items()]


def _fact(gate: GateSlug, named: str, edition: Edition) -> str:
    if not named:
        return str(BARE_FACTS.get(gate, FACTS[gate]))
    return str(FACTS[gate] % {"treaties": _named(named, edition)})


def _named(named: str, edition: Edition) -> str:
    return pairs(named.split(", "), edition) if named else ""


def unknown_text(unknown: Unknown) -> str:
    """How much an open question matters."""
    return str(SPREAD_LINE % {"spread": Number(unknown.spread)})
