"""Answers that many pages give: a file to take away, and that no facts are published yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def attachment(content: bytes | str, *, name: str, content_type: str) -> HttpResponse:
    """A file to keep. Its name tells nothing but its kind and a day, and no cache keeps it."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)


def unavailable(request: HttpRequest) -> HttpResponse:
    """No edition is published yet."""
    return render(request, "questions/unavailable.html", status=503)
