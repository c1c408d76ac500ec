"""All adapters. A new one is a module and a line here."""

from mechanisms.load.tables import TABLES

from . import calls_for_input, council_sessions, state_reports, treaty_statuses, upr_sessions
from .found import Adapter

_ALL = (
    council_sessions.ADAPTER,
    upr_sessions.ADAPTER,
    calls_for_input.ADAPTER,
    state_reports.ADAPTER,
    treaty_statuses.ADAPTER,
)
ADAPTERS: dict[str, Adapter] = {one.name: one for one in _ALL if one.table in {table.file for table in TABLES}}
"""By name: those whose table there is."""
