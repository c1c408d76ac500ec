"""Doors outside the six routes, in sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rules.facts.at_home import Accreditation
from rules.facts.edition import Edition
from rules.result import Addressee, Pointer
from rules.vocabulary import PointerSlug

from . import names

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

POINTER_LABELS: Mapping[PointerSlug, "StrPromise"] = {
    PointerSlug.EMERGENCY: _("Someone is in danger now"),
    PointerSlug.REPRISALS: _("Reprisals for working with the UN"),
    PointerSlug.REGIONAL: _("Your region"),
    PointerSlug.DOMESTIC: _("In the country"),
    PointerSlug.INVESTIGATION: _("A UN body of inquiry"),
    PointerSlug.OTHER_DOOR: _("Other bodies"),
}

POINTERS: Mapping[str, "StrPromise"] = {
    "emergency": _(
        "The UN cannot protect anyone physically. Call on people near you who can act, and on these organisations. Take the "
        "urgent steps of this advice the same day."
    ),
    "emergency.nobody-listed": _(
        "The UN cannot protect anyone physically. Call on people near you who can act. Take the urgent steps of this advice "
        "the same day."
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
    "regional.now": _(
        "%(countries)s: %(body)s. Ask first for its urgent measures, which are listed here: they can be asked for at once. "
        "%(description)s %(access)s"
    ),
    "regional.now.complaints": _(
        "%(countries)s: %(body)s. Ask first for its urgent measures, which are listed here: they can be asked for at once. "
        "%(description)s For the complaint itself, remedies in the country first: %(exhaustion)s Time: %(time_limit)s Who may "
        "write: %(access)s"
    ),
    "domestic.not-started": _(
        "Start the remedies in the country, or note down why they do not work: as a rule the complaint routes ask for it. "
        "Keep copies of every step."
    ),
    "domestic.under-way": _(
        "Keep copies and dates of every step in the country. If it takes unreasonably long, the complaint routes "
        "make an exception that you can argue."
    ),
    "investigation": _(
        "A UN body looks into violations in %(country)s and takes information on them. What it keeps can serve later "
        "prosecutions. Ask the people affected first, and ask the body for a safe way to send it."
    ),
    "other-door": _(
        "These bodies outside the six routes may fit your theme. What each of them takes stands beside it."
    ),
    "other-door.national": _(
        "A national human rights institution may take complaints or raise the matter at home. A status: it complies fully with "
        "the Paris Principles, the UN's standard of independence. B status: in part. As a rule its answer is not a remedy that "
        "must be exhausted."
    ),
}


ACCREDITATION: Mapping[Accreditation, "StrPromise"] = {
    Accreditation.A: _("National human rights institution with A status: complies fully with the Paris Principles."),
    Accreditation.B: _("National human rights institution with B status: complies with the Paris Principles in part."),
}


def body_name(body: Addressee) -> str:
    """What a body is called; a national institution with its status, where nothing else is said of it."""
    if body.accreditation is None:
        return body.name
    return _("%(name)s (%(status)s status)") % {"name": body.name, "status": body.accreditation.value}


def body_text(body: Addressee) -> str:
    """What a body does; of a national institution, how independent it was found to be."""
    return str(ACCREDITATION[body.accreditation]) if body.accreditation else body.summary


def pointer_text(pointer: Pointer, edition: Edition) -> str:
    """Where to turn outside the six routes; for a regional body with what it asks for."""
    code = pointer.code
    if pointer.pointer is PointerSlug.REGIONAL and names.body(str(pointer.params["body"]), edition).complaints:
        code += ".complaints"
    if pointer.pointer is PointerSlug.EMERGENCY and not pointer.bodies:
        code += ".nobody-listed"
    return names.fill(POINTERS[code], pointer.params, edition)
