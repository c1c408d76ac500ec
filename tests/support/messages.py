"""Every text of ours that can be translated, read from the code and the templates as `makemessages` reads them."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_javascript, extract_python
from django.conf import settings
from django.utils.translation.template import templatize

CODE = ("accounts", "advisor", "mechanisms", "portal")
KEYWORDS = (
    *("_", "gettext", "gettext_noop", "gettext_lazy", "ngettext", "ngettext_lazy"),
    *("pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"),
)
"""The names under which `makemessages` finds a text; whatever has another name is never translated."""

PLACE = re.compile(r"%(?:\((\w+)\))?[#0\- +]?\d*(?:\.\d+)?[a-zA-Z]")


@dataclass(frozen=True)
class Message:
    """A text to translate, and where it stands. ``plural`` is empty where it counts nothing."""

    where: str
    context: str
    text: str
    plural: str = ""

    @property
    def places(self) -> frozenset[str]:
        """The names of its placeholders."""
        return frozenset(filter(None, PLACE.findall(self.text + self.plural)))


@cache
def ours() -> tuple[Message, ...]:
    """All of them."""
    return tuple(_of_code()) + tuple(_of_templates())


def _of_code() -> Iterator[Message]:
    for name in CODE:
        for path in sorted((Path(settings.BASE_DIR) / name).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from of_code(path.read_text(encoding="utf-8"), str(path.relative_to(settings.BASE_DIR)))


def _of_templates() -> Iterator[Message]:
    for path in sorted((Path(settings.BASE_DIR) / "templates").rglob("*.*")):
        name = str(path.relative_to(settings.BASE_DIR))
        yield from of_template(path.read_text(encoding="utf-8"), name)


def of_code(code: str, name: str) -> Iterator[Message]:
    """The texts in a file of Python."""
    yield from _read(extract_python(io.BytesIO(code.encode()), KEYWORDS, [], {"encoding": "utf-8"}), name)


def of_template(text: str, name: str) -> Iterator[Message]:
    """The texts in a template. What Django makes of it for `makemessages` is calls between signs that mean nothing, so no Python."""
    calls = templatize(text, origin=name).encode()
    yield from _read(extract_javascript(io.BytesIO(calls), KEYWORDS, [], {"encoding": "utf-8"}), name)


def _read(found: Iterable[tuple[Any, ...]], name: str) -> Iterator[Message]:
    for line, function, texts, _comments in found:
        given = [texts] if isinstance(texts, str) else list(texts or ())
        in_context = "pgettext" in function
        wanted = 1 + in_context + ("ngettext" in function or "npgettext" in function)
        if len(given) < wanted or not all(isinstance(text, str) for text in given[:wanted]):
            continue
        context = given.pop(0) if in_context else ""
        plural = given[1] if function.startswith("n") else ""
        yield Message(f"{name}:{line}", context, given[0], plural)
