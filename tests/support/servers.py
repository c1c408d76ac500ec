"""What the tests need beside Python: Chromium, and the servers that `deploy.servers` starts."""

import shutil

from deploy.bootstrap import apt_install
from deploy.servers import MissingServer

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of an installed Chromium or Chrome, or None."""
    return next((path for name in CHROMIUMS if (path := shutil.which(name))), None)


def require_chromium() -> None:
    """See to it that there is a Chromium, by apt where we may."""
    if find_chromium() is None and not (apt_install(["chromium"]) and find_chromium()):
        raise MissingServer("The tests need Chromium: install the package `chromium`.")
