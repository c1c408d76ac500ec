"""Notices are found by a keyed digest of their name."""

from accounts import keys, resealing

from .models import NAMES, Notice

resealing.register(Notice, lambda row: {"key": keys.digest(NAMES, row.name)})
