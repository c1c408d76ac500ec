"""What calendars keep of a person. An address is deleted with its owner."""

from django.utils.translation import gettext_lazy as _

from accounts import privacy

from . import feeds

privacy.register(
    "calendar addresses",
    export=feeds.export,
    tidy=feeds.tidy,
    retention=_(
        "Your calendar addresses: until you revoke them, and 30 days longer in your list. For each we note the day on which "
        "it was last read, not by whom or from where."
    ),
)
