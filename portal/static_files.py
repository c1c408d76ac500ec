"""The static files of an installation: hashed and compressed, and the sheets of every page joined in one file.

In the tree each sheet stands alone and can be edited alone. Collected, they are one, and a page asks once.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.utils.safestring import SafeString
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

PARTS = ("tokens.css", "base.css", "components.css", "portal.css")
"""The sheets of every page, in the order in which they count."""
JOINED = "site.css"
FACES = re.compile(r"@font-face\s*\{[^}]*\}\s*")

register = template.Library()


class JoinedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As WhiteNoise's, with the sheets of every page joined."""

    joined = True

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """In: the files as collected. Out: name, hashed name and success of each. Raises ``KeyError`` if a part is not among them."""
        if not dry_run:
            whole = "".join(_text(paths[part]) for part in PARTS)
            self.delete(JOINED)
            self._save(JOINED, ContentFile(whole.encode()))
            paths = {**paths, JOINED: (self, JOINED)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


@register.simple_tag
def sheets() -> list[str]:
    """The addresses of the sheets that every page loads: one where they were collected, each where they lie in the tree."""
    names = (JOINED,) if getattr(staticfiles_storage, "joined", False) else PARTS
    return [staticfiles_storage.url(name) for name in names]


@register.simple_tag
def whole_sheets(*more: str) -> SafeString:
    """The text of these sheets and of the sheets of every page, for a file that asks for nothing: without typefaces, which it has not got.

    Raises `FileNotFoundError` for a sheet that is not there.
    """
    texts = []
    for name in (*PARTS, *more):
        path = finders.find(name)
        if path is None:
            raise FileNotFoundError(name)
        texts.append(FACES.sub("", Path(path).read_text(encoding="utf-8")))
    return SafeString("".join(texts))  # our own files, which hold no markup


def _text(place: tuple[Storage, str]) -> str:
    """The text of a file, in the storage where it was found."""
    storage, path = place
    with storage.open(path) as file:
        return bytes(file.read()).decode()
