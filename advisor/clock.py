"""The day, as the facts below have it. Nothing else on this side asks the computer what day it is."""

from mechanisms.clock import latest_day, today

__all__ = ["latest_day", "today"]
