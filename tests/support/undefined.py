"""A variable that our templates use and the view does not give fails the test.

Django's `string_if_invalid` is meant to be a text shown in place of the variable. Ours raises when the template belongs to
us, and is the usual empty text in templates of Django and others, which rely on that.
"""

import sys
from pathlib import Path

from django.template.base import Node


class UndefinedVariable(AssertionError):
    """A template of ours reads a name that is not there."""


class Undefined(str):
    """In: the folder of our templates. An empty text, unless one of our templates asks for it."""

    __slots__ = ("folder",)
    folder: Path

    def __new__(cls, folder: Path) -> "Undefined":
        """Keep the folder beside the empty text."""
        text = super().__new__(cls, "")
        text.folder = folder
        return text

    def __bool__(self) -> bool:
        """Django asks this first, to choose between our text and the usual behaviour."""
        template = _template_being_rendered()
        return template is not None and self.folder in template.parents

    def __contains__(self, part: object) -> bool:
        """Django then asks for a place to put the variable's name in."""
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        """Django puts the name in."""
        raise UndefinedVariable(f"{_template_being_rendered()}: {variable} is not defined")


def _template_being_rendered() -> Path | None:
    frame = sys._getframe(1)
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) is not None:
            return Path(node.origin.name)
        frame = frame.f_back
    return None
