"""`make stack`: the portal on one machine as it runs in production. Web server, Celery worker and Celery beat, on PostgreSQL and Redis.

A server whose address is in the environment is used; otherwise a private one is started. PostgreSQL keeps its data; Redis has nothing
that must be kept. A process that ends is started again, so killing one costs only time.
"""

import contextlib
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from deploy.processes import interruptible, keep_running  # noqa: E402
from deploy.servers import MissingServer, postgres_server, redis_server  # noqa: E402

PROGRAMS = Path(sys.executable).parent


def main(arguments: list[str]) -> None:
    """In: `ADDRESS:PORT`."""
    if len(arguments) != 1:
        sys.exit("usage: stack.py ADDRESS:PORT")
    os.chdir(ROOT)
    # There is no certificate for one's own machine.
    os.environ.setdefault("PORTAL_HTTPS", "false")
    os.environ.setdefault("PORTAL_PUBLIC_URL", f"http://{arguments[0]}")
    interruptible()
    try:
        with contextlib.ExitStack() as servers:
            if not _is_given("PORTAL_DATABASE_URL"):
                os.environ["PORTAL_DATABASE_URL"] = servers.enter_context(postgres_server(data_folder()))
            if not _is_given("PORTAL_BROKER_URL"):
                os.environ["PORTAL_BROKER_URL"] = servers.enter_context(redis_server())
            os.environ.setdefault("PORTAL_DATABASE_POOL", "true")
            subprocess.run([sys.executable, "deploy/local.py", "prepare"], check=True)
            print(f"The portal is at http://{arguments[0]}/  (Ctrl-C stops it)", flush=True)
            keep_running(commands(arguments[0]))
    except MissingServer as missing:
        sys.exit(str(missing))
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
    except KeyboardInterrupt:
        print("Stopped.", flush=True)


def _is_given(name: str) -> bool:
    return name in os.environ or f"{name}_FILE" in os.environ


def data_folder() -> Path:
    """Where the private PostgreSQL keeps its data: with the portal's other files. Started by root, the server runs as another user, who
    can't read there; its data are then in the folder for services."""
    var = Path(os.environ.get("PORTAL_VAR", ROOT / "var")).resolve()
    if os.geteuid() != 0:
        return var / "postgresql"
    return Path("/var/lib") / f"hrc-advisor-{hashlib.sha256(str(var).encode()).hexdigest()[:8]}" / "postgresql"


def commands(address: str) -> dict[str, list[str]]:
    """What runs, by name."""
    celery = [str(PROGRAMS / "celery"), "--app", "portal", "--quiet"]
    gunicorn = [str(PROGRAMS / "gunicorn"), "--config", "deploy/gunicorn.conf.py", "--bind", address]
    return {
        "web": [*gunicorn, "portal.wsgi"],
        "worker": [*celery, "worker", "--concurrency", "2", "--loglevel", "WARNING"],
        "beat": [*celery, "beat", "--loglevel", "WARNING"],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
