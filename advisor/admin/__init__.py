"""The editors' side of the advice: compare and publish."""

from . import lab

__all__ = ["lab"]
