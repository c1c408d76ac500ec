"""Pages that say no."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MANY = 429


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Too many tries in a short time."""
    return render(request, "accounts/too_many.html", status=TOO_MANY)
