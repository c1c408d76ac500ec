"""What an organisation told of a route belongs to the organisation; who wrote it is not kept."""

from django.utils.translation import gettext_lazy as _

from accounts import privacy

from . import actions

privacy.register(
    "how routes went",
    export=actions.export,
    retention=_(
        "How a route went for your organisation: until one of its members takes it back. It is deleted at once, and gone from "
        "the numbers when they are next made."
    ),
)
