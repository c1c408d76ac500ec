"""A State acts on a treaty: it signs, ratifies or accedes, and with it accepts complaints and inquiries or declines them.

A row begins on the day of deposit, signature or declaration; from when it binds follows from the treaty's own delay.
"""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mechanisms.models import Source, State, Treaty, TreatyStatus
from mechanisms.models.named import Named
from mechanisms.words import sentences
from rules.facts.treaties import binds_from

from .writing import Proof, proven, refused

Instrument, Status = TreatyStatus.Instrument, TreatyStatus.Status
SIGNATURE = "signature"
BINDING = ("ratification", "accession", "succession", "acceptance")


@dataclass(frozen=True)
class Act:
    """What a State did about one instrument, and when. ``source`` is its own page, where it has one."""

    status: str
    on: datetime.date
    action: str = ""
    source: Source | None = None


def rows_of(state: State, treaty: Treaty) -> list[TreatyStatus]:
    """What the tables say of a State and a treaty now: the rows without an end, in the order of the instruments."""
    order = list(Instrument.values)
    rows = TreatyStatus.objects.filter(state=state, treaty=treaty, valid_to=None).select_related("source")
    return sorted(rows, key=lambda row: order.index(row.instrument))


def in_force(treaty: Treaty, instrument: str, deposited: datetime.date) -> datetime.date:
    """The day from which an act binds, as the treaty's own delay says."""
    if instrument == Instrument.TREATY:
        delay, since = (treaty.binding_delay_months, treaty.binding_delay_days), treaty.in_force
        return binds_from(deposited, delay, since)
    delay = (treaty.complaint_delay_months, treaty.complaint_delay_days)
    return binds_from(deposited, delay, treaty.complaint_in_force)


def acted(state: State, treaty: Treaty, acts: dict[str, Act], proof: Proof) -> list[Named]:
    """The rows: for each instrument the one that goes on is ended the day before, and a new one begins. Raises ``ValidationError``."""
    written: list[Named] = []
    for instrument, act in acts.items():
        written += _written(state, treaty, instrument, act, proof)
    _must_be_party(state, treaty, acts)
    return written


def _written(state: State, treaty: Treaty, instrument: str, act: Act, proof: Proof) -> list[Named]:
    rows = TreatyStatus.objects.filter(state=state, treaty=treaty, instrument=instrument)
    same = rows.filter(valid_from=act.on, status=act.status).first()
    going_on = rows.filter(valid_to=None).exclude(pk=same.pk if same else None).first()
    if (
        same is None
        and going_on is not None
        and going_on.status == act.status
        and going_on.status != Status.NOT_ACCEPTED
    ):
        raise refused(**{
            instrument: _("The tables say “%(status)s” already, from %(day)s. If that day is wrong, correct that row.")
            % {"status": going_on.get_status_display(), "day": going_on.partial("valid_from") or _("an unknown day")}
        })  # fmt: skip
    new = same or TreatyStatus(state=state, treaty=treaty, instrument=instrument, valid_from=act.on)
    new.status, new.action = act.status, act.action
    proven(new, Proof(act.source or proof.source, proof.checked_on, proof.confidence, proof.note))
    if going_on is None or same is not None:
        return [new]
    if going_on.valid_from is not None and going_on.valid_from >= act.on:
        said = {"status": going_on.get_status_display(), "day": going_on.partial("valid_from")}
        raise refused(**{instrument: _("The present row, “%(status)s”, begins on %(day)s, which is later.") % said})
    going_on.valid_to, going_on.valid_to_precision = act.on - datetime.timedelta(days=1), "day"
    return [going_on, new]


def _must_be_party(state: State, treaty: Treaty, acts: dict[str, Act]) -> None:
    """Complaints and inquiries are accepted by a party only, one that becomes a party in the same step included."""
    of_treaty = acts.get(Instrument.TREATY)
    for instrument, act in acts.items():
        if instrument == Instrument.TREATY or act.status != Status.ACCEPTED:
            continue
        becomes = of_treaty is not None and of_treaty.status == Status.PARTY and of_treaty.on <= act.on
        party = TreatyStatus.objects.on(act.on).filter(state=state, treaty=treaty, instrument=Instrument.TREATY)
        if not becomes and not party.filter(status=Status.PARTY).exists():
            raise refused(**{
                instrument: sentences((_("By that day the State is no party to the treaty."), _("Enter that act as well.")))
            })  # fmt: skip
