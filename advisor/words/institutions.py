"""A national human rights institution among those who can help."""

from django.utils.translation import gettext as _

from rules.facts.at_home import NationalInstitution
from rules.facts.edition import Edition

from .names import state


def institution_text(row: NationalInstitution, edition: Edition) -> str:
    """What it is, and with which status it is accredited."""
    words = _("The national human rights institution of %(state)s, accredited with %(status)s status.")
    return words % {"state": state(row.state, edition), "status": row.status.value.upper()}
