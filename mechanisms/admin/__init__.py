"""The editors' side of the facts. One module a module of ``mechanisms.models``; the others hold what they share."""

from . import council, mandates, rechecks, routes, sources, states, supports, themes, treaties, upr

__all__ = ["council", "mandates", "rechecks", "routes", "sources", "states", "supports", "themes", "treaties", "upr"]
