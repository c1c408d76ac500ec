"""Each set of answers has pages of its own: `/draft/<id>/advice/` is the advice on the answers with that id.

So two tabs with two matters never mix. The id is random and says nothing; without the session it opens nothing. Addresses without an id
are those of the one draft without an id (`drawer`). A subject says in its `urls` which of its pages belong to a draft (`in_draft`). On
such a page every link to another one keeps the id: `reverse`, `redirect` and `{% url %}` need not be told.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.crypto import get_random_string

NO_ID = ""
ID_LENGTH = 12
WITH_ID = re.compile(rf"/draft/(?P<id>[a-z0-9]{{{ID_LENGTH}}})(?P<page>/.*)")

_here: ContextVar[str] = ContextVar("the draft whose page is asked for", default=NO_ID)
_pages: set[str] = set()


def here() -> str:
    """The id of the draft whose page is being answered; empty on all other pages, and for the draft without an id."""
    return _here.get()


@contextmanager
def at(key: str) -> Iterator[None]:
    """Answer a page of this draft."""
    before = _here.set(key)
    try:
        yield
    finally:
        _here.reset(before)


def new_id() -> str:
    """An id that nobody can guess."""
    return get_random_string(ID_LENGTH, "abcdefghijklmnopqrstuvwxyz0123456789")


def in_draft(route: str, view: Callable[..., Any], *, name: str) -> URLPattern:
    """A page that belongs to a draft: like `path`."""
    _pages.add(name)
    return path(route, view, name=name)


def belongs_to_draft(name: str | None) -> bool:
    """Whether the page of this name belongs to a draft."""
    return name in _pages


def address_in(key: str, name: str, *args: str) -> str:
    """The address of a page for another draft than that of this request."""
    with at(key):
        return reverse(name, args=args)


class DraftResolver(URLResolver):
    """Gives the pages of a draft their address within the draft that is being answered.

    Django asks `_reverse_with_prefix` for every address and has no other place to add something to some of them.
    """

    def _reverse_with_prefix(self, lookup_view: Any, _prefix: str, *args: Any, **kwargs: Any) -> Any:
        if here() and lookup_view in _pages:
            _prefix = f"{_prefix}draft/{here()}/"
        return super()._reverse_with_prefix(lookup_view, _prefix, *args, **kwargs)  # type: ignore[misc]
