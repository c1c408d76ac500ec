"""How gunicorn serves the portal, in production and under `make serve` alike."""

from pathlib import Path

worker_class = "gthread"
workers = 2
# Many threads, for whoever waits for a typesetter; a thread that waits costs next to nothing.
threads = 256
timeout = 30
graceful_timeout = 10
# A slow disk must not make a living worker look dead: its sign of life is kept in memory where the system offers that.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None

# No access log at all: who read what, and when, is not ours to keep. Errors go through the portal's discreet formatter.
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
