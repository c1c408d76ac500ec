"""The public reference pages: what the facts say, on any day, each with its source."""

from .agenda import calendar
from .comparing import compare
from .council import council
from .guidance import guidance
from .index import index
from .mandates import mandate, mandates
from .routes import route
from .states import state, states
from .themes import theme
from .treaties import treaties, treaty
from .words import glossary

__all__ = [
    "calendar",
    "compare",
    "council",
    "glossary",
    "guidance",
    "index",
    "mandate",
    "mandates",
    "route",
    "state",
    "states",
    "theme",
    "treaties",
    "treaty",
]
