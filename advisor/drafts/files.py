"""The kinds of file that a draft can be taken away in. ``write`` is the only door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import docx, odt, text
from .paper import Paper


@dataclass(frozen=True)
class Kind:
    """A kind of file."""

    content_type: str
    write: Callable[[Paper], bytes]


KINDS: Mapping[str, Kind] = {
    "docx": Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.write),
    "odt": Kind("application/vnd.oasis.opendocument.text", odt.write),
    "txt": Kind("text/plain; charset=utf-8", text.write),
}
"""By the ending of the file's name."""
