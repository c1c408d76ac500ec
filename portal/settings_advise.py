"""The settings for `manage.py advise` alone, which scripts start again and again: the portal's own, with the apps that advice needs.

No admin, no signing in, no forms: nothing that only a page needs is imported. `manage.py` chooses; everything else runs on
`portal.settings`.
"""

from portal.settings import *  # noqa: F403

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "simple_history",
    "accounts",
    "mechanisms",
    "advisor",
]
