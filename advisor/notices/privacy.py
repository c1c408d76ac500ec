"""What notices keep of a person."""

from django.utils.translation import gettext_lazy as _

from accounts import privacy

from . import outbox

privacy.register(
    "notices",
    export=outbox.export,
    tidy=outbox.tidy,
    retention=_("Reminders: when each of them was due, and in which month it was sent; for 90 days after that month."),
)
