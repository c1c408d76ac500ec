"""The editors' admin as an app: its classes are imported by the pages and the checks, not by every command and worker."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.contrib import admin
from django.contrib.admin.apps import SimpleAdminConfig
from django.contrib.admin.checks import check_admin_app, check_dependencies
from django.core import checks


class AdminConfig(SimpleAdminConfig):
    """Django's own, but for the time of discovery: `portal.urls` does it for the pages, the check below for `manage.py check`."""

    def ready(self) -> None:
        # The start page leads to everything; a second list of all tables beside each page would only narrow it.
        admin.site.enable_nav_sidebar = False
        checks.register(check_dependencies, checks.Tags.admin)
        checks.register(check_admin_classes, checks.Tags.admin)


def check_admin_classes(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[checks.CheckMessage]:
    """Django's check of each registered class, which finds none before discovery and is then silent."""
    admin.autodiscover()
    return list(check_admin_app(app_configs, **options))
