"""Notices are found by a keyed digest of their name."""

from accounts import keys, rekeying

from .models import NAMES, Notice

rekeying.register(Notice, lambda row: {"key": keys.digest(NAMES, row.name)})
