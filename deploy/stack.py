"""`make stack`: the portal on one machine as it runs in production. Web server, Celery worker and Celery beat, on PostgreSQL and Redis.

A server whose address is in the environment is used; otherwise a private one is started. PostgreSQL keeps its data; Redis has nothing
that must be kept. A process that ends is started again, so killing one costs only time.
"""

import contextlib
import ctypes
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from deploy.servers import MissingServer, postgres_server, redis_server  # noqa: E402

PROGRAMS = Path(sys.executable).parent
END_WITH_PARENT = 1  # Linux: PR_SET_PDEATHSIG
REST, QUICK, PATIENCE = 1, 15, 20
"""Seconds: before a process is started again; below which its life was too short; until a process that ends is killed."""
MOST_QUICK_ENDS = 3


def main(arguments: list[str]) -> None:
    """In: `ADDRESS:PORT`."""
    if len(arguments) != 1:
        sys.exit("usage: stack.py ADDRESS:PORT")
    os.chdir(ROOT)
    # There is no certificate for one's own machine.
    os.environ.setdefault("PORTAL_HTTPS", "false")
    os.environ.setdefault("PORTAL_PUBLIC_URL", f"http://{arguments[0]}")
    signal.signal(signal.SIGTERM, _interrupt)
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


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


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


def keep_running(wanted: Mapping[str, list[str]]) -> None:
    """Start each process, and restart any that ends, until somebody interrupts or one can't stay alive."""
    running: dict[str, subprocess.Popen[bytes]] = {}
    begun = dict.fromkeys(wanted, 0.0)
    quick_ends = dict.fromkeys(wanted, 0)
    try:
        while True:
            for name, command in wanted.items():
                process = running.get(name)
                if process is not None and process.poll() is None:
                    continue
                if process is not None:
                    quick_ends[name] = quick_ends[name] + 1 if time.monotonic() - begun[name] < QUICK else 0
                    if quick_ends[name] == MOST_QUICK_ENDS:
                        sys.exit(f"{name} does not stay alive (exit status {process.returncode}): see above")
                    time.sleep(REST)
                running[name] = _start(command)
                begun[name] = time.monotonic()
                print(f"{name} runs as process {running[name].pid}", flush=True)
            time.sleep(0.2)
    finally:
        _end(running.values())


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """In a process group of its own: Ctrl-C reaches only us, and we end it in order. If we are killed, Linux ends it for us."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGTERM)


def _end(processes: Collection[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1:])
