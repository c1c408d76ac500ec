"""How gunicorn serves the portal, in production and under `make serve` alike."""

from pathlib import Path
from typing import Any

worker_class = "gthread"
workers = 2
# Many threads, since requests for a PDF wait in theirs; a waiting thread costs almost nothing.
threads = 256
timeout = 30
graceful_timeout = 10
# A slow disk must not make a living worker look dead: its sign of life is kept in memory, if the system offers that.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None

# No access log at all: it would tell who read what, and when. Errors go through the portal's own formatter, which
# quotes nothing.
accesslog = None
errorlog = "-"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"generic": {"()": "portal.logs.DiscreetFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"},
        "error_console": {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"},
    },
    "root": {"level": "INFO", "handlers": ["console"]},
    "loggers": {
        "gunicorn.error": {"level": "WARNING", "handlers": ["error_console"], "propagate": False},
        "gunicorn.access": {"level": "WARNING", "handlers": [], "propagate": False},
    },
}


def on_starting(server: Any) -> None:
    """Read the settings before any worker does: what is doubtful ends the server at once, with status 2 and a line for each fault."""
    from portal import settings  # noqa: F401
