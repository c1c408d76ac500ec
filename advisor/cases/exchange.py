"""Expert cases between files and rows: all faults at once, what would change, all or nothing; and rows as files again."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from mechanisms.remembered import Change
from rules.facts.edition import Edition
from rules.scenario import Fault

from . import case_files
from .models import ExpertCase

MANY = "cases"
"""The key of a file that holds several cases by their short names."""
_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FIELDS = ("name", "why", "as_of", "scenario", "expect")


class BadFiles(ValueError):
    """Raised with every fault of all files, each as one line that names the file."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Planned:
    """What a file would do to one case. ``differences`` are fields with their value before (``None``: no such case) and after."""

    row: ExpertCase
    is_new: bool
    differences: tuple[tuple[str, Any, Any], ...]


def of_folder(folder: Path) -> dict[str, bytes]:
    """The case files of a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}


def plan(files: Mapping[str, bytes], edition: Edition) -> list[Planned]:
    """What these files would change. Raises ``BadFiles`` with all that is wrong with all of them; nothing is written."""
    faults: list[str] = []
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for name, content in files.items():
        try:
            told = _cases_in(name, content)
        except case_files.BadCase as bad:
            faults += [f"{name}: {_line(fault)}" for fault in bad.faults]
            continue
        for slug, data in told.items():
            where = name if len(told) == 1 else f"{name}: {slug}"
            if slug in found:
                faults.append(f"{where}: {_('this case is in {file} as well').format(file=found[slug][0])}")
                continue
            try:
                found[slug] = (name, plain(data, edition))
            except case_files.BadCase as bad:
                faults += [f"{where}: {_line(fault)}" for fault in bad.faults]
    now = {row.slug: row for row in ExpertCase.objects.filter(slug__in=found)}
    planned = []
    for slug, (name, values) in found.items():
        item = _compared(now.get(slug) or ExpertCase(slug=slug), values)
        try:
            item.row.clean_fields()
        except ValidationError as error:
            faults += [f"{name}: {field}: {' '.join(words)}" for field, words in error.message_dict.items()]
        planned.append(item)
    if faults:
        raise BadFiles(faults)
    return planned


def plain(data: object, edition: Edition) -> dict[str, Any]:
    """Checked values for a row's fields. Raises ``cases.BadCase`` with every fault."""
    case = case_files.read(data, edition)
    body: Mapping[str, Any] = data if isinstance(data, Mapping) and "scenario" in data else {}
    return {
        "name": case.name.strip(),
        "why": str(body.get("why") or "").strip(),
        "as_of": case.as_of,
        "scenario": case.scenario.plain(),
        "expect": without_days(case.expect),
    }


@transaction.atomic
def write(planned: Iterable[Planned], change: Change) -> None:
    """Do what was planned, as one change; an unchanged case gets no new version."""
    for item in planned:
        if item.differences:
            change.save(item.row)


def as_file(row: ExpertCase) -> str:
    """A case as the text of its file."""
    return _as_text(row.as_data())


def as_one_file(rows: Iterable[ExpertCase]) -> str:
    """Several cases as the text of one file."""
    return _as_text({MANY: {row.slug: row.as_data() for row in rows}})


def _as_text(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)


def _cases_in(name: str, content: bytes) -> dict[str, Any]:
    """The cases of one file by short name: one that is named for its file, or several under ``cases``."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(_("is not UTF-8 text")) from None
    data = case_files.parse(text)
    # A few lines of references can stand for more than any memory holds. The text is readable YAML at this point.
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_EVENTS)):
        raise _unreadable(_("uses references (*name); write out what they stand for"))
    if not isinstance(data, Mapping) or MANY not in data:
        return {name.rpartition("/")[2].rpartition(".")[0] or name: data}
    several = data[MANY]
    if len(data) > 1 or not isinstance(several, Mapping) or not all(isinstance(key, str) for key in several):
        raise _unreadable(_("holds something else beside a list of cases by their short names"))
    return dict(several)


def _unreadable(problem: str) -> case_files.BadCase:
    return case_files.BadCase((Fault("file", None, problem),))


def _compared(row: ExpertCase, values: Mapping[str, Any]) -> Planned:
    is_new = row.pk is None
    values = {"name": values["name"] or row.name or row.slug, **{key: values[key] for key in FIELDS[1:]}}
    differences = tuple(
        (field, None if is_new else getattr(row, field), value)
        for field, value in values.items()
        if is_new or getattr(row, field) != value
    )
    for field, value in values.items():
        setattr(row, field, value)
    return Planned(row, is_new, differences)


def without_days(value: Any) -> Any:
    """YAML reads a day as a day; JSON has none."""
    if isinstance(value, Mapping):
        return {str(key): without_days(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_days(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _line(fault: Fault) -> str:
    return " ".join(str(fault).split())


class _Dumper(yaml.SafeDumper):
    """Never writes a reference, which reading would refuse."""

    def ignore_aliases(self, data: Any) -> bool:
        """Called by the library for each value."""
        return True
