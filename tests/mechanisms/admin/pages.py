"""Every page that the admin has, for tests that open them all."""

from collections.abc import Iterator

from django.contrib import admin
from django.db import models
from django.urls import NoReverseMatch, reverse

from tests.test_repository import PolicyBreaker

LISTS = ("changelist", "add", "import", "export", "deleted", "due", "depositary", "published")
ROWS = ("change", "history", "delete", "end", "answers", "expectations", "file", "password_change")
ONE_BY_ONE = {"password_change": "auth_user_password_change"}
"""Pages whose address does not follow the model's name."""
CLOSED = {
    ("edition", "add"),
    ("edition", "delete"),
    ("publication", "add"),
    ("publication", "delete"),
    ("proposal", "delete"),
    ("factproposal", "add"),
    ("factproposal", "delete"),
    ("fetchedpage", "add"),
    ("fetchedpage", "delete"),
    ("weight", "delete"),
}
"""Pages that are open to nobody: records, and weights that some rule reads."""


def address(model: type[models.Model], page: str, *args: object) -> str | None:
    """The address of a page; ``None`` where the model has none of this name."""
    name = f"{model._meta.app_label}_{model._meta.model_name}_{page}"
    if page in ONE_BY_ONE:
        name = ONE_BY_ONE[page] if model._meta.model_name == "user" else ""
    try:
        return reverse(f"admin:{name}", args=args)
    except NoReverseMatch:
        return None


def named_pages() -> Iterator[tuple[type[models.Model], str, str]]:
    """The pages of every registered model, with its first row where there is one: model, name of the page, address."""
    for model in admin.site._registry:
        names: list[tuple[str, tuple[object, ...]]] = [(name, ()) for name in LISTS]
        row = model._default_manager.first()
        if row is not None:
            names += [(name, (row.pk,)) for name in ROWS]
            version = row.history.first() if hasattr(row, "history") else None
            if version is not None:
                names.append(("restore", (row.pk, version.history_id)))
        for name, args in names:
            if found := address(model, name, *args):
                yield model, name, found


def pages() -> Iterator[str]:
    """Every page that a superuser can open."""
    yield reverse("admin:index")
    for model, name, found in named_pages():
        if (model._meta.model_name, name) not in CLOSED:
            yield found


def broken_policy(html: str) -> list[str]:
    """What in a page the site's content-security policy forbids."""
    parser = PolicyBreaker()
    parser.feed(html)
    return parser.faults
