"""What saved advice tells other subjects. Sent inside the transaction: what follows from it is kept with it, or nothing is."""

from django.dispatch import Signal

given = Signal()
"""Advice was given that says something new. Sent with ``saved`` and ``advice``."""

matter_changed = Signal()
"""Somebody else answers for it, or it was closed or opened again. Sent with ``saved``."""

advice_changed = Signal()
"""New facts or a day changed what is said. Sent with ``saved``, ``change`` (the row) and ``people``, whom it concerns."""

change_seen = Signal()
"""A person has looked at a change. Sent with ``change`` (its id) and ``user``."""
