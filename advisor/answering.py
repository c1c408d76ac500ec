"""Answers that many pages give: a file to take away, and that no facts are published yet."""

import re
import unicodedata
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
"""What no name of a file may hold, on one system or another."""


def attachment(content: bytes | str, *, name: str, content_type: str) -> HttpResponse:
    """A file to keep, by a name in any script; no cache keeps it.

    The name goes out twice: in letters that every program takes, and as it is (RFC 6266, RFC 5987).
    """
    whole = " ".join(UNFIT.sub(" ", name).split())
    stem, dot, ending = whole.rpartition(".")
    plain = " ".join(unicodedata.normalize("NFKD", stem.replace("–", "-")).encode("ascii", "ignore").decode().split())
    disposition = f'attachment; filename="{plain.strip(" -") or "file"}{dot}{ending}"'
    if not whole.isascii():
        disposition += f"; filename*=UTF-8''{quote(whole, safe='')}"
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)


def unavailable(request: HttpRequest) -> HttpResponse:
    """No edition is published yet."""
    return render(request, "questions/unavailable.html", status=503)
