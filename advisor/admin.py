"""The editors' pages of every subject. No subject imports this module."""

from .subjects import load

PAGES = tuple(load("admin"))
