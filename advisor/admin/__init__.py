"""The editors' side of the advice: compare and publish, and decide on comments."""

from . import experience, lab

__all__ = ["experience", "lab"]
