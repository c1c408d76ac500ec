"""A handful of facts, as rows and as files, for tests of rules that need no more."""

import csv
import datetime
from pathlib import Path
from typing import Any

from mechanisms import models as facts
from mechanisms.load.tables import TABLES

DAY = datetime.date(2026, 11, 24)
FEW = tuple(
    table
    for table in TABLES
    if table.file in {"sources", "states", "treaties", "treaty_statuses", "themes", "theme_treaties", "doors"}
)

FACT = {"source": "somewhere", "checked_on": "2026-11-24", "confidence": "high", "note": ""}
ROWS: dict[str, list[dict[str, str]]] = {
    "sources": [
        {"slug": "somewhere", "title": "Somewhere", "symbol": "", "url": "https://example.org/", "kind": "organisation"}
        | {"read": "official", "read_on": "", "read_at": "", "note": ""}
    ],
    "states": [
        {"iso3": iso3, "iso2": iso3[:2], "m49": m49, "name": name, "un_status": "member", "regional_group": "african"}
        | {"un_region": "Africa"}
        | FACT
        for iso3, m49, name in (("KEN", "404", "Kenya"), ("TGO", "768", "Togo"))
    ],
    "treaties": [
        dict.fromkeys(FEW[2].columns, "")
        | {"slug": "cat", "name": "Convention against Torture", "abbreviation": "CAT", "core": "yes"}
        | {"committee_name": "Committee against Torture", "committee_abbreviation": "CAT", "untc_ref": "IV-9"}
        | {"adopted": "1984-12-10", "in_force": "1987-06-26", "binding_delay_months": "0", "binding_delay_days": "30"}
        | {"has_complaints": "yes", "complaint_delay_months": "0", "complaint_delay_days": "0"}
        | {"petition_limit_kind": "none", "same_matter_rule": "pending-or-examined", "text_checked": "all"}
        | FACT
    ],
    "themes": [{"slug": "torture", "label": "Torture", "description": "Torture", "grave": "yes"} | FACT],
    "theme_treaties": [{"theme": "torture", "treaty": "cat", "position": "1", "kind": "main", "condition": ""} | FACT],
    "treaty_statuses": [
        {"state": "KEN", "treaty": "cat", "instrument": "treaty", "status": "party", "action": "accession"}
        | {"valid_from": "1997-02-21", "valid_to": ""}
        | FACT,
        {"state": "TGO", "treaty": "cat", "instrument": "treaty", "status": "none", "action": ""}
        | {"valid_from": "", "valid_to": ""}
        | FACT,
    ],
    "doors": [
        dict.fromkeys(FEW[-1].columns, "")
        | {"slug": "helper", "pointer": "emergency", "position": "1", "name": "Helper", "summary": "Helps"}
        | {"themes": "torture"}
        | FACT
    ],
}


def write(folder: Path, **changed: list[dict[str, str]]) -> Path:
    """A folder with the files of ``FEW``; ``changed`` gives some of them other rows."""
    for table in FEW:
        with (folder / table.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.columns)
            writer.writeheader()
            writer.writerows(changed.get(table.file, ROWS[table.file]))
    return folder


def row(file: str, number: int = 0, **changed: str) -> dict[str, str]:
    """One of the rows, with some cells changed."""
    return ROWS[file][number] | changed


def proof(**changed: Any) -> dict[str, Any]:
    """Source, check date and confidence for a row that a test saves by itself."""
    source, _ = facts.Source.objects.get_or_create(
        slug="somewhere", defaults={"title": "Somewhere", "kind": "organisation", "url": "https://example.org/"}
    )
    return {"source": source, "checked_on": DAY, "confidence": "high"} | changed


def state(iso3: str = "KEN") -> facts.State:
    """A saved State."""
    cells = {"iso2": iso3[:2], "m49": iso3, "name": iso3, "un_status": "member", "regional_group": "african"}
    return facts.State.objects.create(iso3=iso3, un_region="Africa", **cells, **proof())


def membership(**changed: Any) -> facts.CouncilMembership:
    """A State's term on the Council, not saved: the plainest dated fact."""
    return facts.CouncilMembership(regional_group="african", **changed, **proof())
