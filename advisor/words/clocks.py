"""Until which hour, by whose clock."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

GENEVA = "Europe/Zurich"

UNTIL: Mapping[str, "StrPromise"] = {
    GENEVA: gettext_lazy("Until %(time)s, Geneva time."),
    "America/New_York": gettext_lazy("Until %(time)s, New York time."),
}


def until(time: str, zone: str | None) -> str:
    """In: HH:MM and an IANA zone; without one, or with one that has no words yet, it is named as it is."""
    if zone and zone not in UNTIL:
        return _("Until %(time)s (%(zone)s).") % {"time": time, "zone": zone}
    return UNTIL[zone or GENEVA] % {"time": time}
