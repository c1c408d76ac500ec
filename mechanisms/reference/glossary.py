"""The glossary."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.glossary import ENTRIES, Entry
from mechanisms.models import Treaty
from mechanisms.names.folding import fold

from .day import day_asked
from .pages import show


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Every word that the portal uses in a special sense, by alphabet, and the short names of treaties and committees."""
    asked = day_asked(request)
    entries: list[tuple[Entry, list[Entry]]] = [
        (entry, [ENTRIES[slug] for slug in entry.see])
        for entry in sorted(ENTRIES.values(), key=lambda entry: fold(str(entry.term)))
    ]
    return show(
        request,
        asked,
        "reference/glossary.html",
        _("Words explained"),
        entries=entries,
        treaties=Treaty.objects.select_related("source").order_by("abbreviation"),
    )
