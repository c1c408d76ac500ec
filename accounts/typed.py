"""Fields for what people type: the same text whatever browser, keyboard or page it comes from."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest

BREAKS = re.compile(r"\r\n?")
INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
"""Marks that show nothing and turn around, hide or equal what stands beside them. The joiners stay: Persian and Hindi need them."""


class Line(forms.CharField):
    """One line, such as a name, without invisible marks: two names that look alike are alike, and none hides another."""

    def to_python(self, value: Any) -> Any:
        return INVISIBLE.sub("", super().to_python(value) or "").strip() or self.empty_value


class Lines(forms.CharField):
    """Several lines. A line break counts as one, as it does in the browser, which sends two characters for it."""

    def to_python(self, value: Any) -> Any:
        return BREAKS.sub("\n", super().to_python(value) or "") or self.empty_value


def is_long(request: HttpRequest) -> bool:
    """More than a form without a file may hold. No middleware looks into it: its own page reads it alone,
    and may refuse it before anything of it is kept."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    except ValueError:
        return False
