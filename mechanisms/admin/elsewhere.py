"""Links from a row to the lists of what else is kept about it."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def lists_about(row: Any, asked: Iterable[tuple[type[models.Model], str]]) -> SafeString:
    """One link for each table, with the number of its rows that point to this one."""
    return format_html_join("", "<li>{}</li>", ((_link(row, model, path),) for model, path in asked))


def _link(row: Any, model: type[models.Model], path: str) -> SafeString:
    number = model._default_manager.filter(**{path: row}).count()
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    name = model._meta.verbose_name_plural
    return format_html('<a href="{}?{}={}">{}</a> ({})', address, path, row.pk, name, number)
