"""What the facts ask of the floors above, which they do not know."""

from django.dispatch import Signal

asked_if_published = Signal()
"""Asked with ``since``, a moment: has anything been published since? A receiver answers yes or no."""
