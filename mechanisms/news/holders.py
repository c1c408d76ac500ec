"""A mandate gets another holder: the one before is ended, the new one begins."""

import datetime

from django.utils.translation import gettext as _

from mechanisms.models import Mandate, MandateHolder
from mechanisms.models.named import Named
from rules.dates import DAY, PartialDate

from .writing import Proof, dated, known, proven, refused


def present(mandate: Mandate) -> MandateHolder | None:
    """Who holds the mandate, as far as the tables say: the row without an end."""
    return mandate.holders.filter(valid_to=None).order_by("-valid_from").first()


def followed(
    mandate: Mandate, name: str, since: PartialDate | None, last_day: PartialDate | None, proof: Proof
) -> list[Named]:
    """The rows. Without a last day, the one before ends the day before the new one begins. Raises ``ValidationError``."""
    new: MandateHolder = known(MandateHolder, mandate=mandate, name=name)
    before = present(mandate)
    if before is None or before.name == name:
        before = None
    elif last_day is None:
        if since is None or since.precision != DAY:
            raise refused(last_day=_("Needed, since the day on which the new holder begins is not known."))
        last_day = PartialDate(since.first - datetime.timedelta(days=1))
    dated(new, "valid_from", since)
    proven(new, proof)
    if before is None:
        return [new]
    dated(before, "valid_to", last_day)
    proven(before, Proof(proof.source, proof.checked_on, proof.confidence))
    return [before, new]
