"""Doors outside the six routes, in sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rules.facts.edition import Edition
from rules.result import Pointer
from rules.vocabulary import PointerSlug

from . import names

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

POINTER_LABELS: Mapping[PointerSlug, "StrPromise"] = {
    PointerSlug.EMERGENCY: _("Someone is in danger now"),
    PointerSlug.REPRISALS: _("Reprisals for working with the UN"),
    PointerSlug.REGIONAL: _("Your region"),
    PointerSlug.DOMESTIC: _("In the country"),
}

POINTERS: Mapping[str, "StrPromise"] = {
    "emergency": _(
        "The UN cannot protect anyone physically. Call on people near you who can act. Then write to the UN experts, "
        "who can contact the government within days."
    ),
    "reprisals.feared": _(
        "Before you act, plan with the people concerned what to do if they are threatened. Intimidation or reprisals "
        "for working with the UN can be reported to OHCHR (the UN Human Rights Office) at any time; the person must "
        "agree first."
    ),
    "reprisals.suffered": _(
        "Report the reprisals to OHCHR (the UN Human Rights Office) and to the UN body that you dealt with, at any "
        "time of the year. Ask for a secure channel. The person must agree first."
    ),
    "reprisals.unknown": _(
        "If anyone is threatened for working with the UN, OHCHR (the UN Human Rights Office) can be told at any "
        "time; the person must agree first."
    ),
    "regional": _("%(countries)s: %(body)s. %(description)s %(access)s"),
    "regional.complaints": _(
        "%(countries)s: %(body)s. %(description)s Remedies in the country first: %(exhaustion)s Time: %(time_limit)s "
        "Who may write: %(access)s"
    ),
    "domestic.not-started": _(
        "Start the remedies in the country, or note down why they do not work: the complaint routes ask for it. Keep "
        "copies of every step."
    ),
    "domestic.under-way": _(
        "Keep copies and dates of every step in the country. If it takes unreasonably long, the complaint routes "
        "make an exception that you can argue."
    ),
}


def pointer_text(pointer: Pointer, edition: Edition) -> str:
    """Where to turn outside the six routes; for a regional body with what it asks for."""
    code = pointer.code
    if pointer.pointer is PointerSlug.REGIONAL and names.body(str(pointer.params["body"]), edition).complaints:
        code = "regional.complaints"
    return names.fill(POINTERS[code], pointer.params, edition)
