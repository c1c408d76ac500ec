"""What all reference pages share: the day, the sources at the end, the way to the same page of another day."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .citations import Cites
from .day import Asked


def show(request: HttpRequest, asked: Asked, template: str, title: str, **context: Any) -> HttpResponse:
    """A page about a day. ``at`` is what its links to other pages end with."""
    common = {"asked": asked, "day": asked.day, "at": asked.query, "cites": Cites(asked.today), "title": title}
    return render(request, template, common | context)
