"""The portal's settings, as the tests run them: no variable of the developer's shell counts, hashing is quick."""

import os

for name in [name for name in os.environ if name.startswith("PORTAL_")]:
    del os.environ[name]
os.environ["PORTAL_SECRET_KEY"] = "only-for-tests-" * 4
os.environ["PORTAL_HTTPS"] = "false"
os.environ["PORTAL_ALLOWED_HOSTS"] = "127.0.0.1,localhost,testserver"
# Set by tests/run.py for the second database; without it a test run uses SQLite in memory.
if "TEST_DATABASE_URL" in os.environ:
    os.environ["PORTAL_DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from portal.settings import *  # noqa: E402, F403
from portal.settings import BASE_DIR, TEMPLATES  # noqa: E402
from tests.support.undefined import Undefined  # noqa: E402

# Static files as they lie in the tree, without collecting them first.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Its own tests demand it; the others look at what lies behind.
STAFF_SECOND_FACTOR = False

# All tests come from one network; `tests/portal/test_limits.py` sets its own.
LIMITS_PER_MINUTE: dict[str, int] = {}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined(BASE_DIR / "templates")

# pytest reads the log itself; nothing of a passing test is wanted on the screen.
LOGGING_CONFIG = None
