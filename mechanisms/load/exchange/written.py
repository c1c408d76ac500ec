"""A table on its way out, as CSV or XLSX. Its cells are guarded before: see `mechanisms.load.guards`."""

from typing import Any

from import_export.formats.base_formats import CSV, XLSX

CONTENT_TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX.CONTENT_TYPE}


def written(dataset: Any, kind: str) -> bytes:
    """In: a table of `tablib`, and ``csv`` or ``xlsx``."""
    if kind == "xlsx":
        return bytes(XLSX().export_data(dataset))
    text: str = CSV().export_data(dataset, lineterminator="\n")
    return text.encode()
