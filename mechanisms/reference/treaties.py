"""Treaties and their committees: what they cover, what a complaint asks for, which States accept complaints."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.models import StateTreatyLimit, ThemeTreaty, Treaty, TreatyStatus

from .commitments import INSTRUMENT, STATUS, Commitment, commitment, on_day
from .committees import sittings, where_to_look
from .day import day_asked
from .pages import show


@dataclass(frozen=True)
class Acts:
    """What States did; and a row to cite for all of them, if one check of one source covered all."""

    rows: list[Commitment]
    cited_once: TreatyStatus | None

    @classmethod
    def of(cls, acts: list[Commitment]) -> "Acts":
        """Look whether all of them have the same source, checked on the same day."""
        looks = {(act.row.source_id, act.row.checked_on) for act in acts}
        return cls(acts, acts[0].row if len(looks) == 1 else None)


@require_safe
def treaties(request: HttpRequest) -> HttpResponse:
    """Every treaty, with the number of States that are bound and that accept complaints on the day."""
    asked = day_asked(request)
    rows = {row.pk: row for row in Treaty.objects.select_related("source").order_by("-core", "in_force")}
    works = TreatyStatus.objects.on(asked.day).filter(status__in=(STATUS.PARTY, STATUS.ACCEPTED))
    numbers = {pk: dict.fromkeys(INSTRUMENT.values, 0) for pk in rows}
    for status in works:
        if commitment(status, rows[status.treaty_id]).works(asked.day):
            numbers[status.treaty_id][status.instrument] += 1
    return show(
        request,
        asked,
        "reference/treaties.html",
        _("Treaties and their committees"),
        treaties=[(row, numbers[pk]) for pk, row in rows.items()],
    )


@require_safe
def treaty(request: HttpRequest, slug: str) -> HttpResponse:
    """One treaty and its committee, on the day."""
    asked = day_asked(request)
    links = Prefetch("theme_links", ThemeTreaty.objects.select_related("theme", "source").order_by("theme__label"))
    row = get_object_or_404(Treaty.objects.select_related("source").prefetch_related(links), slug=slug)
    acts = [commitment(status, row) for status in on_day(asked.day, treaty=row)]

    def those(instrument: str, status: str) -> list[Commitment]:
        return [act for act in acts if act.row.instrument == instrument and act.row.status == status]

    ahead, held = sittings(row, asked.day)
    bound = [act for act in acts if act.row.instrument == INSTRUMENT.TREATY and act.works(asked.day)]
    accepted = those(INSTRUMENT.INDIVIDUAL_COMMUNICATIONS, STATUS.ACCEPTED)
    signed = those(INSTRUMENT.TREATY, STATUS.SIGNATORY)
    return show(
        request,
        asked,
        "reference/treaty.html",
        f"{row.name} ({row.abbreviation})",
        treaty=row,
        named=[link for link in row.theme_links.all() if link.kind == ThemeTreaty.Kind.MAIN],
        framed=[link for link in row.theme_links.all() if link.kind == ThemeTreaty.Kind.FRAMED],
        ahead=ahead,
        held=held,
        look=where_to_look(),
        bound=Acts.of(bound),
        signed=Acts.of(signed),
        accepted=Acts.of(accepted),
        accepted_number=sum(act.works(asked.day) for act in accepted),
        inquiries=[act for act in acts if act.row.instrument == INSTRUMENT.INQUIRY and act.works(asked.day)],
        limits=StateTreatyLimit.objects.on(asked.day).filter(treaty=row).select_related("state", "source"),
        protocols=Treaty.objects.filter(committee_name=row.committee_name).exclude(pk=row.pk),
    )
