"""The editors' side of the advice: expert cases, weights, what was published; compare and publish."""

from . import cases, editions, lab, weights

__all__ = ["cases", "editions", "lab", "weights"]
