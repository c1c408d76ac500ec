"""What drafts keep of a person."""

from django.utils.translation import gettext_lazy as _

from accounts import privacy

from . import actions

privacy.register(
    "drafts",
    export=actions.export,
    retention=_("Drafts of submissions: until you delete them, or the saved advice that they belong to."),
)
