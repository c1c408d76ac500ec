"""Every page that the admin has, for tests that open them all."""

from collections.abc import Iterator

from django.contrib import admin
from django.db import models
from django.urls import NoReverseMatch, reverse

from tests.test_repository import PolicyBreaker

LISTS = ("changelist", "add", "import", "export", "deleted", "due", "depositary")
ROWS = ("change", "history", "delete", "end")


def address(model: type[models.Model], page: str, *args: object) -> str | None:
    """The address of a page; ``None`` where the model has none of this name."""
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
    except NoReverseMatch:
        return None


def pages() -> Iterator[str]:
    """The pages of every registered model, with its first row where there is one."""
    yield reverse("admin:index")
    for model in admin.site._registry:
        names = [(name, ()) for name in LISTS]
        row = model._default_manager.first()
        if row is not None:
            names += [(name, (row.pk,)) for name in ROWS]
            version = row.history.first() if hasattr(row, "history") else None
            if version is not None:
                names.append(("restore", (row.pk, version.history_id)))
        yield from filter(None, (address(model, name, *args) for name, args in names))


def broken_policy(html: str) -> list[str]:
    """What in a page the site's content-security policy forbids."""
    parser = PolicyBreaker()
    parser.feed(html)
    return parser.faults
