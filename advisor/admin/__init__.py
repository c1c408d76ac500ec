"""The editors' side of the advice: expert cases, weights, comments; compare, publish, go back."""

from . import cases, editions, experience, lab, weights

__all__ = ["cases", "editions", "experience", "lab", "weights"]
