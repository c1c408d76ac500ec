"""Whose answers lie in the drawer: a visitor's own, or those of something that another subject lends it while they are changed.

The questionnaire does not know who lends. A subject that does registers in its ``receivers`` module.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Purpose:
    """``current`` gives what is being changed, or ``None``; ``stop`` takes its answers out of the drawer."""

    current: Callable[[HttpRequest], Any]
    stop: Callable[[HttpRequest], None]


_purposes: dict[str, Purpose] = {}


def register(name: str, purpose: Purpose) -> None:
    """Lend answers to the drawer. A second registration under a name replaces the first."""
    _purposes[name] = purpose


def current(request: HttpRequest) -> Any:
    """What is being changed in the questionnaire; ``None`` where the answers are the visitor's own."""
    return next((found for each in _purposes.values() if (found := each.current(request)) is not None), None)


def stop(request: HttpRequest) -> None:
    """Take lent answers out of the drawer, and put back what lay there before."""
    for each in _purposes.values():
        each.stop(request)
