"""What the file of a draft is called: what it is, for which State or committee, how far it is, and the day."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.words import names
from mechanisms.words import dashed
from rules.facts.edition import Edition

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

SHORT: Mapping[str, "StrPromise"] = {
    "urgent-appeal": gettext_lazy("Urgent appeal"),
    "allegation-letter": gettext_lazy("Letter of allegation"),
    "legislation-letter": gettext_lazy("Letter on a law"),
    "wgad-complaint": gettext_lazy("Complaint on arbitrary detention"),
    "wgeid-submission": gettext_lazy("Report of a disappearance"),
    "wgeid-general-allegation": gettext_lazy("General allegation on disappearances"),
    "upr-submission": gettext_lazy("UPR submission"),
    "upr-joint-submission": gettext_lazy("UPR joint submission"),
    "written-statement": gettext_lazy("Written statement"),
    "oral-statement": gettext_lazy("Oral statement"),
    "adoption-statement": gettext_lazy("Statement at the adoption of a review"),
    "communication": gettext_lazy("Complaint"),
    "ced-urgent-action": gettext_lazy("Request for urgent action"),
    "alternative-report": gettext_lazy("Alternative report"),
    "cerd-urgent-procedure": gettext_lazy("Request for early warning"),
    "complaint": gettext_lazy("Complaint to the Council"),
}
"""Each kind of text in few words."""


def file_name(
    kind: str, country: str, treaty: str, *, ready: bool, edition: Edition, today: datetime.date, ending: str
) -> str:
    """In: a kind of text, the State and the treaty that it is about, if any, and the ending of the file. Out: its name."""
    treaty_words = names.short_treaty(treaty, edition) if treaty in edition.treaties else ""
    state = names.state(country, edition) if country in edition.states else ""
    progress = "" if ready else _("draft")
    return f"{dashed((SHORT[kind], treaty_words, state, progress, today.isoformat()))}.{ending}"
