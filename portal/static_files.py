"""The static files of an installation: hashed and compressed, and the sheet of every page in one file.

In the tree that sheet imports its parts, so each of them can be read and edited alone, and a browser asks for them one
after the other. Collected, it holds them, and a page asks once.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

SHEET = "site.css"
IMPORT = re.compile(r'^@import "([\w.-]+)";$', flags=re.MULTILINE)


class JoinedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As WhiteNoise's, but the sheet of every page is joined first."""

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """In: the files as collected. Out: name, hashed name and success of each. Raises ``KeyError`` for a part that is not there."""
        if SHEET in paths and not dry_run:
            whole = IMPORT.sub(lambda part: _text(paths[part[1]]), _text(paths[SHEET]))
            self.delete(SHEET)
            self._save(SHEET, ContentFile(whole.encode()))
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def _text(place: tuple[Storage, str]) -> str:
    """The text of a file, in the storage where it was found."""
    storage, path = place
    with storage.open(path) as file:
        return bytes(file.read()).decode()
