"""Entries of calendars have a keyed digest of their name as their key, so that none comes twice. Their UID stays."""

from accounts import rekeying

from .entries import name_of, row_key
from .models import CalendarEntry

rekeying.register(CalendarEntry, lambda row: {"key": row_key(row.saved, name_of(row.content))})
