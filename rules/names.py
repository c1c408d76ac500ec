"""Who will learn which name: the warning that stands above the first step of a route."""

from . import vocabulary as v
from .ground import Situation
from .result import Warned
from .vocabulary import RouteSlug, WarningSlug

VICTIM = (v.Identification.NAMES_WITHHELD, v.Identification.ANONYMOUS)


def learns_name(s: Situation, route: RouteSlug, source: str, *, victim: bool, ours: bool) -> list[Warned]:
    """The warning on a route where the State or the public learns a name that must not be known.

    ``victim``: the route gives the victim's name away, or what is written about a person lets it be guessed; ``ours``: it gives away that
    our organisation wrote.
    """
    kept = s.scenario.identification in VICTIM
    ours_kept = ours and s.scenario.our_name is v.OurName.UN_ONLY
    if victim and kept and s.about_cases is not False:
        about = "both" if ours_kept else "victim"
    elif ours_kept or (ours and kept and s.scenario.our_name is None):
        about = "ours"
    else:
        return []
    return [Warned(WarningSlug.STATE_LEARNS_NAME, f"{WarningSlug.STATE_LEARNS_NAME}.{route}.{about}", source)]
