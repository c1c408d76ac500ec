"""What sharing does when the questionnaire tells something."""

from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext as _

from advisor.questions import signals

from . import guests


@receiver(signals.deleted, dispatch_uid="advisor.sharing.deleted")
def mention_what_lies_under_a_code(sender: object, *, request: HttpRequest, **more: object) -> str | None:
    """Deleting the answers of a visit does not delete those under a code. Out: the page on which these can be deleted."""
    if not guests.forget_notes(request):
        return None
    messages.info(
        request, _("What you kept under a code stays until its last day. To delete it now you need the code.")
    )
    return "advisor:code-change"
