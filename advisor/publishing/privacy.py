"""What the rule lab keeps of a person: what they did with proposals. The name goes with the account, the proposal stays."""

from django.utils.translation import gettext_lazy as _

from accounts import privacy

from . import events

privacy.register(
    "publishing",
    export=events.export,
    retention=_(
        "What you did with proposals to publish, if you are an editor: for good, but under your name only while your account lasts."
    ),
)
