"""Expert cases of a release beside those that editors changed: what nobody touched follows, the rest waits for a person."""

import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from advisor.editions import store as editions
from mechanisms.load.reading import FactsError, Fault
from mechanisms.load.releases import WRITTEN, Count, merge, record
from mechanisms.load.stores import LOADED, register
from mechanisms.load.three_ways import Cells
from mechanisms.remembered import Change

from . import exchange
from .case_files import BadCase
from .models import ExpertCase

DATA = ("scenario", "expect")
"""What is no plain text in a case; as a cell it is JSON, always written alike."""


class CaseStore:
    """Expert cases by short name. Whether a case is in use is decided here alone."""

    name: str = "expert_cases"
    model: type[models.Model] = ExpertCase
    columns: tuple[str, ...] = exchange.FIELDS

    def label(self, column: str) -> str:
        """As in the form."""
        return str(ExpertCase._meta.get_field(column).verbose_name)  # type: ignore[union-attr]

    def living(self) -> dict[str, Cells]:
        """All of them, whether in use or not."""
        return {row.slug: self.cells(row) for row in ExpertCase.objects.all()}

    def row_of(self, key: str) -> models.Model | None:
        """The case of a short name."""
        return ExpertCase.objects.filter(slug=key).first()

    def full(self, cells: Cells) -> Cells:
        """With every field of today."""
        return {name: cells.get(name, "{}" if name in DATA else "") for name in self.columns}

    def cells(self, row: Any) -> Cells:
        """A case, or a version of it, as text."""
        found = {name: str(getattr(row, name) or "") for name in self.columns}
        return found | {name: _written(getattr(row, name)) for name in DATA}

    def write(self, rows: Mapping[str, Cells], gone: Collection[str], change: Change) -> None:
        """Save and delete cases, as an import would check them."""
        faults: list[Fault] = []
        with transaction.atomic():
            for row in ExpertCase.objects.filter(slug__in=gone):
                change.delete(row)
            now = {row.slug: row for row in ExpertCase.objects.select_for_update().filter(slug__in=rows)}
            for key, cells in rows.items():
                row, before = now.get(key) or ExpertCase(slug=key), self.cells(now[key]) if key in now else {}
                differing = {name: text for name, text in cells.items() if before.get(name) != text}
                for name, text in differing.items():
                    setattr(row, name, _value(name, text))
                faults += _faults(row)
                if differing and not faults:
                    change.save(row)
            if faults:
                raise FactsError(faults)

    def whole(self) -> Iterable[str]:
        """Each case stands by itself."""
        return ()

    def last_release(self) -> dict[str, Cells]:
        """The cases as the last load from files wrote them."""
        loads = ExpertCase.history.filter(history_change_reason=LOADED).order_by("history_date", "history_id")
        latest = {record.id: record for record in loads}
        return {record.slug: self.cells(record) for record in latest.values()}


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)


def _value(name: str, text: str) -> Any:
    if name in DATA:
        return json.loads(text)
    if name == "as_of":
        return datetime.date.fromisoformat(text) if text else None
    return text


def _faults(row: ExpertCase) -> list[Fault]:
    """What is wrong with a case, on the published facts."""
    try:
        row.clean_fields()
        exchange.plain(row.as_data(), editions.published())
    except ValidationError as error:
        return [Fault(row.slug, 0, name, " ".join(words)) for name, words in error.message_dict.items()]
    except BadCase as bad:
        return [Fault(row.slug, 0, "", str(fault)) for fault in bad.faults]
    return []


STORE = CaseStore()
register(STORE)


@transaction.atomic
def load(planned: Iterable[exchange.Planned], release: str) -> Count:
    """Take over the cases of a release, as ``exchange.plan`` has read them. A case that it leaves out stays until a person decides."""
    read = {item.row.slug: item for item in planned}
    list(ExpertCase.objects.select_for_update().order_by("pk").values_list("pk"))
    merged = merge(STORE, STORE.living(), {key: STORE.cells(item.row) for key, item in read.items()})
    change = Change(reason=LOADED)
    exchange.write([item for key, item in read.items() if merged.outcomes[key] in WRITTEN], change)
    record(merged, release, change.moment)
    return merged.count
