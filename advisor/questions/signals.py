"""What the questionnaire tells other subjects."""

from django.dispatch import Signal

deleted = Signal()
"""A visitor deleted their own answers. Sent with ``request``; a receiver may answer with the name of the page to go on to."""
