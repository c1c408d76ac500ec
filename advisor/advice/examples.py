"""Finished advices that anybody may open: situations of organisations like theirs, as our expert cases tell them, worked out today."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from django.conf import settings
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

CASES = Path(settings.BASE_DIR) / "fixtures" / "cases"

EXAMPLES: Mapping[str, "StrPromise"] = {
    "nubian-children-kenya": _("Nubian children in Kenya who get no identity papers"),
    "defender-tortured-in-custody": _("A human rights defender in Egypt, tortured in custody now"),
    "bill-against-ngos": _("A bill against organisations in Georgia, soon to be voted on"),
    "child-rights-upr-nepal": _("A coalition in Nepal with many topics on children"),
    "sami-reindeer-mine-sweden": _("A mine on the reindeer land of Sami in Sweden, after the last court"),
    "disappeared-2013-mexico-complaint": _("A man who disappeared in Mexico in 2013"),
}
"""The names of the case files, and what each is about."""


def answers_of(slug: str) -> dict[str, Any]:
    """The answers of one of ``EXAMPLES``, as the wizard keeps them."""
    told = yaml.safe_load((CASES / f"{slug}.yaml").read_text(encoding="utf-8"))["scenario"]
    return {name: value if isinstance(value, list) else str(value) for name, value in told.items()}
