"""Packs a document again so that its bytes depend on its content alone: no clock, no machine, the parts in order."""

import io
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows."""

PLAIN = 0o644 << 16


def packed(made: bytes, *, without: tuple[str, ...] = ()) -> bytes:
    """The same document with fixed times. Files in the folders of ``without`` are left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            if part.is_dir() or part.filename.startswith(without):
                continue
            entry = zipfile.ZipInfo(part.filename, EARLIEST)
            entry.compress_type = part.compress_type
            entry.create_system, entry.external_attr = 0, PLAIN
            new.writestr(entry, old.read(part))
    return target.getvalue()
